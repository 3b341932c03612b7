/**
 * What passes remember can only be wrong silently. So once a night they forget, and what they would have decided is held
 * against what is decided by a desk that is opened anew for it: whatever is kept between passes, in their memory or in the
 * parts of the desk that stay open, is empty there. What the ledger keeps of what was read of sheet and photos is read anew, too.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { isSame } from '../../core/cases/same.ts';
import type { Remembered } from '../../core/cases/situation.ts';
import { dayAt } from '../../core/cases/watched-now.ts';
import type { RememberedPart } from '../../core/overview/misremembered.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { settledDocuments } from '../due-documents.ts';
import { type Look, look, lookBeside, type Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { isEmptyPromise } from './pass-report.ts';
import type { Quiet } from './quiet.ts';
import { restOrAnswer } from './rest.ts';

/** When nobody works, and before anybody comes. */
const checkedFrom = { hours: 2 };

/** Which night a pass belongs to: another one means that a check is due. */
export const nightOf = (now: Temporal.Instant, timeZone: string): string =>
  dayAt(now.subtract(checkedFrom), timeZone).toString();

/** `unknown` where nobody can tell: somebody is at work there, or the workbook cannot be read. */
export type MemoryFound =
  | { readonly kind: 'same' | 'unknown' }
  | { readonly kind: 'differs'; readonly parts: readonly RememberedPart[] };

export interface MemoryChecking {
  readonly now: Temporal.Instant;
  readonly memory: Remembered;
  readonly quiet: Quiet | undefined;
  /** The same desk, only to be looked at, and nothing of it known. */
  readonly openAnew: () => Promise<PassParts & { close(): Promise<void> }>;
}

/** Costs one reading of the workbook and one listing of photos more than a pass that looks, and two more where both read otherwise. */
export const checkMemory = async (
  parts: PassParts,
  checking: MemoryChecking,
): Promise<MemoryFound> => {
  const { now, openAnew } = checking;
  const first = await lookRemembering(parts, checking);
  const anew = await openAnew();
  try {
    const cold = await look(anew, { now });
    if (isOfSameDesk(first.seen, cold)) return heldAgainst(cold, first);
    await turnFolders(parts, cold);
    const second = await lookRemembering(parts, checking);
    if (isOfSameDesk(second.seen, cold)) return heldAgainst(cold, second);
    // Between two looks that show the same nobody changed anything; other than both is then not what people did.
    const isStill = isOfSameDesk(await look(anew, { now }), cold);
    return isStill ? heldAgainst(cold, second) : { kind: 'unknown' };
  } finally {
    await anew.close();
  }
};

interface Remembering {
  readonly seen: Look;
  /** What it would rest by. */
  readonly rest?: Quiet;
}

const lookRemembering = async (
  parts: PassParts,
  { now, memory, quiet }: MemoryChecking,
): Promise<Remembering> => {
  const revision = await parts.ledger.revision();
  const rest = quiet && (await restOrAnswer(parts, { now, quiet }, revision));
  const state = await parts.ledger.state();
  const seen = await lookBeside(state, parts, { now, memory }, rest?.asked);
  return { seen, ...(rest?.kind === 'rests' && { rest: rest.quiet }) };
};

/** Whether both looks were shown the same by the workbook and by the files beside it, which people change. */
const isOfSameDesk = (one: Look, other: Look): boolean =>
  one.kind === 'seen' && other.kind === 'seen'
    ? one.answer.mark === other.answer.mark &&
      isSame(one.folders, other.folders) &&
      one.templates.mark === other.templates.mark &&
      one.texts.mark === other.texts.mark
    : one.kind === other.kind;

/** A store may show what was changed in its place only when that folder's turn comes; so many looks are enough for all. */
const mostTurns = 20;

const turnFolders = async ({ photos }: PassParts, cold: Look): Promise<void> => {
  if (cold.kind !== 'seen') return;
  for (let turn = 0; turn < mostTurns; turn += 1)
    if (isSame(await photos.folders(cold.now), cold.folders)) return;
};

const heldAgainst = (cold: Look, { seen, rest }: Remembering): MemoryFound => {
  if (cold.kind !== 'seen' && seen.kind !== 'seen') return { kind: 'unknown' };
  const parts = cold.kind === 'seen' && seen.kind === 'seen' ? partsOf(seen, cold) : misread;
  const isRight = rest === undefined || (cold.kind === 'seen' && isAsLeft(cold, rest));
  const differing = isRight ? parts : [...parts, 'rest' as const];
  return differing.length === 0 ? { kind: 'same' } : { kind: 'differs', parts: differing };
};

/** By one of both it cannot be read, and it is the same file. */
const misread: readonly RememberedPart[] = ['workbook'];

const partsOf = (warm: Seen, cold: Seen): readonly RememberedPart[] => {
  const [said, right] = [saidBy(warm), saidBy(cold)];
  const differs: Readonly<Record<Exclude<RememberedPart, 'rest'>, boolean>> = {
    workbook: warm.answer.mark !== cold.answer.mark || !isSame(warm.snapshot, cold.snapshot),
    folders: !isSame(warm.folders, cold.folders),
    templates: warm.templates.mark !== cold.templates.mark,
    texts: warm.texts.mark !== cold.texts.mark,
    ledger: !isSame(warm.ledgerState, cold.ledgerState),
    cells: !isDeepStrictEqual(said.cells, right.cells),
    overview: !isDeepStrictEqual(said.overview, right.overview),
    promises: !isDeepStrictEqual(said.promises, right.promises),
    documents: !isDeepStrictEqual(said.documents, right.documents),
    notices: !isDeepStrictEqual(said.notices, right.notices),
  };
  return (Object.keys(differs) as (keyof typeof differs)[]).filter((part) => differs[part]);
};

const saidBy = ({ plan, refusals, notices, wanted }: Seen) =>
  asWritten({
    cells: [plan.rows, ...cellParts(plan)],
    overview: plan.overview,
    promises: plan.ledger,
    documents: documentsIn({ wanted }),
    notices: [notices, plan.concerns, refusals],
  });

const cellParts = ({ cells, strays, remarks }: Plan): readonly (readonly object[])[] => [
  cells,
  strays,
  remarks,
];

const documentsIn = ({ wanted }: Pick<Seen, 'wanted'>): unknown =>
  wanted.flat().map(({ key, name, folder, fingerprint }) => [key, name, folder, fingerprint]);

/** What nobody would see is left out. */
const asWritten = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** What a look comes down to: all that would be written, and what every document is made of. */
export const decided = (seen: Look): unknown =>
  seen.kind === 'seen'
    ? asWritten([seen.plan, seen.refusals, seen.notices, documentsIn(seen)])
    : [seen.kind, seen.refusals];

/** A pass would do nothing, and every document is as it was when the desk came to rest. */
const isAsLeft = ({ plan, refusals, wanted, ledgerState }: Seen, { documents }: Quiet): boolean =>
  refusals.length === 0 &&
  isEmptyPromise(plan.ledger) &&
  [...cellParts(plan), plan.overview].every((part) => part.length === 0) &&
  // A fleet does not keep them, and asks the store for itself.
  (documents === undefined ||
    isDeepStrictEqual(settledDocuments({ wanted, known: ledgerState.documents }), documents));
