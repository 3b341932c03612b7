/**
 * Consent by Google's own `@google-cloud/local-auth`, on a machine with a browser.
 *
 * The package opens the browser and makes the answer into tokens, but takes an answer of anybody's, waits for ever, hangs
 * after a stray request and falls over a missing browser. So it works in a process of its own, whose end is the end of
 * all that; the address to come back to has a path that nobody can guess, in place of `state`; and the file with the
 * key, which the package wants to `require`, is there for this user alone and only until it was read.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials as Tokens } from 'google-auth-library';
import { z } from 'zod';
import { translateGoogleError } from '../client/errors.ts';
import type { AskedConsent } from './consent.ts';
import { endInWords } from './consent-answer.ts';
import type { DesktopClient } from './credentials.ts';
import { ConsentRefusedError } from './sign-in-errors.ts';

/**
 * The tokens, with or without a lasting part; `undefined` when this way came to nothing and another one should be tried.
 *
 * @throws ConsentRefusedError, LoginTimedOutError, LoginStoppedError, GoogleError
 */
export const consentByLocalAuth = async (asked: AskedConsent): Promise<Tokens | undefined> => {
  const { client, scopes, signal } = asked;
  const path = `/${randomBytes(32).toString('base64url')}`;
  const returnAddress = `http://localhost:${await freePort()}${path}`;
  const folder = mkdtempSync(join(tmpdir(), 'layanan-vicon-login-'));
  const removeKey = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const keyFile = join(folder, 'key.json');
    writeFileSync(keyFile, keyFor(client, returnAddress), { mode: 0o600, flag: 'wx' });
    const page = await pageOf({ client, scopes, returnAddress });
    return await inItsOwnProcess([keyFile, ...scopes], {
      signal,
      waiting: () => {
        removeKey();
        asked.showPage(page);
      },
    });
  } finally {
    removeKey();
  }
};

/** "web" is what makes the package listen on the port that the address names; Google sees none of this. */
const keyFor = ({ clientId, clientSecret }: DesktopClient, returnAddress: string): string =>
  JSON.stringify({
    web: { client_id: clientId, client_secret: clientSecret, redirect_uris: [returnAddress] },
  });

/** Taken by somebody else in the meantime, it lets the package fail, and the other way is taken. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      // A server on TCP has an address of this kind and no other.
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The package tells its page to the browser alone; made of the same parts, this is the same. */
const pageOf = async ({
  client: { clientId },
  scopes,
  returnAddress,
}: Pick<AskedConsent, 'client' | 'scopes'> & {
  readonly returnAddress: string;
}): Promise<string> => {
  const { OAuth2Client } = await import('google-auth-library');
  return new OAuth2Client({ clientId }).generateAuthUrl({
    redirect_uri: returnAddress,
    access_type: 'offline',
    scope: scopes.join(' '),
  });
};

/**
 * What runs there. Only a word of Google's kind is passed on as its refusal. It ends by itself when nothing listens
 * any more, which after a stray request is all that can be noticed, and when we are gone. By the time that it says it
 * waits, the port is open.
 */
const program = `
const [, localAuth, keyfilePath, ...scopes] = process.argv;
const tell = (said) => process.send(said, () => process.disconnect());
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
process.channel.unref();
require(localAuth).authenticate({ keyfilePath, scopes }).then(
  ({ credentials }) => tell({ kind: 'tokens', tokens: credentials }),
  ({ message, code, response }) =>
    tell(
      response === undefined && /^[a-z_]{1,40}$/.test(message)
        ? { kind: 'refused', reason: message }
        : { kind: 'failed', message, code, response: response && { status: response.status, data: response.data } },
    ),
);
setImmediate(() => process.send({ kind: 'waiting' }));
`;

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({
    kind: z.literal('tokens'),
    tokens: z.object({
      refresh_token: z.string().exactOptional(),
      access_token: z.string().exactOptional(),
      expiry_date: z.number().exactOptional(),
      scope: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.looseObject({ kind: z.literal('failed'), response: z.unknown() }),
]);

const require = createRequire(import.meta.url);

const inItsOwnProcess = (
  words: readonly string[],
  { signal, waiting }: { readonly signal: AbortSignal; readonly waiting: () => void },
): Promise<Tokens | undefined> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--eval', program, require.resolve('@google-cloud/local-auth'), ...words],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], windowsHide: true },
    );
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', stop);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const stop = (): void => end(() => reject(endInWords(signal)));
    child.on('message', (message) => {
      const heard = said.safeParse(message).data;
      if (heard === undefined) return;
      if (heard.kind === 'waiting') waiting();
      else if (heard.kind === 'tokens') end(() => resolve(heard.tokens));
      else if (heard.kind === 'refused') end(() => reject(new ConsentRefusedError(heard.reason)));
      else if (heard.response === undefined) end(() => resolve(undefined));
      else
        end(() =>
          reject(translateGoogleError(heard, { what: 'finish the sign-in', subject: 'consent' })),
        );
    });
    // Comes after all that it had to say, unlike its exit.
    child.on('disconnect', () => end(() => resolve(undefined)));
    child.on('error', () => end(() => resolve(undefined)));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
