/**
 * Who we are to Google: the file that the Google Cloud console gives out.
 *
 * Two kinds serve: a client of the type "Desktop app", with which a person signs in, and the key of a service
 * account. What else people put in its place is told by name.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { modeForOthers } from './secret-mode.ts';
import {
  CredentialsNotFoundError,
  CredentialsWrongError,
  KeyTooOpenError,
} from './sign-in-errors.ts';

const desktopClient = z
  .object({
    // Google calls the secret of such a client no secret, and public clients have none.
    installed: z.object({
      client_id: z.string().min(1),
      client_secret: z.string().min(1).optional(),
    }),
  })
  .transform(({ installed }) => ({
    kind: 'user' as const,
    clientId: installed.client_id,
    ...(installed.client_secret !== undefined && { clientSecret: installed.client_secret }),
  }));

const serviceAccount = z
  .object({
    type: z.literal('service_account'),
    client_email: z.string().min(3),
    private_key: z.string().refine(isPrivateKey),
  })
  .transform(({ client_email, private_key }) => ({
    kind: 'service-account' as const,
    email: client_email,
    privateKey: private_key,
  }));

export type DesktopClient = Readonly<z.output<typeof desktopClient>>;
export type ServiceAccount = Readonly<z.output<typeof serviceAccount>>;
export type Credentials = DesktopClient | ServiceAccount;

const schema = z.union([desktopClient, serviceAccount]);

/** @throws CredentialsNotFoundError, CredentialsWrongError, KeyTooOpenError */
export const readCredentials = (path: string): Credentials => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new CredentialsNotFoundError(path);
  }
  const content = jsonIn(text);
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw new CredentialsWrongError(path, kindInWords(content, text));
  if (parsed.data.kind === 'service-account') refuseOpenKey(path, parsed.data);
  return parsed.data;
};

/** Whoever has such a key is the account, for good and without a browser. */
const refuseOpenKey = (path: string, { email }: ServiceAccount): void => {
  const mode = modeForOthers(statSync(path));
  if (mode !== undefined) throw new KeyTooOpenError({ path, mode, email });
};

/** What was found instead, without a word of what stands in it. */
const kindInWords = (content: unknown, text: string): string => {
  if (/^\W*AIza[\w-]{20,}\W*$/.test(text)) return 'holds an API key, which cannot open a sheet';
  if (typeof content !== 'object' || content === null) return 'is not valid JSON';
  if ('web' in content) return 'is of a client of the type "Web application"';
  if ('refresh_token' in content && 'type' in content) return 'is a sign-in of the gcloud tool';
  if ('refresh_token' in content || 'access_token' in content) return 'is a stored sign-in (token)';
  if ('installed' in content) return 'lacks "client_id", or "client_secret" is empty';
  if ('type' in content && content.type === 'service_account') {
    return 'is the key of a service account, but "client_email" or "private_key" is missing or damaged';
  }
  return 'is of another kind than "Desktop app" or service account';
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
