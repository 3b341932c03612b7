/**
 * Consent by our own hands: Google's page in whatever browser reaches this machine, its answer on a port of 127.0.0.1.
 *
 * The port is open only as long as it takes. The answer counts only with the `state` that we gave (so nobody else's
 * request ends or takes over the sign-in) and its code is worth something only to us (PKCE).
 *
 * Source: RFC 8252 and Google's "OAuth 2.0 for iOS & Desktop Apps" (loopback IP address).
 */
import { randomBytes } from 'node:crypto';
import type { Credentials as Tokens } from 'google-auth-library';
import { minuteMs } from '../../../core/sheet/time-units.ts';
import { translateGoogleError } from '../client/errors.ts';
import type { AskedConsent } from './consent.ts';
import { waitForAnswer } from './consent-answer.ts';

/**
 * @param keep Called with the tokens before the browser is told how it went.
 * @throws ServiceError In every case the port is closed again.
 */
export const consentByLoopback = async ({
  client,
  scopes,
  signal,
  showPage,
  endpoint,
  fetch,
  port,
  keep,
}: AskedConsent & {
  readonly endpoint: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly port: number;
  keep(tokens: Tokens): Promise<void>;
}): Promise<void> => {
  const { CodeChallengeMethod, OAuth2Client } = await import('google-auth-library');
  const auth = new OAuth2Client({
    ...client,
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
          throw translateGoogleError(error, { what: 'finish the sign-in', subject: 'consent' });
        });
      await keep(tokens);
    },
  });
};
