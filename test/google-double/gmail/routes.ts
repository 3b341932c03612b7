import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { forbidden, invalid } from '../api-error.ts';
import { type Call, jsonBody, piece, type Reply, type Route } from '../call.ts';

/** Keeps a message in the world's `mail`; it must have somebody to go to. */
function sendMessage(call: Call): Reply {
  const { world, account } = call;
  const user = piece(call, 0);
  if (user !== 'me' && user !== account.email)
    throw forbidden(`Delegation denied for ${account.email}`);
  const { raw, threadId } = jsonBody(call) as gmail_v1.Schema$Message;
  const text = Buffer.from(raw ?? '', 'base64url').toString('utf8');
  if (text === '')
    throw invalid(
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    );
  if (!/^(to|cc|bcc):\s*\S/imu.test(text.split(/\r?\n\r?\n/u)[0] ?? '')) {
    throw invalid('Recipient address required');
  }
  const id = world.mint.hex(16);
  const thread = threadId ?? id;
  world.mail.push({
    id,
    threadId: thread,
    account: account.email,
    sentMs: world.now(),
    raw: text,
  });
  return { json: { id, threadId: thread, labelIds: ['SENT'] } };
}

/** Gmail v1: sending only. */
export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/gmail\/v1\/users\/([^/]+)\/messages\/send$/u,
    api: 'gmail',
    id: 'gmail.users.messages.send',
    handle: sendMessage,
  },
];
