/** What a desk holds, in a shape that can be compared before a pass, after it, and after it was taken back. */
import type { LedgerState } from '../../../src/core/cases/ledger-state.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { kyselyLedger } from '../../../src/ledger/kysely-ledger.ts';
import { openDatabaseAt } from '../../../src/ledger/ledger-home.ts';

export interface Held {
  /** Of Permohonan, with where they lead. */
  readonly cells: { readonly rows: unknown; readonly links: unknown };
  /** By path or id: what they hold, and what the store notes of them. */
  readonly documents: Readonly<Record<string, string>>;
  /** Of the tickets that were given before: what a later pass goes on from. */
  readonly ledger: HeldLedger;
}

export interface HeldLedger {
  readonly state: LedgerState;
  readonly memory: ReadonlyMap<string, string>;
}

export const ledgerAt = async (where: string): Promise<HeldLedger> => {
  const database = await openDatabaseAt(where, { readOnly: true });
  try {
    const rows = await database.reading((transaction) =>
      transaction.selectFrom('memory').selectAll().where('desk', '=', database.desk).execute(),
    );
    return {
      state: await kyselyLedger(database).state(),
      memory: new Map(rows.map(({ name, value }) => [name, value])),
    };
  } finally {
    await database.close();
  }
};

/** Trailing blanks are no difference. */
export const withoutBlanks = (rows: readonly (readonly Cell[])[]): unknown =>
  rows
    .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '' && cell !== undefined) + 1))
    .map((row) => [...row].map((cell) => cell ?? ''));

/**
 * All that the ledger knows of these tickets and of the desk.
 *
 * @param withdrawn Messages that a pass withdrew: they stay so, and the next promises them anew where they are true. A message that was withdrawn and promised anew has the next
 * number; nothing else tells them apart.
 */
export const comparable = (
  { state }: Pick<HeldLedger, 'state'>,
  {
    tickets = new Set(state.tickets.keys()),
    withdrawn = new Set(),
  }: { readonly tickets?: ReadonlySet<string>; readonly withdrawn?: ReadonlySet<string> } = {},
): unknown => ({
  written: [...state.written].filter(([ticket]) => tickets.has(ticket)),
  moments: [...state.moments].filter(([ticket]) => tickets.has(ticket)),
  documents: sorted(state.documents),
  signatures: sorted(state.signatures),
  complaints: sorted(state.complaints),
  messages: [...state.messages.values()]
    .flat()
    .filter(({ key, state: { kind } }) => kind !== 'withdrawn' && !withdrawn.has(key))
    .map(({ key: _, number: __, listing: ___, invitation, ...each }) => ({
      ...each,
      ...(invitation && { invitation: { ...invitation, sequence: 0 } }),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

/**
 * What is not taken back: numbers stay given, which rows carry them is what the sheet showed, and what was told to
 * calendars may have been read.
 */
export const remembered = ({ state, memory }: HeldLedger): unknown => ({
  tickets: [...state.tickets.values()],
  lastNumber: [...state.lastNumber],
  memory: sorted(new Map([...memory].filter(([name]) => !isOfTheMoment(name)))),
});

/** What a pass remembers of when it looked, not of what it did. */
const isOfTheMoment = (name: string): boolean => ofTheMoment.some((each) => name.startsWith(each));

const ofTheMoment: readonly string[] = ['pass.latest', 'google.'];

const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** Keys of messages that are not handed over any more. */
export const withdrawnIn = ({ state: { messages } }: HeldLedger): ReadonlySet<string> =>
  new Set(
    [...messages.values()]
      .flat()
      .flatMap(({ key, state }) => (state.kind === 'withdrawn' ? [key] : [])),
  );
