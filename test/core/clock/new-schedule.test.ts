import { describe, expect, test } from 'vitest';
import type { Moment, MomentKind } from '../../../src/core/cases/ledger-state.ts';
import {
  rescheduleDetail,
  rescheduleOrder,
  wasMovedBefore,
} from '../../../src/core/clock/new-schedule.ts';
import { instant, timeZone } from '../../support/builders.ts';

const moment = (kind: MomentKind, time: string): Moment => ({
  kind,
  at: instant(`2026-11-${time}`),
  ...(kind === 'cancelled' && { detail: rescheduleDetail }),
});
const received = moment('received', '16T09:00');
const order = (...moments: readonly Moment[]) => rescheduleOrder([received, ...moments], timeZone);

describe('the order Dijadwalkan Ulang', () => {
  test('waits until there is a new schedule', () => {
    expect(order(moment('cancelled', '17T09:00'))).toBe('waiting');
    expect(order(moment('cancelled', '17T09:00'), moment('rescheduled', '19T09:00'))).toBe('moved');
    expect(order(moment('rescheduled', '17T09:00'), moment('cancelled', '17T09:00'))).toBe('moved');
  });

  test('means the schedule that was changed just before, the same day', () => {
    const moments = [received, moment('rescheduled', '17T09:00'), moment('cancelled', '17T09:10')];

    expect(rescheduleOrder(moments, timeZone)).toBe('moved-before');
    expect(wasMovedBefore(moments, timeZone)).toBe(true);
    expect(wasMovedBefore([...moments, moment('confirmed', '18T09:00')], timeZone)).toBe(false);
  });

  test('waits where the changed schedule was confirmed since, is older, or answered an order already', () => {
    const changed = moment('rescheduled', '17T09:00');
    const again = moment('cancelled', '17T15:00');

    expect(order(changed, moment('confirmed', '17T10:00'), again)).toBe('waiting');
    expect(order(changed, moment('cancelled', '18T09:10'))).toBe('waiting');
    expect(order(moment('cancelled', '16T15:00'), changed, again)).toBe('waiting');
  });
});
