import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { ComplaintRecord } from '../../../src/core/cases/ledger-state.ts';
import { readComplaints } from '../../../src/core/reading/registers/complaints.ts';
import { numberComplaints } from '../../../src/core/rows/number-complaints.ts';
import { toSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { instant, timeZone } from '../../support/builders.ts';

const headers = ['Stempel waktu', 'Nama', 'Jenis', 'Isi', 'Ditangani Oleh', 'Nomor Pengaduan'];
const stamp = (text: string): Cell => toSerial(instant(text), timeZone);

type Known = ReadonlyMap<string, ComplaintRecord>;

const numbered = (rows: readonly (readonly Cell[])[], known: Known = new Map(), adopt = false) => {
  const snapshot = { tabs: [{ name: 'Pengaduan', rows: [headers, ...rows] }] };
  const complaints = readComplaints(snapshot, timeZone, []);
  return numberComplaints(complaints, {
    snapshot,
    known,
    now: Temporal.Instant.from('2026-11-23T01:00:00Z'),
    timeZone,
    adopt,
  });
};

/** What the ledger knows after a pass. */
const kept = (known: Known, { records }: ReturnType<typeof numberComplaints>): Known =>
  new Map([...known, ...records.map((record) => [record.number, record] as const)]);

const numbersOf = ({ complaints }: ReturnType<typeof numberComplaints>) =>
  complaints.map(({ number }) => number);

const row = (at: string, text: string, number = '', handler = ''): readonly Cell[] => [
  at === '' ? '' : stamp(at),
  '',
  'pengaduan',
  text,
  handler,
  number,
];

describe('numbers of complaints', () => {
  test('are given in the order in which they came, by the year in which they came', () => {
    const rows = [
      row('2026-11-20T10:00', 'Suara putus'),
      row('2025-12-30T10:00', 'Tautan salah'),
      row('2026-11-18T10:00', 'Petugas terlambat'),
    ];

    expect(numbersOf(numbered(rows))).toEqual(['ADU-2026-0002', 'ADU-2025-0001', 'ADU-2026-0001']);
  });

  test('stay when staff sort the tab and fill in who handles it', () => {
    const first = numbered([
      row('2026-11-18T10:00', 'Petugas terlambat'),
      row('2026-11-20T10:00', 'Suara putus'),
    ]);
    const later = numbered(
      [
        row('2026-11-20T10:00', 'Suara putus', 'ADU-2026-0002', 'Budi'),
        row('2026-11-18T10:00', 'Petugas terlambat', 'ADU-2026-0001'),
      ],
      kept(new Map(), first),
    );

    expect(numbersOf(later)).toEqual(['ADU-2026-0002', 'ADU-2026-0001']);
    expect(later.records).toEqual([]);
  });

  test.each([
    ['by the number beside it', row('', 'Suara putus sekali', 'ADU-2026-0001')],
    ['by its time stamp, where there is no column for the number', row('2026-11-20T10:00', 'Lain')],
  ])('stay when the text is corrected, %s', (_by, corrected) => {
    const known = kept(new Map(), numbered([row('2026-11-20T10:00', 'Suara putus')]));

    expect(numbersOf(numbered([corrected], known))).toEqual(['ADU-2026-0001']);
  });

  test('a copy that was given other words gets its own', () => {
    const original = row('2026-11-20T10:00', 'Suara putus', 'ADU-2026-0001');
    const known = kept(new Map(), numbered([original]));

    const copy = row('2026-11-21T10:00', 'Gambar putus', 'ADU-2026-0001');
    expect(numbersOf(numbered([copy, original], known))).toEqual([
      'ADU-2026-0002',
      'ADU-2026-0001',
    ]);
  });

  test('of a deleted one is not given again', () => {
    const known = kept(new Map(), numbered([row('2026-11-20T10:00', 'Suara putus')]));

    expect(numbersOf(numbered([row('2026-11-21T10:00', 'Gambar putus')], known))).toEqual([
      'ADU-2026-0002',
    ]);
  });

  test('rows that say the same share one, and are asked about', () => {
    const twice = numbered([
      row('2026-11-20T10:00', 'Suara putus'),
      row('2026-11-20T10:00', 'Suara putus', '', 'Budi'),
    ]);

    expect(numbersOf(twice)).toEqual(['ADU-2026-0001', 'ADU-2026-0001']);
    expect(twice.problems.map(({ row: at }) => at)).toEqual([2, 3]);
  });

  test('stand in the sheet and are taken over when the ledger was lost', () => {
    const rows = [
      row('2026-11-20T10:00', 'Suara putus', 'ADU-2026-0041'),
      row('2026-11-21T10:00', 'Gambar putus'),
    ];

    expect(numbersOf(numbered(rows, new Map(), true))).toEqual(['ADU-2026-0041', 'ADU-2026-0042']);
  });

  test('never change and are never shared by two that differ, however the rows are moved', () => {
    const day = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: 50 })), {
          maxLength: 8,
          selector: ([a, b]) => `${a} ${b}`,
        }),
        fc.infiniteStream(fc.nat()),
        (all, random) => {
          let known: Known = new Map();
          const given = new Map<string, string>();
          for (let count = 1; count <= all.length; count += 1) {
            const next = () => random.next().value ?? 0;
            const rows = all
              .slice(0, count)
              .map(([on, text]) => ({ text: `${on} ${text}`, at: `2026-11-0${on}T10:00` }))
              .map((each) => ({ each, order: next() }))
              .sort((a, b) => a.order - b.order)
              .map(({ each }) => each);
            const pass = numbered(
              rows.map(({ text, at }) => row(at, text, next() % 2 ? (given.get(text) ?? '') : '')),
              known,
            );
            known = kept(known, pass);
            for (const { text, number = '' } of pass.complaints) {
              expect(given.get(text) ?? number).toBe(number);
              given.set(text, number);
            }
            expect(new Set(given.values()).size).toBe(given.size);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
