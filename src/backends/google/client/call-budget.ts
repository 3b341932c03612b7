/**
 * Keeps the calls to Sheets below Google's quota for one user, so that a busy desk waits instead of being refused.
 *
 * Google counts 60 reads and 60 writes a minute and user (a batch counts as one). A few are left for whoever else
 * works under the same account.
 */
import { minuteMs } from '../../../core/sheet/time-units.ts';
import type { Pace } from '../../pace.ts';

export interface CallBudget {
  /** Resolves when a call of this kind may be sent. */
  take(kind: 'read' | 'write'): Promise<void>;
}

const windowMs = minuteMs;
const mostInWindow = 50;

export const openCallBudget = (pace: Pick<Pace, 'now' | 'wait'>): CallBudget => {
  const sent = { read: [] as number[], write: [] as number[] };
  return {
    async take(kind) {
      for (;;) {
        const now = pace.now();
        // A clock that was set back leaves calls in its future; they must not count until it has caught up.
        const recent = sent[kind].filter((at) => at > now - windowMs && at <= now);
        sent[kind] = recent;
        const oldest = recent[0];
        if (oldest === undefined || recent.length < mostInWindow) {
          recent.push(now);
          return;
        }
        await pace.wait(oldest + windowMs - now);
      }
    },
  };
};
