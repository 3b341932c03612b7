/** What the ledger will know of messages once a pass has promised and withdrawn: what people read tells of it at once. */
import type { MessageMemory, MessageRecord, MessageState } from '../cases/messages.ts';
import type { Situation } from '../cases/situation.ts';
import { isWaiting, type MessagePlan } from './plan-messages.ts';

export interface MessagesNow extends Pick<Situation, 'now'> {
  readonly told: MessageMemory;
  readonly plan: Pick<MessagePlan, 'promised' | 'withdrawn'>;
}

/** @param again Keys of messages that a person wants sent again. */
export const memoryAfter = (
  { told, plan, now }: MessagesNow,
  again: readonly string[] = [],
): MessageMemory => {
  if (plan.promised.length + plan.withdrawn.length + again.length === 0) return told;
  const sentAgain = new Set(again);
  const withdrawn = new Map(plan.withdrawn.map(({ key, why }) => [key, why]));
  const stateOf = (record: MessageRecord): MessageState => {
    const why = withdrawn.get(record.key);
    if (why !== undefined && isWaiting(record)) return { kind: 'withdrawn', at: now, why };
    return sentAgain.has(record.key) && record.state.kind !== 'unsure'
      ? { kind: 'waiting' }
      : record.state;
  };
  // What stays as it was is the very same, so that its words need not be made again.
  const recordAfter = (record: MessageRecord): MessageRecord => {
    const state = stateOf(record);
    return state === record.state ? record : { ...record, state };
  };
  const after = new Map(
    [...told].map(([thread, records]) => [thread, records.map(recordAfter)] as const),
  );
  for (const promise of plan.promised) {
    const kind = promise.to.address === undefined ? 'by-hand' : 'waiting';
    const others = after.get(promise.thread) ?? [];
    after.set(promise.thread, [...others, { ...promise, state: { kind } }]);
  }
  return after;
};
