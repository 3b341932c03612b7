/** Workbooks as hurried people leave them, in all tabs, and what of each row is heard. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import { monthsCounted } from '../../src/core/figures/entries-within.ts';
import { figuresFor } from '../../src/core/figures/figures.ts';
import { overviewGrid } from '../../src/core/overview/overview.ts';
import { strayRowProblems } from '../../src/core/overview/overview-rows.ts';
import { readDesk } from '../../src/core/reading/read-desk.ts';
import { fileEntries } from '../../src/core/rows/file-entries.ts';
import { observe } from '../../src/core/rows/observe.ts';
import { decide } from '../../src/core/rules/decide.ts';
import type { ColumnKind, Tab } from '../../src/core/sheet/column.ts';
import {
  asRead,
  type Cell,
  type TabSnapshot,
  type WorkbookSnapshot,
} from '../../src/core/sheet/snapshot.ts';
import { instant, timeZone } from './builders.ts';
import { emptyLedger } from './pure-pass.ts';

const now = instant('2026-11-28T09:00');

const typed: Readonly<Record<ColumnKind, readonly Cell[]>> = {
  text: [
    'Aula',
    'Siti Contoh, S.Kom.',
    'siti contoh',
    '-',
    '?',
    'VC-2026-0001',
    'vc 2026 1',
    'VC-2026-9999',
    '0001',
  ],
  long: [
    'Rapat Koordinasi',
    'tes',
    'Undang-Undang Contoh',
    'Nama Dinas',
    'Nama Ketua Timm',
    '17.00',
  ],
  day: [
    '23/11/2026',
    46_349,
    '25 Desember',
    'kapan-kapan',
    '31/02/2026',
    12,
    '23-25 November 2026',
  ],
  time: ['09.00', '9', 'pagi', 0.4, '25.99'],
  moment: ['23/11/2026 09.00', 46_349.4, 46_300.3, 'tadi pagi', '11/23/2026 08:00', 99_999],
  number: [1, 4, 5, '4 - Baik', 'banyak', 0, '2026', 2_025, 2_027, '-'],
  tick: [true, false, '✓', 'ya', 'belum', 'mungkin'],
  choice: ['koneksi', 'pengaduan', 'saran', 'Baik', 'selesai', 'lain', 'entah'],
  link: ['https://contoh.test/a', 'lihat'],
};

const aRow = (spec: Tab): fc.Arbitrary<readonly Cell[]> =>
  fc.tuple(
    ...spec.columns.map(
      ({ kind, owner }): fc.Arbitrary<Cell> =>
        owner === 'service'
          ? fc.constant('' as Cell)
          : fc.oneof(
              { weight: 3, arbitrary: fc.constant('' as Cell) },
              { weight: 4, arbitrary: fc.constantFrom<Cell>(...typed[kind]) },
            ),
    ),
    fc.oneof(
      { weight: 30, arbitrary: fc.constant('' as Cell) },
      { weight: 1, arbitrary: fc.constant('lepas' as Cell) },
    ),
  );

const aTab = (spec: Tab): fc.Arbitrary<TabSnapshot> =>
  fc.array(aRow(spec), { maxLength: 3 }).map((rows) => ({
    name: spec.name,
    rows: [spec.columns.map(({ header }): Cell => header), ...rows],
  }));

/** What stands beside a record of the service's own is nobody's answer. */
const isFilledByPeople = ({ columns }: Tab): boolean =>
  columns.some(({ owner }) => owner !== 'service');

export const aDirtyWorkbook: fc.Arbitrary<WorkbookSnapshot> = fc
  .tuple(...tabs.filter(isFilledByPeople).map((spec: Tab) => aTab(spec)))
  .map((all) => ({ tabs: all }));

/** Rows, as "Tab 3", that are filled, change nothing that anybody is told, and are named nowhere. */
export const unheardRows = (workbook: WorkbookSnapshot): readonly string[] => {
  const whole = toldOf(workbook);
  return workbook.tabs.flatMap(({ name, rows }) =>
    rows.flatMap((cells, index) => {
      const isFilled = cells.some(
        (cell) => cell !== '' && cell !== false && cell !== '-' && cell !== '?',
      );
      if (index === 0 || !isFilled || whole.named.has(`${name} ${index + 1}`)) return [];
      // The first of two alike is not named, but the other one is because of it.
      const others = toldOf(without(workbook, name, index));
      const isHeard = others.figures !== whole.figures || others.named.size !== whole.named.size;
      return isHeard ? [] : [`${name} ${index + 1}`];
    }),
  );
};

const without = (workbook: WorkbookSnapshot, name: string, index: number): WorkbookSnapshot => ({
  tabs: workbook.tabs.map((tab) =>
    tab.name === name
      ? { ...tab, rows: tab.rows.map((cells, at) => (at === index ? [] : cells)) }
      : tab,
  ),
});

/** What recaps, letters and rules get to know of a workbook, as one text; and the rows that Ringkasan names. */
const toldOf = (
  snapshot: WorkbookSnapshot,
): { readonly figures: string; readonly named: ReadonlySet<string> } => {
  const read = readDesk(snapshot, { timeZone });
  const tab = snapshot.tabs.find(({ name }) => name === requestTab.name) ?? { name: '', rows: [] };
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const around = { now, timeZone, today, desk: read };
  const observation = observe({ tab, ledger: emptyLedger, situation: around });
  const tickets = new Set(observation.rows.map(({ ticket }) => ticket));
  const desk = fileEntries(read, { tickets, now, timeZone });
  const situation = { ...around, desk };
  const cases = decide(observation.cases, situation);
  const office = { cases, desk, timeZone };
  const months = monthsCounted(office).map((month) => {
    const { year, month: number, daysInMonth } = Temporal.PlainYearMonth.from(month);
    const day = (of: number) => Temporal.PlainDate.from({ year, month: number, day: of });
    return [month, figuresFor({ from: day(1), to: day(daysInMonth) }, office)];
  });
  const { officers, equipment, licences, holidays, legalBasis, settings } = desk;
  const actions = desk.actions.map(({ row: _, ...action }) => action);
  const handOuts = desk.handOuts.map(({ row: _, ...handOut }) => handOut);
  const problems = [...desk.problems, ...strayRowProblems(tab.name, observation.loose)];
  const named = new Set(
    overviewGrid(cases, situation, [], problems).flatMap(([name, row, text]) =>
      typeof row === 'number' ? [`${name} ${row}`] : rowsIn(asRead(name ?? ''), asRead(text ?? '')),
    ),
  );
  return {
    figures: JSON.stringify([
      months,
      actions,
      handOuts,
      [...desk.periodic.keys()],
      [officers, equipment, licences, [...holidays], legalBasis, settings],
    ]),
    named,
  };
};

/** "dan 3 catatan lainnya (baris 4 dan 5)." */
const rowsIn = (tab: Cell | undefined, text: Cell | undefined): readonly string[] =>
  /^dan \d+ catatan/.test(String(text ?? ''))
    ? [...String(text).matchAll(/(?<=baris .*)\d+/g)].map(([row]) => `${tab} ${row}`)
    : [];
