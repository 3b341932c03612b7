import type { Client } from '../accounts.ts';
import type { Call, Reply } from '../call.ts';

/**
 * The page where a person lets a program act for them: nobody has to click, it sends the browser straight back.
 *
 * Whoever `signIn.consentsAs` names agrees; with nobody there, permission is refused. A program that is not
 * registered, or wants the answer elsewhere than registered, gets an error page and never an answer. Somebody who agreed
 * to the same before is asked again only with `prompt=consent`; without it nothing lasting comes of the code.
 */
export function askConsent(call: Call): Reply {
  const { query, world } = call;
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  const client = world.signIn.clients.get(clientId);
  if (world.signIn.clients.size > 0 && !client) {
    return errorPage('invalid_client', 'The OAuth client was not found.');
  }
  if (!URL.canParse(redirectUri) || (client && !mayReturnTo(client, redirectUri))) {
    return errorPage('redirect_uri_mismatch', `redirect_uri=${redirectUri}`);
  }
  const back = new URL(redirectUri);
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  const account = world.signIn.consentsAs;
  if (!account) {
    back.searchParams.set('error', 'access_denied');
    return sentTo(back);
  }
  const scope = query.get('scope') ?? '';
  const isAsked =
    world.signIn.agreesAnew({ account, clientId, scope }) ||
    (query.get('prompt') ?? '').split(' ').includes('consent');
  const code = world.signIn.issueCode({
    account,
    clientId,
    redirectUri,
    scope,
    isOffline: query.get('access_type') === 'offline' && isAsked,
    challenge: query.get('code_challenge') ?? undefined,
  });
  back.searchParams.set('code', code);
  back.searchParams.set('scope', scope);
  return sentTo(back);
}

const sentTo = (address: URL): Reply => ({
  status: 302,
  headers: { location: address.href },
  bytes: new Uint8Array(),
});

/** An installed program may come back to any port and path of this machine. */
function mayReturnTo(client: Client, redirectUri: string): boolean {
  if (client.redirectUris.includes(redirectUri)) return true;
  if (client.kind === 'web') return false;
  const { protocol, hostname } = new URL(redirectUri);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const errorPage = (error: string, more: string): Reply => ({
  status: 400,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  bytes: new TextEncoder().encode(
    `<!doctype html><title>Error 400: ${error}</title><h1>Access blocked</h1><p>Error 400: ${error}</p><p>${more.replaceAll('<', '&lt;')}</p>`,
  ),
});
