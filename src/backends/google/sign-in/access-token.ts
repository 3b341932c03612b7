/** What both kinds of accounts do with tokens of the hour. */
import type { OAuth2Client } from 'google-auth-library';

/** A request that says nothing for so long has failed; without it a dead line would hold us for ever. */
export const answerTimeoutMs = 90_000;

/** Without an access token that still lasts, google-auth-library asks for another one before the next call. */
export const expire = (auth: OAuth2Client): void => {
  auth.credentials = {
    refresh_token: auth.credentials.refresh_token ?? null,
    access_token: null,
    expiry_date: 1,
  };
};
