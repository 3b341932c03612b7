/** What a ledger keeps of messages, in memory: plans are kept, and what waits is handed over. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageMemory, MessageRecord, MessageState } from '../../src/core/cases/messages.ts';
import type { MessageKind, MessageLook } from '../../src/core/messages/message-kind.ts';
import {
  isWaiting,
  type MessagePlan,
  planMessages,
} from '../../src/core/messages/plan-messages.ts';

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
