/**
 * The account that the service works as: a person's stored sign-in, or a service account with its key.
 *
 * Nobody is asked anything here; `login.ts` does that once. Where somebody signs in again meanwhile, or puts another
 * secret or key in place, that holds from the next call on.
 */
import type { SignedIn } from '../client/signed-in.ts';
import { readCredentials } from './credentials.ts';
import { signInPerson } from './person-sign-in.ts';
import { type ExtraRights, scopesFor } from './scopes.ts';
import { signInServiceAccount } from './service-account-sign-in.ts';

export interface SignInOptions extends ExtraRights {
  /** Paths of the two files. A service account has no token file. */
  readonly credentials: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/**
 * Reads the files and makes the account ready; Google is not asked before the first call.
 *
 * @throws ServiceError one of `sign-in-errors.ts`.
 */
export const openSignIn = async ({
  credentials,
  token,
  fetch,
  ...extra
}: SignInOptions): Promise<SignedIn> => {
  const known = readCredentials(credentials);
  const scopes = scopesFor(extra);
  return known.kind === 'service-account'
    ? signInServiceAccount(known, { fetch, credentials, scopes })
    : signInPerson(known, { fetch, credentials, token, scopes });
};
