/**
 * What keeps the service from its work, told to whoever runs it. A refused pass promises nothing that rests on the workbook;
 * this rests on the ledger alone: who keeps the service and how the office signs, as the last pass that went through read it.
 */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantForm, jsonNote, savedWork } from '../../backends/kept-note.ts';
import { type LedgerState, noChange } from '../../core/cases/ledger-state.ts';
import type { Situation } from '../../core/cases/situation.ts';
import { troubleKinds } from '../../core/messages/kinds/keeper-trouble.ts';
import { toldKinds } from '../../core/messages/muted-kinds.ts';
import { type MessagePlan, planMessages } from '../../core/messages/plan-messages.ts';
import type { Trouble } from '../../core/messages/troubles.ts';
import type { Refusal } from '../../core/plan/guard.ts';
import { messageLines } from '../../core/plan/history-lines.ts';
import { refusalWords } from '../../core/plan/refusal-words.ts';
import { readDesk } from '../../core/reading/read-desk.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { signInTroubleIn } from '../sign-in-trouble.ts';
import type { PassParts } from './pass-parts.ts';
import { tellingSince } from './telling-since.ts';

const keeperName = 'keeper';
const rememberedKeeper = jsonNote(
  z.object({
    office: z.string(),
    team: z.string(),
    contact: z.string(),
    mutedMessages: z.array(z.string()),
    keeper: z.object({ address: z.string(), name: z.string().optional() }).optional(),
  }),
);

/** Of a pass that goes through: what a later one can tell by that does not. */
export const rememberKeeper = async (
  ledger: Pick<Ledger, 'recall' | 'remember'>,
  { desk: { settings } }: Pick<Situation, 'desk'>,
): Promise<void> => {
  const { office, team, contact, mutedMessages, keeper } = settings;
  const text = JSON.stringify({ office, team, contact, mutedMessages, ...(keeper && { keeper }) });
  const known = await ledger.recall(keeperName);
  if (known === text || (known === undefined && keeper === undefined)) return;
  await ledger.remember(keeperName, text);
};

const troublesName = 'troubles';
const rememberedTroubles = jsonNote(
  z.array(
    z.object({
      kind: z.enum(['refused', 'signed-out']),
      since: instantForm,
      lastDay: z.string(),
      what: z.array(z.string()),
    }),
  ),
);

export const knownTroubles = async (ledger: Pick<Ledger, 'recall'>): Promise<readonly Trouble[]> =>
  savedWork(rememberedTroubles, await ledger.recall(troublesName)) ?? [];

/** The pass went through. */
export const endTroubles = async (ledger: Pick<Ledger, 'recall' | 'remember'>): Promise<void> => {
  if ((await knownTroubles(ledger)).length > 0) await ledger.remember(troublesName, '[]');
};

type TroubleParts = Pick<PassParts, 'ledger' | 'messageKinds' | 'timeZone'>;

export const tellOfRefusal = (
  parts: TroubleParts,
  refusals: readonly Refusal[],
  now: Temporal.Instant,
): Promise<void> =>
  tell(parts, {
    kind: 'refused',
    what: [...new Set(refusals.map(({ kind }) => refusalWords[kind]))],
    now,
  });

/** Of what a pass failed over only that Google wants a new sign-in can be mended by nobody but the keeper. */
export const tellOfFailure = async (
  parts: TroubleParts,
  error: unknown,
  now: Temporal.Instant,
): Promise<void> => {
  const what = signInTroubleIn(error);
  if (what !== undefined) await tell(parts, { kind: 'signed-out', what: [what], now });
};

export const isKeepersTrouble = (error: unknown): boolean => signInTroubleIn(error) !== undefined;

/** Notes it, and promises what is to be said of it; nothing where nobody is named. */
const tell = async (
  parts: TroubleParts,
  { kind, what, now }: Pick<Trouble, 'kind' | 'what'> & { readonly now: Temporal.Instant },
): Promise<void> => {
  const { ledger, timeZone } = parts;
  const situation = await keptSituation(parts, now);
  if (situation?.desk.settings.keeper === undefined) return;
  const known = (await knownTroubles(ledger)).find(
    (each) => each.kind === kind && each.what.join() === what.join(),
  );
  const trouble = {
    kind,
    what,
    since: (known?.since ?? now).toString(),
    lastDay: now.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  };
  await ledger.remember(troublesName, JSON.stringify([trouble]));
  const told = await toldOfTroubles(parts, now);
  if (told === undefined) return;
  const { promised, withdrawn } = told.messages;
  if (promised.length + withdrawn.length === 0) return;
  await ledger.commit(
    { ...noChange, messages: promised, withdrawn, history: messageLines(told.messages) },
    now,
    now.toString(),
  );
};

/** What can be said although the workbook cannot be worked with. */
export interface ToldOfTroubles {
  readonly now: Temporal.Instant;
  readonly situation: Situation;
  readonly ledgerState: LedgerState;
  readonly messages: MessagePlan;
}

/** Absent where no pass has gone through yet. */
export const toldOfTroubles = async (
  parts: TroubleParts,
  now: Temporal.Instant,
): Promise<ToldOfTroubles | undefined> => {
  const situation = await keptSituation(parts, now);
  if (situation === undefined) return undefined;
  const state = await parts.ledger.state();
  const ours = troubleKinds.filter((kind) => parts.messageKinds.includes(kind));
  const keys = new Set(ours.map(({ key }) => key));
  // The others stand as they are: nobody knows whether they are still true.
  const told = new Map(
    [...state.messages].filter(([, records]) => records.every(({ kind }) => keys.has(kind))),
  );
  const messages = planMessages(
    {
      cases: [],
      situation,
      told,
      since: (await tellingSince(parts.ledger)) ?? now,
      troubles: await knownTroubles(parts.ledger),
    },
    toldKinds(ours, situation.desk.settings),
  );
  return { now, situation, ledgerState: { ...state, messages: told }, messages };
};

/** A desk of which nothing is known but how it signs and who keeps it; all else has its standard. */
const keptSituation = async (
  { ledger, timeZone }: Pick<PassParts, 'ledger' | 'timeZone'>,
  now: Temporal.Instant,
): Promise<Situation | undefined> => {
  const kept = savedWork(rememberedKeeper, await ledger.recall(keeperName));
  if (kept === undefined) return undefined;
  const { keeper, ...letterhead } = kept;
  const desk = readDesk({ tabs: [] }, { timeZone });
  const { name, address } = keeper ?? {};
  const settings = {
    ...desk.settings,
    ...letterhead,
    ...(address !== undefined && { keeper: { address, ...(name !== undefined && { name }) } }),
  };
  return {
    now,
    timeZone,
    today: now.toZonedDateTimeISO(timeZone).toPlainDate(),
    desk: { ...desk, settings },
  };
};
