import type { ApiAnswer, ApiRequest } from './call.ts';
import { answerControl } from './control.ts';
import type { WrongAnswer } from './discovery/discovery-check.ts';
import { FaultScript } from './faults.ts';
import { loadWorld } from './load-world.ts';
import { type People, peopleOf } from './people.ts';
import { Quota } from './quota.ts';
import { letRecordedAccountIn } from './recorded/recorded-account.ts';
import { answerRequest, ConnectionCut } from './router.ts';
import { listen } from './serve.ts';
import { Traffic } from './traffic.ts';
import { World } from './world.ts';

/** A stand-in for the Google APIs that we use; each is a world of its own. */
export type GoogleDouble = {
  /** For `fetchImplementation`: takes requests to any host, opens no connection. */
  readonly fetch: typeof fetch;
  /** Opens a port of this machine; `0` takes a free one. */
  readonly listen: (port: number) => Promise<Listening>;
  readonly world: World;
  readonly people: People;
  readonly faults: FaultScript;
  readonly quota: Quota;
  readonly traffic: Traffic;
};

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Makes a stand-in, filled from data if there is any.
 *
 * @param recordings A folder of recorded traffic: its account gets in by the token `recorded`.
 * @param onWrongAnswer Hears of an answer that is none of Google's, before the call fails by it. Unless told, it is
 *   left as an unhandled rejection: clients try again and would hide it, but so a test run fails and the script ends.
 * @param wait How a delayed request waits in process; at once unless told. Over a socket it really waits.
 */
export function createGoogleDouble(
  options: {
    readonly now?: () => number;
    readonly data?: unknown;
    readonly recordings?: string;
    readonly onWrongAnswer?: (wrong: WrongAnswer) => void;
    readonly wait?: (ms: number) => Promise<void>;
  } = {},
): GoogleDouble {
  const {
    now = Date.now,
    data,
    recordings,
    onWrongAnswer = failLoudly,
    wait = async () => {},
  } = options;
  const world = new World(now);
  const around = {
    world,
    people: peopleOf(world),
    faults: new FaultScript(),
    quota: new Quota(world.now),
    traffic: new Traffic(),
  };
  loadWorld(around, data);
  if (recordings !== undefined) letRecordedAccountIn(world, recordings);
  const answer =
    (waits: (ms: number) => Promise<void>) =>
    async (request: ApiRequest): Promise<ApiAnswer> =>
      answerControl(request, around) ??
      (await answerRequest(request, { ...around, wait: waits, onWrongAnswer }));
  return {
    ...around,
    fetch: fetchInto(answer(wait)),
    listen: (port) => listen(port, answer(reallyWait)),
  };
}

const failLoudly = (wrong: WrongAnswer): void => {
  void Promise.reject(wrong);
};

/** Waits without keeping the process alive for it. */
const reallyWait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** Statuses whose answer has no body. */
const bare = [204, 304];

/** A `fetch` that hands its requests to a function; a cut connection fails as `fetch` does. */
function fetchInto(answer: (request: ApiRequest) => Promise<ApiAnswer>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    try {
      const { status, headers, body } = await answer({
        method: request.method,
        origin: url.origin,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: new Uint8Array(await request.arrayBuffer()),
      });
      return new Response(bare.includes(status) ? null : Buffer.from(body), { status, headers });
    } catch (error) {
      const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
      if (error instanceof ConnectionCut) throw new TypeError('fetch failed', { cause });
      throw error;
    }
  };
}
