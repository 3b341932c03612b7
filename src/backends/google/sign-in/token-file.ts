/**
 * The stored sign-in of a person: for the eyes of this user only, from the moment it comes to be.
 *
 * `login` writes it and nobody else (but for a lasting part that Google itself replaced), so no service that runs beside
 * can put a former sign-in over a new one; what it gets by the hour lies in `access-token-file.ts`.
 *
 * Whoever has it can read and write the sheet; so a file that others may read is refused, not merely mended: it
 * may have been seen.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../../files/make-folder.ts';
import { modeForOthers } from './secret-mode.ts';
import {
  NotSignedInError,
  TokenBrokenError,
  TokenNotWritableError,
  TokenTooOpenError,
} from './sign-in-errors.ts';

const schema = z.object({
  clientId: z.string().min(1),
  refreshToken: z.string().min(1),
  scopes: z.array(z.string()),
  /** When the person agreed; in "Testing" a sign-in ends seven days later. Milliseconds since 1970. */
  agreedAt: z.number(),
  /** Whose it is, for the words of the next login. */
  account: z.string().optional(),
  accessToken: z.string().optional(),
  /** When the access token ends, in milliseconds since 1970. */
  accessUntil: z.number().optional(),
});

export type StoredSignIn = Readonly<z.output<typeof schema>>;

/** @throws NotSignedInError, TokenTooOpenError, TokenBrokenError */
export const readToken = (path: string): StoredSignIn => {
  refuseOpen(path);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new TokenBrokenError(path);
  }
};

/** Who is signed in so far, as far as that was noted. */
export const formerAccountIn = (path: string): string | undefined => {
  try {
    return readToken(path).account;
  } catch {
    return undefined;
  }
};

const refuseOpen = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new NotSignedInError();
  const mode = modeForOthers(found);
  if (mode !== undefined) throw new TokenTooOpenError(path, mode);
};

/** @throws TokenNotWritableError The former file stays then. */
export const writeToken = (path: string, signIn: StoredSignIn): void => writeSecret(path, signIn);

/**
 * Stores it whole or not at all, mode 0600, in a folder that is made 0700 where there is none.
 *
 * @throws TokenNotWritableError The former file stays then.
 */
export const writeSecret = (path: string, content: object): void => {
  const draft = `${path}.${process.pid}.new`;
  try {
    makeFolder(dirname(path), { mode: 0o700 });
    rmSync(draft, { force: true });
    writeDraft(draft, `${JSON.stringify(content, undefined, 2)}\n`);
    renameSync(draft, path);
  } catch (error) {
    throw new TokenNotWritableError(path, reasonOf(error));
  }
};

/** Leaves nothing half-written behind: a piece of a secret is a secret. */
const writeDraft = (draft: string, text: string): void => {
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, text);
    chmodSync(draft, 0o600);
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
};

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
