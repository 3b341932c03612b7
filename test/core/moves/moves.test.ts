import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { licenceTab } from '../../../src/core/columns/licence-tab.ts';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { type RequestField, requestTab } from '../../../src/core/columns/request-tab.ts';
import { readRequest } from '../../../src/core/reading/read-request.ts';
import { observe } from '../../../src/core/rows/observe.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { aSituation } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { carriedOut, emptyLedger, type PureDesk, planOf } from '../../support/pure-pass.ts';
import { tabOf } from '../../support/tab-of.ts';

type Row = Partial<Readonly<Record<RequestField, Cell>>>;

const registers = [
  tabOf(
    officerTab,
    ['Rahmat Hulopi', 'Siti Lasena', 'Yusuf Mohamad', 'Dewi Ano'].map((name) => ({
      name,
      team: 'Persandian',
      competences: 'aplikasi video conference',
      active: '✓',
    })),
  ),
  tabOf(licenceTab, [
    { name: 'Zoom 1', capacity: 300, active: '✓' },
    { name: 'Zoom 2', capacity: 300, active: '✓' },
  ]),
];

const old: Row = {
  submittedAt: 46_342.4,
  requesterName: 'Rahmat Pakaya',
  email: 'rahmat@bappeda.test',
  institution: 'Bappeda',
  phone: '081200001111',
  event: 'Rapat Koordinasi Perencanaan',
  startDay: '23/11/2026',
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Keduanya',
  platform: 'Zoom',
  participants: 50,
  letterNumber: '005/123/2026',
};
const renewed: Row = {
  ...old,
  submittedAt: 46_343.5,
  startDay: '25/11/2026',
  letterNumber: '005/140/2026',
};
const now = '2026-11-18T14:00:00+08:00';

const indexOf = (field: RequestField): number =>
  requestTab.columns.findIndex((column) => column.field === field);

/** People at work over a sheet, and a pass whenever they stop. */
const life = (...rows: readonly Row[]) => {
  let desk: PureDesk = { tab: tabOf(requestTab, rows), registers, ledger: emptyLedger };
  const change = (
    rowsAfter: (below: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[],
  ) => {
    const [head = [], ...below] = desk.tab.rows;
    desk = { ...desk, tab: { ...desk.tab, rows: [head, ...rowsAfter(below)] } };
  };
  const settle = (at = now): void => {
    for (let pass = 0; pass < 4; pass += 1) {
      const plan = planOf(desk, at);
      if (pass > 0 && plan.cells.length === 0 && plan.ledger.moments.length === 0) return;
      desk = carriedOut(desk, plan);
    }
    throw new Error('the passes go on for ever');
  };
  return {
    settle,
    standing: () => desk,
    /** The cells that a pass would change whose ledger was lost. */
    adopted: () =>
      planOf({ ...desk, ledger: emptyLedger }, now, { adopt: true }).cells.map(
        ({ ticket, field, becomes }) => [ticket, field, becomes],
      ),
    change,
    add: (row: Row) => change((below) => [...below, ...tabOf(requestTab, [row]).rows.slice(1)]),
    type: (ticket: string, field: RequestField, cell: Cell) =>
      change((below) =>
        below.map((row) =>
          row[indexOf('ticket')] === ticket
            ? row.map((was, at) => (at === indexOf(field) ? cell : was))
            : row,
        ),
      ),
    cell: (ticket: string, field: RequestField): string =>
      String(
        desk.tab.rows.find((row) => row[indexOf('ticket')] === ticket)?.[indexOf(field)] ?? '',
      ),
    momentsOf: (ticket: string) =>
      (desk.ledger.moments.get(ticket) ?? []).map(({ kind, detail }) => [kind, detail]),
  };
};

const [a, b] = ['VC-2026-0001', 'VC-2026-0002'];

/** The old event is staffed, then the same comes for another day, and staff say so. */
const movedLife = () => {
  const desk = life(old);
  desk.settle();
  const before = { officers: desk.cell(a, 'officers'), licence: desk.cell(a, 'licence') };
  desk.add(renewed);
  desk.settle();
  desk.type(b, 'reason', 'geser');
  desk.settle();
  return { desk, before };
};

describe('a request for the same event on another day', () => {
  test('is asked about in the later row, with the word that accepts', () => {
    const desk = life(old);
    desk.settle();
    desk.add(renewed);
    desk.settle();

    expect(desk.cell(b, 'remarks')).toContain(
      'Mungkin ganda dengan VC-2026-0001 (23 November 2026 pukul 09.00), atau kegiatan itu digeser ke jadwal ini: instansi sama dan nama kegiatan serupa, jadwal berbeda. Bila digeser, tulis "geser" pada Alasan; bila ganda, pilih Status Dibatalkan dan tulis Alasan; bila kegiatan lain, tulis "bukan duplikat" pada Alasan.',
    );
    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual(['Diterima', 'Diterima']);
  });

  test('is the event once accepted: both name each other, and its people and licence follow', () => {
    const { desk, before } = movedLife();

    expect(before.officers).not.toBe('');
    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual([
      'Dijadwalkan Ulang',
      'Diterima',
    ]);
    expect(desk.cell(b, 'officers')).toBe(before.officers);
    expect(desk.cell(b, 'licence')).toBe(before.licence);
    expect([desk.cell(a, 'officers'), desk.cell(a, 'licence')]).toEqual(['', '']);
    expect(desk.cell(a, 'remarks')).toContain(
      'Digeser ke VC-2026-0002 (25 November 2026 pukul 09.00). Bila keliru, hapus kata "geser" dari Alasan VC-2026-0002.',
    );
    expect(desk.cell(b, 'remarks')).toContain(
      'Digeser dari VC-2026-0001 (23 November 2026 pukul 09.00); jadwal lama tidak berlaku lagi.',
    );
    expect(desk.cell(b, 'remarks')).not.toContain('Mungkin ganda');
    expect(desk.momentsOf(a)).toContainEqual(['cancelled', 'digeser ke VC-2026-0002']);
  });

  test('is not read again by the next look, in neither row', () => {
    const { desk } = movedLife();
    const situation = { ...aSituation({ now }), remembered: openRemembered() };
    const read: number[] = [];
    const look = () =>
      observe({
        ...desk.standing(),
        situation,
        read: (row) => {
          read.push(row.row);
          return readRequest(row);
        },
      }).cases.map(({ movedTo }) => movedTo);

    expect(look()).toEqual([b, undefined]);
    expect(read.splice(0)).not.toEqual([]);
    look();
    expect(read).toEqual([]);
  });

  test('brings along whom people named by hand, and says who cannot come', () => {
    const desk = life(old);
    desk.settle();
    desk.type(a, 'officers', 'Dewi Ano');
    desk.settle();
    desk.add(renewed);
    desk.settle();
    desk.type(b, 'reason', 'Digeser dari VC-2026-0001.');
    desk.settle();

    expect(desk.cell(b, 'officers')).toContain('Dewi Ano');

    desk.type(b, 'officers', 'Yusuf Mohamad');
    desk.settle();

    expect(desk.cell(b, 'officers')).toBe('Yusuf Mohamad');
    expect(desk.cell(a, 'officers')).toBe('Dewi Ano');
  });

  test('lets the old one come back when the word is taken out', () => {
    const { desk } = movedLife();

    desk.type(b, 'reason', '');
    desk.settle();

    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual(['Diterima', 'Diterima']);
    expect(desk.momentsOf(a).at(-1)?.[0]).toBe('resumed');
  });

  test('stays moved whatever becomes of the later row, and says so where that is gone', () => {
    const { desk } = movedLife();
    desk.type(b, 'event', 'Pelatihan Arsip');
    desk.settle();
    expect(desk.cell(a, 'state')).toBe('Dijadwalkan Ulang');

    desk.type(b, 'state', 'Dibatalkan');
    desk.type(b, 'reason', 'pimpinan berhalangan');
    desk.settle();
    expect(desk.cell(a, 'state')).toBe('Dijadwalkan Ulang');

    desk.change((below) => below.filter((row) => row[indexOf('ticket')] !== b));
    desk.settle();
    expect(desk.cell(a, 'state')).toBe('Dijadwalkan Ulang');
    expect(desk.cell(a, 'remarks')).toContain('baris VC-2026-0002 tidak ada lagi di lembar');
  });

  test('is known again after the ledger was lost', () => {
    const { desk } = movedLife();

    expect(desk.adopted()).toEqual([]);
  });

  test('answers an order to reschedule that waits for a new day', () => {
    const desk = life({ ...old, state: 'Dijadwalkan Ulang', reason: 'menunggu jadwal pimpinan' });
    desk.settle();
    expect(desk.cell(a, 'remarks')).toContain('menunggu jadwal baru');

    desk.add({ ...renewed, reason: 'geser' });
    desk.settle();

    expect(desk.cell(a, 'remarks')).toContain('Digeser ke VC-2026-0002');
    expect(desk.cell(a, 'remarks')).not.toContain('menunggu jadwal baru');
  });

  test('is not asked about once told apart, nor for another institution, title or a month later', () => {
    for (const other of [
      { reason: 'bukan duplikat' },
      { reason: 'bukan geseran' },
      { institution: 'Dinas Kesehatan' },
      { event: 'Pelatihan Arsip Digital' },
      { startDay: '30/12/2026' },
    ]) {
      const desk = life(old, { ...renewed, ...other });
      desk.settle();
      expect(desk.cell(b, 'remarks')).not.toContain('digeser');
    }
  });
});

describe('"geser" in Alasan', () => {
  test('asks which one where more would do', () => {
    const desk = life(old, { ...renewed, submittedAt: 46_342.6, startDay: '24/11/2026' }, renewed);
    desk.settle();
    desk.type('VC-2026-0003', 'reason', 'geser');
    desk.settle();

    expect(desk.cell('VC-2026-0003', 'remarks')).toContain(
      '"geser" pada Alasan belum menyebut kegiatan yang mana: VC-2026-0001 (23 November 2026 pukul 09.00) atau VC-2026-0002 (24 November 2026 pukul 09.00). Tulis "geser dari" dengan nomor tiketnya.',
    );
    expect(desk.cell(a, 'state')).toBe('Diterima');

    desk.type('VC-2026-0003', 'reason', 'geser dari vc-2026-0002');
    desk.settle();

    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual([
      'Diterima',
      'Dijadwalkan Ulang',
    ]);
  });

  test.each([
    'digeser dari no. VC-2026-0002',
    'geser dari VC-2026-0002 karena pimpinan dinas luar',
  ])('"%s" moves the one that it names, and no other that would do', (reason) => {
    const desk = life(
      old,
      { ...old, submittedAt: 46_342.6, event: 'Pelatihan Arsip', letterNumber: '005/9/2026' },
      { ...renewed, reason },
    );
    desk.settle();

    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual([
      'Diterima',
      'Dijadwalkan Ulang',
    ]);
  });

  test.each([
    ['geser dari VC-2026-0099', {}, 'VC-2026-0099 tidak digeser: nomor itu tidak ada'],
    ['geser dari VC-2026-0001', { attended: 40 }, 'sudah terlaksana'],
    ['geser dari VC-2026-0001', { importSource: 'Arsip: buku.xlsx' }, 'sudah terlaksana'],
    [
      'geser dari VC-2026-0001',
      { state: 'Dibatalkan', reason: 'batal' },
      'sudah tidak dilaksanakan menurut Status-nya',
    ],
    ['geser dari VC-2026-0001', { state: 'Siap' }, 'Status-nya dipilih oleh petugas'],
    ['geser', { event: 'Pelatihan Arsip' }, 'permohonan lama yang digeser tidak ditemukan'],
  ] as const)('"%s" says what cannot be done, and does nothing: %j', (reason, first, said) => {
    const desk = life({ ...old, ...first }, { ...renewed, reason });
    desk.settle();

    expect(desk.cell(b, 'remarks')).toContain(said);
    expect(desk.cell(a, 'state')).not.toBe('Dijadwalkan Ulang');
  });

  test('never makes two events wait for each other', () => {
    const desk = life(
      { ...old, reason: 'geser dari VC-2026-0002' },
      { ...renewed, reason: 'geser dari VC-2026-0001' },
    );
    desk.settle();

    expect([a, b].map((ticket) => desk.cell(ticket, 'state'))).toEqual([
      'Dijadwalkan Ulang',
      'Diterima',
    ]);
  });

  test.each(['dipindah ke aula', 'digeser karena pimpinan dinas luar', 'tidak digeser'])(
    'is not read into "%s"',
    (reason) => {
      const desk = life(old, { ...renewed, reason });
      desk.settle();

      expect(desk.cell(a, 'state')).toBe('Diterima');
    },
  );
});

test('whatever people do between passes: moved exactly while the word stands or is beyond reach', () => {
  const act = fc.oneof(
    fc.constant('sort' as const),
    fc.constant('delete' as const),
    fc.constantFrom('geser', '', 'bukan duplikat', 'geser dari VC-2026-0001'),
    fc.constantFrom('state:Dibatalkan', 'state:'),
    fc.constant('title' as const),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), (acts) => {
      const desk = life(old, renewed);
      desk.settle();
      let isMoved = false;
      let word = '';
      let [isGone, isCancelled] = [false, false];
      let isSimilar = true;
      for (const each of acts) {
        if (each === 'sort') desk.change((below) => below.toReversed());
        else if (each === 'delete') {
          desk.change((below) => below.filter((row) => row[indexOf('ticket')] !== b));
          isGone = true;
        } else if (each.startsWith('state:')) {
          desk.type(b, 'state', each.slice(6));
          isCancelled = each !== 'state:';
        } else if (each === 'title') {
          desk.type(b, 'event', 'Pelatihan Arsip');
          isSimilar = false;
        } else {
          desk.type(b, 'reason', each);
          word = each;
        }
        desk.settle();
        if (!isGone && !isCancelled) {
          const says = word.startsWith('geser');
          isMoved = says && (isMoved || isSimilar || word !== 'geser');
        }
        expect(desk.cell(a, 'state')).toBe(isMoved ? 'Dijadwalkan Ulang' : 'Diterima');
      }
    }),
    { numRuns: runs(4, 10) },
  );
});
