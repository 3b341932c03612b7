/**
 * A person lets the service work as them: Google's page in the browser, its answer on this machine, the sign-in stored.
 *
 * The answer comes to a port of 127.0.0.1 that is open only as long as it takes. It counts only with the `state`
 * that we gave (so nobody else's request ends or takes over the sign-in) and its code is worth something only to
 * us (PKCE). `@google-cloud/local-auth` does the same dance but listens on every interface, has neither `state` nor an
 * end in time, and hangs after a stray request; so it is done here, with Google's own client for the tokens.
 *
 * Source: RFC 8252 and Google's "OAuth 2.0 for iOS & Desktop Apps" (loopback IP address).
 */

import { randomBytes } from 'node:crypto';
import type { Credentials as Tokens } from 'google-auth-library';
import { minuteMs } from '../../../core/sheet/time-units.ts';
import { translateGoogleError } from '../client/errors.ts';
import { googleFetch } from '../client/google-fetch.ts';
import { waitForAnswer } from './consent-answer.ts';
import { readCredentials } from './credentials.ts';
import { type ExtraRights, scopesFor } from './scopes.ts';
import { refuseMissingScopes } from './sign-in.ts';
import { LoginNotNeededError, NoRefreshTokenError } from './sign-in-errors.ts';
import { type StoredSignIn, writeToken } from './token-file.ts';

export interface LoginOptions extends ExtraRights {
  /** Paths of the two files. */
  readonly credentials: string;
  readonly token: string;
  /** Where Google answers, for trials; absent: Google. */
  readonly endpoint?: string | undefined;
  readonly fetch?: typeof fetch;
  /** The port for Google's answer; absent: any free one. */
  readonly port?: number | undefined;
  /** Shows Google's page to the person, as well as it can. */
  readonly showPage: (address: string) => void;
  /** Ends the wait: a `TimeoutError` as its reason when time is up. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Nothing is stored unless everything came.
 *
 * @throws ServiceError one of `sign-in-errors.ts` or `errors.ts`; in every case the port is closed again.
 */
export const login = async ({
  credentials,
  token,
  endpoint,
  fetch = googleFetch(endpoint),
  port = 0,
  showPage,
  signal,
  now,
  ...extra
}: LoginOptions): Promise<void> => {
  const scopes = scopesFor(extra);
  const client = readCredentials(credentials);
  if (client.kind === 'service-account') throw new LoginNotNeededError();
  const { CodeChallengeMethod, OAuth2Client } = await import('google-auth-library');
  const auth = new OAuth2Client({
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    endpoints: {
      oauth2AuthBaseUrl: new URL(
        '/o/oauth2/v2/auth',
        endpoint ?? 'https://accounts.google.com',
      ).toString(),
    },
    transporterOptions: { fetchImplementation: fetch, timeout: minuteMs },
  });
  const state = randomBytes(32).toString('base64url');
  const { codeVerifier, codeChallenge } = await auth.generateCodeVerifierAsync();

  await waitForAnswer({
    port,
    state,
    signal,
    ready: (returnAddress) =>
      showPage(
        auth.generateAuthUrl({
          access_type: 'offline',
          // Google gives the lasting part of a sign-in only where the person is asked (again).
          prompt: 'consent',
          scope: [...scopes],
          state,
          redirect_uri: returnAddress,
          code_challenge_method: CodeChallengeMethod.S256,
          ...(codeChallenge !== undefined && { code_challenge: codeChallenge }),
        }),
      ),
    redeem: async (code, returnAddress) => {
      const { tokens } = await auth
        .getToken({ code, codeVerifier, redirect_uri: returnAddress })
        .catch((error: unknown) => {
          throw translateGoogleError(error, { what: 'finish the sign-in' });
        });
      const signIn = storedFrom(tokens, { clientId: client.clientId, agreedAt: now() });
      refuseMissingScopes(signIn, scopes);
      writeToken(token, signIn);
    },
  });
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
