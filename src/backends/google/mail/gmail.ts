/**
 * Gmail's API as a way for mail to leave: as the account that the desk is signed in with.
 *
 * Google puts its own Message-ID in place of ours and keeps ours nowhere, and who may only send cannot look: what became of a
 * call that was cut off nobody can tell by program, so a person is asked. It also makes a sender that is no verified address
 * of the account into the account. A sign-in that lacks the right to send holds up mail and nothing else.
 */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { ServiceError } from '../../../errors.ts';
import type { Dispatch, SendOutcome, WayOut } from '../../../messages/way-out.ts';
import { translateGoogleError } from '../client/errors.ts';
import { readFailure } from '../client/failure.ts';
import { googleFetch } from '../client/google-fetch.ts';
import type { SignedIn } from '../client/signed-in.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { outcomeOfFailure, signInWanted } from './gmail-outcomes.ts';
import { isOnlyRecipient } from './only-recipient.ts';

export interface GmailOptions {
  /** Paths of the files that hold credentials and token. */
  readonly credentials: string;
  readonly token: string;
  /** Where Google's APIs answer, for trials; absent: Google. */
  readonly endpoint?: string | undefined;
  readonly fetch?: typeof fetch;
}

export const openGmail = ({
  credentials,
  token,
  endpoint,
  fetch = googleFetch(endpoint),
}: GmailOptions): WayOut => {
  let opened: SignedIn | undefined;
  const signIn = async (): Promise<SignedIn> => {
    opened ??= await openSignIn({ credentials, token, mail: true, fetch });
    return opened;
  };
  return {
    name: 'gmail',
    inDoubt: 'ask',
    send: async (dispatch) => {
      if (!isOnlyRecipient(dispatch)) return otherRecipient;
      try {
        const signedIn = await signIn();
        if (signedIn.kind === 'service-account') return noMailbox;
        // Before the mail is on its way: whatever fails here has sent nothing.
        await signedIn.auth.getAccessToken();
        return await handOver(dispatch, { signedIn, fetch });
      } catch (error) {
        // Read anew next time: somebody may sign in again.
        opened = undefined;
        return notSignedIn(error);
      }
    },
    settle: async () => undefined,
  };
};

/** Gmail sends to whom the head of the mail names, and never sees the envelope. */
const otherRecipient: SendOutcome = {
  kind: 'refused',
  what: 'mail',
  why: 'surat tidak bertujuan kepada satu alamat yang dimaksud',
};

const noMailbox: SendOutcome = {
  kind: 'paused',
  why: 'akun layanan (service account) tidak mempunyai kotak surat; masuk dengan akun orang',
};

const notSignedIn = (error: unknown): SendOutcome => {
  const failure = readFailure(error);
  const why =
    error instanceof ServiceError && error.code === 'scope-missing'
      ? 'akun Google belum memberi izin mengirim surat; jalankan "npx layanan-vicon login" sekali lagi'
      : failure.kind === 'unauthenticated' || error instanceof ServiceError
        ? signInWanted(failure)
        : 'Google tidak dapat dihubungi';
  return { kind: 'paused', why };
};

/**
 * Asks Gmail to send nothing, which it refuses for that reason only where a mail could leave.
 *
 * @throws ServiceError where none could.
 */
export const tryGmail = async ({
  credentials,
  token,
  endpoint,
  fetch = googleFetch(endpoint),
}: GmailOptions): Promise<void> => {
  const signedIn = await openSignIn({ credentials, token, mail: true, fetch });
  if (signedIn.kind === 'service-account') throw new NoMailboxError();
  try {
    await handOverRaw('', { signedIn, fetch });
  } catch (error) {
    const { status, reason } = readFailure(error);
    if (status === 400 && reason !== 'failedPrecondition') return;
    throw translateGoogleError(error, { what: 'send mail by Gmail' });
  }
};

/** The account that the desk works as cannot send. */
export class NoMailboxError extends ServiceError {
  readonly code = 'no-mailbox';

  constructor() {
    super({
      what: 'A service account has no mailbox, so no mail can leave by Gmail.',
      todo: 'Sign in as a person with the credentials of a "Desktop app", or choose another way as "messages.by".',
    });
  }
}

/** Google's own bound for a mail is 35 MB; one of ours takes no minute. */
const answerTimeoutMs = 90_000;

/** Never throws for what Google says; a refused sign-in is renewed once, because nothing was sent then. */
const handOver = async ({ raw }: Dispatch, around: GmailAccount): Promise<SendOutcome> => {
  for (let hasRenewed = false; ; hasRenewed = true) {
    try {
      return sent(await handOverRaw(Buffer.from(raw).toString('base64url'), around));
    } catch (error) {
      // A sign-in that came meanwhile and does not do: Gmail was not asked, and says nothing of the mail.
      if (error instanceof ServiceError) return notSignedIn(error);
      const failure = readFailure(error);
      if (failure.kind !== 'unauthenticated' || hasRenewed) return outcomeOfFailure(failure);
      around.signedIn.forgetAccessToken();
    }
  }
};

interface GmailAccount {
  readonly signedIn: SignedIn;
  readonly fetch: typeof globalThis.fetch;
}

const handOverRaw = async (
  raw: string,
  { signedIn, fetch }: GmailAccount,
): Promise<gmail_v1.Schema$Message> => {
  signedIn.takeUpNewSignIn();
  const { gmail } = await import('googleapis/build/src/apis/gmail/index.js');
  const { users } = gmail({ version: 'v1', auth: signedIn.auth, fetchImplementation: fetch });
  const { data } = await users.messages.send(
    { userId: 'me', requestBody: { raw } },
    { retry: false, signal: AbortSignal.timeout(answerTimeoutMs) },
  );
  return data;
};

/** Mailbox and thread, as Google calls them: whoever looks for the mail by hand finds it by these. */
const sent = ({ id, threadId }: gmail_v1.Schema$Message): SendOutcome => {
  const reference = [id, threadId].filter(Boolean).join('/');
  return { kind: 'sent', ...(reference !== '' && { reference }) };
};
