import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../../src/core/cases/desk.ts';
import { handlerQuestions } from '../../../src/core/figures/complaint-handlers.ts';
import { complaintsOf } from '../../../src/core/figures/complaints.ts';
import { aCase, aDesk, aSituation, instant } from '../../support/builders.ts';

const aComplaint = (overrides: Partial<Complaint> = {}): Complaint => ({
  row: 2,
  number: 'ADU-2026-0001',
  at: instant('2026-11-16T09:00'),
  kind: 'pengaduan',
  text: 'Suara putus.',
  ...overrides,
});

const tracked = (complaint: Complaint, now: string) =>
  complaintsOf(aSituation({ now, desk: aDesk({ complaints: [complaint] }) }))[0];

describe('complaints', () => {
  test('have to be closed five working days after they came in, and are late the day after', () => {
    const [onTheDay, after] = ['2026-11-23T16:00', '2026-11-24T00:10'].map((now) =>
      tracked(aComplaint(), now),
    );

    expect([onTheDay?.dueOn?.toString(), onTheDay?.state]).toEqual(['2026-11-23', 'open']);
    expect([after?.state, after?.daysOpen]).toEqual(['overdue', 8]);
  });

  test('without a time stamp count from the day on which they were first seen', () => {
    const { at: _, ...unstamped } = aComplaint({ seenAt: instant('2026-11-17T09:00') });

    expect(tracked(unstamped, '2026-11-18T09:00')?.dueOn?.toString()).toBe('2026-11-24');
  });

  test('are late no more once they were closed; suggestions never are', () => {
    const closed = Temporal.PlainDate.from('2026-11-20');

    expect(tracked(aComplaint({ closed }), '2026-12-20T09:00')).toMatchObject({
      state: 'closed',
      daysOpen: 4,
    });
    expect(tracked(aComplaint({ kind: 'saran' }), '2026-12-20T09:00')?.state).toBe('open');
  });
});

describe('who handles a complaint', () => {
  const officers = {
    kind: 'assigned',
    people: [{ name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: false }],
    because: '',
  } as const;
  const subject = aCase({ ticket: 'VC-2026-0007', decided: { officers } });
  const asked = (complaint: Partial<Complaint>) =>
    handlerQuestions(
      [subject],
      aSituation({ desk: aDesk({ complaints: [aComplaint(complaint)] }) }),
    ).map(({ text }) => text);

  test('is asked about where that is who was on duty, however the name is typed', () => {
    expect(asked({ ticket: 'VC-2026-0007', handler: 'Andi Rahman' })).toEqual([
      expect.stringContaining('bertugas pada VC-2026-0007'),
    ]);
  });

  test('is asked about where the complaint names them', () => {
    const text = 'Pak Budi meminta uang transport.';

    expect(asked({ handler: 'Citra Dewi; Budi Santoso', text })).toEqual([
      expect.stringContaining('Budi Santoso, S.T. mungkin disebut'),
    ]);
  });

  test('is nobody’s question where others handle it, nobody does, or it is closed', () => {
    const ticket = 'VC-2026-0007';

    expect(asked({ ticket, handler: 'Budi Santoso' })).toEqual([]);
    expect(asked({ ticket })).toEqual([]);
    const closed = Temporal.PlainDate.from('2026-11-20');
    expect(asked({ ticket, handler: 'Andi Rahman', closed })).toEqual([]);
  });
});
