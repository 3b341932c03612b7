import { type Api, type ApiRequest, jsonBody, type Reply } from '../call.ts';
import { readMultipart } from '../drive/multipart.ts';
import { type Discovery, discoveryOf, type Method } from './document.ts';
import { unreadableBody, unreadableQuery } from './refusal.ts';
import { type Checks, checksOf, type Fault, isScalar, typeName } from './value-check.ts';

/** An endpoint as the check knows it. */
type Endpoint = { readonly api: Api; readonly id: string; readonly method: string };

/** What the stand-in was about to answer is no answer of Google's: the stand-in must be mended. */
export class WrongAnswer extends Error {}

type ApiChecks = { readonly requests: Checks; readonly answers: Checks };

const made = new Map<Discovery, ApiChecks>();

function checksFor(discovery: Discovery): ApiChecks {
  const present = made.get(discovery);
  if (present) return present;
  const checks = {
    requests: checksOf(discovery, 'request'),
    answers: checksOf(discovery, 'answer'),
  };
  made.set(discovery, checks);
  return checks;
}

/**
 * Refuses a request that Google's published description of the API does not allow.
 *
 * Drive would let unknown names pass; here they are refused, so that a misspelling shows, but for those of its version 2. What another of its methods
 * takes it ignores, as recorded.
 *
 * @throws ApiError 400, with the faults named.
 */
export function checkRequest(request: ApiRequest, endpoint: Endpoint): void {
  const known = methodOf(endpoint);
  if (!known) return;
  const { discovery, method } = known;
  const found = queryFaults(request.query, endpoint, known);
  if (found.length > 0) throw unreadableQuery(found);
  if (!method.request || request.method === 'GET') return;
  const body = bodyOf(request, endpoint);
  if (body === undefined) return;
  const faults = checksFor(discovery).requests.message(method.request.$ref)(body);
  const counted = faults.filter((fault) => !isNewer(endpoint, fault) && !isOlder(endpoint, fault));
  if (counted.length > 0) {
    const isValueRange = method.request.$ref === 'ValueRange';
    throw unreadableBody(counted, isValueRange ? 'data' : undefined);
  }
}

/**
 * Holds an answer to Google's published description.
 *
 * @throws WrongAnswer with everything that is wrong with it.
 */
export function checkAnswer({ json }: Reply, endpoint: Endpoint): void {
  const known = methodOf(endpoint);
  if (!known || json === undefined) return;
  const { discovery, method } = known;
  if (!method.response) throw new WrongAnswer(`${endpoint.id} has no answer, but gave one.`);
  const faults = checksFor(discovery)
    .answers.message(method.response.$ref)(json)
    .filter((fault) => !isNewer(endpoint, fault));
  if (faults.length > 0) {
    throw new WrongAnswer(`${endpoint.id} answered wrongly: ${faults.map(told).join('; ')}.`);
  }
}

const told = (fault: Fault): string =>
  fault.kind === 'unknown name'
    ? `unknown name "${fault.name}" at "${fault.path}"`
    : `${JSON.stringify(fault.value)?.slice(0, 80)} at "${fault.path}" is no ${fault.type}`;

type Known = { readonly discovery: Discovery; readonly method: Method };

/** The endpoint's method, if a document tells of it; pieces of an upload (PUT) are told in none. */
function methodOf({ api, id, method: httpMethod }: Endpoint): Known | undefined {
  const discovery = discoveryOf(api);
  const method = discovery?.methods.get(id);
  return discovery && method?.httpMethod === httpMethod ? { discovery, method } : undefined;
}

/** The published description of Forms is older than the API: what is new to it passes. */
const isNewer = ({ api }: Endpoint, fault: Fault): boolean =>
  api === 'forms' && (fault.kind === 'unknown name' || fault.type === 'TYPE_ENUM');

/** What version 2 of Drive knew of permissions: version 3 ignores it, as all that it does not know. */
const olderNames = ['withLink'];

const isOlder = ({ api }: Endpoint, fault: Fault): boolean =>
  isDrive(api) && fault.kind === 'unknown name' && olderNames.includes(fault.name);

function queryFaults(query: URLSearchParams, { api }: Endpoint, { discovery, method }: Known) {
  return [...query].flatMap(([name, value]) => {
    const parameter = method.parameters?.[name] ?? discovery.parameters[name];
    if (parameter) {
      const isRight = parameter.location === 'query' ? isScalar(parameter, value, 'query') : true;
      return isRight ? [] : [{ name, type: typeName(parameter), value }];
    }
    const passes = api === 'forms' || (isDrive(api) && isKnownToSomeMethod(discovery, name));
    return passes ? [] : [{ name, value }];
  });
}

const isDrive = (api: Api): boolean => api === 'drive' || api === 'upload';

const isKnownToSomeMethod = ({ methods }: Discovery, name: string): boolean =>
  [...methods.values()].some((method) => method.parameters?.[name] !== undefined);

/** The message in a body; none where only bytes came. */
function bodyOf(request: ApiRequest, { api }: Endpoint): unknown {
  const uploadType = api === 'upload' ? request.query.get('uploadType') : undefined;
  if (uploadType === 'media') return undefined;
  return uploadType === 'multipart' ? readMultipart(request).metadata : jsonBody(request);
}
