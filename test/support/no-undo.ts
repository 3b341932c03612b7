/** Where nothing is taken back. */
import type { DocumentStore } from '../../src/backends/backend.ts';
import type { UndoLedger } from '../../src/ledger/undo-ledger.ts';
import type { UndoShelf } from '../../src/service/undo-shelf.ts';

export const noUndo: UndoLedger = {
  begin: async () => 0,
  renew: async () => undefined,
  step: async () => undefined,
  end: async () => undefined,
  open: async () => [],
  cutOff: async () => undefined,
  passes: async () => [],
  keptFiles: async () => new Set(),
  since: async () => [],
  takeBack: async () => undefined,
};

export const noUndoShelf: UndoShelf = {
  keep: async () => undefined,
  take: () => undefined,
  tidy: () => undefined,
};

export const keepsNothing: Pick<DocumentStore, 'keep' | 'putBack' | 'takeAway'> = {
  keep: async () => undefined,
  putBack: async () => undefined,
  takeAway: async (id) => id,
};
