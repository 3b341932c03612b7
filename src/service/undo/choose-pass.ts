import { Temporal } from 'temporal-polyfill';
import { momentIn, passWords } from '../../core/plan/tell-life.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { KeptPass } from '../../ledger/undo-ledger.ts';
import type { PassParts } from '../pass/pass-parts.ts';
import { NothingToUndoError, UnknownPassError } from './errors.ts';

/**
 * The pass that is to be taken back: the last that wrote anything, or the one that is named.
 *
 * One that was taken back is not taken back again, and its undo is no pass: a new pass does what is to be done.
 */
export const choosePass = async (
  { ledger, timeZone }: Pick<PassParts, 'ledger' | 'timeZone'>,
  named: string | undefined,
): Promise<KeptPass> => {
  const passes = await ledger.undo.passes();
  const id = named === undefined ? undefined : asPass(named);
  const chosen = id === undefined ? passes.at(-1) : passes.findLast(({ pass }) => pass === id);
  if (chosen === undefined) throw await unknownPass(ledger, id);
  if (chosen.undoneAt !== undefined) {
    throw new NothingToUndoError({
      what: `The pass of ${passWords(chosen.pass, timeZone)} was taken back already, on ${momentIn(Temporal.Instant.from(chosen.undoneAt), timeZone)}.`,
      todo: 'Run a pass ("run") to have it done anew, or name an earlier one by --pass; "history" lists them.',
    });
  }
  return chosen;
};

/** In the ledger's spelling, whatever the offset that it was typed with. */
const asPass = (named: string): string => {
  try {
    return Temporal.Instant.from(named).toString();
  } catch {
    return named;
  }
};

const unknownPass = async (ledger: Ledger, id: string | undefined): Promise<Error> => {
  if (id === undefined) {
    return new NothingToUndoError({
      what: 'No pass has written anything that could be taken back.',
      todo: 'There is nothing to do. Passes of an earlier version of this program cannot be taken back, nor those before "forget".',
    });
  }
  const lines = await ledger.history({ pass: id });
  if (lines.some(({ kind }) => kind === 'undo')) {
    return new NothingToUndoError({
      what: `${id} is no pass but an undo.`,
      todo: 'Run a pass ("run"): it does anew what was taken back.',
    });
  }
  if (lines.length === 0) return new UnknownPassError(id);
  return new NothingToUndoError({
    what: `The pass ${id} cannot be taken back: it is none of the latest, or wrote no requests and documents.`,
    todo: 'Nothing was taken back. "history" lists the passes; name another one by --pass.',
  });
};
