import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factFields } from '../../../src/core/cases/desk.ts';
import { afterEventTab } from '../../../src/core/columns/after-event-tab.ts';
import { headerOf, requestTab } from '../../../src/core/columns/request-tab.ts';
import type { Cell, TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { isEmpty } from '../../../src/core/sheet/three-way.ts';
import { carriedOut, emptyLedger, type PureDesk, planOf } from '../../support/pure-pass.ts';

const afterwards = '2026-11-24T09:00:00+08:00';

type Row = Readonly<Record<string, Cell>>;

const tabOf = (name: string, headers: readonly string[], rows: readonly Row[]): TabSnapshot => ({
  name,
  rows: [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))],
});

const request: Row = {
  'Stempel waktu': 46_342.4,
  'Nama Pemohon': 'Rahmat Pakaya',
  'Instansi / Perangkat Daerah': 'Bappeda',
  'Nomor Telepon / WhatsApp': '081200001111',
  'Nama Kegiatan': 'Rapat Koordinasi',
  'Tanggal Mulai': '23/11/2026',
  'Jam Mulai': '09.00',
  'Tempat Kegiatan': 'Aula',
  'Jenis Layanan': 'Operator saja',
};

const headers = requestTab.columns.map(({ header }) => header);

const aDesk = (row: Row = {}, answers: readonly Row[] = []): PureDesk => ({
  tab: tabOf(requestTab.name, headers, [{ ...request, ...row }]),
  registers: answering(answers),
  ledger: emptyLedger,
});

const answering = (answers: readonly Row[]): PureDesk['registers'] => [
  tabOf(
    afterEventTab.name,
    afterEventTab.columns.map(({ header }) => header),
    answers.map((row) => ({ 'Nomor Tiket': 'VC-2026-0001', ...row })),
  ),
];

const passed = (desk: PureDesk, now = afterwards): PureDesk => carriedOut(desk, planOf(desk, now));

const cellIn = ({ tab }: PureDesk, header: string): Cell =>
  tab.rows[1]?.[tab.rows[0]?.indexOf(header) ?? -1] ?? '';

const typed = (desk: PureDesk, header: string, cell: Cell): PureDesk => {
  const at = headers.indexOf(header);
  const rows = desk.tab.rows.map((row, index) =>
    index === 1 ? headers.map((_, column) => (column === at ? cell : (row[column] ?? ''))) : row,
  );
  return { ...desk, tab: { ...desk.tab, rows } };
};

const told = (desk: PureDesk, ...answers: readonly Row[]): PureDesk => ({
  ...desk,
  registers: answering(answers),
});

describe('facts told after the event', () => {
  const answer: Row = {
    'Pejabat yang Memimpin': 'Budi Santoso',
    'Jabatan yang Memimpin': 'Asisten I',
    Mewakili: 'Gubernur',
    'Jam Mulai Sebenarnya': '9.15',
    'Jam Selesai Sebenarnya': 0.5,
    'Jumlah Peserta Hadir': '42 orang',
    'Ada Kendala': 'Tidak',
    'Hasil Rekaman': 'tidak direkam',
  };

  test('stand in the cells of the staff, and say where they come from', () => {
    const desk = passed(aDesk({}, [answer]));

    expect(factFields.map((field) => cellIn(desk, headerOf(field)))).toEqual([
      '09.15',
      '12.00',
      42,
      'Gubernur, diwakili oleh Budi Santoso (Asisten I)',
      'tidak',
      'tidak direkam',
    ]);
    expect(cellIn(desk, 'Keterangan')).toContain(
      'Peserta Hadir, Pejabat Memimpin, Kendala Ada, dan Hasil Rekaman diusulkan menurut isian Setelah Kegiatan. Ganti selnya bila keliru.',
    );
    expect(cellIn(desk, 'Status')).toBe('Selesai');
    expect(planOf(desk, afterwards).cells).toEqual([]);
  });

  test('go when the answer is taken back, and follow it when it is corrected', () => {
    const desk = passed(aDesk({}, [answer]));

    const corrected = passed(told(desk, { ...answer, 'Jam Mulai Sebenarnya': '10.00' }));
    expect(cellIn(corrected, 'Mulai Aktual')).toBe('10.00');

    const withdrawn = passed(told(desk));
    expect(factFields.map((field) => cellIn(withdrawn, headerOf(field)))).toEqual(
      factFields.map(() => ''),
    );
  });

  test('leave what staff typed before, of an earlier version too, and come back where they empty it', () => {
    const desk = passed(aDesk({ 'Mulai Aktual': '08.30', 'Peserta Hadir': 7 }));

    const after = passed(told(desk, answer));
    expect(cellIn(after, 'Mulai Aktual')).toBe('08.30');
    expect(cellIn(after, 'Peserta Hadir')).toBe(7);
    expect(cellIn(after, 'Selesai Aktual')).toBe('12.00');

    const emptied = passed(typed(after, 'Mulai Aktual', ''));
    expect(cellIn(emptied, 'Mulai Aktual')).toBe('09.15');
  });

  test('that disagree are asked and not proposed, until staff say which is right', () => {
    const desk = passed(
      aDesk({}, [
        answer,
        { ...answer, 'Pejabat yang Memimpin': 'Siti Aminah', 'Jam Mulai Sebenarnya': '09.15' },
      ]),
    );

    expect(cellIn(desk, 'Pejabat Memimpin')).toBe('');
    expect(cellIn(desk, 'Mulai Aktual')).toBe('09.15');
    const question =
      'Pejabat Memimpin: isian Setelah Kegiatan berbeda: "Gubernur, diwakili oleh Budi Santoso (Asisten I)" dan "Gubernur, diwakili oleh Siti Aminah (Asisten I)". Isi yang benar.';
    expect(cellIn(desk, 'Keterangan')).toContain(question);

    const settled = passed(typed(desk, 'Pejabat Memimpin', 'Siti Aminah (Asisten I)'));
    expect(cellIn(settled, 'Pejabat Memimpin')).toBe('Siti Aminah (Asisten I)');
    expect(cellIn(settled, 'Keterangan')).not.toContain(question);
  });

  test('of an event that has not begun are another one’s', () => {
    const desk = passed(aDesk({}, [answer]), '2026-11-22T09:00:00+08:00');

    expect(factFields.map((field) => cellIn(desk, headerOf(field)))).toEqual(
      factFields.map(() => ''),
    );
  });

  test('are found again when the ledger was lost, beside what staff had typed', () => {
    const desk = passed(typed(passed(aDesk({}, [answer])), 'Peserta Hadir', 50));

    const { tab, registers } = desk;
    const found = carriedOut(
      { tab, registers, ledger: emptyLedger },
      planOf({ tab, registers, ledger: emptyLedger }, afterwards, { adopt: true }),
    );
    const corrected = passed(
      told({ ...found, registers }, { ...answer, 'Jumlah Peserta Hadir': 9 }),
    );

    expect(cellIn(corrected, 'Peserta Hadir')).toBe(50);
  });

  test('never take the place of what a person typed, whatever is told and taken back meanwhile', () => {
    const facts = fc.constantFrom(...factFields.map(headerOf));
    const word = fc.constantFrom<Cell>('', '09.00', '10.30', 12, 'ya', 'Budi (Asisten I)', '?');
    const anAnswer = fc.record<Row>({
      'Jam Mulai Sebenarnya': word,
      'Jumlah Peserta Hadir': word,
      'Ada Kendala': word,
      'Pejabat yang Memimpin': word,
    });
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), header: facts, cell: word }),
      fc.record({
        kind: fc.constant('tell' as const),
        answers: fc.array(anAnswer, { maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 6 }), (deeds) => {
        let desk = passed(aDesk());
        const theirs = new Map<string, Cell>();
        for (const each of deeds) {
          if (each.kind === 'tell') desk = told(desk, ...each.answers);
          else {
            // Retyping what we proposed is no word of their own.
            const isOurs = !theirs.has(each.header) && cellIn(desk, each.header) === each.cell;
            desk = typed(desk, each.header, each.cell);
            if (isEmpty(each.cell)) theirs.delete(each.header);
            else if (!isOurs) theirs.set(each.header, each.cell);
          }
          desk = passed(desk);
          for (const [header, cell] of theirs) expect(cellIn(desk, header)).toBe(cell);
          expect(planOf(desk, afterwards).cells).toEqual([]);
        }
        const withdrawn = passed(told(desk));
        for (const header of factFields.map(headerOf))
          expect(cellIn(withdrawn, header)).toBe(theirs.get(header) ?? '');
      }),
      { numRuns: 6 },
    );
  });
});
