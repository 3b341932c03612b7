/** A pass over one desk of a fleet, and the delivery after it: what `serve` does for a desk of its own. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Pool } from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { backendOf } from '../../backends/backends.ts';
import { minuteMs } from '../../core/sheet/time-units.ts';
import { openPostgresLedger } from '../../ledger/postgres/open-postgres-ledger.ts';
import type { Log } from '../../service/log.ts';
import { openDesk } from '../../service/open-desk.ts';
import type { PassReport } from '../../service/pass/pass-report.ts';
import { runPass } from '../../service/pass.ts';
import { deliver } from '../../service/post/deliver.ts';
import type { DeskPlaced } from '../settings/desk-places.ts';
import type { TakenDesk } from '../store/desk-rows.ts';
import type { FleetPass } from './serve-desk.ts';

/** Whatever the workbook says, everything is gone through so often: documents, photos and messages are no cells of it. */
const wholeEveryMs = 5 * minuteMs;

export const fleetPass =
  ({
    pool,
    clock,
    uptimeMs,
    log,
  }: {
    readonly pool: Pool;
    readonly clock: () => Temporal.Instant;
    readonly uptimeMs?: () => number;
    readonly log: Log;
  }): FleetPass =>
  async (placed, { taken, tenure, fence }) => {
    const answerHash = savedState(placed);
    if (answerHash !== undefined && isAsBefore(taken, answerHash)) return { kind: 'unchanged' };
    const now = clock();
    const desk = await openDesk(placed.config, {
      now,
      isService: true,
      lent: {
        ledger: await openPostgresLedger({ database: pool, desk: taken.desk, fence }),
        tenure,
      },
    });
    try {
      const report = await runPass(desk, { now });
      const post = await deliver(desk, { clock, ...(uptimeMs && { uptimeMs }) });
      const { look, cells, idle } = report;
      const fields = { desk: taken.desk, requests: look.cases.length, ...cells, idle };
      const refusals = look.refusals.map(({ kind }) => kind);
      if (refusals.length > 0) log.warn('pass refused', { ...fields, refusals });
      else if (idle) log.debug('pass finished', fields);
      else log.info('pass finished', fields);
      return {
        kind: 'whole',
        hasChanged: !idle || post.sent + post.withdrawn > 0,
        ...(isSettled(report) && answerHash !== undefined && { answerHash }),
      };
    } finally {
      await desk.close();
    }
  };

const isAsBefore = (
  { answerHash, nextInstant, lastWhole, now }: TakenDesk,
  found: string,
): boolean =>
  answerHash === found &&
  lastWhole !== undefined &&
  now - lastWhole < wholeEveryMs &&
  (nextInstant === undefined || now < nextInstant);

/** A pass that wrote left another file behind than it read; one that was refused is to be asked again. */
const isSettled = ({ idle, look }: PassReport): boolean => idle && look.refusals.length === 0;

/** Of a workbook on a disk: any save by anybody changes it. Asked before the pass reads. */
const savedState = ({ config, settingsHash }: DeskPlaced): string | undefined => {
  const { workbookPath } = backendOf(config);
  if (workbookPath === undefined) return undefined;
  const found = statSync(workbookPath, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = found;
  return createHash('sha256')
    .update([settingsHash, dev, ino, size, mtimeNs, ctimeNs].join(' '))
    .digest('hex');
};
