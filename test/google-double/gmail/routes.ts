import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { ApiError, forbidden } from '../api-error.ts';
import { type Call, jsonBody, piece, type Reply, type Route } from '../call.ts';
import { refusalFor } from '../trouble.ts';
import { hasRecipient, rewritten } from './rewritten-head.ts';

const invalid = (message: string): ApiError =>
  new ApiError({ status: 400, reason: 'invalidArgument', message });

/** A sign-in that was made without the right to send may not; tokens that nobody issued may do all. */
function refuseWithoutScope({ headers, world }: Call): void {
  const token = /^Bearer (.+)$/iu.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const scope = world.signIn.accessOf(token)?.scope ?? '';
  if (scope !== '' && !/\/auth\/gmail\.|mail\.google\.com/u.test(scope)) {
    throw refusalFor({ named: 'scopes-missing' }, 'gmail');
  }
}

/** Keeps a message in the world's `mail`; it must have somebody to go to. */
function sendMessage(call: Call): Reply {
  const { world, account } = call;
  refuseWithoutScope(call);
  if (account.kind === 'service-account') {
    throw new ApiError({
      status: 400,
      reason: 'failedPrecondition',
      message: 'Precondition check failed.',
    });
  }
  const user = piece(call, 0);
  if (user !== 'me' && user !== account.email)
    throw forbidden(`Delegation denied for ${account.email}`);
  const { raw, threadId } = jsonBody(call) as gmail_v1.Schema$Message;
  const text = Buffer.from(raw ?? '', 'base64url').toString('utf8');
  if (text === '')
    throw invalid(
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    );
  if (!hasRecipient(text)) throw invalid('Recipient address required');
  const id = world.mint.hex(16);
  const thread = threadId ?? id;
  world.mail.push({
    id,
    threadId: thread,
    account: account.email,
    sentMs: world.now(),
    raw: rewritten(text, { account, messageId: `CA+${world.mint.hex(32)}` }),
    handedOver: text,
  });
  return { json: { id, threadId: thread, labelIds: ['SENT'] } };
}

/** Gmail v1: sending only, as the right to send allows no more. */
export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/gmail\/v1\/users\/([^/]+)\/messages\/send$/u,
    api: 'gmail',
    id: 'gmail.users.messages.send',
    handle: sendMessage,
  },
];
