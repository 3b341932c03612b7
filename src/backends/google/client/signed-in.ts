import type { JWT, OAuth2Client } from 'google-auth-library';

/** An account that Google knows us by; `sign-in.ts` makes it. */
export interface SignedIn {
  readonly auth: OAuth2Client | JWT;
  readonly kind: 'user' | 'service-account';
  /** Of a service account: what the sheet is to be shared with. */
  readonly email?: string;
  /** Asked before every call: where somebody signed in again since, that sign-in holds from here on. */
  takeUpNewSignIn(): void;
  /** Google no longer takes the access token although its time is not over: ask for another with the next call. */
  forgetAccessToken(): void;
}
