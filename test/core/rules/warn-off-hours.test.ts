import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { warnOffHours } from '../../../src/core/rules/warn-off-hours.ts';
import { aCase, aDesk, aSchedule, aSituation } from '../../support/builders.ts';

const christmas = Temporal.PlainDate.from('2026-12-25');
const desk = {
  ...aDesk(),
  holidays: new Map([
    ['2026-12-25', { day: christmas, kind: 'libur nasional' as const, name: 'Hari Raya Natal' }],
  ]),
};
const said = (
  schedule: Parameters<typeof aSchedule>[0],
  rest: Parameters<typeof aCase>[0] = {},
  now = '2026-11-17T09:00',
) =>
  warnOffHours([aCase({ answers: { schedule: aSchedule(schedule) }, ...rest })], {
    ...aSituation({ now }),
    desk,
  })
    .get('VC-2026-0001')
    ?.findings?.map(({ text }) => text) ?? [];

describe('warn off hours', () => {
  test('names the holiday on which an event falls', () => {
    expect(said({ day: '2026-12-25' })).toEqual([
      'Kegiatan jatuh di luar hari kerja: Jumat, 25 Desember 2026 (Hari Raya Natal, libur nasional). Pastikan lokasi dibuka dan petugas dapat bertugas.',
    ]);
  });

  test('names a week-end, and evenings of working days', () => {
    expect(said({ day: '2026-11-27', endDay: '2026-11-29' })[0]).toContain(
      'Sabtu, 28 November 2026 (akhir pekan) dan Minggu, 29 November 2026 (akhir pekan)',
    );
    expect(said({ from: '19:00', to: '21:00' })[0]).toContain(
      'Kegiatan pukul 19.00–21.00 di luar jam kerja',
    );
    expect(said({ from: '06:00', to: '08:00' })).toHaveLength(1);
    expect(said({ from: '10:00', to: '23:30', openEnd: true })).toEqual([]);
  });

  test('says nothing of office hours, of what has begun, and of what is called off', () => {
    expect(said({})).toEqual([]);
    expect(said({ day: '2026-11-28' }, {}, '2026-11-28T09:30')).toEqual([]);
    expect(said({ day: '2026-11-28' }, { handMade: { state: 'Dibatalkan' } })).toEqual([]);
  });
});
