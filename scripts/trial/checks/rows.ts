/** Whether every request has its one ticket, and everything that people put into the sheet still stands there. */
import { tabs } from '../../../src/core/columns/tabs.ts';
import { isOurs, type Tab } from '../../../src/core/sheet/column.ts';
import { questionsOf } from '../../../test/google-double/forms/model.ts';
import { enteredValue } from '../../../test/google-double/sheets/entered-value.ts';
import type { Held, Known, Memory } from '../memory.ts';
import { sharedHeaders } from '../people.ts';
import {
  holdsSomething,
  locale,
  rowIn,
  type ViewedRow,
  type ViewedTab,
  viewTab,
} from '../sheet-view.ts';
import type { World } from '../stand-in.ts';
import { type Check, checkEach } from './check.ts';

export const checkRows = (world: World, tab: ViewedTab, memory: Memory): readonly Check[] => [
  ticketsStand(tab, memory),
  answersStand(world, tab, memory),
  typedCellsStand(tab, memory),
  registerRowsStand(world, memory),
  noServiceCellsOnEmptyRows(tab),
];

/** Columns that only the service writes. */
export const serviceHeaders = [
  'Nomor Tiket',
  'Keterangan',
  'Tenggat Layanan',
  'Waktu Layanan',
  'Peralatan oleh Pemohon',
  'Surat Tugas',
  'Laporan',
  'Pemberitahuan',
] as const;

const ticketsStand = (tab: ViewedTab, { living }: Memory): Check => {
  const seen = new Map<string, number>();
  for (const row of tab.rows) {
    const ticket = row.reads('Nomor Tiket');
    if (ticket !== '') seen.set(ticket, (seen.get(ticket) ?? 0) + 1);
  }
  return checkEach('requests with one ticket, the same from first to last', living, (known) => {
    const { event } = known.wish;
    const ticket = rowIn(tab, known.row)?.reads('Nomor Tiket') ?? '';
    if (!/^VC-\d{4}-\d{4}$/.test(ticket)) return `"${event}" shows "${ticket}"`;
    if (seen.get(ticket) !== 1) return `${ticket} stands in ${seen.get(ticket)} rows`;
    const others = new Set([...known.otherTickets, ticket].filter((each) => each !== known.ticket));
    return others.size > 0
      ? `"${event}" had ${known.ticket}, then ${[...others].join(', ')}`
      : undefined;
  });
};

/** The answers as the form itself keeps them, worked out again as cells. */
const answersStand = (world: World, tab: ViewedTab, { living }: Memory): Check => {
  const [form] = world.forms;
  const titles = new Map(
    form ? questionsOf(form).map((each) => [each.questionId, each.title]) : [],
  );
  const responses = new Map((form?.responses ?? []).map((each) => [each.responseId, each]));
  const cells = living.flatMap((known) => {
    const response = 'response' in known.row ? responses.get(known.row.response) : undefined;
    if (response === undefined) return [];
    return [...titles].map(([id, title]) => ({
      known,
      title,
      answer: (response.answers[id] ?? []).join(', '),
    }));
  });
  return checkEach(
    'answers of requesters as they were given last',
    cells,
    ({ known, title, answer }) => {
      const cell = rowIn(tab, known.row)?.cells.get(title);
      const wanted = answer === '' ? null : answered(answer);
      return sameHeld(cell?.userEnteredValue ?? null, wanted)
        ? undefined
        : `${title} of "${known.wish.event}" reads ${JSON.stringify(cell?.userEnteredValue)} instead of "${answer}"`;
    },
  );
};

/** No answer becomes a formula. */
const answered = (answer: string): Held =>
  /^['=+]/.test(answer) ? { stringValue: answer } : enteredValue(answer, locale).value;

const typedCellsStand = (tab: ViewedTab, { living }: Memory): Check => {
  const cells = living.flatMap((known) =>
    [...known.typed]
      // An emptied cell of this kind was handed back: what stands there is the service's again.
      .filter(([header, held]) => !(sharedHeaders.has(header) && held === null))
      .map(([header, held]) => ({ known, header, held })),
  );
  return checkEach('cells of staff as they were typed last', cells, ({ known, header, held }) => {
    const present = rowIn(tab, known.row)?.cells.get(header)?.userEnteredValue ?? null;
    return sameHeld(present, held)
      ? undefined
      : `${header} of ${nameOf(known)} reads ${JSON.stringify(present)} instead of ${JSON.stringify(held)}`;
  });
};

const nameOf = ({ ticket, wish }: Known): string => ticket ?? `"${wish.event}"`;

const sameHeld = (a: Held, b: Held): boolean =>
  JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());

const registerRowsStand = (world: World, { registerRows }: Memory): Check => {
  const moment = 'a moment';
  const standing = new Map<string, number>();
  const keyOf = (tab: string, texts: readonly string[]): string => [tab, ...texts].join('\u0000');
  for (const name of new Set(registerRows.map(({ tab }) => tab))) {
    const { headers: all, rows } = viewTab(world, name);
    const headers = all.filter((header) => !isWrittenByUs(name, header));
    for (const row of rows) {
      const texts = headers.map((header) => row.reads(header));
      // A typed moment shows in the format of its column.
      texts[headers.indexOf('Stempel waktu')] &&= moment;
      const key = keyOf(name, texts.slice(0, texts.findLastIndex((text) => text !== '') + 1));
      standing.set(key, (standing.get(key) ?? 0) + 1);
    }
  }
  return checkEach(
    'rows of Kendala, Pengaduan and Survei as they were typed',
    registerRows,
    ({ tab, cells }) =>
      standing.has(
        keyOf(
          tab,
          cells.map((text) => (/^\d.*:\d\d$/.test(text) ? moment : text)),
        ),
      )
        ? undefined
        : `${tab} lacks "${cells.join(' | ')}"`,
  );
};

/** The service numbers complaints, and says beside a row what is wrong with it. */
const isWrittenByUs = (name: string, header: string): boolean => {
  const spec: Tab | undefined = tabs.find((tab) => tab.name === name);
  return spec?.columns.some((column) => column.header === header && isOurs(column)) ?? false;
};

const noServiceCellsOnEmptyRows = (tab: ViewedTab): Check => {
  const ours: ReadonlySet<string> = new Set([...serviceHeaders, ...sharedHeaders]);
  const isEmpty = (row: ViewedRow): boolean =>
    [...row.cells].every(
      ([header, cell]) =>
        ours.has(header) || !holdsSomething(cell) || row.reads(header) === 'FALSE',
    );
  return checkEach('rows with a request, or without a cell of the service', tab.rows, (row) => {
    if (!isEmpty(row)) return undefined;
    const left = [...ours].filter((header) => row.reads(header) !== '');
    return left.length > 0 ? `row ${row.index + 1} still shows ${left.join(', ')}` : undefined;
  });
};
