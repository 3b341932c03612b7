import { createHash, createVerify } from 'node:crypto';
import type { Account } from '../accounts.ts';
import type { Call, Reply } from '../call.ts';
import { refusal, sameClient } from './refusal.ts';

/**
 * The token endpoint: a code, a refresh token or a signed assertion against an access token.
 *
 * Source: RFC 6749 (5.2 for refusals), RFC 7523, and the texts that Google's endpoint is known to answer.
 */
export function exchangeToken(call: Call): Reply {
  const form = new URLSearchParams(new TextDecoder().decode(call.body));
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(call, form);
    case 'refresh_token':
      return refresh(call, form);
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return acceptAssertion(call, form.get('assertion') ?? '');
    default:
      return refusal('unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type')}`);
  }
}

function redeemCode(call: Call, form: URLSearchParams): Reply {
  const { signIn } = call.world;
  const clientId = form.get('client_id') ?? '';
  const stranger = sameClient(signIn, form);
  if (stranger) return stranger;
  const consent = signIn.redeemCode(form.get('code') ?? '');
  if (!consent || consent.clientId !== clientId) {
    return refusal('invalid_grant', 'Malformed auth code.');
  }
  if (consent.redirectUri !== form.get('redirect_uri')) {
    return refusal('redirect_uri_mismatch', 'Bad Request');
  }
  const verifier = form.get('code_verifier') ?? '';
  const answer = createHash('sha256').update(verifier).digest('base64url');
  if (consent.challenge !== undefined && consent.challenge !== answer) {
    return refusal('invalid_grant', 'Invalid code verifier.');
  }
  const account = { ...consent.account, program: clientId };
  return granted(call, account, {
    scope: consent.scope,
    ...(consent.isOffline && {
      refresh_token: signIn.issueRefreshToken(account, consent.scope),
    }),
  });
}

function refresh(call: Call, form: URLSearchParams): Reply {
  const { signIn } = call.world;
  const stranger = sameClient(signIn, form);
  if (stranger) return stranger;
  const known = signIn.refresherOf(form.get('refresh_token') ?? '');
  if (!known) return refusal('invalid_grant', 'Token has been expired or revoked.');
  if (signIn.isRemoved(known.account.email)) return refusal('invalid_grant', 'Account deleted');
  return granted(call, known.account, { scope: known.scope });
}

function granted(
  call: Call,
  account: Account,
  extra: { readonly scope: string; readonly refresh_token?: string },
): Reply {
  const { token, seconds } = call.world.signIn.issueAccessToken(account, extra.scope);
  return {
    json: { access_token: token, expires_in: seconds - 1, token_type: 'Bearer', ...extra },
  };
}

/** The longest life of an assertion, and how far a clock may be ahead of ours. */
const longestSeconds = 3600;
const aheadSeconds = 300;
const audiences = [
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://accounts.google.com/o/oauth2/token',
];

type Claims = {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  readonly scope?: string;
  readonly iat?: number;
  readonly exp?: number;
};

function acceptAssertion(call: Call, assertion: string): Reply {
  const { signIn } = call.world;
  const claims = claimsOf(assertion);
  if (!claims) return refusal('invalid_grant', 'Invalid JWT: Failed to parse.');
  const { iss = '', sub, aud = '', scope = '', iat = 0, exp = 0 } = claims;
  if (signIn.isRemoved(iss)) return refusal('invalid_grant', 'Invalid grant: account not found');
  if (!isSigned(assertion, signIn.serviceKeys.get(iss))) {
    return refusal('invalid_grant', 'Invalid JWT Signature.');
  }
  if (!audiences.includes(aud))
    return refusal('invalid_grant', 'Invalid JWT: Failed audience check.');
  const now = call.world.now() / 1000;
  if (exp <= now || iat > now + aheadSeconds || exp - iat > longestSeconds) {
    return refusal(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
  }
  if (scope === '') {
    return refusal('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  }
  const account: Account =
    sub === undefined || sub === iss
      ? { email: iss, kind: 'service-account', program: iss }
      : { email: sub, kind: 'user', program: iss };
  const { token, seconds } = signIn.issueAccessToken(account, scope);
  return { json: { access_token: token, expires_in: seconds - 1, token_type: 'Bearer' } };
}

function claimsOf(assertion: string): Claims | undefined {
  const payload = assertion.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function isSigned(assertion: string, publicKey: string | undefined): boolean {
  if (publicKey === undefined) return true;
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  return createVerify('RSA-SHA256')
    .update(`${header}.${payload}`)
    .verify(publicKey, signature, 'base64url');
}
