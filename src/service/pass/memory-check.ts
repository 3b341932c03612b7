/**
 * What passes remember can only be wrong silently. So once a night they forget, and what they would have decided is held
 * against what is decided without.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import type { Remembered } from '../../core/cases/situation.ts';
import { dayAt } from '../../core/cases/watched-now.ts';
import { settledDocuments } from '../due-documents.ts';
import { type Look, look, type Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { isEmptyPromise } from './pass-report.ts';
import type { Quiet } from './quiet.ts';
import { restOrAnswer } from './rest.ts';

/** When nobody works, and before anybody comes. */
const checkedFrom = { hours: 2 };

/** Which night a pass belongs to: another one means that a check is due. */
export const nightOf = (now: Temporal.Instant, timeZone: string): string =>
  dayAt(now.subtract(checkedFrom), timeZone).toString();

export type MemoryFound = 'same' | 'differs' | 'unknown';

/**
 * `differs` where something is decided otherwise with memory than without. Where somebody changed the workbook between
 * both looks, nobody can tell.
 */
export const checkMemory = async (
  parts: PassParts,
  {
    now,
    memory,
    quiet,
  }: {
    readonly now: Temporal.Instant;
    readonly memory: Remembered;
    readonly quiet: Quiet | undefined;
  },
): Promise<MemoryFound> => {
  const revision = await parts.ledger.revision();
  const rest = quiet && (await restOrAnswer(parts, { now, quiet }, revision));
  const [warm, cold] = [await look(parts, { now, memory }), await look(parts, { now })];
  if (warm.kind !== 'seen' || cold.kind !== 'seen' || warm.answer.mark !== cold.answer.mark)
    return 'unknown';
  const isRight = rest?.kind !== 'rests' || isAsLeft(cold, rest.quiet);
  return isRight && isDeepStrictEqual(decided(warm), decided(cold)) ? 'same' : 'differs';
};

/** What a look comes down to: all that would be written, and what every document is made of. */
export const decided = (seen: Look): unknown =>
  seen.kind === 'seen'
    ? JSON.parse(
        JSON.stringify([
          seen.plan,
          seen.refusals,
          seen.notices,
          seen.wanted
            .flat()
            .map(({ key, name, folder, fingerprint }) => [key, name, folder, fingerprint]),
        ]),
      )
    : [seen.kind, seen.refusals];

/** A pass would do nothing, and every document is as it was when the desk came to rest. */
const isAsLeft = ({ plan, refusals, wanted, ledgerState }: Seen, { documents }: Quiet): boolean =>
  refusals.length === 0 &&
  isEmptyPromise(plan.ledger) &&
  [plan.cells, plan.strays, plan.remarks, plan.overview].every((part) => part.length === 0) &&
  // A fleet does not keep them, and asks the store for itself.
  (documents === undefined ||
    isDeepStrictEqual(settledDocuments({ wanted, known: ledgerState.documents }), documents));
