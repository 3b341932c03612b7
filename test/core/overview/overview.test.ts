import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { overviewGrid } from '../../../src/core/overview/overview.ts';
import { aCase, aSituation } from '../../support/builders.ts';

describe('overview', () => {
  test.each([
    ['Asia/Jakarta', 'WIB'],
    ['Asia/Makassar', 'WITA'],
    ['Asia/Jayapura', 'WIT'],
  ] as const)('tells times in the zone of an office in %s', (timeZone, zone) => {
    const start = Temporal.PlainDateTime.from('2026-11-23T09:00').toZonedDateTime(timeZone);
    const day = start.toPlainDate();
    const sessions = [{ start, end: start.add({ hours: 2 }) }];
    const schedule = { startDay: day, endDay: day, sessions, openEnd: false, zone };
    const situation = aSituation({ now: start.subtract({ hours: 1 }).toInstant(), timeZone });

    const grid = overviewGrid([aCase({ answers: { schedule } })], situation, []);

    expect(grid.flat().join(' | ')).toContain(`09.00 s.d. 11.00 ${zone}`);
  });
});
