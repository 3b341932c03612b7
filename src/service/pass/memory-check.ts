/**
 * What passes remember can only be wrong silently. So once a night they forget, and what they would have decided is held
 * against what is decided without.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { dayAt } from '../../core/cases/watched-now.ts';
import type { RememberedRows } from '../../core/reading/remembered-rows.ts';
import { type Look, look } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import type { Quiet } from './quiet.ts';
import { restOrAnswer } from './rest.ts';

/** When nobody works, and before anybody comes. */
const checkedFrom = { hours: 2 };

/** Which night a pass belongs to: another one means that a check is due. */
export const nightOf = (now: Temporal.Instant, timeZone: string): string =>
  dayAt(now.subtract(checkedFrom), timeZone).toString();

/**
 * `differs` where something is decided otherwise with memory than without. Where somebody changed the workbook between
 * both looks, nobody can tell.
 */
export const checkMemory = async (
  parts: PassParts,
  {
    now,
    rows,
    quiet,
  }: {
    readonly now: Temporal.Instant;
    readonly rows: RememberedRows;
    readonly quiet: Quiet | undefined;
  },
): Promise<'same' | 'differs' | 'unknown'> => {
  const revision = await parts.ledger.revision();
  const rest = quiet && (await restOrAnswer(parts, { now, quiet }, revision));
  const [warm, cold] = [await look(parts, { now, rows }), await look(parts, { now })];
  if (warm.kind !== 'seen' || cold.kind !== 'seen' || warm.answer.mark !== cold.answer.mark)
    return 'unknown';
  const isAwake = rest?.kind !== 'rests' || isIdle(cold);
  return isAwake && isDeepStrictEqual(decided(warm), decided(cold)) ? 'same' : 'differs';
};

/** What a look comes down to: all that would be written, and what every document is made of. */
export const decided = (seen: Look): unknown =>
  seen.kind === 'seen'
    ? JSON.parse(
        JSON.stringify([
          seen.plan,
          seen.refusals,
          seen.notices,
          seen.wanted.map(({ key, name, folder, fingerprint }) => [key, name, folder, fingerprint]),
        ]),
      )
    : [seen.kind, seen.refusals];

const isIdle = ({ plan: { cells, strays, remarks, overview, ledger } }: Look): boolean =>
  [cells, strays, remarks, overview, ledger.newTickets, ledger.moments, ledger.messages].every(
    (part) => part.length === 0,
  );
