/** What can be wrong with the ledger, told to the staff who run the command. */
import { ServiceError } from '../errors.ts';

/** A file stands where the ledger should be, and it is something else. */
export class NotALedgerError extends ServiceError {
  readonly code = 'not-a-ledger';

  constructor(path: string, cause?: unknown) {
    super({
      what: `The file "${path}" is not a ledger of this program; it was left as it is.`,
      todo: 'Correct "ledger" in layanan-vicon.json, or move the file elsewhere.',
      cause,
    });
  }
}

/** The ledger's file is damaged. */
export class LedgerCorruptError extends ServiceError {
  readonly code = 'ledger-corrupt';

  constructor(path: string, cause?: unknown) {
    super({
      what: `The ledger "${path}" is damaged.`,
      todo: 'Move it away; then bring it back from a copy, or rebuild it from the workbook with "npx layanan-vicon adopt".',
      cause,
    });
  }
}

/** The folder or file may not be opened or written by this account. */
export class LedgerNotWritableError extends ServiceError {
  readonly code = 'ledger-not-writable';

  constructor(path: string, cause: unknown) {
    super({
      what: `The ledger "${path}" cannot be opened or written.`,
      todo: 'Check that its folder exists and that the account that runs this program may write there, or correct "ledger" in layanan-vicon.json.',
      cause,
    });
  }
}

/** The disk is full, or would not take what was written. Nothing of the commit stands. */
export class LedgerDiskError extends ServiceError {
  readonly code = 'ledger-disk';

  constructor(path: string, cause: unknown) {
    super({
      what: `The ledger "${path}" could not be saved: the disk is full or failing.`,
      todo: 'Free some space or check the disk, and run again; what the ledger held is unharmed.',
      cause,
    });
  }
}

/** Another process is writing and did not finish while we waited. */
export class LedgerLockedError extends ServiceError {
  readonly code = 'ledger-locked';

  constructor(path: string, cause: unknown) {
    super({
      what: `Another program is writing the ledger "${path}".`,
      todo: 'Wait a moment and run again; if it stays so, close the program that has the file open.',
      cause,
    });
  }
}

/** A newer edition of the service has already changed the ledger's layout. */
export class LedgerTooNewError extends ServiceError {
  readonly code = 'ledger-too-new';

  constructor({ path, found, known }: { path: string; found: number; known: number }) {
    super({
      what: `The ledger "${path}" has layout ${found}; this program knows layouts up to ${known}.`,
      todo: 'Install the newest version of this program; the ledger was left as it is.',
    });
  }
}

/** The ledger is only to be read, but its layout must be brought up to date first. */
export class LedgerTooOldError extends ServiceError {
  readonly code = 'ledger-too-old';

  constructor(path: string) {
    super({
      what: `The ledger "${path}" has the layout of an older version.`,
      todo: 'Run "npx layanan-vicon run" once; it brings the ledger up to date.',
    });
  }
}

/** The server does not answer, or the connection to it broke. What was not said to be kept may or may not be. */
export class LedgerUnreachableError extends ServiceError {
  readonly code = 'ledger-unreachable';

  constructor(place: string, cause: unknown) {
    super({
      what: `The database of the ledger "${place}" cannot be reached.`,
      todo: 'Check that PostgreSQL runs and that address and network are right, and run again; what the ledger held is unharmed.',
      cause,
    });
  }
}

/** The server does not let this user in, or not do what we have to. */
export class LedgerNotAllowedError extends ServiceError {
  readonly code = 'ledger-not-allowed';

  constructor(place: string, cause: unknown) {
    super({
      what: `PostgreSQL refuses the ledger "${place}" to this user.`,
      todo: 'Check the user and the database in the address, and the password in PGPASSWORD or the file that PGPASSFILE names; the user needs the right to make and write the tables of its schema.',
      cause,
    });
  }
}

/** What people write would not fit into this database. */
export class DatabaseUnfitError extends ServiceError {
  readonly code = 'database-unfit';

  constructor(place: string, encoding: string) {
    super({
      what: `The database of the ledger "${place}" keeps texts as ${encoding}, and what people write may not fit into that.`,
      todo: `Make a database for the ledger: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    });
  }
}

/** The server lost sight of who held the desk, and nobody else took it. Nothing was written. */
export class ClaimLostError extends ServiceError {
  readonly code = 'claim-lost';

  constructor(place: string) {
    super({
      what: `The connection to "${place}" that held this desk broke off; nothing was written.`,
      todo: 'Nothing to do: the desk is held anew, and the next pass goes on.',
    });
  }
}

/** Something between us and PostgreSQL gives one session to many, so that a claim would keep nobody out. */
export class DatabasePooledError extends ServiceError {
  readonly code = 'database-pooled';

  constructor(place: string) {
    super({
      what: `The address of the ledger "${place}" leads to a connection pooler that shares sessions; nobody could be kept from working on the desk at the same time.`,
      todo: 'Name the address of PostgreSQL itself, or let the pooler give each client a session of its own (PgBouncer: pool_mode = session).',
    });
  }
}

/** The desk's ledger was moved elsewhere; what is here stays as it was then. */
export class LedgerMovedError extends ServiceError {
  readonly code = 'ledger-moved';

  constructor(path: string, movedTo: string) {
    super({
      what: `The ledger "${path}" was moved to "${movedTo}"; what is here is what it held then.`,
      todo: `Set "ledger" in layanan-vicon.json to "${movedTo}", and run again.`,
    });
  }
}

/** A ledger is to be moved to where there is one already. */
export class DeskThereAlreadyError extends ServiceError {
  readonly code = 'desk-there-already';

  constructor(place: string) {
    super({
      what: `At "${place}" there is the ledger of a desk already, and it is another one, or of another time. Nothing was moved.`,
      todo: 'Give another place with --to: a file that is not there yet, or a "?desk=" number that nobody has.',
    });
  }
}

/** There is nothing to move. */
export class NoLedgerError extends ServiceError {
  readonly code = 'no-ledger';

  constructor(place: string) {
    super({
      what: `At "${place}" there is no ledger of a desk, so there is nothing to move.`,
      todo: 'For a desk that never made a pass, set "ledger" in layanan-vicon.json to where it should be, and run.',
    });
  }
}

/** What was read back after a move is not what was moved. */
export class MoveUnequalError extends ServiceError {
  readonly code = 'move-unequal';

  constructor(place: string, table: string) {
    super({
      what: `What "${place}" took of the table "${table}" does not read back as it was. Nothing was moved.`,
      todo: 'The ledger is where it was, unharmed. Please report this.',
    });
  }
}

/** Another worker took the desk over, because this one was thought to be gone. Nothing was written. */
export class DeskTakenOverError extends ServiceError {
  readonly code = 'desk-taken-over';

  constructor() {
    super({
      what: 'Another instance took over this desk meanwhile; nothing was written.',
      todo: 'Nothing to do: the other one goes on with it.',
    });
  }
}

/** The change contradicts what the ledger holds. Nothing of it was kept. */
export class LedgerConflictError extends ServiceError {
  readonly code = 'ledger-conflict';

  constructor(what: string, cause?: unknown) {
    super({
      what,
      todo: 'Nothing was recorded. Run again; if it happens again, please report it.',
      cause,
    });
  }
}

/** Who works on a desk at the moment. */
export interface DeskHolder {
  readonly pid: number;
  readonly host: string;
  /** `serve` goes on for good, all else ends by itself. */
  readonly work: 'serve' | 'once';
  /** UTC, `2026-11-23 01:15:00`, by the holder's clock. */
  readonly since: string;
}

/** Another instance works on this desk. */
export class DeskBusyError extends ServiceError {
  readonly code = 'desk-busy';
  /** `undefined` while the other instance is just starting. */
  readonly holder: DeskHolder | undefined;

  constructor(holder: DeskHolder | undefined) {
    const who = holder && `process ${holder.pid} on "${holder.host}", since ${holder.since} UTC`;
    super(
      holder?.work === 'serve'
        ? {
            what: `"serve" (${who}) works on this desk and makes the passes itself.`,
            todo: 'There is no need to run anything beside it. For a setup stop that process, and start it again afterwards.',
          }
        : {
            what: `Another instance is working on this desk${who ? `: ${who}` : ''}.`,
            todo: 'Wait until it is done, or stop that process, and run again.',
          },
    );
    this.holder = holder;
  }
}
