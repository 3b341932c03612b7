import { describe, expect, test } from 'vitest';
import {
  hasEnded,
  hasStarted,
  isCalledOff,
  isComplete,
  isLateEntry,
  receivedAt,
} from '../../../src/core/cases/case-facts.ts';
import { aCase, aRequest, instant } from '../../support/builders.ts';

describe('a case', () => {
  test.each([
    ['warning', true],
    ['defect', false],
    ['question', false],
  ] as const)('with a %s is complete: %s', (kind, expected) => {
    const request = aRequest({ findings: [{ kind, text: 'Periksa nomor telepon.' }] });

    expect(isComplete(aCase({ request }))).toBe(expected);
  });

  test.each([
    ['Dibatalkan', true],
    ['Dijadwalkan Ulang', true],
    ['Selesai', false],
  ] as const)('that staff call %s is called off: %s', (state, expected) => {
    expect(isCalledOff(aCase({ handMade: { state } }))).toBe(expected);
  });

  test.each([
    ['2026-11-23T08:59', false, false],
    ['2026-11-23T09:00', true, false],
    ['2026-11-23T11:00', true, true],
  ])('from 09.00 to 11.00 has at %s started: %s, ended: %s', (now, started, ended) => {
    expect([hasStarted(aCase(), instant(now)), hasEnded(aCase(), instant(now))]).toEqual([
      started,
      ended,
    ]);
  });

  test('was received when the ledger says so, else when the form says so', () => {
    const recorded = instant('2026-11-16T10:00');

    expect(receivedAt(aCase({ moments: [{ kind: 'received', at: recorded }] }))).toEqual(recorded);
    expect(receivedAt(aCase({ moments: [] }))).toEqual(instant('2026-11-16T09:00'));
  });

  test.each([
    ['2026-11-23T10:59', false],
    ['2026-11-23T11:00', true],
  ])('received at %s is a late entry: %s', (submitted, expected) => {
    expect(isLateEntry(aCase({ answers: { submittedAt: instant(submitted) } }))).toBe(expected);
  });
});
