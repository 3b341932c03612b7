import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { SeriesMark } from '../../../../src/core/cases/series.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { receipt } from '../../../../src/core/messages/kinds/receipt.ts';
import { seriesDays } from '../../../../src/core/messages/kinds/series-days.ts';
import { toSerial } from '../../../../src/core/sheet/serial.ts';
import { aCase, aSchedule, aSituation, instant, timeZone } from '../../../support/builders.ts';

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);
const stamp = toSerial(instant('2026-11-17T08:30'), timeZone);
const disclosure = {
  publicTopic: 'Rapat Evaluasi',
  mayPrintLink: true,
  mayPrintRecording: true,
} as NonNullable<Case['decided']['disclosure']>;

const origin = (marks: readonly (readonly [string, SeriesMark])[]): Case =>
  aCase({
    decided: { disclosure },
    series: { accepted: 'ya', marks: new Map(marks) },
    staff: {
      series: {
        kind: 'repeats',
        toldBy: 'startDay',
        own: plain('2026-11-23'),
        others: ['2026-11-30', '2026-12-07'].map(plain),
        isWorkdays: false,
        answer: { kind: 'yes', except: [], skips: new Set() },
        typed: 'ya',
      },
    },
  });

const row = (ticket: string, day: string, rest: Partial<Case> = {}): Case =>
  aCase({
    ticket,
    decided: { disclosure },
    answers: { schedule: aSchedule({ day }) },
    staff: { series: { kind: 'made', from: 'VC-2026-0001', day: plain(day) } },
    ...rest,
  });

const made = { kind: 'made', stamp } as const;
const told = (cases: readonly Case[], since = '2026-11-01T00:00') =>
  seriesDays.wants({
    cases,
    situation: aSituation(),
    told: new Map(),
    since: instant(since),
  });

const both = [
  ['2026-11-30', made],
  ['2026-12-07', made],
] as const;

describe('the days of an event that comes again', () => {
  test('are told once, each under its number, and none of them has a receipt of its own', () => {
    const rows = [row('VC-2026-0002', '2026-11-30'), row('VC-2026-0003', '2026-12-07')];

    const [message, ...more] = told([origin(both), ...rows]);

    expect(more).toEqual([]);
    expect(message?.view['daftar']).toEqual([
      { hari: 'Senin, 23 November 2026', tiket: 'VC-2026-0001' },
      { hari: 'Senin, 30 November 2026', tiket: 'VC-2026-0002' },
      { hari: 'Senin, 7 Desember 2026', tiket: 'VC-2026-0003' },
    ]);
    const look = {
      cases: rows,
      situation: aSituation(),
      told: new Map(),
      since: instant('2026-11-01T00:00'),
    };
    expect(receipt.wants(look)).toEqual([]);
  });

  test('are told no second time where one of them was deleted or called off since', () => {
    const before = told([
      origin(both),
      row('VC-2026-0002', '2026-11-30'),
      row('VC-2026-0003', '2026-12-07'),
    ]);
    const after = told([
      origin(both),
      row('VC-2026-0002', '2026-11-30', { handMade: { state: 'Dibatalkan' } }),
    ]);
    expect(after.map(({ facts }) => facts)).toEqual(before.map(({ facts }) => facts));
    expect(after[0]?.view['jumlah']).toBe(1);
  });

  test.each([
    ['not all of them stand there yet', origin([['2026-11-30', { kind: 'promised', stamp }]]), {}],
    ['all were left out', origin([['2026-11-30', { kind: 'skipped' }]]), {}],
    ['a lost ledger told of them', origin([['2026-11-30', { kind: 'made', stamp: 0 }]]), {}],
  ])('are not told while %s', (_, subject) => {
    expect(told([subject])).toEqual([]);
  });
});
