import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licenceTab } from '../../../src/core/columns/licence-tab.ts';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { type RequestField, requestTab } from '../../../src/core/columns/request-tab.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { runs } from '../../support/long-runs.ts';
import { carriedOut, emptyLedger, type PureDesk, planOf } from '../../support/pure-pass.ts';

/** 25 November 2026, a Wednesday. */
const day = 46_351;
const people = ['Rahmat Hulopi', 'Siti Aminah', 'Wahyu Dunggio'];

/** A busy day: requests of the same offices, hours and letters, and officers whom people chose by hand. */
const someRequest = fc
  .record({
    startTime: fc.constantFrom('09.00', '09.30'),
    endTime: fc.constantFrom('11.00', '12.00', 'selesai'),
    institution: fc.constantFrom('Bappeda', 'Dinas Sosial'),
    event: fc.constantFrom(
      'Rapat Koordinasi Stunting',
      'Rapat Evaluasi Kinerja',
      'Bimtek Operator',
    ),
    letterNumber: fc.constantFrom('', '005/12/2026', '005/13/2026'),
    officers: fc.constantFrom('', 'Rahmat Hulopi', 'Rahmat Hulopi\nSiti Aminah'),
    licence: fc.constantFrom('', 'Zoom 1'),
    state: fc.constantFrom('', '', '', 'batal', 'geser'),
    repeats: fc.constantFrom('', '', '', 'setiap Rabu sampai 16 Desember 2026'),
  })
  .map((typed): Partial<Record<RequestField, Cell>> => ({ startDay: day, ...typed }));

const headers = requestTab.columns.map(({ header }): Cell => header);

const rowOf = (typed: Partial<Record<RequestField, Cell>>, at: number): readonly Cell[] => {
  const cells: Partial<Record<RequestField, Cell>> = {
    submittedAt: 46_340 + at / 50,
    email: `pemohon${at % 3}@contoh.go.id`,
    requesterName: 'Yusuf Mohamad',
    requesterPosition: 'Kepala Bidang',
    place: `Aula ${at % 2}`,
    serviceKind: 'Link Host + Operator',
    platform: 'Zoom',
    participants: 40,
    ...typed,
  };
  return requestTab.columns.map(({ field }): Cell => cells[field] ?? '');
};

const someDesk: fc.Arbitrary<PureDesk> = fc
  .array(someRequest, { minLength: 4, maxLength: 6 })
  .map((requests) => ({
    tab: { name: requestTab.name, rows: [headers, ...requests.map(rowOf)] },
    registers: [
      {
        name: officerTab.name,
        rows: [
          ['Nama', 'Tim', 'Kompetensi', 'Aktif'],
          ...people.map((name) => [name, 'Persandian', 'aplikasi video conference', '✓']),
        ],
      },
      {
        name: licenceTab.name,
        rows: [
          ['Akun', 'Kapasitas', 'Aktif'],
          ['Zoom 1', 100, '✓'],
          ['Zoom 2', 300, '✓'],
        ],
      },
    ],
    ledger: emptyLedger,
  }));

/** What each ticket's cells are to become, without where its row stands. */
const cellsOf = (desk: PureDesk, now: string): readonly string[] =>
  planOf(desk, now)
    .cells.map(({ ticket, field, becomes }) => `${ticket} ${field}: ${JSON.stringify(becomes)}`)
    .sort();

describe('the order of the rows', () => {
  test('changes nothing that we write into any of them', () => {
    fc.assert(
      fc.property(
        someDesk,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom(
          '2026-11-24T08:00:00+08:00',
          '2026-11-25T10:30:00+08:00',
          '2026-12-02T08:00:00+08:00',
        ),
        (typed, order, later) => {
          const noted = '2026-11-20T09:00:00+08:00';
          const desk = carriedOut(typed, planOf(typed, noted));
          const [head = [], ...rows] = desk.tab.rows;
          const sorted = rows
            .map((row) => ({ row, by: order.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ row }) => row);
          const shuffled = { ...desk, tab: { ...desk.tab, rows: [head, ...sorted] } };

          expect(cellsOf(shuffled, noted)).toEqual([]);
          expect(cellsOf(shuffled, later)).toEqual(cellsOf(desk, later));
        },
      ),
      { numRuns: runs(8, 300) },
    );
  });
});
