import type { Call, Reply, Route } from '../call.ts';
import { askConsent } from './consent.ts';
import { refusal } from './refusal.ts';
import { exchangeToken } from './token.ts';

function revokeToken(call: Call): Reply {
  const form = new URLSearchParams(new TextDecoder().decode(call.body));
  const token = call.query.get('token') ?? form.get('token') ?? '';
  const { signIn } = call.world;
  if (!signIn.accessOf(token) && !signIn.refresherOf(token)) {
    return refusal('invalid_token', 'Token expired or revoked');
  }
  signIn.revoke(token);
  return { json: {} };
}

function describeToken(call: Call): Reply {
  const form = new URLSearchParams(new TextDecoder().decode(call.body));
  const token = call.query.get('access_token') ?? form.get('access_token') ?? '';
  const access = call.world.signIn.accessOf(token);
  if (!access) return refusal('invalid_token', 'Invalid Value');
  const { account, scope, until } = access;
  return {
    json: {
      azp: account.program ?? '',
      aud: account.program ?? '',
      scope,
      exp: String(Math.floor(until / 1000)),
      expires_in: String(Math.max(0, Math.floor((until - call.world.now()) / 1000))),
      email: account.email,
      email_verified: 'true',
      access_type: 'offline',
    },
  };
}

const describeUser = (call: Call): Reply => ({
  json: { sub: call.account.email, email: call.account.email, email_verified: true },
});

/** Signing in: the consent page, the token endpoint and what belongs to them. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/o\/oauth2\/(?:v2\/)?auth$/u,
    api: 'token',
    id: 'oauth2.authorize',
    handle: askConsent,
  },
  {
    method: 'POST',
    path: /^(?:\/token|\/o\/oauth2\/token|\/oauth2\/v4\/token)$/u,
    api: 'token',
    id: 'oauth2.token',
    handle: exchangeToken,
  },
  {
    method: 'POST',
    path: /^(?:\/o\/oauth2)?\/revoke$/u,
    api: 'token',
    id: 'oauth2.revoke',
    handle: revokeToken,
  },
  ...(['GET', 'POST'] as const).map(
    (method): Route => ({
      method,
      path: /^(?:\/oauth2\/v[1-3])?\/tokeninfo$/u,
      api: 'token',
      id: 'oauth2.tokeninfo',
      handle: describeToken,
    }),
  ),
  {
    method: 'GET',
    path: /^\/oauth2\/v[1-3]\/userinfo$/u,
    api: 'token',
    id: 'oauth2.userinfo',
    handle: describeUser,
  },
];
