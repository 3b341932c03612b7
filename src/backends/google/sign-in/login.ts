/**
 * A person lets the service work as them: Google's page in the browser, its answer on this machine, the sign-in stored.
 *
 * On a machine with a browser Google's own package asks; our own way asks where it cannot (a named port, a trial's
 * endpoint, no browser), and once more where nothing lasting came of it. Whatever way the tokens came, they are held
 * against what is needed before they take the place of a sign-in that may still work.
 */
import type { Credentials as Tokens } from 'google-auth-library';
import type { Pace } from '../../pace.ts';
import { googleFetch } from '../client/google-fetch.ts';
import { lookAtAccount, type SeenAccount } from './account.ts';
import { readCredentials } from './credentials.ts';
import { consentByLocalAuth } from './local-auth-consent.ts';
import { consentByLoopback } from './loopback-consent.ts';
import { type ExtraRights, refuseMissingScopes, scopesFor } from './scopes.ts';
import { LoginNotNeededError, NoRefreshTokenError } from './sign-in-errors.ts';
import { formerAccountIn, type StoredSignIn, writeToken } from './token-file.ts';

export interface LoginOptions extends ExtraRights {
  /** Paths of the two files. */
  readonly credentials: string;
  readonly token: string;
  /** The sheet that the account is held against. */
  readonly spreadsheet?: string | undefined;
  /** Where Google answers, for trials; absent: Google. */
  readonly endpoint?: string | undefined;
  readonly fetch?: typeof fetch;
  /** The port for Google's answer; absent: any free one. */
  readonly port?: number | undefined;
  /** Whether a browser can be opened on this machine. */
  readonly hasBrowser: boolean;
  /** Shows Google's page to the person, as well as it can. */
  readonly showPage: (address: string, page: ShownPage) => void;
  /** Ends the wait: a `TimeoutError` as its reason when time is up. */
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

export interface ShownPage {
  /** Whether it was opened in the browser already. */
  readonly isOpened: boolean;
  /** Whether the person has seen Google's page before, and nothing lasting came of it. */
  readonly isAgain: boolean;
}

export interface LoggedIn extends SeenAccount {
  /** Who was signed in before, where that was somebody else. */
  readonly former?: string;
}

/**
 * Nothing is stored unless everything came.
 *
 * @throws ServiceError one of `sign-in-errors.ts` or `errors.ts`; in every case the port is closed again.
 */
export const login = async ({
  credentials,
  token,
  spreadsheet,
  endpoint,
  fetch = googleFetch(endpoint),
  port,
  hasBrowser,
  showPage,
  signal,
  pace,
  ...extra
}: LoginOptions): Promise<LoggedIn> => {
  const scopes = scopesFor(extra);
  const client = readCredentials(credentials);
  if (client.kind === 'service-account') throw new LoginNotNeededError(client.email);

  let loggedIn: LoggedIn | undefined;
  const keep = async (tokens: Tokens): Promise<void> => {
    const signIn = storedFrom(tokens, { clientId: client.clientId, agreedAt: pace.now() });
    refuseMissingScopes(signIn, scopes);
    const seen = await lookAtAccount({ tokens, spreadsheet, fetch, pace });
    const former = formerAccountIn(token);
    writeToken(token, { ...signIn, ...(seen.account !== undefined && { account: seen.account }) });
    const isOther = seen.account !== undefined && former !== seen.account;
    loggedIn = { ...seen, ...(former !== undefined && isOther && { former }) };
  };

  const isForLocalAuth = hasBrowser && port === undefined && endpoint === undefined;
  const tokens = isForLocalAuth
    ? await consentByLocalAuth({
        client,
        scopes,
        signal,
        showPage: (address) => showPage(address, { isOpened: true, isAgain: false }),
      })
    : undefined;
  if (tokens?.refresh_token) await keep(tokens);
  else {
    await consentByLoopback({
      client,
      scopes,
      signal,
      endpoint,
      fetch,
      port: port ?? 0,
      showPage: (address) => showPage(address, { isOpened: false, isAgain: isForLocalAuth }),
      keep,
    });
  }
  return loggedIn ?? { notices: [] };
};

const storedFrom = (
  { refresh_token, access_token, expiry_date, scope }: Tokens,
  { clientId, agreedAt }: Pick<StoredSignIn, 'clientId' | 'agreedAt'>,
): StoredSignIn => {
  if (!refresh_token) throw new NoRefreshTokenError();
  return {
    clientId,
    agreedAt,
    refreshToken: refresh_token,
    scopes: (scope ?? '').split(' ').filter((each) => each !== ''),
    ...(access_token && { accessToken: access_token }),
    ...(expiry_date && { accessUntil: expiry_date }),
  };
};
