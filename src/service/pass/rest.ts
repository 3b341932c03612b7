/**
 * A pass that finds everything as the last one left it ends after looking at it.
 *
 * What it goes by holds nothing that a pass without it would not find again.
 */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { WorkbookAnswer } from '../../backends/backend.ts';
import { earlier, isBefore } from '../../core/clock/spans.ts';
import type { AnswerForm } from '../../core/messages/answer-link.ts';
import type { Exposed } from '../../core/overview/exposed-documents.ts';
import { emptyPlan } from '../../core/plan/plan.ts';
import { documentKinds } from '../../documents/document-kinds.ts';
import { ServiceError } from '../../errors.ts';
import { settledDocuments } from '../due-documents.ts';
import type { FoldersSeen } from '../photo-shelf.ts';
import { type AskedBefore, type Look, look, lookBeside, type Seen } from './look.ts';
import type { PassOptions, PassParts } from './pass-parts.ts';
import type { PassReport } from './pass-report.ts';
import type { Quiet } from './quiet.ts';

type Rest =
  | {
      readonly kind: 'rests';
      readonly quiet: Quiet;
      readonly exposed: readonly Exposed[];
      readonly asked: AskedBefore;
    }
  | { readonly kind: 'looks'; readonly asked?: AskedBefore };

/** Whether there is nothing to do, by what the last pass left. */
export const restOrAnswer = async (
  parts: PassParts,
  options: PassOptions,
  revision: number,
): Promise<Rest> => {
  const { quiet, now } = options;
  if (quiet === undefined || isSpecial(options)) return { kind: 'looks' };
  const isInTime = !isBefore(now, quiet.since) && isBefore(now, quiet.nextInstant);
  if (!isInTime || quiet.revision !== revision) return { kind: 'looks' };
  const answer = await parts.workbook.ask();
  const folders = await parts.photos.folders(now);
  const hash = hashOf(parts, {
    answer,
    templates: parts.templates.take(documentKinds),
    texts: parts.texts.take(parts.draftKinds),
    answerForm: await parts.answerForm?.(),
    folders,
  });
  const exposed = hash === quiet.answerHash ? await exposedUnlessAmiss(parts, quiet, now) : 'amiss';
  const asked = { answer, folders };
  return exposed === 'amiss' ? { kind: 'looks', asked } : { kind: 'rests', quiet, exposed, asked };
};

/** A look after which nothing had to be done, and what holds it to that. */
export interface LastLook {
  readonly seen: Seen;
  readonly quiet: Quiet;
}

/** The last look where everything is as it was then, another one otherwise. */
export const lookAgain = async (
  parts: PassParts,
  options: PassOptions,
  last: LastLook | undefined,
): Promise<Look> => {
  if (last === undefined) return look(parts, options);
  const revision = await parts.ledger.revision();
  const rest = await restOrAnswer(parts, { ...options, quiet: last.quiet }, revision);
  return rest.kind === 'rests'
    ? { ...last.seen, now: options.now }
    : lookBeside(await parts.ledger.state(), parts, options, rest.asked);
};

/** Whoever asks for more than an ordinary pass gets one. */
const isSpecial = ({ adopt, only, rules, documents }: PassOptions): boolean =>
  [adopt, only, rules, documents].some((asked) => asked !== undefined && asked !== false);

interface Input {
  readonly answer: Pick<WorkbookAnswer, 'mark'>;
  readonly templates: { readonly mark: string };
  readonly texts: { readonly mark: string };
  readonly answerForm: AnswerForm | undefined;
  readonly folders: FoldersSeen;
}

const hashOf = (
  { ground }: Pick<PassParts, 'ground'>,
  { answer, templates, texts, answerForm, folders }: Input,
): string => {
  const marks = [answer.mark, templates.mark, texts.mark];
  return createHash('sha256')
    .update(JSON.stringify([ground, ...marks, answerForm ?? '', folders ?? '']))
    .digest('hex');
};

/** Documents that vanished or were replaced are made again by a pass that looks at everything. */
const exposedUnlessAmiss = async (
  { documents: store }: PassParts,
  { documents }: Quiet,
  now: Temporal.Instant,
): Promise<readonly Exposed[] | 'amiss'> => {
  const before = await store.exposed();
  if (documents === undefined) return before;
  try {
    const { amiss, exposed } = await store.inspect(documents, now);
    const isSame = amiss.size === 0 && JSON.stringify(exposed) === JSON.stringify(before);
    return isSame ? exposed : 'amiss';
  } catch (error) {
    if (error instanceof ServiceError) return 'amiss';
    throw error;
  }
};

export const reportOfRest = (
  { quiet, exposed }: Extract<Rest, { readonly kind: 'rests' }>,
  now: Temporal.Instant,
): PassReport => ({
  look: {
    kind: 'unchanged',
    now,
    refusals: [],
    plan: { ...emptyPlan, concerns: quiet.told?.concerns ?? [] },
    cases: [],
    notices: quiet.told?.notices ?? [],
  },
  requests: quiet.told?.requests ?? 0,
  cells: { written: 0, overtaken: 0, failed: 0 },
  added: 0,
  documents: [],
  exposed,
  idle: true,
  quiet,
});

/** Nobody can say for longer how the store stands. */
const longest = { hours: 1 };
/** What could not be looked at is tried again so soon. */
const longestForTrouble = { minutes: 10 };

/** What a delivery after this pass may go by. */
export const lastLookAfter = (
  { look: seen, quiet }: PassReport,
  before?: LastLook,
): LastLook | undefined => {
  if (quiet === undefined || seen.kind === 'misread') return undefined;
  return seen.kind === 'unchanged' ? before : { seen, quiet };
};

/** What a pass leaves to the next one; nothing where it did, wrote or was refused anything. */
export const quietAfter = async (
  parts: Pick<PassParts, 'ledger' | 'ground'>,
  {
    seen,
    report,
    revision,
    options,
  }: {
    readonly seen: Look;
    readonly report: PassReport;
    /** Before the pass looked. */
    readonly revision: number;
    readonly options: PassOptions;
  },
): Promise<Quiet | undefined> => {
  if (seen.kind !== 'seen' || !report.idle || isSpecial(options)) return undefined;
  if ((await parts.ledger.revision()) !== revision) return undefined;
  return {
    answerHash: hashOf(parts, seen),
    revision,
    since: seen.now,
    nextInstant: nextInstantOf(seen),
    documents: settledDocuments({ wanted: seen.wanted, known: seen.ledgerState.documents }),
    told: {
      requests: report.requests,
      notices: report.look.notices,
      concerns: report.look.plan.concerns,
    },
  };
};

const nextInstantOf = ({ now, watch, isTroubled }: Seen): Temporal.Instant => {
  const latest = now.add(isTroubled ? longestForTrouble : longest);
  const decided = watch.nextInstant();
  return decided === undefined ? latest : earlier(decided, latest);
};
