/** A ledger that is read whole once for every state it is in: a pass and the delivery after it look at the same. */
import type { LedgerState } from '../core/cases/ledger-state.ts';
import { isSame } from '../core/cases/same.ts';
import type { Ledger } from './ledger.ts';

/** Whatever changes the state, ours or another process's, counts the revision on: an equal one means an equal state. */
export const rememberingState = (ledger: Ledger): Ledger => {
  let known: { readonly revision: number; readonly state: LedgerState } | undefined;
  return {
    ...ledger,
    state: async () => {
      const revision = await ledger.revision();
      if (known?.revision === revision) return known.state;
      const state = sharing(known?.state, await ledger.state());
      known = (await ledger.revision()) === revision ? { revision, state } : undefined;
      return state;
    },
  };
};

/** The state with the very parts of the one before it that say the same, so that what was made of them need not be made again. */
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
