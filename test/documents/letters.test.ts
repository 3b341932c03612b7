import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/core/cases/ledger-state.ts';
import type { Case, OfficerAssignment } from '../../src/core/cases/situation.ts';
import type { State } from '../../src/core/cases/state.ts';
import type { WantedDocument } from '../../src/documents/document-kind.ts';
import { wantedDocuments } from '../../src/documents/wanted-documents.ts';
import {
  aCase,
  aDesk,
  anOfficer,
  aSchedule,
  aSituation,
  someSettings,
} from '../support/builders.ts';

const key = 'surat-tugas/VC-2026-0001';
const andi = anOfficer({ name: 'Andi, S.Kom.', nip: '198406122009031991' });
const budi = anOfficer({ name: 'Budi', nip: '198406122009031992' });
const head = { title: 'Kepala Dinas', name: 'Citra' };
const situation = aSituation({
  desk: aDesk({ officers: [andi, budi], settings: someSettings({ head }) }),
});

const sending = (names: readonly string[], provisional = false): OfficerAssignment => ({
  kind: 'assigned',
  because: '',
  people: names.map((name, at) => ({ name, role: at === 0 ? 'lead' : 'support', provisional })),
});

const anEvent = (
  is: State,
  names: readonly string[],
  { provisional = false, ...rest }: { provisional?: boolean } & Parameters<typeof aCase>[0] = {},
): Case =>
  aCase({
    ...rest,
    decided: { state: { is, because: '' }, officers: sending(names, provisional) },
  });

const letterOf = (subject: Case, made?: DocumentRecord): WantedDocument | undefined =>
  wantedDocuments([subject], situation, made && { made: new Map([[key, made]]) }).find(
    (document) => document.key === key,
  );

/** As the ledger remembers it after it was saved. */
const saved = (document: WantedDocument | undefined, edition = 1): DocumentRecord => {
  if (document?.letter === undefined) throw new Error('No letter was wanted.');
  const { isNext: _next, before: _before, firstLine: _line, ...letter } = document.letter;
  return { key, id: 'berkas', fingerprint: 'sidik', contentHash: 'isi', edition, letter };
};

const issued = saved(letterOf(anEvent('Terjadwal', ['Andi, S.Kom.'])));

describe('a letter that is no draft', () => {
  test.each([
    ['Dibatalkan', 'kegiatan dibatalkan'],
    ['Ditolak', 'permohonan ditolak'],
    ['Dijadwalkan Ulang', 'kegiatan dijadwalkan ulang'],
    ['Tidak Terlaksana', 'kegiatan tidak terlaksana'],
    ['Diterima', 'kegiatan tidak terjadwal lagi'],
  ] as const)(
    'of an event that is %s says on top why it is not valid, and in its name',
    (state, why) => {
      const marked = letterOf(anEvent(state, []), issued);

      expect(marked?.name).toBe(
        'VC-2026-0001 TIDAK BERLAKU - Surat Tugas - Rapat Koordinasi Perencanaan.docx',
      );
      expect(marked?.letter?.firstLine).toEqual({ text: `TIDAK BERLAKU: ${why}.` });
      // What it had told stands in it still.
      expect(marked?.view).toMatchObject({
        petugas: [{ nama: 'Andi, S.Kom.' }],
        tidakBerlaku: why,
      });
      expect(letterOf(anEvent(state, []), saved(marked))?.letter?.void).toBe(why);
    },
  );

  test('is another letter when others are sent, which names the one before; that one is marked first', () => {
    const next = letterOf(anEvent('Siap', ['Budi']), issued);

    const named =
      'Menggantikan Surat Tugas edisi 1 ("VC-2026-0001 Surat Tugas - Rapat Koordinasi Perencanaan"), yang tidak berlaku lagi. Yang berubah: petugas (semula Andi, S.Kom.).';
    expect(next?.view).toMatchObject({ menggantikan: named });
    expect(next?.letter).toMatchObject({ isNext: true });
    expect(next?.letter?.before?.letter?.void).toBe('diganti dengan edisi 2');
  });

  test('names the one before as long as it stands, and is not made again', () => {
    const next = letterOf(anEvent('Siap', ['Budi']), issued);
    const again = letterOf(anEvent('Siap', ['Budi']), saved(next, 2));

    expect(again?.letter?.isNext).toBe(false);
    expect(again?.view).toEqual(next?.view);
  });

  test('of a moved event is another letter that names both days', () => {
    const marked = saved(letterOf(anEvent('Dijadwalkan Ulang', []), issued));
    const schedule = aSchedule({ day: '2026-12-01' });
    const next = letterOf(
      anEvent('Terjadwal', ['Andi, S.Kom.'], { answers: { schedule } }),
      marked,
    );

    expect(next?.letter).toMatchObject({ isNext: true });
    expect(next?.letter?.before).toBeUndefined();
    expect(JSON.stringify(next?.view)).toMatch(/hari\/tanggal \(semula Senin/);
  });

  test('is valid again when the event is: the paper in people’s hands tells what is true', () => {
    const marked = saved(letterOf(anEvent('Dibatalkan', []), issued));
    const again = letterOf(anEvent('Terjadwal', ['Andi, S.Kom.']), marked);

    expect(again?.view).toEqual(letterOf(anEvent('Terjadwal', ['Andi, S.Kom.']))?.view);
    expect(again?.letter).toMatchObject({ isNext: false });
    expect(again?.letter?.void).toBeUndefined();
  });

  test('is left when the event took place', () => {
    expect(letterOf(anEvent('Selesai', ['Budi']), issued)).toBeUndefined();
  });

  test('prints no name that has become confidential since', () => {
    const secret = anEvent('Dibatalkan', [], { answers: { sensitivity: 'rahasia' } });

    expect(JSON.stringify(letterOf(secret, issued))).not.toContain('Koordinasi Perencanaan');
  });
});

describe('a draft', () => {
  const draft = saved(
    letterOf(anEvent('Terjadwal', ['Andi, S.Kom.', 'Budi'], { provisional: true })),
  );

  test('is made anew in its place, whatever changes', () => {
    expect(draft.letter?.isDraft).toBe(true);
    expect(letterOf(anEvent('Terjadwal', ['Budi']), draft)?.letter?.isNext).toBe(false);
  });

  test('does not stay one when no pass ran before the event was over', () => {
    const settled = letterOf(anEvent('Selesai', ['Andi, S.Kom.', 'Budi']), draft);

    expect(settled?.name).toBe('VC-2026-0001 Surat Tugas - Rapat Koordinasi Perencanaan.docx');
  });
});

test('a letter of which the ledger forgot what it told is marked all the same, once', () => {
  const { letter: _, ...forgotten } = issued;
  const marked = letterOf(anEvent('Dibatalkan', []), forgotten);

  expect(marked?.letter?.void).toBe('kegiatan dibatalkan');
  expect(
    letterOf(anEvent('Dibatalkan', []), { ...forgotten, title: marked?.name ?? '' }),
  ).toBeUndefined();
});

test('more than ten officers stand in an annex', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `Petugas ${at}`);
  const terlampir = (count: number) => letterOf(anEvent('Terjadwal', names(count)))?.view;

  expect(terlampir(10)).toMatchObject({ petugasTerlampir: false });
  expect(terlampir(11)).toMatchObject({ petugasTerlampir: true });
});
