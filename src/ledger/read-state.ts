/** Reads everything the ledger knows about one desk. */
import type { Kysely } from 'kysely';
import type {
  ComplaintRecord,
  DocumentRecord,
  LedgerState,
  Moment,
  SignAct,
  SignStep,
  Ticket,
  TicketRecord,
} from '../core/cases/ledger-state.ts';
import type { Cell } from '../core/sheet/snapshot.ts';
import type { WrittenValue } from '../core/sheet/three-way.ts';
import type { LedgerDatabase } from './database.ts';
import { readMessages } from './messages.ts';
import type { StatePart, Touched } from './own-writes.ts';
import { instantFrom, letterFrom, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables } from './tables.ts';

/** @param db A transaction, so that all parts are of one moment. */
export const readState = async (
  db: Kysely<LedgerTables>,
  { desk, foldedCells }: Pick<LedgerDatabase, 'desk' | 'foldedCells'>,
): Promise<LedgerState> => ({
  ...(await readParts(db, desk)),
  documents: await readDocuments(db, desk),
  signatures: await readSignatures(db, desk),
  written: await readWritten(db, { desk, foldedCells }),
});

/** As `readState`, where all else is as it was before. */
export const readTouched = async (
  db: Kysely<LedgerTables>,
  { desk, foldedCells }: Pick<LedgerDatabase, 'desk' | 'foldedCells'>,
  { before, touched }: { readonly before: LedgerState; readonly touched: Touched },
): Promise<LedgerState> => ({
  ...(await readParts(db, desk, { before, touched })),
  documents: await readAnew(before.documents, touched.documents, (only) =>
    readDocuments(db, desk, only),
  ),
  signatures: await readAnew(before.signatures, touched.signatures, (only) =>
    readSignatures(db, desk, only),
  ),
  written: await readAnew(before.written, touched.cellsOf, (only) =>
    readWritten(db, { desk, foldedCells, ...(only && { only }) }),
  ),
});

const readParts = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  known?: { readonly before: LedgerState; readonly touched: Touched },
): Promise<Pick<LedgerState, StatePart>> => {
  const anew = async <Part extends StatePart>(
    part: Part,
    read: (from: Kysely<LedgerTables>, desk: DeskKey) => Promise<LedgerState[Part]>,
  ): Promise<LedgerState[Part]> =>
    known === undefined || known.touched.parts.includes(part) ? read(db, desk) : known.before[part];
  return {
    tickets: await anew('tickets', readTickets),
    moments: await anew('moments', readMoments),
    messages: await anew('messages', readMessages),
    lastNumber: await anew('lastNumber', readLastNumbers),
    complaints: await anew('complaints', readComplaints),
  };
};

/** So many are asked for by name; more, and all are. */
const mostNamed = 500;

/** Of some anew, where there is nothing of others that was not there before: its place among the others stays. */
const readAnew = async <Value>(
  before: ReadonlyMap<string, Value>,
  keys: readonly string[],
  read: (only?: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<string, Value>> => {
  if (keys.length === 0) return before;
  if (keys.length > mostNamed || keys.some((key) => !before.has(key))) return read();
  return new Map([...before, ...(await read(keys))]);
};

const readTickets = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<LedgerState['tickets']> => {
  const rows = await db
    .selectFrom('ticket')
    .select(['ticket', 'row_key', 'state'])
    .where('desk', '=', desk)
    .orderBy('year')
    .orderBy('number')
    .execute();
  return new Map(
    rows.map(({ ticket, row_key, state }): [string, TicketRecord] => [
      ticket,
      { ticket, key: textFrom(row_key), state },
    ]),
  );
};

/**
 * The database folds a ticket's cells into one text: a row for each of 200,000 cells would take four times as long to
 * fetch.
 */
const readWritten = async (
  db: Kysely<LedgerTables>,
  {
    desk,
    foldedCells,
    only,
  }: Pick<LedgerDatabase, 'desk' | 'foldedCells'> & { readonly only?: readonly Ticket[] },
): Promise<LedgerState['written']> => {
  const all = db
    .selectFrom('cell')
    .select(['ticket', foldedCells.as('cells')])
    .where('desk', '=', desk);
  const rows = await (only === undefined ? all : all.where('ticket', 'in', only))
    .groupBy('ticket')
    .orderBy('ticket')
    .execute();
  return new Map(
    rows.map(({ ticket, cells }) => {
      const values = Object.entries(JSON.parse(cells) as Record<string, FoldedCell>);
      return [
        ticket,
        new Map(values.map(([field, value]) => [textFrom(field), writtenValue(value)])),
      ];
    }),
  );
};

type FoldedCell = readonly [written: Cell | null, intended: Cell | null, link: string | null];

const writtenValue = ([written, intended, link]: FoldedCell): WrittenValue => ({
  ...(written !== null && { written }),
  ...(intended !== null && { intended }),
  ...(link !== null && { link: textFrom(link) }),
});

const readMoments = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<LedgerState['moments']> => {
  const rows = await db
    .selectFrom('moment')
    .select(['ticket', 'kind', 'at', 'detail'])
    .where('desk', '=', desk)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moment_undone')
            .select('position')
            .where('moment_undone.desk', '=', desk)
            .whereRef('moment_undone.revision', '=', 'moment.revision')
            .whereRef('moment_undone.position', '=', 'moment.position'),
        ),
      ),
    )
    .orderBy('at')
    .orderBy('revision')
    .orderBy('position')
    .execute();
  const moments = new Map<string, Moment[]>();
  for (const { ticket, kind, at, detail } of rows) {
    const moment: Moment = {
      kind,
      at: instantFrom(at),
      ...(detail !== null && { detail: textFrom(detail) }),
    };
    const ofTicket = moments.get(ticket);
    if (ofTicket) ofTicket.push(moment);
    else moments.set(ticket, [moment]);
  }
  return moments;
};

const readDocuments = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  only?: readonly string[],
): Promise<LedgerState['documents']> => {
  const all = db.selectFrom('document').selectAll().where('desk', '=', desk);
  const rows = await (only === undefined ? all : all.where('key', 'in', only.map(storedText)))
    .orderBy('key')
    .execute();
  return new Map(
    rows.map(
      ({
        key,
        id,
        url,
        title,
        fingerprint,
        view_fingerprint: view,
        template_fingerprint: template,
        content_hash,
        edition,
        edited_by,
        signed_off,
        letter,
      }): [string, DocumentRecord] => [
        textFrom(key),
        {
          key: textFrom(key),
          ...(id !== null && { id: textFrom(id) }),
          ...(url !== null && { url: textFrom(url) }),
          ...(title !== null && { title: textFrom(title) }),
          fingerprint: textFrom(fingerprint),
          ...(view !== null &&
            template !== null && {
              madeFrom: { view: textFrom(view), template: textFrom(template) },
            }),
          contentHash: textFrom(content_hash),
          edition,
          ...(signed_off === 1 && { signedOff: true }),
          ...(edited_by !== null && { editedBy: textFrom(edited_by) }),
          ...(letter !== null && { letter: letterFrom(letter) }),
        },
      ],
    ),
  );
};

const readSignatures = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  only?: readonly string[],
): Promise<LedgerState['signatures']> => {
  const all = db
    .selectFrom('signature')
    .select(['key', 'step', 'mark', 'given', 'at'])
    .where('desk', '=', desk);
  const rows = await (only === undefined ? all : all.where('key', 'in', only.map(storedText)))
    .orderBy('key')
    .orderBy('step')
    .execute();
  const byKey = new Map<string, Map<SignStep, SignAct>>();
  for (const { key, step, mark, given, at } of rows) {
    const act: SignAct = {
      key: textFrom(key),
      step,
      mark: textFrom(mark),
      given: textFrom(given),
      at: instantFrom(at),
    };
    const acts = byKey.get(act.key) ?? new Map<SignStep, SignAct>();
    byKey.set(act.key, acts.set(step, act));
  }
  return byKey;
};

const readLastNumbers = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<LedgerState['lastNumber']> => {
  const rows = await db
    .selectFrom('last_number')
    .select(['year', 'number'])
    .where('desk', '=', desk)
    .orderBy('year')
    .execute();
  return new Map(rows.map(({ year, number }) => [year, number]));
};

const readComplaints = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<LedgerState['complaints']> => {
  const rows = await db
    .selectFrom('complaint')
    .select(['number', 'row_key', 'at'])
    .where('desk', '=', desk)
    .orderBy('number')
    .execute();
  return new Map(
    rows.map(({ number, row_key, at }): [string, ComplaintRecord] => [
      textFrom(number),
      { number: textFrom(number), key: textFrom(row_key), at: instantFrom(at) },
    ]),
  );
};
