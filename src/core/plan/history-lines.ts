/** What a pass notes in the history besides what it promises: repairs, and that it came to its end. */
import type { ComplaintRecord, HistoryLine, LedgerState, SignAct } from '../cases/ledger-state.ts';
import type { PassRecord } from '../cases/pass-record.ts';
import { headerOf } from '../columns/request-tab.ts';
import type { MessagePlan } from '../messages/plan-messages.ts';
import type { CellEdit, Outcome } from '../sheet/edits.ts';
import { counted } from './counted.ts';

/** People moved rows just while we wrote: what fell beside its row was put right at once. */
export const repairLine = ({ tab, address }: Pick<CellEdit, 'tab' | 'address'>): HistoryLine => ({
  kind: 'repair',
  subject: `${tab}: ${spotOf(address)}`,
  because: 'baris berpindah saat ditulis; sel dipulihkan',
});

const spotOf = (address: CellEdit['address']): string => {
  switch (address.kind) {
    case 'row':
      return `${address.key}, ${address.header}`;
    case 'filled':
      return `baris tanpa tiket, ${address.header}`;
    case 'fixed':
      return `baris ${address.row}, kolom ${address.column}`;
  }
};

/** The line that a pass which did something ends with: where it is missing, the pass was cut off. */
export const passLine = (
  { written, overtaken, failed }: Readonly<Record<Outcome, number>>,
  { saved }: { readonly saved: number },
): HistoryLine => {
  const left = overtaken + failed > 0 ? ` (${overtaken + failed} more could not be)` : '';
  return {
    kind: 'pass',
    because: `done: ${counted(written, 'cell')} written${left}, ${counted(saved, 'document')} saved`,
  };
};

/** The line of one that could not write its cells, or not all, after its documents were made. */
export const unwrittenPassLine = ({ saved }: { readonly saved: number }): HistoryLine => ({
  kind: 'pass',
  because: `cut off while it wrote cells: ${counted(saved, 'document')} saved`,
});

/** The line of one that was killed: what it was about to do, as far as it is known. */
export const cutOffPassLine = ({
  cells,
  documents,
}: Pick<PassRecord, 'cells' | 'documents'>): HistoryLine => ({
  kind: 'pass',
  because: `cut off on its way: at most ${counted(cells.length, 'cell')} and ${counted(new Set(documents.map(({ key }) => key)).size, 'document')} were written`,
});

/** What was typed by whoever signs, or taken out again; what the service offers is told by the document itself. */
export const signatureLine = ({ key, step, mark }: SignAct): readonly HistoryLine[] => {
  const because = signatureWords[step];
  return because === undefined
    ? []
    : [{ kind: 'signature', subject: key, becomes: mark, because: `isi ${because}` }];
};

const signatureWords: Readonly<Partial<Record<SignAct['step'], string>>> = {
  checked: headerOf('checkedBy'),
  approved: headerOf('approvedBy'),
};

/** By their keys alone: what a message says, and to which address, is nobody's business here. */
export const messageLines = ({
  promised,
  withdrawn,
}: Pick<MessagePlan, 'promised' | 'withdrawn'>): readonly HistoryLine[] => [
  ...withdrawn.map(
    ({ key, why }): HistoryLine => ({
      kind: 'message',
      subject: key,
      because: `pesan ditarik: ${why}`,
    }),
  ),
  ...promised.map(
    ({ key, ticket, because }): HistoryLine => ({
      kind: 'message',
      ...(ticket !== undefined && { ticket }),
      subject: key,
      because: `pesan direncanakan: ${because}`,
    }),
  ),
];
export const complaintLine = (
  { number }: ComplaintRecord,
  { complaints }: Pick<LedgerState, 'complaints'>,
): HistoryLine => ({
  kind: 'complaint',
  subject: number,
  because: complaints.has(number) ? 'isi barisnya disunting' : 'pengaduan baru',
});
