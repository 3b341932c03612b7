/** A service account signs in with its key, as often as it needs to. */
import { ServiceError } from '../../../errors.ts';
import type { SignedIn } from '../client/signed-in.ts';
import { answerTimeoutMs, expire } from './access-token.ts';
import { readCredentials, type ServiceAccount } from './credentials.ts';
import { stampsOf } from './file-stamps.ts';

export const signInServiceAccount = async (
  { email, privateKey }: ServiceAccount,
  {
    fetch,
    credentials,
    scopes,
  }: {
    readonly fetch: typeof globalThis.fetch;
    readonly credentials: string;
    readonly scopes: readonly string[];
  },
): Promise<SignedIn> => {
  const { JWT } = await import('google-auth-library');
  const auth = new JWT({
    email,
    key: privateKey,
    scopes: [...scopes],
    transporterOptions: { fetchImplementation: fetch, timeout: answerTimeoutMs },
  });
  let seen = stampsOf([credentials]);
  /** Of the same account only: another one needs the sheet shared with it, and a start afresh. */
  const takeUpNewKey = (): void => {
    const stamp = stampsOf([credentials]);
    if (stamp === seen) return;
    seen = stamp;
    const found = keyIn(credentials, email);
    if (found === undefined) return;
    auth.key = found.privateKey;
    // Made of the former key, and made again when it is next needed.
    delete auth.gtoken;
    expire(auth);
  };
  return {
    auth,
    kind: 'service-account',
    email,
    takeUpNewSignIn: takeUpNewKey,
    forgetAccessToken: () => {
      takeUpNewKey();
      expire(auth);
    },
  };
};

/** One that is away or broken for a moment ends nothing. */
const keyIn = (credentials: string, email: string): ServiceAccount | undefined => {
  try {
    const found = readCredentials(credentials);
    return found.kind === 'service-account' && found.email === email ? found : undefined;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
};
