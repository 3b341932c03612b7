/**
 * The access token of the hour, kept so that the next command starts without asking Google for another one.
 *
 * It has a file of its own beside the sign-in, and counts only for the sign-in that it came from.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ServiceError } from '../../../errors.ts';
import { modeForOthers } from './secret-mode.ts';
import { type StoredSignIn, writeSecret } from './token-file.ts';

const schema = z.object({
  /** The mark of the sign-in. */
  of: z.string(),
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  accessUntil: z.number(),
});

export type AccessToken = Readonly<Omit<z.output<typeof schema>, 'of'>>;

/** The latest that is known for this sign-in, whether or not it still lasts. */
export const readAccessToken = (
  tokenPath: string,
  signIn: StoredSignIn,
): Pick<StoredSignIn, 'accessToken' | 'accessUntil'> => {
  const path = besides(tokenPath);
  try {
    if (modeForOthers(statSync(path)) !== undefined) return signIn;
    const kept = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return kept.of === markOf(signIn) ? kept : signIn;
  } catch {
    return signIn;
  }
};

/** It is good for an hour and can be had again: a full disk is no reason to stop for it. */
export const keepAccessToken = (
  tokenPath: string,
  signIn: StoredSignIn,
  access: AccessToken,
): void => {
  try {
    writeSecret(besides(tokenPath), { of: markOf(signIn), ...access });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
};

const besides = (tokenPath: string): string => `${tokenPath}.access`;

const markOf = ({ refreshToken }: StoredSignIn): string =>
  createHash('sha256').update(refreshToken).digest('base64url');
