/**
 * The account that the service works as: a person's stored sign-in, or a service account with its key.
 *
 * Nobody is asked anything here; `login.ts` does that once. Access tokens end every hour and are renewed by
 * google-auth-library; what it gets is stored, so that the next command starts without asking. Where somebody signs in
 * again meanwhile, that sign-in holds from then on.
 */
import type { Credentials, OAuth2Client } from 'google-auth-library';
import { ServiceError } from '../../../errors.ts';
import type { SignedIn } from '../client/signed-in.ts';
import { type DesktopClient, readCredentials, type ServiceAccount } from './credentials.ts';
import { type ExtraRights, scopesFor } from './scopes.ts';
import { ScopeMissingError, TokenOfOtherClientError } from './sign-in-errors.ts';
import { readToken, type StoredSignIn, writeToken } from './token-file.ts';

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
    ? serviceAccount(known, { fetch, scopes })
    : person(known, { fetch, token, scopes });
};

/** A request that says nothing for so long has failed; without it a dead line would hold us for ever. */
const answerTimeoutMs = 90_000;

const serviceAccount = async (
  { email, privateKey }: ServiceAccount,
  {
    fetch,
    scopes,
  }: { readonly fetch: typeof globalThis.fetch; readonly scopes: readonly string[] },
): Promise<SignedIn> => {
  const { JWT } = await import('google-auth-library');
  const auth = new JWT({
    email,
    key: privateKey,
    scopes: [...scopes],
    transporterOptions: { fetchImplementation: fetch, timeout: answerTimeoutMs },
  });
  return { auth, kind: 'service-account', forgetAccessToken: () => expire(auth) };
};

const person = async (
  { clientId, clientSecret }: DesktopClient,
  {
    fetch,
    token,
    scopes,
  }: {
    readonly fetch: typeof globalThis.fetch;
    readonly token: string;
    readonly scopes: readonly string[];
  },
): Promise<SignedIn> => {
  let stored = readToken(token);
  if (stored.clientId !== clientId) throw new TokenOfOtherClientError();
  refuseMissingScopes(stored, scopes);
  const { OAuth2Client } = await import('google-auth-library');
  const auth = new OAuth2Client({
    clientId,
    clientSecret,
    transporterOptions: { fetchImplementation: fetch, timeout: answerTimeoutMs },
  });
  auth.setCredentials(credentialsOf(stored));
  /** Whether somebody signed in again since we read the file; their sign-in is ours then. */
  const takeNewSignIn = (): boolean => {
    const now = readIfThere(token);
    if (now === undefined || now.clientId !== clientId) return false;
    if (now.refreshToken === stored.refreshToken) return false;
    refuseMissingScopes(now, scopes);
    stored = now;
    auth.setCredentials(credentialsOf(stored));
    return true;
  };
  auth.on('tokens', ({ access_token, expiry_date, refresh_token }) => {
    if (takeNewSignIn()) return;
    stored = {
      ...stored,
      ...(refresh_token && { refreshToken: refresh_token }),
      ...(access_token && { accessToken: access_token }),
      ...(expiry_date && { accessUntil: expiry_date }),
    };
    store(token, stored, { mustKeep: Boolean(refresh_token) });
  });
  return {
    auth,
    kind: 'user',
    forgetAccessToken: () => {
      if (!takeNewSignIn()) expire(auth);
    },
  };
};

const credentialsOf = ({ refreshToken, accessToken, accessUntil }: StoredSignIn): Credentials => ({
  refresh_token: refreshToken,
  access_token: accessToken ?? null,
  expiry_date: accessUntil ?? 1,
});

/** One that is away or broken for a moment ends no sign-in that still holds. */
const readIfThere = (path: string): StoredSignIn | undefined => {
  try {
    return readToken(path);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
};

/** An access token is good for an hour and can be had again: a full disk is no reason to stop for it. */
const store = (
  path: string,
  signIn: StoredSignIn,
  { mustKeep }: { readonly mustKeep: boolean },
): void => {
  try {
    writeToken(path, signIn);
  } catch (error) {
    if (mustKeep) throw error;
  }
};

/** @throws ScopeMissingError */
export const refuseMissingScopes = (
  { scopes }: Pick<StoredSignIn, 'scopes'>,
  wanted: readonly string[],
): void => {
  const missing = wanted.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissingError(missing);
};

/** Without an access token that still lasts, google-auth-library asks for another one before the next call. */
const expire = (auth: OAuth2Client): void => {
  auth.credentials = {
    refresh_token: auth.credentials.refresh_token ?? null,
    access_token: null,
    expiry_date: 1,
  };
};
