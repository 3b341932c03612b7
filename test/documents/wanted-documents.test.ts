import { describe, expect, test } from 'vitest';
import type { Case, Decided } from '../../src/core/cases/situation.ts';
import type { State } from '../../src/core/cases/state.ts';
import { stateNames } from '../../src/core/cases/state.ts';
import { wantedDocuments } from '../../src/documents/wanted-documents.ts';
import { aCase, aDesk, aSchedule, aSignature, aSituation, instant } from '../support/builders.ts';

const officers: Decided['officers'] = {
  kind: 'assigned',
  people: [{ name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: false }],
  because: '',
};
const equipment: Decided['equipment'] = {
  reserved: [],
  shortage: [{ name: 'Meja', quantity: 1, why: 'tidak ada' }],
};
const inState = (is: State, overrides: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    ...overrides,
    decided: { state: { is, because: '' }, officers, ...overrides.decided },
  });
const wanted = (subject: Case, now = '2026-11-17T09:00') =>
  wantedDocuments([subject], aSituation({ now }));
const kindsOf = (subject: Case): readonly string[] =>
  wanted(subject)
    .filter(({ ticket }) => ticket !== undefined)
    .map(({ kind }) => kind);

describe('wanted documents', () => {
  const expected: Readonly<Record<State, readonly string[]>> = {
    Diajukan: [],
    'Perlu Perbaikan': [],
    Diterima: ['kekurangan'],
    Dikoordinasikan: ['kekurangan'],
    Terjadwal: ['surat-tugas', 'kekurangan'],
    Disiapkan: ['surat-tugas', 'kekurangan'],
    Siap: ['surat-tugas', 'kekurangan'],
    Berlangsung: ['surat-tugas'],
    Selesai: ['laporan'],
    Ditutup: ['laporan'],
    Ditolak: [],
    Dibatalkan: [],
    'Dijadwalkan Ulang': [],
    'Tidak Terlaksana': [],
  };
  test.each(stateNames)('of a request short of equipment in the state %s', (state) => {
    expect(kindsOf(inState(state, { decided: { equipment } }))).toEqual(expected[state]);
  });

  test('have no notice once the requester brings the equipment', () => {
    const subject = inState('Terjadwal', { decided: { equipment }, staff: { shortageMet: true } });

    expect(kindsOf(subject)).toEqual(['surat-tugas']);
  });

  test('send nobody when nobody is needed, or when the event was keyed in afterwards', () => {
    const link = inState('Terjadwal', {
      decided: { officers: { kind: 'not-needed', people: [], because: '' } },
    });
    const late = inState('Berlangsung', { answers: { submittedAt: instant('2026-11-25T09:00') } });

    expect(kindsOf(link)).toEqual([]);
    expect(kindsOf(late)).toEqual([]);
  });

  test('lie by kind, year and month under names that start with the ticket', () => {
    const named = wanted(inState('Selesai')).map(({ key, folder, name }) => ({
      key,
      folder,
      name,
    }));

    expect(named).toEqual([
      {
        key: 'laporan/VC-2026-0001',
        folder: ['Laporan', '2026', '11 November'],
        name: 'VC-2026-0001 Laporan Kegiatan - Rapat Koordinasi Perencanaan (Draf).docx',
      },
      {
        key: 'rekap/2026-11',
        folder: ['Rekap', '2026'],
        name: '2026-11 Rekap Bulanan November 2026 (sementara).docx',
      },
    ]);
  });

  test('call the duty letter a draft while somebody on it may still change', () => {
    const people = [{ name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: true }] as const;
    const [letter] = wanted(
      inState('Terjadwal', { decided: { officers: { kind: 'assigned', people, because: '' } } }),
    );

    expect(letter).toMatchObject({
      folder: ['Surat Tugas', '2026', '11 November'],
      name: 'VC-2026-0001 Surat Tugas - Rapat Koordinasi Perencanaan (Draf).docx',
    });
  });

  test('drop "(Draf)" from the name when the facts are complete', () => {
    const reportFacts = { complete: true, waived: false, missing: [] };
    const [report] = wanted(inState('Ditutup', { decided: { reportFacts } }));

    expect(report).toMatchObject({
      name: 'VC-2026-0001 Laporan Kegiatan - Rapat Koordinasi Perencanaan.docx',
    });
  });

  test('bear no signature of their own accord, and tell whether they may be signed', () => {
    const approvedBy = aSignature('Abdul');
    const [report] = wanted(
      inState('Ditutup', {
        decided: { reportFacts: { complete: true, waived: false, missing: [] } },
        staff: { approvedBy },
      }),
    );

    expect(report?.view).toMatchObject({ disetujui: { nama: '' } });
    expect(report?.signing).toMatchObject({ isDraft: false, marks: { approved: approvedBy } });
    expect(wanted(inState('Selesai'))[0]?.signing?.isDraft).toBe(true);
  });

  test('cut a long topic at a word', () => {
    const event = `${'Rapat Koordinasi Teknis '.repeat(10)}akhir`;
    const [report] = wanted(inState('Selesai', { answers: { event } }));

    expect(report?.name).toBe(
      'VC-2026-0001 Laporan Kegiatan - Rapat Koordinasi Teknis Rapat Koordinasi Teknis Rapat… (Draf).docx',
    );
  });

  test('recap a month that had a complaint but no event, and evaluate no year of which only an improvement is known', () => {
    const desk = aDesk({
      complaints: [{ at: instant('2026-08-03T10:00'), kind: 'saran', text: 'Tambah kursi' }],
      actions: [{ year: 2024, finding: 'Speaker kurang', state: 'selesai' }],
    });

    const keys = wantedDocuments([], aSituation({ desk })).map(({ key }) => key);

    expect(keys).toEqual(['rekap/2026-08', 'pemeriksaan/2026-3']);
  });

  test('recap every month that is over or running and had requests, and evaluate every year that is over', () => {
    const on = (day: string) => inState('Diterima', { answers: { schedule: aSchedule({ day }) } });
    const cases = ['2025-12-30', '2026-09-01', '2026-11-02', '2026-12-24'].map(on);

    const periods = wantedDocuments(cases, aSituation()).filter(({ ticket }) => !ticket);

    expect(periods.map(({ key, name }) => [key, name])).toEqual([
      ['rekap/2025-12', '2025-12 Rekap Bulanan Desember 2025.docx'],
      ['rekap/2026-09', '2026-09 Rekap Bulanan September 2026.docx'],
      ['rekap/2026-11', '2026-11 Rekap Bulanan November 2026 (sementara).docx'],
      ['evaluasi/2025', '2025 Evaluasi Tahunan.docx'],
      ['pemeriksaan/2025-4', 'Berkas Pemeriksaan 2025 Triwulan IV.docx'],
      ['pemeriksaan/2026-3', 'Berkas Pemeriksaan 2026 Triwulan III.docx'],
    ]);
  });

  test('are the same all day long', () => {
    const cases = [inState('Selesai', { decided: { equipment } })];
    const at = (now: string) => JSON.stringify(wantedDocuments(cases, aSituation({ now })));

    expect(at('2026-11-24T00:01')).toEqual(at('2026-11-24T23:59'));
  });

  test('belong to the month in which a request without a readable date came in', () => {
    const { request, ...rest } = inState('Selesai');
    const { schedule: _, ...answers } = request.answers;
    const [report] = wanted({ ...rest, request: { ...request, answers } });

    expect(report?.folder).toEqual(['Laporan', '2026', '11 November']);
  });
});
