import type { LedgerState, Ticket } from '../cases/ledger-state.ts';
import { quotedNames } from '../cases/wording.ts';
import { afterEventTab } from '../columns/after-event-tab.ts';
import { holdsOnlyAnswers } from '../columns/linked-tabs.ts';
import { periodicTab } from '../columns/periodic-tab.ts';
import { ourFields, requestTab } from '../columns/request-tab.ts';
import { overviewTabName, tabs } from '../columns/tabs.ts';
import { toldMark, toldMarkField } from '../rows/told-by-ticket.ts';
import { type Column, isIndispensable, isOurs, type Tab } from '../sheet/column.ts';
import { findTab, goesBy, locateColumns, normaliseHeader } from '../sheet/locate-columns.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../sheet/snapshot.ts';
import type { CellChange, Plan } from './plan.ts';

/** Why a plan must not be carried out; `text` says what happened and what to do. */
export interface Refusal {
  readonly kind:
    | 'foreign-cell'
    | 'missing-tab'
    | 'missing-header'
    | 'lost-ledger'
    | 'other-desk'
    | 'large-change'
    | 'many-missing'
    | 'earlier-clock'
    | 'clock-before-release';
  readonly text: string;
}

/** How much of what already stands may change in one pass before a person has to say that it is meant. */
export interface GuardLimits {
  /** Share (0–1) of the rows that had a ticket before. */
  readonly maxChangedShare: number;
  /** Up to this many changed rows are never refused. */
  readonly alwaysAllowedRows: number;
}

/** What the sheet had shown before this pass. */
export interface KnownRows {
  /** How many active tickets it had shown something of. */
  readonly rows: number;
  /** Tickets that were promised, and whose first write never came: they are as new as those of this pass. */
  readonly neverShown: ReadonlySet<Ticket>;
}

/**
 * Refuses a plan that would write a cell which is not ours, or change implausibly much at once.
 *
 * New rows never count: a first pass over a full workbook is ordinary. What counts is rows we have written
 * before, because many of those at once mean a damaged sheet or a changed setting rather than a day's work.
 */
export const guardPlan = (
  plan: Plan,
  {
    limits,
    known,
    addsOnly = () => false,
    acceptLargeChange = false,
  }: {
    readonly limits: GuardLimits;
    /** Asked where so much changes that it matters. */
    readonly known: () => KnownRows;
    /** Whether a change takes nothing away that stood there, however many rows it meets. */
    readonly addsOnly?: (change: CellChange) => boolean;
    readonly acceptLargeChange?: boolean;
  },
): readonly Refusal[] => {
  const refusals: Refusal[] = [];
  for (const { ticket, field, header } of plan.cells) {
    if (!ourFields.includes(field)) {
      refusals.push({
        kind: 'foreign-cell',
        text: `The plan would write column "${header}" of ${ticket}, which is not the service's. Nothing was written; this is a fault of the program, please report it.`,
      });
    }
  }
  for (const { tab, address } of [...plan.strays, ...plan.remarks, ...plan.overview]) {
    const allowed =
      address.kind === 'fixed'
        ? tab === overviewTabName
        : (headersOfOurs(tab)?.has(normaliseHeader(address.header)) ?? false);
    if (!allowed) {
      refusals.push({
        kind: 'foreign-cell',
        text: `The plan would write into tab "${tab}" outside the service's columns. Nothing was written; this is a fault of the program, please report it.`,
      });
    }
  }
  if (acceptLargeChange) return refusals;

  const changedOrNew = new Set(
    plan.cells.filter((change) => !addsOnly(change)).map(({ ticket }) => ticket),
  );
  if (Math.max(changedOrNew.size, plan.ledger.missing.length) <= limits.alwaysAllowedRows)
    return refusals;
  const { rows: knownRows, neverShown } = known();
  const ceiling = Math.max(
    limits.alwaysAllowedRows,
    Math.floor(knownRows * limits.maxChangedShare),
  );
  const freshTickets = new Set(plan.rows.filter(({ fresh }) => fresh).map(({ ticket }) => ticket));
  const changed = new Set(
    [...changedOrNew].filter((ticket) => !freshTickets.has(ticket) && !neverShown.has(ticket)),
  );
  const missing = plan.ledger.missing.filter((ticket) => !neverShown.has(ticket));
  if (changed.size > ceiling) {
    refusals.push({
      kind: 'large-change',
      text: `The plan would change ${changed.size} of ${knownRows} known requests at once (limit ${ceiling}). Look at it with "plan"; if it is meant, run again with --accept-large-change.`,
    });
  }
  if (missing.length > ceiling) {
    refusals.push({
      kind: 'many-missing',
      text: `${missing.length} of ${knownRows} known requests are gone from the sheet at once (limit ${ceiling}). Bring the rows back, or if they were deleted on purpose, run again with --accept-large-change.`,
    });
  }
  return refusals;
};

/**
 * Refuses a workbook that would be misread: a tab, or a column of one, that decisions and documents are made from is
 * gone, or one of ours stands twice. An absent register is no empty one: officers would be taken off every event.
 */
export const missingParts = (
  snapshot: WorkbookSnapshot,
  known: Pick<LedgerState, 'tickets' | 'signatures' | 'written'>,
): readonly Refusal[] => {
  const specs: readonly Tab[] = tabs;
  const isMissed = (spec: Tab): boolean =>
    spec.isOptional !== true ||
    (spec === periodicTab && hasPeriodicMark(known)) ||
    (spec === afterEventTab && wasToldAfterwards(known));
  const gone = specs.filter((spec) => findTab(snapshot, spec) === undefined && isMissed(spec));
  const registers = gone.filter((spec) => spec !== requestTab);
  return [
    ...(gone.length > registers.length ? [missingRequests(known.tickets.size)] : []),
    ...(registers.length > 0 ? [missingRegisters(registers)] : []),
    ...specs.flatMap((spec) => {
      const tab = findTab(snapshot, spec);
      return tab === undefined ? [] : missingHeaders(tab, spec, known);
    }),
  ];
};

/** Somebody signed or sent back there; without the tab, nobody could see that it was taken out. */
const hasPeriodicMark = ({
  tickets,
  signatures,
}: Pick<LedgerState, 'tickets' | 'signatures'>): boolean =>
  [...signatures].some(
    ([key, acts]) =>
      !tickets.has(key.slice(key.indexOf('/') + 1)) &&
      [acts.get('checked'), acts.get('approved')].some((act) => act && act.mark !== ''),
  );

/** What stood there was proposed for reports and counts in the figures: without the tab it would be taken out in silence. */
const wasToldAfterwards = ({ written }: Pick<LedgerState, 'written'>): boolean =>
  [...written.values()].some((fields) => fields.get(toldMarkField)?.written === toldMark);

const missingRequests = (knownTickets: number): Refusal => ({
  kind: 'missing-tab',
  text:
    knownTickets > 0
      ? `There is no tab "${requestTab.name}". Give it its name back, or bring it back from the version history (Google) or a copy of the workbook; nothing was written.`
      : `There is no tab "${requestTab.name}" yet. On Google, link the form to the sheet ("npx layanan-vicon setup" says how); if the tab was renamed, give it its name back. Nothing was written.`,
});

const missingRegisters = (registers: readonly Tab[]): Refusal => ({
  kind: 'missing-tab',
  text: `There is no tab ${quotedNames(registers.map(({ name }) => name))}. Give it its name back, or bring it back from the version history (Google) or a copy of the workbook. On Google "npx layanan-vicon setup" makes an empty one; on this machine copy it from the empty workbook that "npx layanan-vicon setup --dir ANOTHER-FOLDER" makes. Fill it before the next pass. Nothing was written.`,
});

const missingHeaders = (
  tab: TabSnapshot,
  spec: Tab,
  known: Pick<LedgerState, 'tickets' | 'written'>,
): readonly Refusal[] => {
  const { missing, duplicates } = locateColumns(tab, spec);
  const gone = missing.filter(isIndispensable);
  const refusal = (text: string): Refusal => ({ kind: 'missing-header', text });
  if (gone.length > 0 && holdsOnlyAnswers(tab, spec)) {
    return [
      refusal(
        `Tab "${tab.name}" holds only the answers of its form; the columns of staff and service come with "npx layanan-vicon setup --dir FOLDER", with the folder of the settings. Nothing was written.`,
      ),
    ];
  }
  const isToCome = (column: Column): boolean =>
    spec === requestTab && isOurs(column) && hasWorkedWithout(column, known);
  const toCome = gone.filter(isToCome).map(({ header }) => header);
  const lost = gone.filter((column) => !isToCome(column)).map(({ header }) => header);
  const twice = duplicates
    .filter(({ column }) => spec === requestTab && isOurs(column))
    .map(({ column }) => column.header);
  return [
    ...(toCome.length > 0
      ? [
          refusal(
            `Tab "${tab.name}" has no column ${quotedNames(toCome)} yet, and the service never wrote there: run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, which adds it. Nothing was written.`,
          ),
        ]
      : []),
    ...(lost.length > 0
      ? [
          refusal(
            `Tab "${tab.name}" has no column ${quotedNames(lost)}. Give the header its name back (any capitals and spacing will do), or bring the column back with what stood in it, from the version history (Google) or a copy of the workbook; nothing was written.`,
          ),
        ]
      : []),
    ...(twice.length > 0
      ? [
          refusal(
            `Tab "${tab.name}" has more than one column ${quotedNames(twice)}. Rename or remove the copy; nothing was written.`,
          ),
        ]
      : []),
  ];
};

/** The desk has tickets, and this column of the service came into none of them: a later version brought it. */
const hasWorkedWithout = (
  { field }: Column,
  { tickets, written }: Pick<LedgerState, 'tickets' | 'written'>,
): boolean => tickets.size > 0 && [...written.values()].every((fields) => !fields.has(field));

/** The spellings of our columns in a tab of that name. */
const headersOfOurs = (name: string): ReadonlySet<string> | undefined => {
  const specs: readonly Tab[] = tabs;
  const spec = specs.find((each) => goesBy(name, each));
  return spec && oursBySpec.get(spec);
};

const oursBySpec: ReadonlyMap<Tab, ReadonlySet<string>> = new Map(
  tabs.map((spec: Tab) => [
    spec,
    new Set(
      spec.columns
        .filter(isOurs)
        .flatMap(({ header, synonyms }) => [header, ...synonyms].map(normaliseHeader)),
    ),
  ]),
);
