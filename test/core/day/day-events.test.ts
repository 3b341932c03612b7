import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { contactOf } from '../../../src/core/day/contact.ts';
import { comingBack, eventsOn } from '../../../src/core/day/day-events.ts';
import { openChecksOf } from '../../../src/core/day/preparation.ts';
import { aCase, aDesk, aSchedule, aSituation, at } from '../../support/builders.ts';

const equipment = { reserved: [{ name: 'Speaker', quantity: 2 }], shortage: [] };

const held = (ticket: string, day: string, endDay = day) =>
  aCase({
    ticket,
    answers: { schedule: aSchedule({ day, endDay }) },
    decided: { equipment },
  });

describe('the events of a day', () => {
  const on = (day: string, cases: Parameters<typeof eventsOn>[0]) =>
    eventsOn(cases, Temporal.PlainDate.from(day)).map(({ subject }) => subject.ticket);

  test('are those with a session on it, by hour, without those that were called off', () => {
    const early = aCase({
      ticket: 'VC-2026-0009',
      answers: { schedule: aSchedule({ day: '2026-11-24', from: '08:00', to: '09:00' }) },
    });
    const off = {
      ...held('VC-2026-0003', '2026-11-24'),
      handMade: { state: 'Dibatalkan' } as const,
    };
    const days = held('VC-2026-0001', '2026-11-23', '2026-11-25');

    expect(on('2026-11-24', [days, off, early])).toEqual(['VC-2026-0009', 'VC-2026-0001']);
  });

  test('include one that goes on after midnight, and not one that ends at midnight', () => {
    const night = (end: string) => ({
      ...aSchedule({ day: '2026-11-23' }),
      sessions: [{ start: at('2026-11-23T22:00'), end: at(end) }],
    });

    expect(
      on('2026-11-24', [
        aCase({ ticket: 'VC-2026-0001', answers: { schedule: night('2026-11-24T01:00') } }),
        aCase({ ticket: 'VC-2026-0002', answers: { schedule: night('2026-11-24T00:00') } }),
      ]),
    ).toEqual(['VC-2026-0001']);
  });
});

describe('what has to come back', () => {
  const back = (now: string, cases: Parameters<typeof comingBack>[0]) =>
    comingBack(cases, aSituation({ now, desk: aDesk() })).map(({ subject }) => subject.ticket);

  test('is what events took that ended since the last working day', () => {
    const [thursday, friday, sunday] = [
      held('VC-2026-0001', '2026-11-19'),
      held('VC-2026-0002', '2026-11-20'),
      held('VC-2026-0003', '2026-11-22'),
    ];

    expect(back('2026-11-23T07:00', [thursday, friday, sunday])).toEqual([
      'VC-2026-0002',
      'VC-2026-0003',
    ]);
  });

  test('is nothing of an event that goes on, was called off, or was keyed in after it was over', () => {
    const going = held('VC-2026-0001', '2026-11-23', '2026-11-24');
    const off = {
      ...held('VC-2026-0002', '2026-11-23'),
      handMade: { state: 'Dibatalkan' } as const,
    };
    const late = {
      ...held('VC-2026-0003', '2026-11-23'),
      moments: [{ kind: 'received', at: at('2026-11-23T20:00').toInstant() }] as const,
    };

    expect(back('2026-11-24T07:00', [going, off, late])).toEqual([]);
  });
});

describe('the contact', () => {
  test('has whose telephone it is beside it', () => {
    expect(contactOf(aCase())).toBe('Sri Lestari; pemohon: Rahmat Pakaya, S.Sos., 081200000001');
    expect(contactOf(aCase({ answers: { placeContact: 'Sri 0813-9000-1111' } }))).toBe(
      'Sri 0813-9000-1111',
    );
  });
});

test('open checks are the columns that nobody ticked; nothing on site where only a link is asked for', () => {
  expect(openChecksOf(aCase({ staff: { placeChecked: true, network: 'tidak siap' } }))).toEqual([
    'Koordinasi Pemohon',
    'Koordinasi Jaringan (tidak siap)',
    'Alat di Lokasi',
    'Uji Sistem',
    'Konfigurasi Peserta',
    'Pengaturan Platform',
    'Materi Siap',
  ]);
  expect(openChecksOf(aCase({ answers: { serviceKind: 'link' } }))).toEqual([
    'Koordinasi Pemohon',
    'Uji Sistem',
    'Konfigurasi Peserta',
    'Pengaturan Platform',
  ]);
});
