/**
 * What should stand in our columns, held against what stands there: the whole plan of one pass, as data.
 */
import type {
  DocumentRecord,
  HistoryLine,
  LedgerChange,
  LedgerState,
  Ticket,
} from '../cases/ledger-state.ts';
import { missedTickets } from '../cases/missed-tickets.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { ourColumns } from '../columns/request-tab.ts';
import type { Wanted } from '../columns/shown.ts';
import type { Observation } from '../rows/observe.ts';
import type { ObservedRow } from '../rows/observed-row.ts';
import { questionEdits } from '../rows/row-questions.ts';
import { strayKey } from '../rows/ticket-rows.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { onceFor } from '../sheet/once-for.ts';
import { asRead } from '../sheet/snapshot.ts';
import { holderOf, isEmpty } from '../sheet/three-way.ts';
import { concernsOf } from './concerns.ts';
import type { LinkedKind } from './linked-kind.ts';
import type { CellChange, Plan } from './plan.ts';
import { changesOf } from './row-changes.ts';

/**
 * @param cases The decided cases of the observation, one for each of its rows.
 * @param documents As the ledger remembers them now; their links go into the sheet.
 * @param linked Which documents stand behind which columns.
 */
export const makePlan = ({
  observation,
  cases,
  situation,
  ledger,
  documents,
  remarks = [],
  linked,
  drafts,
  overview,
}: {
  readonly observation: Observation;
  readonly cases: readonly Case[];
  readonly situation: Situation;
  readonly ledger: LedgerState;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly remarks?: readonly CellEdit[];
  readonly linked: readonly LinkedKind[];
  readonly drafts: ReadonlyMap<Ticket, Wanted>;
  readonly overview: readonly CellEdit[];
}): Plan => {
  const frame = { tab: observation.tab, columns: observation.columns, linked };
  const within = situation.remembered?.same('frame of rows', frame) ?? frame;
  const cells = changesOf(observation.rows, {
    cases,
    situation,
    documents,
    drafts,
    links: observation.links,
    within,
  });
  return {
    rows: observation.rows.map(plannedRow),
    cells,
    strays: clearedStrays(observation, ledger),
    remarks: [...remarks, ...questionEdits(observation)],
    overview,
    ledger: ledgerChange({ observation, cells, ledger }),
    concerns: concernsOf(cases, { observation, situation }),
  };
};

const plannedRow = onceFor(({ row, ticket, key, how }: ObservedRow) => ({
  row,
  ticket,
  key,
  fresh: how === 'fresh',
}));

/**
 * A row was deleted under us and left our cells behind: they belong to nobody. A shared cell may be somebody's plan;
 * it goes only where it reads as we left it for the ticket that stands beside it.
 */
const clearedStrays = (
  { tab, strays, columns }: Observation,
  { written }: LedgerState,
): readonly CellEdit[] =>
  strays.flatMap(({ row, cells }) =>
    ourColumns.flatMap(({ field, owner }): CellEdit[] => {
      const header = columns.headerOf.get(field);
      if (header === undefined || isEmpty(cells[field])) return [];
      const memory = written.get(String(cells.ticket).trim())?.get(field);
      if (owner === 'shared' && holderOf(cells[field], memory) !== 'ours') return [];
      const address = { kind: 'row', key: strayKey(row), header } as const;
      return [{ tab, address, was: cells[field], becomes: '' }];
    }),
  );

const ledgerChange = ({
  observation: { rows, newMoments, gone },
  cells,
  ledger,
}: {
  readonly observation: Observation;
  readonly cells: readonly CellChange[];
  readonly ledger: LedgerState;
}): LedgerChange => {
  const others = rows.filter((row) => row.how !== 'known');
  const how = (kind: ObservedRow['how']) => others.filter((row) => row.how === kind);
  const given = [...how('fresh'), ...how('adopted')];
  const missed = missedTickets(ledger.tickets);
  const found =
    missed.size === 0 ? [] : rows.filter((row) => row.how === 'known' && missed.has(row.ticket));
  const missing = gone;
  const line = (kind: HistoryLine['kind'], ticket: Ticket, because: string): HistoryLine => ({
    kind,
    ticket,
    because,
  });
  return {
    newTickets: given.map(({ ticket, key }) => ({
      ticket,
      key,
      state: 'active',
    })),
    rebound: how('rebound').map(({ ticket, key }) => ({ ticket, key })),
    missing,
    found: found.map(({ ticket }) => ticket),
    moments: newMoments,
    signatures: [],
    messages: [],
    withdrawn: [],
    again: [],
    listings: [],
    complaints: [],
    intended: cells.map(({ ticket, field, was, becomes, because, repair }) => ({
      ticket,
      field,
      value: asRead(becomes),
      reason: { kind: repair ? 'repair' : 'cell', was, because },
    })),
    history: [
      ...how('fresh').map(({ ticket }) => line('ticket-given', ticket, 'permohonan baru')),
      ...how('adopted').map(({ ticket }) => line('ticket-adopted', ticket, 'diambil dari lembar')),
      ...how('rebound').map(({ ticket }) =>
        line('ticket-rebound', ticket, 'jawaban formulir disunting pemohon'),
      ),
      ...missing.map((ticket) =>
        line('ticket-missing', ticket, 'barisnya tidak ada lagi di lembar'),
      ),
      ...found.map(({ ticket }) => line('ticket-found', ticket, 'barisnya ada lagi di lembar')),
      ...newMoments.map(
        ({ ticket, kind, at }): HistoryLine => ({
          kind: 'moment',
          ticket,
          subject: kind,
          becomes: at.toString(),
          because: 'teramati pada lembar',
        }),
      ),
    ],
  };
};
