/** What the ledger remembers of documents. */
import type { DocumentRecord, HistoryLine } from '../core/cases/ledger-state.ts';
import { appendHistory, type Writing } from './history.ts';
import { storedLetter, storedOptional, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';

/** The ledger remembers it just so already. */
export const isRemembered = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  record: DocumentRecord,
): Promise<boolean> => {
  const row = documentRow(desk, record);
  const known = await knownDocument(transaction, row);
  return known !== undefined && isSameRow(known, row);
};

export const rememberDocument = async (
  transaction: LedgerTransaction,
  record: DocumentRecord,
  writing: Writing,
): Promise<void> => {
  const known = await knownDocument(transaction, documentRow(writing.desk, record));
  await putDocument(transaction, writing.desk, record);
  await appendHistory(transaction, [documentLine(record, known)], writing);
};

export const putDocument = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  record: DocumentRecord,
): Promise<void> => {
  const row = documentRow(desk, record);
  const { desk: _desk, key: _key, ...changing } = row;
  await transaction
    .insertInto('document')
    .values(row)
    .onConflict((conflict) => conflict.columns(['desk', 'key']).doUpdateSet(changing))
    .execute();
};

export const forgetDocument = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  key: string,
): Promise<void> => {
  await transaction
    .deleteFrom('document')
    .where('desk', '=', desk)
    .where('key', '=', storedText(key))
    .execute();
};

type DocumentRow = LedgerTables['document'];

const knownDocument = (
  transaction: LedgerTransaction,
  { desk, key }: Pick<DocumentRow, 'desk' | 'key'>,
): Promise<DocumentRow | undefined> =>
  transaction
    .selectFrom('document')
    .selectAll()
    .where('desk', '=', desk)
    .where('key', '=', key)
    .executeTakeFirst();

const documentRow = (desk: DeskKey, record: DocumentRecord): DocumentRow => {
  const { key, id, url, title, fingerprint, madeFrom, contentHash, edition } = record;
  return {
    desk,
    key: storedText(key),
    id: storedOptional(id),
    url: storedOptional(url),
    title: storedOptional(title),
    fingerprint: storedText(fingerprint),
    view_fingerprint: storedOptional(madeFrom?.view),
    template_fingerprint: storedOptional(madeFrom?.template),
    content_hash: storedText(contentHash),
    edition,
    edited_by: storedOptional(record.editedBy),
    signed_off: record.signedOff ? 1 : 0,
    letter: record.letter === undefined ? null : storedLetter(record.letter),
  };
};

const isSameRow = (known: DocumentRow, row: DocumentRow): boolean =>
  Object.entries(row).every(([column, value]) => known[column as keyof DocumentRow] === value);

const documentLine = (
  { key, id, url, edition, editedBy }: DocumentRecord,
  known: DocumentRow | undefined,
): HistoryLine => {
  const place = url ?? id;
  return {
    kind: 'document',
    subject: key,
    ...(known?.url != null && { was: textFrom(known.url) }),
    ...(place !== undefined && { becomes: place }),
    because: whyDocument({ saved: id !== undefined, edition, editedBy, known }),
  };
};

const whyDocument = ({
  saved,
  edition,
  editedBy,
  known,
}: {
  readonly saved: boolean;
  readonly edition: number;
  readonly editedBy: string | undefined;
  readonly known: DocumentRow | undefined;
}): string => {
  if (!saved) return 'dokumen disiapkan';
  if (known === undefined || known.id === null) return 'dokumen dibuat';
  if (edition <= known.edition) return 'dokumen diperbarui';
  return editedBy === undefined
    ? `pembaruan ${edition} dibuat`
    : `pembaruan ${edition} dibuat; yang sebelumnya disunting oleh ${editedBy}`;
};
