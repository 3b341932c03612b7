/** What is wrong with a PostgreSQL, in words that a person can act on. */
import type { ServiceError } from '../../errors.ts';
import {
  LedgerConflictError,
  LedgerCorruptError,
  LedgerDiskError,
  LedgerLockedError,
  LedgerNotAllowedError,
  LedgerNotWritableError,
  LedgerUnreachableError,
} from '../errors.ts';

/** Runs the work; a trouble of the database comes out as an error that a person can act on. */
export const inWords = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw wordsFor(place, error) ?? error;
  }
};

/** Whether the database says that the same would go well once more. */
export const isCollision = (error: unknown): boolean => /^40(001|P01)$/.test(codeOf(error));

/** By SQLSTATE (appendix A of PostgreSQL's manual) or, before there was a connection, by what the machine says. */
const wordsFor = (place: string, error: unknown): ServiceError | undefined => {
  const code = codeOf(error);
  if (isCollision(error) || /^55P03$/.test(code)) return new LedgerLockedError(place, error);
  if (/^23/.test(code))
    return new LedgerConflictError('The change contradicts what the ledger holds.', error);
  if (/^(53100|58030)$/.test(code)) return new LedgerDiskError(place, error);
  if (/^25006$/.test(code)) return new LedgerNotWritableError(place, error);
  if (/^(28...|42501|3D000)$/.test(code)) return new LedgerNotAllowedError(place, error);
  if (/^XX00[12]$/.test(code) || isNoJson(error)) return new LedgerCorruptError(place, error);
  if (/^(08|53|57P|25P03)/.test(code) || isUnreachable(error))
    return new LedgerUnreachableError(place, error);
  return undefined;
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Somebody's hand was in it: what it keeps as JSON is none, as this program or PostgreSQL itself finds. */
const isNoJson = (error: unknown): boolean =>
  error instanceof SyntaxError || codeOf(error) === '22P02';

/** What a broken connection says of itself has no code in the driver. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT)/.test(codeOf(error)) ||
    /connection terminated|not queryable|connection timeout|trying to connect|SASL/i.test(
      error.message,
    ));
