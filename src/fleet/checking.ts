/** What has to be true before a fleet may start, wherever it is asked. */
import type { ClientBase } from 'pg';
import { smtpPassword } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { releaseDeskLock, tryDeskLock } from '../ledger/postgres/desk-lock.ts';
import { type DeskPlaced, type Places, sharedPlaces } from './settings/desk-places.ts';
import { openLockClient } from './work/desk-locks.ts';

/** A room of locks that no desk is in. */
const trial = { schema: 'fleet check', desk: 1 };

/**
 * Takes one lock through two connections, as two workers would.
 * @throws SharedLocksError when both get it: one of them would work on a desk that is the other's.
 */
export const refuseSharedLocks = async (direct: string): Promise<void> => {
  const [one, other] = [
    await openLockClient({ address: direct, name: 'layanan-vicon check' }),
    await openLockClient({ address: direct, name: 'layanan-vicon check' }),
  ];
  try {
    if (await shareLocks(one, other)) throw new SharedLocksError();
  } finally {
    await one.end();
    await other.end();
  }
};

/** Whether what one of them holds is the other's, too. */
export const shareLocks = async (one: ClientBase, other: ClientBase): Promise<boolean> => {
  // Another check may be at it.
  if (!(await tryDeskLock(one, trial))) return false;
  const both = await tryDeskLock(other, trial);
  if (both) await releaseDeskLock(other, trial);
  await releaseDeskLock(one, trial);
  return both;
};

/** @throws SharedPlaceError, SharedPasswordError, NoDesksError */
export const refuseUnfit = ({ desks }: Pick<Places, 'desks'>): void => {
  const [shared] = sharedPlaces(desks);
  if (shared) throw new SharedPlaceError(shared);
  if (smtpPassword() !== undefined && desks.some(sendsBySmtp)) throw new SharedPasswordError();
  if (desks.length === 0) throw new NoDesksError();
};

const sendsBySmtp = ({ config }: DeskPlaced): boolean => config.messages.by === 'smtp';

class SharedLocksError extends ServiceError {
  readonly code = 'shared-locks';

  constructor() {
    super({
      what: 'Two connections got the same lock from the database: "direct" leads through a pooler that hands sessions to several clients.',
      todo: 'Let "direct" in the settings of the fleet lead straight to PostgreSQL; "database" may go on through the pooler.',
    });
  }
}

class SharedPlaceError extends ServiceError {
  readonly code = 'shared-place';

  constructor(names: readonly string[]) {
    super({
      what: `The desks ${names.map((name) => `"${name}"`).join(' and ')} share a workbook or a ledger.`,
      todo: 'Give each a workbook and, in "ledger", a number of its own.',
    });
  }
}

class SharedPasswordError extends ServiceError {
  readonly code = 'shared-password';

  constructor() {
    super({
      what: 'LAYANAN_VICON_SMTP_PASSWORD is set, and would be handed to the mail servers of all desks.',
      todo: 'Unset it, and name a file for each desk in "messages.smtp.passwordFile" of its settings.',
    });
  }
}

class NoDesksError extends ServiceError {
  readonly code = 'no-desks';

  constructor() {
    super({
      what: 'None of the desks can be opened by its settings.',
      todo: 'Run "npx layanan-vicon fleet check", which says of each what is wrong.',
    });
  }
}
