import { ApiError, notFound } from './api-error.ts';
import { type ApiAnswer, type ApiRequest, jsonBody } from './call.ts';
import { faultRule, quotaLimits, readMessage, worldSwitches } from './control-messages.ts';
import type { FaultScript } from './faults.ts';
import { doAsTold, type People } from './people.ts';
import type { Quota } from './quota.ts';
import type { Traffic } from './traffic.ts';
import type { World } from './world.ts';

type Controlled = {
  readonly world: World;
  readonly people: People;
  readonly faults: FaultScript;
  readonly quota: Quota;
  readonly traffic: Traffic;
};

/**
 * The paths under `/-/`, by which another process plays people and trouble; `undefined` for all other paths. What
 * cannot be done is refused, with the reason.
 *
 * - `POST /-/people` `{ "do": "submitResponse", … }`: one of the deeds in `people.ts`.
 * - `GET|POST|DELETE /-/faults`: how often each rule struck; adds one (its number comes back); takes all out.
 * - `GET|DELETE /-/traffic`: the log of requests; empties it.
 * - `GET|POST|DELETE /-/quota`: how many requests were refused; switches the quotas of a minute on, off.
 * - `GET|POST /-/world`: files, spreadsheets, forms and mail as they stand; sets `sees`, `changes`, `isTesting`,
 *   `newFormsAreFor`, the clock; revokes a token.
 */
export function answerControl(request: ApiRequest, around: Controlled): ApiAnswer | undefined {
  if (!request.path.startsWith('/-/')) return undefined;
  const name = request.path.slice(3);
  try {
    return json(200, controls(`${request.method} ${name}`, request, around) ?? {});
  } catch (error) {
    const status = error instanceof ApiError ? error.status : 400;
    return json(status, { error: error instanceof Error ? error.message : String(error) });
  }
}

function controls(asked: string, request: ApiRequest, around: Controlled): unknown {
  const { world, people, faults, quota, traffic } = around;
  switch (asked) {
    case 'POST people':
      return { answer: doAsTold(people, jsonBody(request)) };
    case 'GET faults':
      return faults.struck;
    case 'POST faults':
      return { number: faults.add(readMessage(faultRule, jsonBody(request))) };
    case 'DELETE faults':
      return faults.clear();
    case 'GET traffic':
      return traffic.log;
    case 'DELETE traffic':
      return traffic.reset();
    case 'GET quota':
      return { refused: quota.refused };
    case 'POST quota':
      return quota.switchOn(readMessage(quotaLimits, jsonBody(request)));
    case 'DELETE quota':
      return quota.switchOff();
    case 'GET world':
      return {
        files: [...world.files.values()].map(({ content, ...file }) => ({
          ...file,
          ...(content && { size: content.length }),
        })),
        spreadsheets: [...world.spreadsheets.values()],
        forms: [...world.forms.values()],
        mail: world.mail,
      };
    case 'POST world':
      return setWorld(world, jsonBody(request));
    default:
      throw notFound(`There is no ${request.method} ${request.path}.`);
  }
}

function setWorld(world: World, wanted: unknown): void {
  const { sees, changes, isTesting, newFormsAreFor, revoke, clock } = readMessage(
    worldSwitches,
    wanted,
  );
  if (sees !== undefined) world.drive.sees = sees;
  if (changes !== undefined) world.drive.changes = changes;
  if (isTesting !== undefined) world.signIn.isTesting = isTesting;
  if (newFormsAreFor !== undefined) world.newFormsAreFor = newFormsAreFor;
  if (revoke !== undefined) world.signIn.revoke(revoke);
  if (clock !== undefined) world.setClock(Date.parse(clock));
}

const json = (status: number, value: unknown): ApiAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(value)),
});
