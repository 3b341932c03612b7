/** A pass over one desk of a fleet, and the delivery after it: what `serve` does for a desk of its own. */
import type { Pool } from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { minuteMs } from '../../core/sheet/time-units.ts';
import { openPostgresLedger } from '../../ledger/postgres/open-postgres-ledger.ts';
import type { Log } from '../../service/log.ts';
import { type OpenDesk, openDesk } from '../../service/open-desk.ts';
import { lastLookAfter } from '../../service/pass/rest.ts';
import { checkMemoryAloud } from '../../service/pass/tell-memory-check.ts';
import { runPass } from '../../service/pass.ts';
import type { Uptime } from '../../service/post/clock-watch.ts';
import { deliver } from '../../service/post/deliver.ts';
import type { TakenDesk } from '../store/desk-rows.ts';
import {
  type DeskMemory,
  type MemoryBounds,
  openKeptMemories,
  type TakenMemory,
} from './kept-memories.ts';
import { nightOfDesk, nightWork } from './night-check.ts';
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
  return async (placed, { taken, tenure, fence, nights }) => {
    const now = clock();
    const { timeZone } = placed.config;
    const { quiet } = taken;
    const whileOpen = async <T>(
      memory: DeskMemory,
      work: (desk: OpenDesk) => Promise<T>,
    ): Promise<T> => {
      const ledger = await openPostgresLedger({ database: pool, desk: taken.desk, fence });
      const lent = { ledger, tenure, kept: memory.desk };
      const desk = await openDesk(placed.config, { now, isService: true, lent });
      try {
        return await work(desk);
      } finally {
        await desk.close();
      }
    };
    const openAnew = async (): Promise<OpenDesk> => {
      const ledger = await openPostgresLedger({
        database: pool,
        desk: taken.desk,
        readOnly: true,
      });
      return openDesk(placed.config, {
        now,
        toWrite: false,
        rereads: true,
        lent: { ledger, tenure },
      });
    };
    /** What this pass works with; nothing from another night. */
    const remembered = async (
      night: string,
    ): Promise<TakenMemory & { readonly isNew: boolean }> => {
      const before = kept.take(placed, taken);
      const { checkNight } = taken;
      const work = nightWork(now, { night, checkNight, keptNight: before.night, timeZone });
      if (work === 'none') return { ...before, isNew: false };
      // First: what fails below is not gone through again tonight.
      if (checkNight !== night) await nights.begun(night);
      if (work === 'check') {
        const { memory } = before;
        const remembering = { now, memory: memory.passes, quiet, openAnew };
        await nights.found(
          await whileOpen(memory, (desk) =>
            checkMemoryAloud(desk, remembering, { log, desk: taken.desk }),
          ),
        );
      }
      return { ...kept.take(placed, taken), isNew: true };
    };

    const night = nightOfDesk(now, { desk: taken.desk, timeZone });
    const { memory, giveBack, isNew } = await remembered(night);
    return whileOpen(memory, async (desk) => {
      const report = await runPass(desk, {
        now,
        memory: memory.passes,
        ...(quiet && isRecent(taken) && !isNew && { quiet }),
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
      giveBack(look.kind === 'seen' ? { night, rows: look.cases.length, hasChanged } : undefined);
      return { kind: 'whole', hasChanged, ...(report.quiet && { quiet: report.quiet }) };
    });
  };
};

const isRecent = ({ lastWhole, now }: TakenDesk): boolean =>
  lastWhole !== undefined && now - lastWhole < wholeEveryMs;
