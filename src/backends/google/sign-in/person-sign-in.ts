/**
 * A person's sign-in. Access tokens end every hour and are renewed by google-auth-library; what it gets is kept, so that
 * the next command starts without asking.
 */
import type { Credentials as Tokens } from 'google-auth-library';
import { ServiceError } from '../../../errors.ts';
import type { SignedIn } from '../client/signed-in.ts';
import { answerTimeoutMs, expire } from './access-token.ts';
import { keepAccessToken, readAccessToken } from './access-token-file.ts';
import { type DesktopClient, readCredentials } from './credentials.ts';
import { stampsOf } from './file-stamps.ts';
import { refuseMissingScopes } from './scopes.ts';
import { TokenOfOtherClientError } from './sign-in-errors.ts';
import { readToken, type StoredSignIn, writeToken } from './token-file.ts';

/** @throws ServiceError one of `sign-in-errors.ts`. */
export const signInPerson = async (
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
}: {
  readonly credentials: string;
  readonly token: string;
}): HeldSignIn | undefined => {
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
