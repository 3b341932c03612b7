/** Which lists, bundles and proposals there are, for whom and for which periods. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import { auditFile } from '../../../src/documents/kinds/audit-file.ts';
import { officerActivities } from '../../../src/documents/kinds/officer-activities.ts';
import { yearlyNeeds } from '../../../src/documents/kinds/yearly-needs.ts';
import { wantedDocuments } from '../../../src/documents/wanted-documents.ts';
import {
  aCase,
  aDesk,
  aLicence,
  anOfficer,
  aSchedule,
  aSituation,
  instant,
} from '../../support/builders.ts';

const held = (overrides: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    decided: {
      state: { is: 'Selesai', because: '' },
      officers: {
        kind: 'assigned',
        people: [
          { name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: false },
          { name: 'Zainal Tak Terdaftar', role: 'support', provisional: false },
        ],
        because: '',
      },
      equipment: { reserved: [], shortage: [{ name: 'Speaker', quantity: 2, why: '' }] },
    },
    ...overrides,
  });

const archived = held({ staff: { imported: { kind: 'archive', questions: [] } } });

const kinds = [officerActivities, auditFile, yearlyNeeds];
const wantedAt = (now: string, cases: readonly Case[] = [held()], desk = aDesk()) =>
  wantedDocuments(cases, aSituation({ now, desk }), { kinds });
const keysAt = (...given: Parameters<typeof wantedAt>) => wantedAt(...given).map(({ key }) => key);

describe('what shows the work', () => {
  test('is made when its month, its quarter, its year is over, and only of whoever served', () => {
    const lists = ['kinerja/2026-11/andi-rahman', 'kinerja/2026-11/zainal-tak-terdaftar'];

    expect(keysAt('2026-11-30T09:00')).toEqual([]);
    expect(keysAt('2026-12-01T09:00')).toEqual(lists);
    expect(keysAt('2027-01-01T09:00')).toEqual([...lists, 'pemeriksaan/2026-4', 'usulan/2026']);
  });

  test('is not made of what an old ledger alone tells, nor of nothing', () => {
    expect(keysAt('2027-01-01T09:00', [archived])).toEqual([]);
    expect(keysAt('2027-01-01T09:00', [])).toEqual([]);
  });

  test('stays the same whoever looks later, and however the sheet is sorted', () => {
    const cases = [
      held(),
      held({ ticket: 'VC-2026-0002', answers: { schedule: aSchedule({ day: '2026-11-24' }) } }),
    ];

    expect(wantedAt('2027-03-01T09:00', cases.toReversed())).toEqual(
      wantedAt('2027-01-01T09:00', cases),
    );
  });

  test('tells two officers of one name apart', () => {
    const desk = aDesk({
      officers: [
        anOfficer({ name: 'Andi Rahman, S.Kom.' }),
        anOfficer({ name: 'Andi Rahman, S.T.' }),
      ],
    });
    const other = held({
      ticket: 'VC-2026-0002',
      decided: {
        state: { is: 'Selesai', because: '' },
        officers: {
          kind: 'assigned',
          people: [{ name: 'Andi Rahman, S.T.', role: 'lead', provisional: false }],
          because: '',
        },
      },
    });
    const keys = keysAt('2026-12-01T09:00', [held(), other], desk);

    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  test('gives an officer who is in no register a list that says so', () => {
    const lists = wantedAt('2026-12-01T09:00').map(({ view }) => view);

    expect(lists).toMatchObject([
      { petugas: { nama: 'Andi Rahman, S.Kom.' }, belumTerdaftar: false },
      { petugas: { nama: 'Zainal Tak Terdaftar', nip: '' }, belumTerdaftar: true },
    ]);
  });
});

describe('an officer’s list of a month', () => {
  const listOf = (subject: Case) => wantedAt('2026-12-01T09:00', [subject])[0]?.view;

  test('counts the hours that staff noted, of each day of an event', () => {
    const subject = held({
      answers: { schedule: aSchedule({ day: '2026-11-23', endDay: '2026-11-25' }) },
      staff: {
        actualStart: instant('2026-11-23T09:10').toZonedDateTimeISO('Asia/Makassar').toPlainTime(),
        actualEnd: instant('2026-11-23T11:40').toZonedDateTimeISO('Asia/Makassar').toPlainTime(),
        dutyLetterNumber: '800/1/2026',
      },
    });

    expect(listOf(subject)).toMatchObject({
      jumlahLama: '7 jam 30 menit',
      menurutJadwal: 0,
      tanpaCatatan: 0,
      tanpaNomorSurat: 0,
      kegiatan: [
        { lama: '7 jam 30 menit', peran: 'Operator utama', nomorSuratTugas: '800/1/2026' },
      ],
    });
  });

  test('takes hours from the schedule where nobody noted any, and none where it is open', () => {
    expect(listOf(held())).toMatchObject({
      jumlahLama: '2 jam',
      menurutJadwal: 1,
      tanpaCatatan: 1,
    });
    expect(listOf(held({ answers: { schedule: aSchedule({ openEnd: true }) } }))).toMatchObject({
      jumlahLama: '',
      tanpaLama: 1,
      kegiatan: [{ lama: '' }],
    });
  });

  test('names a confidential event only as it may travel', () => {
    const subject = held({ answers: { sensitivity: 'rahasia', event: 'Pembahasan Sandi' } });

    expect(JSON.stringify(wantedAt('2027-01-01T09:00', [subject]))).not.toContain('Sandi"');
    expect(JSON.stringify(wantedAt('2027-01-01T09:00', [subject]))).not.toContain(
      'Pembahasan Sandi',
    );
  });
});

describe('an event of which an old ledger tells the day and no hour', () => {
  const { schedule: _, ...answers } = archived.request.answers;
  const day = Temporal.PlainDate.from('2026-11-20');
  const hourless: Case = {
    ...archived,
    ticket: 'VC-2026-0009',
    request: { ...archived.request, answers: { ...answers, day } },
  };
  const viewOf = (key: string) =>
    wantedAt('2027-01-01T09:00', [held(), hourless]).find((each) => each.key === key)?.view;

  test('stands in its officer’s month, before what came later', () => {
    expect(viewOf('kinerja/2026-11/andi-rahman')).toMatchObject({
      jumlahKegiatan: 2,
      tanpaLama: 1,
      kegiatan: [
        {
          nomorTiket: 'VC-2026-0009',
          hariPelaksanaan: 'Jumat, 20 November 2026',
          waktu: 'jam tidak dicatat',
          menurutJadwal: false,
        },
        { nomorTiket: held().ticket },
      ],
    });
  });

  test('stands with its day in the register of its quarter', () => {
    expect(viewOf('pemeriksaan/2026-4')).toMatchObject({
      register: [{ hariPelaksanaan: 'Jumat, 20 November 2026' }, {}],
    });
  });
});

test('a register does not say of what nobody settled that it was not held', () => {
  const open = held({
    ticket: 'VC-2026-0003',
    decided: { state: { is: 'Diterima', because: '' } },
  });
  const off = held({ ticket: 'VC-2026-0004', decided: { state: { is: 'Ditolak', because: '' } } });

  expect(wantedAt('2027-01-01T09:00', [open, off]).map(({ view }) => view)).toMatchObject([
    { register: [{ pelaksanaan: 'Belum diketahui' }, { pelaksanaan: 'Tidak terlaksana' }] },
  ]);
});

test('a proposal does not say of what kind a thing is where its name says so', () => {
  const event = (ticket: string, decided: Case['decided']) =>
    held({ ticket, decided: { state: { is: 'Selesai', because: '' }, ...decided } });
  const cases = [
    event('VC-2026-0001', { licence: { kind: 'allocated', name: 'Zoom 100', because: '' } }),
    event('VC-2026-0002', {
      licence: { kind: 'short', because: '' },
      equipment: { reserved: [], shortage: [{ name: 'Drone', quantity: 1, why: '' }] },
    }),
  ].map((each, index) => ({
    ...each,
    request: {
      ...each.request,
      answers: {
        ...each.request.answers,
        equipment: index === 0 ? [] : [{ name: 'Drone', quantity: 1, known: true }],
      },
    },
  }));
  const desk = aDesk({ licences: [aLicence({ name: 'Zoom 100' })] });
  const proposal = wantedAt('2027-01-01T09:00', cases, desk).find(({ kind }) => kind === 'usulan');

  expect(proposal?.view).toMatchObject({
    usulan: [
      expect.stringMatching(/^Menambah 1 Akun Zoom: /),
      expect.stringMatching(/^Menambah 1 unit Drone: /),
    ],
  });
});

test('a register counts as recorded only what is, and says where nobody answered', () => {
  const incidents = [
    { ticket: 'VC-2026-0003', kind: 'koneksi', text: 'Putus.' } as const,
    { ticket: 'VC-2026-0003', kind: 'login', text: 'Terlambat.' } as const,
  ];
  const linkOnly = held({
    answers: { serviceKind: 'link' },
    decided: {
      state: { is: 'Selesai', because: '' },
      officers: { kind: 'not-needed', people: [], because: '' },
    },
  });
  const told = [
    held({ ticket: 'VC-2026-0002', staff: { incidents: false, systemTested: true } }),
    held({ ticket: 'VC-2026-0003' }),
    held({ ticket: 'VC-2026-0004', staff: { incidents: true } }),
  ];
  const [file] = wantedDocuments(
    [linkOnly, ...told],
    aSituation({ now: '2027-01-01T09:00', desk: aDesk({ incidents }) }),
    { kinds: [auditFile] },
  );

  expect(file?.view).toMatchObject({
    register: [
      {
        pemeriksaan: expect.stringMatching(/^0 dari 4 tercatat; 4 tidak diperlukan\. Belum: /),
        petugas: '',
        tanpaPetugas: 'Tidak diperlukan',
        kendalaTercatat: 'belum dijawab',
      },
      {
        pemeriksaan: expect.stringMatching(/^1 dari 8 tercatat\. Belum: /),
        kendalaTercatat: 'tidak ada',
      },
      { kendalaTercatat: '2' },
      { kendalaTercatat: 'ada, tetapi tidak dicatat' },
    ],
  });
});
