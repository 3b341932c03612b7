/** What a ledger keeps of messages, in memory: plans are kept, and what waits is handed over. */
import type { Temporal } from 'temporal-polyfill';
import type { Desk } from '../../src/core/cases/desk.ts';
import type { MessageMemory, MessageRecord, MessageState } from '../../src/core/cases/messages.ts';
import type { Case } from '../../src/core/cases/situation.ts';
import type { MessageKind, MessageLook } from '../../src/core/messages/message-kind.ts';
import {
  isWaiting,
  type MessagePlan,
  planMessages,
} from '../../src/core/messages/plan-messages.ts';
import { decide } from '../../src/core/rules/decide.ts';
import { rules as allRules } from '../../src/core/rules/index.ts';
import { aSituation, instant } from './builders.ts';

/** As the ledger keeps it. */
export const kept = (
  told: MessageMemory,
  plan: MessagePlan,
  at: Temporal.Instant,
): MessageMemory => {
  const gone = new Set(plan.withdrawn.map(({ key }) => key));
  const after = new Map(
    [...told].map(([thread, records]) => [
      thread,
      records.map((record) =>
        gone.has(record.key)
          ? { ...record, state: { kind: 'withdrawn', at, why: '' } as const }
          : record,
      ),
    ]),
  );
  for (const promise of plan.promised)
    after.set(promise.thread, [
      ...(after.get(promise.thread) ?? []),
      { ...promise, state: { kind: 'waiting' } },
    ]);
  return after;
};

/** What waits, and `mayGo`, comes to this state. */
export const settled = (
  told: MessageMemory,
  state: MessageState,
  mayGo: (record: MessageRecord) => boolean = () => true,
): MessageMemory =>
  new Map(
    [...told].map(([thread, records]) => [
      thread,
      records.map((record) => (isWaiting(record) && mayGo(record) ? { ...record, state } : record)),
    ]),
  );

export const all = (told: MessageMemory): readonly MessageRecord[] => [...told.values()].flat();

/** Plans and keeps, until nothing is left to plan. */
export const planned = (look: MessageLook, kinds: readonly MessageKind[]): MessageMemory =>
  kept(look.told, planMessages(look, kinds), look.situation.now);

/** When the ordinary desk of tests began to tell anything. */
export const since = instant('2026-11-16T08:00');

/** What a kind looks at: these requests, as the rules see them. */
export const lookAt = (
  cases: readonly Case[],
  {
    now = '2026-11-17T09:00',
    told = new Map(),
    desk,
    ...rest
  }: {
    readonly now?: string;
    readonly told?: MessageMemory;
    readonly desk?: Desk;
  } & Partial<Pick<MessageLook, 'since' | 'answerForm'>> = {},
): MessageLook => {
  const situation = aSituation({ now, ...(desk && { desk }) });
  return { cases: decide(cases, situation, allRules), situation, told, since, ...rest };
};

/** The messages that these kinds told, all of them handed over at once. */
export const toldBy = (look: MessageLook, ...kinds: readonly MessageKind[]): MessageMemory =>
  settled(planned(look, kinds), { kind: 'sent', at: look.situation.now });
