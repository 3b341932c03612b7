import { z } from 'zod';
import { invalid } from './api-error.ts';

const api = z.enum(['sheets', 'drive', 'forms', 'gmail', 'token', 'upload']);
const when = z.enum(['before', 'after']).exactOptional();

/** A line for the script of faults, as `FaultRule` describes it. */
export const faultRule = z.strictObject({
  on: z
    .strictObject({
      api: z.union([api, z.array(api)]).exactOptional(),
      id: z.string().exactOptional(),
      method: z.string().exactOptional(),
      path: z.string().exactOptional(),
    })
    .exactOptional(),
  calls: z.array(z.int().positive()).exactOptional(),
  times: z.int().positive().exactOptional(),
  share: z.number().min(0).max(1).exactOptional(),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('refuse'),
      when,
      status: z.int().min(400).max(599).exactOptional(),
      reason: z.string().exactOptional(),
      message: z.string().exactOptional(),
      named: z
        .enum(['api-not-enabled', 'scopes-missing', 'rate-limit', 'project-rate-limit'])
        .exactOptional(),
      retryAfter: z.number().exactOptional(),
    }),
    z.strictObject({ kind: z.literal('cut'), when }),
    z.strictObject({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
  ]),
});

const limits = z.strictObject({ project: z.int(), user: z.int() }).exactOptional();

/** Quotas of a minute, and mails of a day; the usual ones where none are given. */
export const quotaLimits = z.strictObject({
  sheets: limits,
  drive: limits,
  gmail: limits,
  mailsADay: z.int().exactOptional(),
});

/** What of the world is switched from outside. */
export const worldSwitches = z.strictObject({
  sees: z.enum(['everything', 'own files']).exactOptional(),
  /** Whose files a program may change. */
  changes: z.enum(['everything', 'own files']).exactOptional(),
  isTesting: z.boolean().exactOptional(),
  newFormsAreFor: z
    .union([
      z.enum(['anyone', 'nobody']),
      z.strictObject({ domain: z.string() }),
      z.strictObject({ people: z.array(z.string()) }),
    ])
    .exactOptional(),
  /** A token that is refused from now on. */
  revoke: z.string().exactOptional(),
  /** What the clock says from now on; it runs on from there. */
  clock: z.iso.datetime({ offset: true }).exactOptional(),
});

/** @throws ApiError 400 with every fault and where it is. */
export function readMessage<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw invalid(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
}
