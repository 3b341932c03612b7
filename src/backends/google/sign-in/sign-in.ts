/**
 * The account that the service works as: a person's stored sign-in, or a service account with its key.
 *
 * Nobody is asked anything here; `login.ts` does that once. Access tokens end every hour and are renewed by
 * google-auth-library; what it gets is kept, so that the next command starts without asking. Where somebody signs in
 * again meanwhile, or puts a client with another secret in place, that holds from the next call on.
 */
import { statSync } from 'node:fs';
import type { OAuth2Client, Credentials as Tokens } from 'google-auth-library';
import { ServiceError } from '../../../errors.ts';
import type { SignedIn } from '../client/signed-in.ts';
import { keepAccessToken, readAccessToken } from './access-token-file.ts';
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
    : person(known, { fetch, credentials, token, scopes });
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
  return {
    auth,
    kind: 'service-account',
    email,
    takeUpNewSignIn: () => undefined,
    forgetAccessToken: () => expire(auth),
  };
};

const person = async (
  known: DesktopClient,
  {
    fetch,
    credentials,
    token,
    scopes,
  }: {
    readonly fetch: typeof globalThis.fetch;
    readonly credentials: string;
    readonly token: string;
    readonly scopes: readonly string[];
  },
): Promise<SignedIn> => {
  const files = [token, credentials];
  let seen = stampsOf(files);
  let held: HeldSignIn = { client: known, stored: readToken(token) };
  refuseUnfit(held, scopes);
  const { OAuth2Client } = await import('google-auth-library');
  const auth = new OAuth2Client({
    ...known,
    transporterOptions: { fetchImplementation: fetch, timeout: answerTimeoutMs },
  });
  auth.setCredentials(tokensOf(held, token));

  /** Whether somebody signed in again since we read the files, or gave the client another secret; that is ours then. */
  const takeUp = (): boolean => {
    seen = stampsOf(files);
    const found = findSignIn({ credentials, token });
    if (found === undefined || isSame(found, held)) return false;
    refuseUnfit(found, scopes);
    held = found;
    Object.assign(auth, {
      _clientId: held.client.clientId,
      _clientSecret: held.client.clientSecret,
    });
    auth.setCredentials(tokensOf(held, token));
    return true;
  };
  auth.on('tokens', ({ access_token, expiry_date, refresh_token }) => {
    if (takeUp()) {
      // What came was asked for by the former sign-in, and takes its place only after this event.
      setImmediate(() => auth.setCredentials(tokensOf(held, token)));
      return;
    }
    if (refresh_token) {
      held = { ...held, stored: { ...held.stored, refreshToken: refresh_token } };
      writeToken(token, held.stored);
    }
    if (access_token && expiry_date) {
      keepAccessToken(token, held.stored, { accessToken: access_token, accessUntil: expiry_date });
    }
  });
  return {
    auth,
    kind: 'user',
    takeUpNewSignIn: () => {
      if (stampsOf(files) !== seen) takeUp();
    },
    forgetAccessToken: () => {
      if (!takeUp()) expire(auth);
    },
  };
};

/** What we work with: the program as Google knows it, and what a person let it do. */
interface HeldSignIn {
  readonly client: DesktopClient;
  readonly stored: StoredSignIn;
}

/** As the files say it now; those that are away, broken or half changed for a moment end no sign-in that still holds. */
const findSignIn = ({
  credentials,
  token,
}: Pick<SignInOptions, 'credentials' | 'token'>): HeldSignIn | undefined => {
  try {
    const client = readCredentials(credentials);
    const stored = readToken(token);
    const isWhole = client.kind === 'user' && client.clientId === stored.clientId;
    return isWhole ? { client, stored } : undefined;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
};

const isSame = (a: HeldSignIn, b: HeldSignIn): boolean =>
  a.stored.refreshToken === b.stored.refreshToken &&
  a.client.clientId === b.client.clientId &&
  a.client.clientSecret === b.client.clientSecret;

/** Changes whenever one of the files is written or replaced. */
const stampsOf = (paths: readonly string[]): string =>
  paths
    .map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size} ${found.mode}`;
    })
    .join('|');

const tokensOf = ({ stored }: HeldSignIn, tokenPath: string): Tokens => {
  const { accessToken, accessUntil } = readAccessToken(tokenPath, stored);
  return {
    refresh_token: stored.refreshToken,
    access_token: accessToken ?? null,
    expiry_date: accessUntil ?? 1,
  };
};

/** @throws TokenOfOtherClientError, ScopeMissingError */
const refuseUnfit = ({ client, stored }: HeldSignIn, scopes: readonly string[]): void => {
  if (stored.clientId !== client.clientId) throw new TokenOfOtherClientError();
  refuseMissingScopes(stored, scopes);
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
