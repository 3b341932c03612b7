import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import type { Cell } from '../../src/core/sheet/snapshot.ts';
import { sampleDesk } from '../../src/demo/sample-desk.ts';
import { runs } from '../support/long-runs.ts';

const today = Temporal.PlainDate.from('2026-11-23');

type Row = Readonly<Partial<Record<string, Cell>>>;

const rowsOf = (tab: string, on = today): readonly Row[] =>
  sampleDesk({ today: on }).flatMap((sample) => (sample.tab === tab ? [...sample.rows] : []));

const requests = rowsOf('Permohonan');
const answers = (field: string): readonly string[] =>
  requests.flatMap((row) => (row[field] === undefined ? [] : [String(row[field])]));

describe('the sample desk', () => {
  test('is the same whenever it is made for the same day', () => {
    expect(sampleDesk({ today })).toEqual(sampleDesk({ today }));
  });

  test('has about forty requests and something in every tab that a desk fills', () => {
    expect(requests).toHaveLength(40);
    for (const { rows } of sampleDesk({ today })) expect(rows.length).toBeGreaterThan(0);
  });

  test('has on any day one event that runs today, one tomorrow and more in the next two weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (later) => {
        const on = today.add({ days: later });
        const ahead = rowsOf('Permohonan', on).map(
          ({ startDay }) => Number(startDay) - dayToSerial(on),
        );

        expect(ahead).toContain(0);
        expect(ahead).toContain(1);
        expect(ahead.filter((days) => days > 1 && days <= 14).length).toBeGreaterThan(5);
        expect(Math.min(...ahead.filter((days) => days < 0))).toBeLessThan(-80);
      }),
      { numRuns: runs(10, 30) },
    );
  });

  test('lists requests as they were received, and no sooner than today ends', () => {
    const received = requests.map(({ submittedAt }) => Number(submittedAt));

    expect(received).toEqual([...received].sort((one, other) => one - other));
    expect(Math.max(...received)).toBeLessThan(dayToSerial(today) + 1);
  });

  test.each([
    ['an open end spelt wrongly', 'endTime', /^S(?:eelsai|elsai)$|^sELESAI$/],
    ['an institution spelt in passing', 'institution', /^biro pem otda$/],
    ['a service spelt wrongly', 'serviceKind', /Zoon|Straming/],
    ['a number of participants with a dot', 'participants', /^1\.641$/],
    ['a span of participants', 'participants', /^1-300$/],
    ['a NIP of 14 to 17 digits', 'requesterNip', /^\d{14,17}$/],
    ['a NIP of 22 digits', 'requesterNip', /^\d{22}$/],
    ['a dash for a NIP', 'requesterNip', /^-$/],
    ['a telephone number without its 0', 'phone', /^8\d+$/],
    ['western time', 'startTime', /WIB/],
    ['a confidential event', 'sensitivity', /^Rahasia$/],
    ['nonsense', 'startDay', /^kapan-kapan$/],
    ['an answer that was changed', 'notes', /^Jawaban diubah/],
  ])('has %s', (_, field, pattern) => {
    expect(answers(field)).toContainEqual(expect.stringMatching(pattern));
  });

  test('has entries made after the event, an end before its start, several days, a double', () => {
    const isLate = ({ submittedAt, startDay }: Row): boolean =>
      Number(startDay) < Math.floor(Number(submittedAt));
    const letters = answers('letterNumber');

    expect(requests.filter(isLate).length).toBeGreaterThan(6);
    expect(
      requests.some(
        ({ startTime = '', endTime = '' }) => endTime < startTime && endTime === '08.00',
      ),
    ).toBe(true);
    expect(requests.filter(({ endDay }) => endDay !== undefined).length).toBeGreaterThan(2);
    expect(new Set(letters).size).toBe(letters.length - 1);
  });

  test('has a letter whose weekday is not that of its date', () => {
    const names = ['Senin', 'Selasa', 'Rabu', 'Kamis', "Jum'at", 'Sabtu', 'Minggu'];
    const isOff = (typed: string): boolean => {
      const [, name, d, m, y] = /^(\D+), (\d+)\/(\d+)\/(\d+)$/.exec(typed) ?? [];
      if (name === undefined) return false;
      const on = Temporal.PlainDate.from({ year: Number(y), month: Number(m), day: Number(d) });
      return names[on.dayOfWeek - 1] !== name;
    };

    expect(answers('startDay').filter(isOff).length).toBeGreaterThan(0);
    expect(answers('startDay').some((typed) => typed.includes(',') && !isOff(typed))).toBe(true);
  });

  test('wants more operators at one time than there are officers', () => {
    const days = new Map<string, number>();
    for (const { startDay, serviceKind } of requests)
      if (serviceKind === 'Link Host + Operator')
        days.set(String(startDay), (days.get(String(startDay)) ?? 0) + 1);

    expect(Math.max(...days.values())).toBeGreaterThan(
      rowsOf('Petugas').filter(({ team }) => team === 'Persandian').length,
    );
  });

  test('lacks the facts of A.2.8 in most events that are over, and has them all in a few', () => {
    const over = requests.filter(({ startDay }) => Number(startDay) < dayToSerial(today));
    const told = over.filter(
      ({ actualLeader, recordingResult, incidents }) =>
        actualLeader !== undefined && recordingResult !== undefined && incidents !== undefined,
    );

    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(over.length / 3);
  });
});
