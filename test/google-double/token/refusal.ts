import type { SignIn } from '../accounts.ts';
import type { Reply } from '../call.ts';

/** A refusal as the token endpoint words it: a code for programs and a sentence, 401 for strange clients. */
export const refusal = (error: string, description: string): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  json: { error, error_description: description },
});

/** Why this program is not let in; `undefined` when it is, or when no programs are registered at all. */
export function sameClient(signIn: SignIn, form: URLSearchParams): Reply | undefined {
  if (signIn.clients.size === 0) return undefined;
  const client = signIn.clients.get(form.get('client_id') ?? '');
  if (!client) return refusal('invalid_client', 'The OAuth client was not found.');
  if (client.secret !== form.get('client_secret')) return refusal('invalid_client', 'Unauthorized');
  return undefined;
}
