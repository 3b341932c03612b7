/** Whether Google lets us in: the two files, the sign-in itself, and the clock that it depends on. */

import { translateGoogleError } from '../../backends/google/client/errors.ts';
import { type GoogleClient, openGoogleClient } from '../../backends/google/client/google-client.ts';
import { googleFetch } from '../../backends/google/client/google-fetch.ts';
import type { GoogleConfig } from '../../backends/google/settings.ts';
import { addressOfPerson } from '../../backends/google/sign-in/account.ts';
import { readCredentials } from '../../backends/google/sign-in/credentials.ts';
import { openSignIn } from '../../backends/google/sign-in/sign-in.ts';
import { readToken } from '../../backends/google/sign-in/token-file.ts';
import type { Config } from '../../config.ts';
import { dayMs, minuteMs } from '../../core/sheet/time-units.ts';
import { type Check, type Diagnosis, right, warned } from './check.ts';

export interface GoogleToCheck extends GoogleConfig {
  readonly timeZone: Config['timeZone'];
  /** Whom mail is to come from, where it leaves by Gmail. */
  readonly mailFrom: string | undefined;
  /** Its path: the form that setup made stands in it. */
  readonly ledger: Config['ledger'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch: typeof fetch | undefined;
}

/** The same once there is a sheet. */
export interface GoogleDeskToCheck extends GoogleToCheck {
  readonly spreadsheet: string;
}

/** An account that Google let in. */
export interface SignInUnderTest {
  readonly client: GoogleClient;
  readonly kind: 'user' | 'service-account';
  /** For people: the address of a service account whole, of a person its first letters only. */
  who(): Promise<string>;
  /** Whole, to be compared and never shown. */
  address(): Promise<string>;
}

export const signInChecks = (
  google: GoogleToCheck,
): { readonly checks: readonly Check[]; readonly session: () => SignInUnderTest } => {
  const clock = watchClock(google.fetch ?? googleFetch(google.endpoint), google.now);
  let session: SignInUnderTest | undefined;
  return {
    session: () => {
      if (session === undefined) throw new Error('a check did not say that it needs "sign-in"');
      return session;
    },
    checks: [
      {
        name: 'credentials file',
        needs: [],
        look: () => {
          const known = readCredentials(google.credentials);
          return right(known.kind === 'user' ? 'Desktop app' : `service account ${known.email}`);
        },
      },
      { name: 'stored sign-in', needs: ['credentials file'], look: () => judgeToken(google) },
      {
        name: 'sign-in',
        needs: ['stored sign-in'],
        look: async () => {
          session = await signIn(google, clock.fetch);
          return right();
        },
      },
      { name: 'clock', needs: [], look: () => judgeClock(clock.skewMs()) },
    ],
  };
};

const judgeToken = ({ credentials, token, now }: GoogleToCheck): Diagnosis => {
  if (readCredentials(credentials).kind === 'service-account') {
    return right('a service account needs none');
  }
  const days = Math.floor((now() - readToken(token).agreedAt) / dayMs);
  const age = days === 1 ? '1 day old' : `${days} days old`;
  return right(
    days < 7 ? `${age}; it ends after 7 days if the consent screen is in "Testing"` : age,
  );
};

const signIn = async (
  google: GoogleToCheck,
  fetch: typeof globalThis.fetch,
): Promise<SignInUnderTest> => {
  const { credentials, token, photos } = google;
  const signedIn = await openSignIn({ credentials, token, photos, fetch });
  // A stored access token may outlive a sign-in that was revoked, and would say nothing about the clock.
  signedIn.forgetAccessToken();
  try {
    await signedIn.auth.getAccessToken();
  } catch (error) {
    throw translateGoogleError(error, { what: 'sign in', robot: signedIn.email });
  }
  const client = openGoogleClient({ signedIn, fetch, pace: ownPace(google) });
  const known = readCredentials(google.credentials);
  let person: Promise<string> | undefined;
  const address = (): Promise<string> => {
    person ??= known.kind === 'user' ? addressOfPerson(client) : Promise.resolve(known.email);
    return person;
  };
  return {
    client,
    kind: signedIn.kind,
    who: async () => (known.kind === 'user' ? masked(await address()) : known.email),
    address,
  };
};

const ownPace = ({ now }: GoogleToCheck) => ({
  now,
  random: () => Math.random(),
  wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
});

/** Enough to tell one's own accounts apart, and no address in a log or on a photograph of the screen. */
const masked = (address: string): string => `"${address.split('@')[0]?.slice(0, 2)}…"`;

const mostSkewMs = minuteMs;

const judgeClock = (skewMs: number | undefined): Diagnosis => {
  if (skewMs === undefined) return { state: 'skipped', what: 'Google has told no time' };
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return Math.abs(skewMs) <= mostSkewMs
    ? right()
    : warned(
        `This machine's clock is ${seconds} seconds ${skewMs > 0 ? 'ahead of' : 'behind'} Google's.`,
        'Turn on time synchronisation; sign-in and deadlines depend on the clock.',
      );
};

/** Every answer of Google's carries its time, refusals too. */
const watchClock = (
  fetch: typeof globalThis.fetch,
  now: () => number,
): { readonly fetch: typeof globalThis.fetch; skewMs(): number | undefined } => {
  let skewMs: number | undefined;
  return {
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const theirs = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(theirs)) skewMs = now() - theirs;
      return answer;
    },
    skewMs: () => skewMs,
  };
};
