import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Life } from '../backends/google/pass/doomed.ts';

/** Each writing transaction is one effect. */
export const mortalLedger = (ledger: Ledger, life: { readonly now: Life }): Ledger => ({
  revision: () => life.now.sees(() => ledger.revision()),
  state: () => life.now.sees(() => ledger.state()),
  history: (filter) => life.now.sees(() => ledger.history(filter)),
  recall: (name) => life.now.sees(() => ledger.recall(name)),
  commit: (...given) => life.now.does('ledger: commit', () => ledger.commit(...given)),
  confirm: (given) => life.now.does('ledger: confirm', () => ledger.confirm(given)),
  rememberDocument: (...given) =>
    life.now.does('ledger: document', () => ledger.rememberDocument(...given)),
  remember: (...given) =>
    life.now.does(`ledger: ${given[0].split('.').slice(0, 2).join('.')}`, () =>
      ledger.remember(...given),
    ),
  note: (...given) => life.now.does(`ledger: ${given[0]}`, () => ledger.note(...given)),
  // No pass hands anything over.
  post: ledger.post,
  undo: {
    begin: (...given) => life.now.does('ledger: begin', () => ledger.undo.begin(...given)),
    renew: (...given) => life.now.does('ledger: renew', () => ledger.undo.renew(...given)),
    step: (...given) => life.now.does('ledger: step', () => ledger.undo.step(...given)),
    end: (...given) => life.now.does('ledger: end', () => ledger.undo.end(...given)),
    open: () => life.now.sees(() => ledger.undo.open()),
    cutOff: (...given) => life.now.does('ledger: cut off', () => ledger.undo.cutOff(...given)),
    passes: () => life.now.sees(() => ledger.undo.passes()),
    keptFiles: () => life.now.sees(() => ledger.undo.keptFiles()),
    since: (pass) => life.now.sees(() => ledger.undo.since(pass)),
    takeBack: (...given) =>
      life.now.does('ledger: take back', () => ledger.undo.takeBack(...given)),
  },
  close: () => ledger.close(),
});
