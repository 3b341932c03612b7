/** What an undo notes in the history. */
import type { HistoryLine, Ticket } from '../cases/ledger-state.ts';
import type { WrittenCell } from '../cases/pass-record.ts';
import { counted } from './counted.ts';

export const undoneCell = (
  { ticket, field, was, becomes }: WrittenCell,
  pass: string,
): HistoryLine => ({
  kind: 'undo',
  ticket,
  subject: field,
  was: becomes,
  becomes: was,
  because: `pemeriksaan ${pass} dibatalkan`,
});

export const undoneDocument = (
  { key, why }: { readonly key: string; readonly why?: string },
  pass: string,
): HistoryLine => ({
  kind: 'undo',
  subject: key,
  because:
    why === undefined
      ? `dokumen dikembalikan seperti sebelum pemeriksaan ${pass}`
      : `dokumen tidak dapat dikembalikan seperti sebelum pemeriksaan ${pass}`,
});

export const undoneMoments = (ticket: Ticket, pass: string): HistoryLine => ({
  kind: 'undo',
  ticket,
  because: `catatan waktu dari pemeriksaan ${pass} ditarik`,
});

export const undoneMessage = (key: string, why: string): HistoryLine => ({
  kind: 'undo',
  subject: key,
  because: `pesan ditarik: ${why}`,
});

/** The line that an undo ends with: it stands among those of the passes, which only whoever runs a command reads. */
export const undoneWhole = ({
  pass,
  cells,
  documents,
  withdrawn,
  leftCells,
  leftDocuments,
}: {
  readonly pass: string;
  readonly cells: readonly unknown[];
  readonly documents: readonly unknown[];
  readonly withdrawn: readonly unknown[];
  readonly leftCells: readonly unknown[];
  readonly leftDocuments: readonly unknown[];
}): HistoryLine => {
  const left = leftCells.length + leftDocuments.length;
  return {
    kind: 'pass',
    because: `the pass ${pass} was taken back: ${counted(cells.length, 'cell')}, ${counted(documents.length, 'document')}, ${counted(withdrawn.length, 'message')}${left > 0 ? `; ${left} left as they were` : ''}`,
  };
};
