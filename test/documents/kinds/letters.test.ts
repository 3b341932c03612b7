import { describe, expect, test } from 'vitest';
import type { Officer } from '../../../src/core/cases/desk.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import type { WantedDocument } from '../../../src/documents/document-kind.ts';
import {
  dutyLetter,
  dutyLetterSchema,
  dutyLetterView,
} from '../../../src/documents/kinds/duty-letter.ts';
import {
  shortageNoticeSchema,
  shortageNoticeView,
} from '../../../src/documents/kinds/shortage-notice.ts';
import { wantedDocuments } from '../../../src/documents/wanted-documents.ts';
import { aCase, aDesk, anOfficer, aSchedule, aSituation } from '../../support/builders.ts';

const withNip = (name: string) => anOfficer({ name, nip: '199003152015031004' });
const situation = aSituation({
  desk: aDesk({
    officers: ['Andi Rahman, S.Kom.', 'Budi Santoso, S.T.', 'Dedi Gobel, A.Md.'].map(withNip),
    legalBasis: ['Peraturan A', 'Peraturan B'],
  }),
});
const people = [
  { name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: false },
  { name: 'Budi Santoso, S.T.', role: 'support', provisional: true },
] as const;
const officers = { kind: 'assigned', people, because: '' } as const;

describe('the duty letter', () => {
  test('sends every officer, the lead first, and is signed by the head', () => {
    const view = dutyLetterView(aCase({ decided: { officers } }), situation);

    expect(view.petugas.map(({ nama, peran }) => [nama, peran])).toEqual([
      ['Andi Rahman, S.Kom.', 'Operator utama'],
      ['Budi Santoso, S.T.', 'Operator pendamping'],
    ]);
    expect(view).toMatchObject({
      acara: 'Rapat Koordinasi Perencanaan',
      dasarHukum: ['Peraturan A', 'Peraturan B'],
      penandaTangan: { jabatan: 'Kepala Dinas' },
    });
    expect(dutyLetterSchema.parse(view)).toEqual(view);
  });

  test('is a draft as long as somebody on it may still change', () => {
    const settled = people.map((person) => ({ ...person, provisional: false }));
    const draft = dutyLetterView(aCase({ decided: { officers } }), situation).draf;
    const final = dutyLetterView(
      aCase({ decided: { officers: { ...officers, people: settled } } }),
      situation,
    ).draf;

    expect([draft, final]).toEqual([true, false]);
  });

  test('is a draft that asks while it would send somebody whom it cannot name', () => {
    const settled = people.map((person) => ({ ...person, provisional: false }));
    const decided = {
      officers: { ...officers, people: settled },
      state: { is: 'Terjadwal', because: '' },
    } as const;
    const asked = (register: readonly Officer[]) => {
      const desk = { ...situation.desk, officers: register };
      const subject = aCase({ decided });
      return [
        dutyLetterView(subject, { ...situation, desk }).alasanDraf,
        dutyLetter.remarksBeside(subject, { ...situation, desk }).map(({ text }) => text),
      ];
    };
    const andi = withNip('Andi Rahman, S.Kom.');
    const nameless = anOfficer({ name: 'Budi Santoso, S.T.' });

    expect(asked([andi])).toEqual([
      ['Budi Santoso, S.T. tidak ada di tab Petugas'],
      ['Surat Tugas masih Draf: Budi Santoso, S.T. tidak ada di tab Petugas.'],
    ]);
    expect(asked([andi, nameless])[0]?.join()).toMatch(/^NIP Budi Santoso, S\.T\. belum diisi/);
    expect(asked([andi, { ...nameless, withoutNip: true }])).toEqual([[], []]);
  });

  test('names each person once, however the network colleague is spelled', () => {
    const view = dutyLetterView(
      aCase({
        decided: {
          officers: {
            ...officers,
            people: [{ name: 'Dedi Gobel, A.Md.', role: 'network', provisional: false }],
          },
        },
        staff: { networkOfficers: ['dedi gobel A.Md'] },
      }),
      situation,
    );

    expect(view.petugas.map(({ nama }) => nama)).toEqual(['Dedi Gobel, A.Md.']);
  });

  test('knows a network colleague whose name was typed short, twice', () => {
    const officers = [
      anOfficer({ name: 'Yunus Lamato, A.Md.', nip: '19900102', team: 'Jaringan' }),
    ];
    const view = dutyLetterView(
      aCase({
        decided: { officers: { kind: 'assigned', because: '', people: [] } },
        staff: { networkOfficers: ['yunus lamato', 'Lamato A.Md'] },
      }),
      aSituation({ desk: aDesk({ officers }) }),
    );

    expect(view.petugas).toMatchObject([{ nama: 'Yunus Lamato, A.Md.', nip: '19900102' }]);
  });
});

describe('the shortage notice', () => {
  const shortage = [{ name: 'Tripod Kamera', quantity: 1, why: 'Diminta 2, tersedia 1' }];

  test('says what is lacking, why, and that it is needed when preparation begins', () => {
    const view = shortageNoticeView(
      aCase({ decided: { equipment: { reserved: [], shortage } } }),
      situation,
    );

    expect(view).toMatchObject({
      jabatanPemohon: 'Kepala Subbagian Umum',
      peralatan: [{ nama: 'Tripod Kamera', jumlah: 1, alasan: 'Diminta 2, tersedia 1' }],
      tanggalDibutuhkan: '2026-11-23',
      jamDibutuhkan: '08:00',
      zonaWaktu: 'WITA',
      penandaTangan: { jabatan: 'Ketua Tim Kerja Persandian' },
    });
    expect(shortageNoticeSchema.parse(view)).toEqual(view);
  });

  test('is a draft, as a duty letter is, while the settings name nobody to sign', () => {
    const nobody = { title: 'Kepala', name: '' };
    const unsigned = aSituation({ desk: aDesk({ settings: { head: nobody, teamLead: nobody } }) });

    expect(shortageNoticeView(aCase(), unsigned).draf).toBe(true);
    expect(dutyLetterView(aCase(), unsigned).draf).toBe(true);
    expect(shortageNoticeView(aCase(), situation).draf).toBe(false);
  });

  test('leaves the time open while the date cannot be read', () => {
    const { request, ...rest } = aCase();
    const { schedule: _, ...answers } = request.answers;

    expect(
      shortageNoticeView({ ...rest, request: { ...request, answers } }, situation),
    ).toMatchObject({
      tanggalDibutuhkan: '',
      jamDibutuhkan: '',
      zonaWaktu: '',
    });
  });

  describe('of an event that would lack less at another hour', () => {
    const wishing = (rest: Parameters<typeof aCase>[0] = {}) =>
      aCase({ answers: { equipment: [{ name: 'Speaker', quantity: 2, known: true }] }, ...rest });
    const other = (to: string) =>
      aCase({
        ticket: 'VC-2026-0000',
        answers: {
          schedule: aSchedule({ from: '08:00', to }),
          place: 'Aula Lain',
          equipment: [{ name: 'Speaker', quantity: 2, known: true }],
        },
      });
    const key = 'kekurangan/VC-2026-0001';
    const letterOf = (cases: readonly Case[], now: string, made?: WantedDocument) => {
      const at = aSituation({ now, desk: situation.desk });
      const record = made?.letter && {
        key,
        id: 'berkas',
        fingerprint: 'sidik',
        contentHash: 'isi',
        edition: 1,
        letter: made.letter,
      };
      const known = record ? { made: new Map([[key, record]]) } : {};
      return wantedDocuments(decide(cases, at), at, known).find((each) => each.key === key);
    };

    test('offers those hours, and says when that was so', () => {
      expect(letterOf([other('10:00'), wishing()], '2026-11-17T09:00')?.view).toMatchObject({
        jamLain: [
          { waktu: '12.30 s.d. 14.30 WITA', tersedia: expect.stringContaining('2 Speaker') },
          {},
          {},
        ],
        tanggalKeadaan: '2026-11-17',
        jamKeadaan: '09:00',
      });
    });

    test('goes on saying so while other people’s events change, and another letter looks anew', () => {
      const made = letterOf([other('10:00'), wishing()], '2026-11-17T09:00');
      const later = letterOf([other('11:00'), wishing()], '2026-11-18T10:00', made);
      const more = wishing({
        answers: { equipment: [{ name: 'Speaker', quantity: 3, known: true }] },
      });
      const next = letterOf([other('11:00'), more], '2026-11-18T10:00', made);

      expect(later?.view).toEqual(made?.view);
      expect(later?.letter?.isNext).toBe(false);
      expect(next?.letter?.isNext).toBe(true);
      expect(next?.view).toMatchObject({ jamLain: [{}, {}], tanggalKeadaan: '2026-11-18' });
    });

    test('says nothing of them where it was made without', () => {
      const alone = letterOf([other('17:00'), wishing()], '2026-11-17T09:00');
      const later = letterOf([other('10:00'), wishing()], '2026-11-18T10:00', alone);

      expect(alone?.view).not.toHaveProperty('jamLain');
      expect(later?.view).toEqual(alone?.view);
    });
  });
});
