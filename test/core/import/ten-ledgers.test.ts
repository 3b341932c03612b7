import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { importTab } from '../../../src/core/columns/import-tab.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { importInto } from '../../../src/core/import/desk-rows.ts';
import type { OldLedgerReading } from '../../../src/core/import/read-old-ledger.ts';
import { recognise } from '../../../src/core/rows/recognise.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { asRead, type Cell, type TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { monthlyRecapView } from '../../../src/documents/kinds/monthly-recap.ts';
import { instant, timeZone } from '../../support/builders.ts';
import { emptyLedger } from '../../support/pure-pass.ts';
import { dirtierLedgers } from './dirtier-ledgers.ts';
import { type MadeLedger, madeLedgers, type ToldEvent } from './made-ledgers.ts';
import { reading, sheet } from './old-ledgers.ts';

const now = instant('2026-11-20T09:00');
const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

const headersOf = ({ name, columns }: typeof requestTab | typeof importTab): TabSnapshot => ({
  name,
  rows: [columns.map(({ header }) => header)],
});

/** The workbook after the import, and what was planned. */
const imported = (read: OldLedgerReading, file: string, before?: readonly TabSnapshot[]) => {
  const tabs = before ?? [headersOf(requestTab), headersOf(importTab)];
  const { plan, rows } = importInto({ tabs }, read, { file, now, timeZone, digest });
  const after = tabs.map((tab) => ({
    name: tab.name,
    rows: [
      ...tab.rows,
      ...rows
        .filter((row) => row.tab === tab.name)
        .map(({ cells }): readonly Cell[] =>
          Array.from({ length: Math.max(...cells.keys()) }, (_, index) => {
            const content = cells.get(index + 1);
            return content === undefined ? '' : asRead(content);
          }),
        ),
    ],
  }));
  return { plan, tabs: after };
};

const shown = (date: Temporal.PlainDate): string =>
  `${String(date.day).padStart(2, '0')}/${String(date.month).padStart(2, '0')}/${date.year}`;

const told = (event: ToldEvent) => ({
  startDay: shown(event.from),
  endDay: event.to.equals(event.from) ? undefined : shown(event.to),
  startTime: event.start,
  endTime: event.end === '' ? undefined : event.end,
  event: event.event,
  institution: event.institution,
  place: event.place,
  officers: event.officers.length === 0 ? undefined : event.officers.join('\n'),
  isCancelled: event.isCancelled,
});

const readAs = (read: OldLedgerReading) =>
  read.rows.flatMap(({ event, kind }) => {
    if (event === undefined) return [];
    const value = (field: Parameters<typeof event.values.get>[0]) => event.values.get(field)?.shown;
    return [
      {
        startDay: value('startDay'),
        endDay: value('endDay'),
        startTime: value('startTime'),
        endTime: value('endTime'),
        event: value('event'),
        institution: value('institution'),
        place: value('place'),
        officers: value('officers'),
        isCancelled: kind === 'cancelled',
      },
    ];
  });

const cases: readonly (readonly [string, MadeLedger])[] = [
  ...madeLedgers(),
  ...dirtierLedgers(),
].map((made) => [made.name, made]);

describe.each(cases)('%s', (_name, made) => {
  const read = reading(made.ledger);
  const { plan, tabs } = imported(read, made.ledger.name);

  test('comes in whole and as it was meant', () => {
    expect(readAs(read)).toEqual(made.events.map(told));
  });

  test('has every remark somewhere', () => {
    const texts = plan.requests.map(({ cells }) => JSON.stringify([...cells.values()]));
    const missing = made.events.filter(
      ({ remark, isCancelled }, index) => !isCancelled && !texts[index]?.includes(remark),
    );

    expect(missing).toEqual([]);
  });

  test('leaves hardly anything unsure', () => {
    const values = plan.requests.reduce(
      (sum, { source }) => sum + (source.event?.values.size ?? 0),
      0,
    );
    const unsure = plan.requests.reduce((sum, request) => sum + request.unsure.length, 0);

    expect(unsure / values).toBeLessThanOrEqual(0.05);
  });

  test('lists each value that is not in the ledger as it was written, beside its original', () => {
    const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
    const unlisted = plan.requests.flatMap(({ source }) => {
      // What stands above may be merged with it.
      const above = read.rows.filter(
        ({ sheet, row }) => sheet === source.sheet && row <= source.row,
      );
      const original = above.map(({ text }) => oneLine(text)).join(' | ');
      const listed = plan.notes.filter(
        ({ sheet, row }) => sheet === source.sheet && row === source.row,
      );
      return [...(source.event?.values ?? [])].flatMap(([field, { shown: value }]) =>
        original.includes(oneLine(value)) || listed.some((note) => note.field === field)
          ? []
          : [`${source.row} ${field} ${value}`],
      );
    });

    expect(unlisted).toEqual([]);
  });

  test('makes the recaps that an independent count makes', () => {
    const { observation, situation } = recognise(
      { tabs },
      { ledger: emptyLedger, now, timeZone, rules },
    );
    const decided = decide(observation.cases, situation);
    const [first] = made.events;
    const year = first?.from.year ?? 0;
    const months = Array.from({ length: 12 }, (_, index) => {
      const month = first?.from.toPlainYearMonth().with({ month: index + 1 });
      const view = month && monthlyRecapView(decided, situation, month);
      const held = view?.kegiatan.filter(({ status }) => status === 'Selesai').length;
      return [view?.kegiatan.length, held, view?.tanpaHari.length];
    });
    const counted = Array.from({ length: 12 }, (_, index) => {
      const those = made.events.filter(
        ({ from }) => from.year === year && from.month === index + 1,
      );
      return [those.length, those.filter(({ isCancelled }) => !isCancelled).length, 0];
    });

    expect(months).toEqual(counted);
  });

  test('adds nothing a second time, though staff put a row right and threw another away', () => {
    const [requests, notes] = tabs;
    if (requests === undefined || notes === undefined) throw new Error('no tabs');
    const [header = [], ...rows] = requests.rows;
    const edited = rows
      .slice(1)
      .map((cells, index) =>
        index === 0
          ? cells.map((cell) =>
              typeof cell === 'string' && cell.startsWith('R') ? `${cell} baru` : cell,
            )
          : cells,
      );
    const again = imported(read, made.ledger.name, [
      { ...requests, rows: [header, ...edited] },
      notes,
    ]);

    expect(again.plan.requests).toEqual([]);
    expect(again.plan.notes).toEqual([]);
  });
});

test('an event whose hour nobody wrote down is counted on its day', () => {
  const rows = [
    ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
    [1, '06/03/2025', '', 'Rakor Pangan', 'Dinas Pangan'],
  ];
  const read = reading({ name: 'buku.csv', sheets: [sheet(rows)] });
  const { tabs } = imported(read, 'buku.csv');

  const { observation, situation } = recognise(
    { tabs },
    { ledger: emptyLedger, now, timeZone, rules },
  );
  const view = monthlyRecapView(
    decide(observation.cases, situation),
    situation,
    Temporal.PlainYearMonth.from('2025-03'),
  );

  expect(view.kegiatan.map(({ hariPelaksanaan, status }) => [hariPelaksanaan, status])).toEqual([
    ['Kamis, 6 Maret 2025', 'Selesai'],
  ]);
});

test('events of two sheets whose days nobody can read are two events, and each is asked', () => {
  const monthly = (name: string) =>
    sheet(
      [
        ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
        [1, 'menyusul', '09.00', 'Rapat rutin', 'Dinas Pangan'],
        [2, '', '10.00', 'Rapat staf', 'Dinas Pangan'],
      ],
      { name },
    );
  const read = reading({ name: 'buku.xlsx', sheets: [monthly('Rapat A'), monthly('Rapat B')] });
  const { plan } = imported(read, 'buku.xlsx');

  expect(plan.requests.map(({ source, unsure }) => [source.sheet, source.row, unsure])).toEqual([
    ['Rapat A', 2, ['startDay']],
    ['Rapat A', 3, ['startDay']],
    ['Rapat B', 2, ['startDay']],
    ['Rapat B', 3, ['startDay']],
  ]);
});

test('a question is one line, though the cell that it is about has two', () => {
  const rows = [
    ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
    [1, 'menyusul\nkata Kabid', '09.00', 'Rakor', 'Dinas Pangan'],
  ];
  const { plan } = imported(reading({ name: 'buku.csv', sheets: [sheet(rows)] }), 'buku.csv');

  expect(plan.requests.map(({ cells }) => cells.get('importCheck'))).toEqual([
    expect.not.stringContaining('\n'),
  ]);
});
