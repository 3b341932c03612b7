/** A pass over one desk of a fleet, and the delivery after it: what `serve` does for a desk of its own. */
import type { Pool } from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { minuteMs } from '../../core/sheet/time-units.ts';
import { openPostgresLedger } from '../../ledger/postgres/open-postgres-ledger.ts';
import type { Log } from '../../service/log.ts';
import { openDesk } from '../../service/open-desk.ts';
import { lastLookAfter } from '../../service/pass/rest.ts';
import { runPass } from '../../service/pass.ts';
import type { Uptime } from '../../service/post/clock-watch.ts';
import { deliver } from '../../service/post/deliver.ts';
import type { TakenDesk } from '../store/desk-rows.ts';
import { type MemoryBounds, openKeptMemories } from './kept-memories.ts';
import type { FleetPass } from './serve-desk.ts';

/** Whatever the workbook says, everything is gone through so often: documents, photos and messages are no cells of it. */
const wholeEveryMs = 5 * minuteMs;

export interface FleetPassParts {
  readonly pool: Pool;
  readonly clock: () => Temporal.Instant;
  readonly uptime?: () => Uptime;
  readonly log: Log;
  /** How much a worker keeps of what passes made. */
  readonly remember: MemoryBounds;
}

export const fleetPass = ({ pool, clock, uptime, log, remember }: FleetPassParts): FleetPass => {
  const kept = openKeptMemories(remember);
  return async (placed, { taken, tenure, fence }) => {
    const now = clock();
    const { memory, giveBack } = kept.take(taken.desk);
    const desk = await openDesk(placed.config, {
      now,
      isService: true,
      lent: {
        ledger: await openPostgresLedger({ database: pool, desk: taken.desk, fence }),
        tenure,
        state: memory.state,
      },
    });
    try {
      const { quiet } = taken;
      const report = await runPass(desk, {
        now,
        memory: memory.passes,
        ...(quiet && isRecent(taken) && { quiet }),
      });
      // Also of a desk that rests: what is due by time is due whatever the workbook says.
      const last = lastLookAfter(report);
      const post = await deliver(desk, {
        clock,
        memory: memory.passes,
        ...(last && { last }),
        ...(uptime && { uptime }),
      });
      if (post.stopped !== undefined) log.warn('delivery stopped', { desk: taken.desk });
      const { look, cells, idle } = report;
      const hasTold = post.sent + post.withdrawn > 0;
      if (look.kind === 'unchanged') {
        giveBack(undefined);
        return hasTold ? { kind: 'whole', hasChanged: true } : { kind: 'unchanged' };
      }
      const fields = { desk: taken.desk, requests: look.cases.length, ...cells, idle };
      const refusals = look.refusals.map(({ kind }) => kind);
      if (refusals.length > 0) log.warn('pass refused', { ...fields, refusals });
      else if (idle) log.debug('pass finished', fields);
      else log.info('pass finished', fields);
      const hasChanged = !idle || hasTold;
      giveBack(look.kind === 'seen' ? { rows: look.cases.length, hasChanged } : undefined);
      return { kind: 'whole', hasChanged, ...(report.quiet && { quiet: report.quiet }) };
    } finally {
      await desk.close();
    }
  };
};

const isRecent = ({ lastWhole, now }: TakenDesk): boolean =>
  lastWhole !== undefined && now - lastWhole < wholeEveryMs;
