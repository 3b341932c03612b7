import { type Account, deskAccount } from './accounts.ts';
import { ApiError, errorBody, notFound } from './api-error.ts';
import type { ApiAnswer, ApiRequest, Reply, Route } from './call.ts';
import { checkAnswer, checkRequest, WrongAnswer } from './discovery/discovery-check.ts';
import { routes as driveRoutes } from './drive/routes.ts';
import type { FaultScript } from './faults.ts';
import { routes as formsRoutes } from './forms/routes.ts';
import { routes as gmailRoutes } from './gmail/routes.ts';
import type { Quota } from './quota.ts';
import { routes as sheetsRoutes } from './sheets/routes.ts';
import { routes as tokenRoutes } from './token/routes.ts';
import type { Traffic } from './traffic.ts';
import type { World } from './world.ts';

/** Every endpoint; the first that takes a request answers it. */
export const routes: readonly Route[] = [
  ...sheetsRoutes,
  ...driveRoutes,
  ...formsRoutes,
  ...gmailRoutes,
  ...tokenRoutes,
];

/** What stands around the world when a request comes in. */
export type Surroundings = {
  readonly world: World;
  readonly faults: FaultScript;
  readonly quota: Quota;
  readonly traffic: Traffic;
  /** How a `delay` waits. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onWrongAnswer: (wrong: WrongAnswer) => void;
};

/** The connection ended before an answer came: in process and over a socket alike. */
export class ConnectionCut extends Error {}

/**
 * Answers a request: sign-in, quota and faults first, then its endpoint; what has no endpoint is not found.
 *
 * @throws ConnectionCut where the script of faults cuts the line.
 */
export async function answerRequest(request: ApiRequest, around: Surroundings): Promise<ApiAnswer> {
  const route = routes.find(
    (each) => each.method === request.method && each.path.test(plainPath(request.path)),
  );
  const api = route?.api ?? 'unknown';
  const kind = request.method === 'GET' || isReadByPost(request.path) ? 'read' : 'write';
  const note = (status: number): void => {
    const { method, path } = request;
    around.traffic.note({ method, path, api, id: route?.id ?? 'unknown', kind, status });
  };
  if (!route) {
    note(404);
    return refused(notFound(), 'plain');
  }
  const style = ['drive', 'upload', 'gmail'].includes(route.api) ? 'drive' : 'plain';
  const fault = around.faults.before({ ...request, api: route.api, id: route.id });
  const answer = async (): Promise<ApiAnswer> => {
    try {
      const account = callerOf(request, route, around.world);
      const over = around.quota.before({
        api: route.api,
        kind,
        account: account.email,
        program: account.program,
      });
      if (over) throw over;
      const pieces = (route.path.exec(plainPath(request.path)) ?? [])
        .slice(1)
        .map(decodeURIComponent);
      checkRequest(request, route);
      const reply = await route.handle({ ...request, world: around.world, account, pieces });
      checkAnswer(reply, route);
      return answered(reply);
    } catch (error) {
      if (error instanceof ApiError) return refused(error, style);
      if (error instanceof WrongAnswer) around.onWrongAnswer(error);
      throw error;
    }
  };
  const heard = await withFault(fault, answer, { style, wait: around.wait, note });
  note(heard.status);
  return heard;
}

async function withFault(
  fault: ReturnType<FaultScript['before']>,
  answer: () => Promise<ApiAnswer>,
  how: {
    readonly style: 'drive' | 'plain';
    readonly wait: (ms: number) => Promise<void>;
    readonly note: (status: number) => void;
  },
): Promise<ApiAnswer> {
  if (!fault) return answer();
  if (fault.kind === 'delay') {
    await how.wait(fault.ms);
    return answer();
  }
  if (fault.when === 'after') await answer();
  if (fault.kind === 'refuse') return refused(fault.error, how.style);
  how.note(0);
  throw new ConnectionCut('The connection was cut.');
}

/** Google takes `…/{id}/` and `…/{id}/:batchUpdate` as the paths without that slash. */
const plainPath = (path: string): string => path.replace(/\/(?=:|$)/u, '');

/** Searches that are sent by POST, because their filters are long, count as reads. */
const isReadByPost = (path: string): boolean =>
  /(?::|%3A)(?:getByDataFilter|batchGetByDataFilter|search)$/iu.test(path);

function callerOf(request: ApiRequest, route: Route, world: World): Account {
  const bearer = /^Bearer (.+)$/iu.exec(request.headers.get('authorization') ?? '')?.[1];
  if (route.api === 'token' && bearer === undefined) return deskAccount;
  const account = bearer === undefined ? undefined : world.signIn.holderOf(bearer);
  if (account) return account;
  throw new ApiError({
    status: 401,
    reason: 'authError',
    message:
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    location: 'Authorization',
  });
}

const json = { 'content-type': 'application/json; charset=UTF-8' };

function answered({ status = 200, headers = {}, json: value, bytes }: Reply): ApiAnswer {
  if (bytes) return { status, headers, body: bytes };
  return {
    status,
    headers: { ...json, ...headers },
    body: new TextEncoder().encode(JSON.stringify(value ?? {})),
  };
}

const refused = (error: ApiError, style: 'drive' | 'plain'): ApiAnswer => ({
  status: error.status,
  headers: { ...json, ...error.headers },
  body: new TextEncoder().encode(JSON.stringify(errorBody(error, style))),
});
