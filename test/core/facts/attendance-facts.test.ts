import { describe, expect, test } from 'vitest';
import type { AttendanceReport } from '../../../src/core/cases/attendance.ts';
import type { AfterEvent, FactField, ToldFacts } from '../../../src/core/cases/desk.ts';
import type { Answers, StaffFacts } from '../../../src/core/cases/request.ts';
import { headerOf } from '../../../src/core/columns/request-tab.ts';
import { proposeFacts } from '../../../src/core/facts/propose-facts.ts';
import { aRequest, aSchedule, instant, timeZone } from '../../support/builders.ts';

const planned = aSchedule({ to: '12:00' });

const answer = (told: ToldFacts): AfterEvent => ({ row: 2, told });

const aReport = (overrides: Partial<AttendanceReport> = {}): AttendanceReport => ({
  times: [{ start: '2026-11-23T08:52', end: '2026-11-23T12:04' }],
  people: { least: 42, most: 42 },
  ...overrides,
});

/** What stands in the cells of an event on 23 November from 09.00 to 12.00, and what is asked beside them. */
const proposed = ({
  reports = [],
  told = [],
  staff = {},
  answers = {},
  unseen = false,
  standing = {},
}: {
  readonly reports?: readonly AttendanceReport[];
  readonly told?: readonly ToldFacts[];
  readonly staff?: Partial<StaffFacts>;
  readonly answers?: Partial<Answers>;
  readonly unseen?: boolean;
  readonly standing?: ToldFacts;
}) => {
  const { proposals, findings } = proposeFacts(
    { answers: told.map(answer), attendance: unseen ? 'unseen' : reports, hasIncident: false },
    {
      request: aRequest({ staff, answers: { schedule: planned, ...answers } }),
      now: instant('2026-11-30T09:00'),
      timeZone,
      isOpen: () => true,
      standing: (field: FactField) => standing[field] ?? '',
    },
  );
  return {
    cells: [proposals.actualStart, proposals.actualEnd, proposals.attended].map(
      (one) => one?.cell ?? '',
    ),
    asked: findings.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text]])),
  };
};

describe('a participant report beside an event', () => {
  test('proposes when it began and ended, and how many took part', () => {
    expect(proposed({ reports: [aReport()] })).toEqual({
      cells: ['08.52', '12.04', 42],
      asked: [],
    });
  });

  test('agrees with whoever names the planned hour in an open room, or one close to Zoom’s', () => {
    const reports = [aReport({ times: [{ start: '2026-11-23T08:30', end: '2026-11-23T12:40' }] })];

    expect(
      proposed({ reports, told: [{ actualStart: '09.00', actualEnd: '12.30', attended: 42 }] }),
    ).toEqual({ cells: ['09.00', '12.30', 42], asked: [] });
  });

  test('against what people said is asked', () => {
    const { cells, asked } = proposed({
      reports: [aReport()],
      told: [{ actualStart: '10.00', actualEnd: '11.00', attended: 60 }],
    });

    expect(cells).toEqual(['', '', '']);
    expect(asked).toEqual([
      [
        headerOf('actualStart'),
        'isian Setelah Kegiatan menyebut "10.00", sedangkan laporan peserta Zoom pukul 08.52. Isi yang benar.',
      ],
      [
        headerOf('actualEnd'),
        'isian Setelah Kegiatan menyebut "11.00", sedangkan laporan peserta Zoom pukul 12.04. Isi yang benar.',
      ],
      [
        headerOf('attended'),
        'isian Setelah Kegiatan menyebut 60, sedangkan laporan peserta Zoom 42 orang. Isi yang benar.',
      ],
    ]);
  });

  test.each<[string, Parameters<typeof proposed>[0], readonly unknown[], readonly string[]]>([
    [
      'of another day',
      { reports: [aReport({ times: [{ start: '2026-11-24T08:52', end: '2026-11-24T12:04' }] })] },
      ['', '', ''],
      ['laporan peserta Zoom bertanggal 24 November 2026, bukan hari kegiatan. Periksa berkasnya.'],
    ],
    [
      'of an account in another zone',
      { reports: [aReport({ times: [{ start: '2026-11-23T07:52', end: '2026-11-23T11:04' }] })] },
      ['', '', 42],
      [
        'laporan peserta Zoom menyebut rapat dibuka pukul 07.52, padahal jadwalnya pukul 09.00. Isi jam mulai dan selesai yang benar.',
      ],
    ],
    [
      'of another meeting',
      { reports: [aReport({ meetingId: '81200000000' })], staff: { meetingId: '823 4567 8901' } },
      ['', '', ''],
      [
        'laporan peserta Zoom berasal dari rapat dengan ID lain daripada ID Rapat baris ini. Periksa berkasnya.',
      ],
    ],
    [
      'of this meeting, as its link says',
      {
        reports: [aReport({ meetingId: '81234567890' })],
        staff: { meetingLink: 'https://contoh.zoom.us/j/81234567890?pwd=x' },
      },
      ['08.52', '12.04', 42],
      [],
    ],
    [
      'in which a name may be two people',
      { reports: [aReport({ people: { least: 41, most: 43 } })] },
      ['08.52', '12.04', ''],
      [
        'laporan peserta Zoom menyebut 41 sampai 43 orang, sebab ada nama yang mungkin dipakai lebih dari satu orang. Isi jumlahnya.',
      ],
    ],
    [
      'that is one of two',
      {
        reports: [
          aReport({ times: [{ start: '2026-11-23T08:52', end: '2026-11-23T09:40' }] }),
          aReport({ times: [{ start: '2026-11-23T09:45', end: '2026-11-23T12:04' }] }),
        ],
      },
      ['08.52', '12.04', ''],
      [
        'laporan peserta Zoom ada 2, dan peserta yang sama dapat tercatat di lebih dari satu. Isi jumlahnya.',
      ],
    ],
    [
      'whose dates are read in the order that falls on the event',
      {
        reports: [
          aReport({
            times: [
              { start: '2026-12-11T08:52', end: '2026-12-11T12:04' },
              { start: '2026-11-23T08:52', end: '2026-11-23T12:04' },
            ],
          }),
        ],
      },
      ['08.52', '12.04', 42],
      [],
    ],
    ['without any time', { reports: [aReport({ times: [] })] }, ['', '', 42], []],
    [
      'of nobody',
      { reports: [aReport({ people: { least: 0, most: 0 } })] },
      ['08.52', '12.04', ''],
      [],
    ],
    [
      'that cannot be looked at now leaves what it told',
      { unseen: true, standing: { actualStart: '08.52', attended: 42, incidents: 'ya' } },
      ['08.52', '', 42],
      [],
    ],
  ])('%s', (_, given, cells, texts) => {
    const { cells: found, asked } = proposed(given);

    expect(found).toEqual(cells);
    expect(asked.map(([, text]) => text)).toEqual(texts);
  });
});
