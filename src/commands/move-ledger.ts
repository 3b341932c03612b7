/** The command that takes a desk's ledger from a file to PostgreSQL, to another database, or back to a file. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { DeskClaim } from '../ledger/claim-desk.ts';
import { NoLedgerError } from '../ledger/errors.ts';
import { claimDeskAt, mayBeThere, openDatabaseAt } from '../ledger/ledger-home.ts';
import { moveLedger as move, type TableTally, weighMove } from '../ledger/move-ledger.ts';
import { isPostgresAddress, readPostgresPlace } from '../ledger/postgres/postgres-place.ts';
import type { Answer, Circumstances } from './answer.ts';

export interface MoveOptions {
  /** A file, or an address as the settings have it. */
  readonly to: string;
  readonly dryRun?: boolean;
}

/**
 * Moves the ledger whole or not at all, and says which line of the settings has to follow.
 * @throws DeskBusyError while somebody works on either desk
 */
export const moveLedger = async (
  { config: file, progress }: Circumstances,
  { to: wanted, dryRun = false }: MoveOptions,
): Promise<Answer> => {
  const config = readConfig(file);
  const [from, to] = [config.ledger, placeWanted(wanted)];
  if (from === to) throw new PlaceUnfitError('is where the ledger is already');
  if (!mayBeThere(from)) throw new NoLedgerError(from);
  progress(`Moving the ledger to ${to}`);
  const tallies = dryRun ? await weigh(from, to) : await moveClaimed(from, to);
  return answer({ from, to, tallies, dryRun, settings: config.file });
};

const placeWanted = (wanted: string): string => {
  if (!isPostgresAddress(wanted)) return resolve(wanted);
  const read = readPostgresPlace(wanted);
  if (read.kind === 'fault') throw new PlaceUnfitError(read.fault);
  return wanted;
};

const weigh = (from: string, to: string): Promise<readonly TableTally[]> =>
  opened({ from, to, readOnly: true }, weighMove);

const moveClaimed = async (from: string, to: string): Promise<readonly TableTally[]> => {
  const isNewFile = !isPostgresAddress(to) && !existsSync(to);
  if (isNewFile) makeFolder(dirname(to), { mode: 0o700 });
  const claims: DeskClaim[] = [];
  try {
    for (const place of [from, to]) claims.push(await claimDeskAt(place));
    return await opened({ from, to, readOnly: false, claims }, move);
  } catch (error) {
    // Half a ledger is none, and an empty one in its place would look like a loss.
    if (isNewFile) for (const rest of ['', '-wal', '-shm']) rmSync(`${to}${rest}`, { force: true });
    throw error;
  } finally {
    for (const claim of claims) await claim.release();
  }
};

const opened = async (
  {
    from,
    to,
    readOnly,
    claims = [],
  }: {
    readonly from: string;
    readonly to: string;
    readonly readOnly: boolean;
    readonly claims?: readonly DeskClaim[];
  },
  work: typeof move,
): Promise<readonly TableTally[]> => {
  const source = await openDatabaseAt(from, { readOnly, claim: claims[0] });
  try {
    const target = await openDatabaseAt(to, { readOnly, claim: claims[1] });
    try {
      return await work(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

const answer = ({
  from,
  to,
  tallies,
  dryRun,
  settings,
}: {
  readonly from: string;
  readonly to: string;
  readonly tallies: readonly TableTally[];
  readonly dryRun: boolean;
  readonly settings: string;
}): Answer => {
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0);
  const filled = tallies.filter((tally) => tally.rows > 0);
  const list = filled.map((tally) => `  ${tally.table}: ${tally.rows}`);
  const next = `Set "ledger" in ${settings} to ${JSON.stringify(to)}; then npx layanan-vicon doctor`;
  return {
    text: dryRun
      ? [`Would move ${rows} rows from ${from} to ${to}; nothing was changed.`, ...list].join('\n')
      : [
          `Moved ${rows} rows, read back and found equal table by table.`,
          ...list,
          `  from ${from} (kept as it was then, and marked: nothing goes on with it)`,
          `  to   ${to}`,
          '',
          `Next: ${next}`,
        ].join('\n'),
    data: { from, to, moved: !dryRun, tables: tallies, ...(!dryRun && { next }) },
    exit: 0,
  };
};

/** The ledger cannot be moved to where it was told to go. */
class PlaceUnfitError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(fault: string) {
    super({
      what: `The place that "--to" names ${fault}. Nothing was moved.`,
      todo: 'Give a file that is not there yet, or an address such as "postgres://user@host/database?desk=1".',
    });
  }
}
