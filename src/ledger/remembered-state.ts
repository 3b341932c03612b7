/** A ledger that is read whole once for every state it is in: a pass and the delivery after it look at the same. */
import type { LedgerState } from '../core/cases/ledger-state.ts';
import { isSame } from '../core/cases/same.ts';
import type { Ledger } from './ledger.ts';
import type { KnownState } from './own-writes.ts';

/** What outlives the ledger that it is put around, where a desk is opened again for every pass. */
export interface StateMemory {
  /** The state with the very parts of the one before it that say the same, so that what was made of them need not be made again. */
  shared(state: LedgerState): LedgerState;
}

export const openStateMemory = (): StateMemory => {
  let last: LedgerState | undefined;
  return {
    shared: (state) => {
      last = sharing(last, state);
      return last;
    },
  };
};

/**
 * Whatever changes the state, ours or another process's, counts the revision on: an equal one means an equal state. That is so
 * while the ledger stays open and claimed; a copy that was put in its place meanwhile may have come to the same number.
 */
export const rememberingState = (ledger: Ledger, memory = openStateMemory()): Ledger => {
  let known: KnownState | undefined;
  return {
    ...ledger,
    state: async () => {
      const revision = await ledger.revision();
      if (known?.revision === revision) return known.state;
      const state = memory.shared(await ledger.state(known));
      known = (await ledger.revision()) === revision ? { revision, state } : undefined;
      return state;
    },
  };
};

const sharing = (before: LedgerState | undefined, state: LedgerState): LedgerState =>
  before === undefined
    ? state
    : {
        ...state,
        tickets: shared(before.tickets, state.tickets),
        written: shared(before.written, state.written),
        moments: shared(before.moments, state.moments),
        documents: shared(before.documents, state.documents),
        signatures: shared(before.signatures, state.signatures),
        messages: shared(before.messages, state.messages),
      };

const shared = <Key, Value>(
  before: ReadonlyMap<Key, Value>,
  now: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> => {
  if (before === now) return before;
  let isSameThroughout = before.size === now.size;
  const parts = new Map<Key, Value>();
  for (const [key, value] of now) {
    const known = before.get(key);
    const isKnown = known !== undefined && isSame(known, value);
    isSameThroughout &&= isKnown;
    parts.set(key, isKnown ? known : value);
  }
  // In the same order, too: whoever goes through them goes by it.
  return isSameThroughout && isSame([...before.keys()], [...now.keys()]) ? before : parts;
};
