import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../../src/core/cases/desk.ts';
import type { ClockReading } from '../../../src/core/cases/situation.ts';
import {
  dueToday,
  openComplaints,
  overdueActions,
} from '../../../src/core/overview/due-sections.ts';
import { aCase, aDesk, aSituation, instant } from '../../support/builders.ts';

const running = (dueAt: string, flags: ClockReading['flags'] = []): ClockReading => ({
  kind: 'running',
  flags,
  dueAt: instant(dueAt),
  shown: '',
  sentence: '',
});

describe('due today', () => {
  test('are requests whose time ends today, unanswered and not late yet', () => {
    const cases = [
      running('2026-11-17T15:40'),
      running('2026-11-17T08:00', ['overdue']),
      running('2026-11-18T08:00'),
      { ...running('2026-11-17T16:00'), kind: 'met' as const },
    ].map((clock, index) => aCase({ ticket: `VC-2026-000${index}`, decided: { clock } }));

    const { rows } = dueToday(cases, aSituation());
    expect(rows.map(([ticket, , , , due]) => [ticket, due])).toEqual([
      ['VC-2026-0000', 'pukul 15.40 WITA'],
    ]);
  });
});

describe('open complaints', () => {
  const aComplaint = (overrides: Partial<Complaint>): Complaint => ({
    number: 'ADU-2026-0001',
    at: instant('2026-11-09T09:00'),
    kind: 'pengaduan',
    text: 'Diminta uang oleh petugas.',
    ...overrides,
  });

  test('stand there latest first, with what is left of their time, and never with their words', () => {
    const complaints = [
      aComplaint({ at: instant('2026-11-16T09:00'), handler: 'Citra Dewi' }),
      aComplaint({ number: 'ADU-2026-0002', kind: 'pungutan', answer: 'Sedang diperiksa.' }),
      aComplaint({ number: 'ADU-2026-0003', at: instant('2026-11-10T09:00') }),
      aComplaint({ number: 'ADU-2026-0004', kind: 'saran' }),
      aComplaint({ number: 'ADU-2026-0005', closed: Temporal.PlainDate.from('2026-11-10') }),
    ];

    const { rows } = openComplaints(aSituation({ desk: aDesk({ complaints }) }));
    expect(rows.map((row) => [row[0], row[6], row[4]])).toEqual([
      ['ADU-2026-0002', 'belum ditentukan', 'lewat 1 hari; sudah dijawab, belum ditutup'],
      ['ADU-2026-0003', 'belum ditentukan', 'jatuh tempo hari ini'],
      ['ADU-2026-0001', 'Citra Dewi', '6 hari lagi'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/uang|diperiksa\./);
  });
});

test('improvement actions are late from the day after they were due until they are done', () => {
  const due = (day: string) => Temporal.PlainDate.from(day);
  const base = { year: 2026, finding: 'Speaker kurang', state: 'berjalan' } as const;
  const actions = [
    { ...base, due: due('2026-11-16') },
    { ...base, due: due('2026-11-17') },
    { ...base, due: due('2026-11-01'), state: 'selesai' as const },
  ];

  const { rows } = overdueActions(aSituation({ desk: aDesk({ actions }) }));
  expect(rows.map((row) => row[4])).toEqual(['16 November 2026']);
});
