/** What should stand in each row of ours, held against what stands there; a row that nothing changed of is not held again. */
import { casesByTicket } from '../cases/by-ticket.ts';
import { changedKeys } from '../cases/changed-keys.ts';
import { codeOf, failureFinding, isHeld } from '../cases/failures.ts';
import { madeInStretches, stretchesOf } from '../cases/in-parts.ts';
import type { DocumentRecord, Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { type OurField, ourColumns } from '../columns/request-tab.ts';
import type { Beside, Wanted } from '../columns/shown.ts';
import type { Observation } from '../rows/observe.ts';
import type { ObservedRow } from '../rows/observed-row.ts';
import { isLinkAddress } from '../sheet/link-address.ts';
import { onceFor } from '../sheet/once-for.ts';
import { asRead, type CellContent, spotOf } from '../sheet/snapshot.ts';
import { holderOf, isEmpty, sameCell, type WrittenValue } from '../sheet/three-way.ts';
import { editionSentence } from './edition-notices.ts';
import { letterFindings, whyVoid } from './letter-findings.ts';
import type { LinkedKind } from './linked-kind.ts';
import type { CellChange } from './plan.ts';
import { remarksFor } from './remarks.ts';

/** What all rows of a plan have in common. */
type AllRows = Pick<Observation, 'tab' | 'columns'> & { readonly linked: readonly LinkedKind[] };

interface AroundRows {
  /** One for each row, and mostly in their order. */
  readonly cases: readonly Case[];
  readonly situation: Situation;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly drafts: ReadonlyMap<Ticket, Wanted>;
  readonly links: Observation['links'];
  readonly within: AllRows;
}

/** Where nothing that a stretch of rows is planned by is other than before, its changes are as they were. */
export const changesOf = (
  rows: readonly ObservedRow[],
  { cases, situation, documents, drafts, links, within }: AroundRows,
): readonly CellChange[] => {
  const caseOf = casesByTicket(cases);
  const subjectOf = ({ ticket }: ObservedRow) => caseOf.get(ticket);
  const recordsOf = recordsIn(within.linked, documents);
  const casesOf = casesBeside(rows, cases);
  const draftOf = ({ ticket }: ObservedRow) => drafts.get(ticket);
  const linksOf = links === undefined ? () => undefined : linksIn(within.columns)(links);
  return madeInStretches(
    rows,
    {
      by: changesOf,
      within,
      beside: (part) => [
        casesOf(part),
        recordsBeside(part, within.linked, documents),
        part.map(draftOf),
        links === undefined ? [] : part.map(linksOf),
      ],
    },
    {
      situation,
      make: (part, around) =>
        part.flatMap((row) =>
          changesIn(
            row,
            {
              subject: subjectOf(row),
              records: recordsOf(row),
              draft: draftOf(row),
              links: linksOf(row),
            },
            { situation: around, within },
          ),
        ),
    },
  ).flat();
};

/** What of a row's plan comes from elsewhere. */
interface BesideRow {
  readonly subject: Case | undefined;
  /** Of each kind that is linked. */
  readonly records: readonly (DocumentRecord | undefined)[];
  readonly draft: Wanted | undefined;
  readonly links: RowLinks | undefined;
}

/** Of a stretch of rows: where each row has a case, in their order, the very list as long as these are the same. */
const casesBeside = (
  rows: readonly ObservedRow[],
  cases: readonly Case[],
): ((part: readonly ObservedRow[]) => readonly (Case | undefined)[]) => {
  const caseOf = casesByTicket(cases);
  const isInOrder =
    rows.length === cases.length && rows.every(({ ticket }, at) => ticket === cases[at]?.ticket);
  const stretches = isInOrder ? stretchesOf(cases) : [];
  const places = new Map(stretchesOf(rows).map((part, at) => [part, at]));
  return (part) =>
    stretches[places.get(part) ?? -1] ?? part.map(({ ticket }) => caseOf.get(ticket));
};

/** One place for each kind, whether or not there is a document. */
const recordsIn =
  (linked: readonly LinkedKind[], documents: Documents) =>
  ({ ticket }: ObservedRow): BesideRow['records'] =>
    linked.map(({ key }) => documents.get(`${key}/${ticket}`));

type Documents = ReadonlyMap<string, DocumentRecord>;

/** Of a stretch of rows; the very list as long as these are the same. In each look mostly one document is another one. */
const recordsBeside = (
  part: readonly ObservedRow[],
  linked: readonly LinkedKind[],
  documents: Documents,
): BesideRow['records'] => {
  const known = recordsKnown(part);
  const before = known.get(linked);
  const changed = before && ticketsChanged(before.documents)(documents);
  const isOther = changed === undefined || part.some(({ ticket }) => changed.has(ticket));
  const records =
    before === undefined || isOther ? part.flatMap(recordsIn(linked, documents)) : before.records;
  known.set(linked, { documents, records });
  return records;
};

interface RecordsKnown {
  readonly documents: Documents;
  readonly records: BesideRow['records'];
}

const recordsKnown = onceFor(
  (_part: readonly ObservedRow[]) => new WeakMap<readonly LinkedKind[], RecordsKnown>(),
);

/** Absent where documents came or went: then all are looked up. */
const ticketsChanged = onceFor((before: Documents) =>
  onceFor((now: Documents): ReadonlySet<Ticket> | undefined => {
    const keys = changedKeys(before, now);
    return keys && new Set(keys.map((key) => key.slice(key.indexOf('/') + 1)));
  }),
);

const changesIn = (
  row: ObservedRow,
  beside: BesideRow,
  { situation, within }: { readonly situation: Situation; readonly within: AllRows },
): readonly CellChange[] => {
  const { subject, records, draft, links } = beside;
  if (subject === undefined) return [];
  const { columns, linked } = within;
  const made = linked.flatMap((kind, at): MadeDocument[] => {
    const record = records[at];
    return record === undefined ? [] : [{ kind, record }];
  });
  const from = [row, beside];
  return recalled({ by: changesOfRow, of: subject, within, from }, situation, (around) =>
    changesOfRow(
      row,
      { subject, wanted: wantedOf(subject, { made, draft, situation: around, linked }) },
      { columns, links: shownLinks(links, columns) },
    ),
  );
};

/** What should stand in a row; a cell that is left out stays as it is. */
type WantedCells = Partial<Readonly<Record<OurField, Wanted>>>;

/** Of a case that the program fails over, only its ticket and what is wrong. */
const wantedOf = (subject: Case, around: Around): WantedCells => {
  try {
    const beside = besideOf(subject, around);
    return Object.fromEntries(
      ourColumns
        .filter((column) =>
          isHeld(subject) ? saidOfHeld.has(column.field) : isKnown(subject, column, around),
        )
        .map((column) => [column.field, column.shows(subject, beside)]),
    );
  } catch (error) {
    const { text } = failureFinding({ kind: 'rule', rule: 'makePlan', code: codeOf(error) });
    return { remarks: { content: text, because: 'kesalahan program' } };
  }
};

const saidOfHeld: ReadonlySet<OurField> = new Set(['ticket', 'remarks']);

/**
 * What no rule decided, because it failed over all rows or was not asked, is not known, and neither is whether there is a
 * document of a kind that this pass does not make: nothing of either is cleared.
 */
const isKnown = ({ decided }: Case, column: OurColumn, { linked, draft }: Around): boolean => {
  const { field, decidedBy } = column;
  if (decidedBy !== undefined && decided[decidedBy] === undefined) return false;
  if (field === 'draft') return draft !== undefined;
  return !isLinking(column) || linked.some(({ linkedBy }) => linkedBy === field);
};

const isLinking = (column: OurColumn): boolean =>
  'isLinking' in column && column.isLinking === true;

type OurColumn = (typeof ourColumns)[number];

interface Around {
  readonly situation: Situation;
  /** Documents about it that were made. */
  readonly made: readonly MadeDocument[];
  readonly linked: readonly LinkedKind[];
  readonly draft: Wanted | undefined;
}

interface MadeDocument {
  readonly kind: LinkedKind;
  readonly record: DocumentRecord;
}

/** What columns are written from besides the case; Keterangan tells of the documents that were made, too. */
const besideOf = (subject: Case, { situation, made, draft }: Around): Beside => {
  const ofDocuments = made.flatMap(({ kind, record }): readonly Finding[] => [
    ...letterFindings({ kind, record }, { subject, situation }),
    ...(record.edition > 1 && record.letter?.replaced === undefined
      ? [editionFinding(record)]
      : []),
    ...(record.id === undefined ? [] : (kind.remarksBeside?.(subject, situation) ?? [])),
  ]);
  const findings = [...subject.findings, ...ofDocuments];
  return {
    situation,
    remarks: remarksFor({ ...subject, findings }, situation),
    draft,
    documentBehind: (field) => made.find(({ kind }) => kind.linkedBy === field)?.record,
    voidBehind: (field) => {
      const letter = made.find(({ kind }) => kind.linkedBy === field);
      return letter && whyVoid(letter, { subject, situation });
    },
  };
};

const editionFinding = (record: DocumentRecord): Finding => ({
  kind: 'warning',
  text: editionSentence(record),
});

const changesOfRow = (
  row: ObservedRow,
  { subject, wanted }: { readonly subject: Case; readonly wanted: WantedCells },
  { columns, links }: Pick<Observation, 'columns'> & { readonly links: ShownLinks },
): readonly CellChange[] =>
  ourColumns.flatMap((column): CellChange[] => {
    const { field, owner } = column;
    const header = columns.headerOf.get(field);
    const due = wanted[field];
    if (header === undefined || due === undefined) return [];
    const now = row.cells[field];
    const { content, because } = due;
    const memory = row.memory.get(field);
    const holder = holderOf(now, memory);
    const isDone = field === 'state' && subject.handMade.carriedOut !== undefined;
    if (owner === 'shared' && holder === 'hand-made' && !isDone) return [];
    const shown = links.get(field);
    const reads = sameCell(now, asRead(content));
    if (reads && leadsThere(content, { memory, shown, isLinking: isLinking(column) })) return [];
    const repair = owner === 'service' && row.how !== 'fresh' && holder !== 'ours' && !isEmpty(now);
    const { ticket } = row;
    return [
      {
        ticket,
        row: row.row,
        field,
        header,
        was: now,
        becomes: content,
        because: reads ? `${because}; tautannya mengarah ke tempat lain` : because,
        repair,
      },
    ];
  });

/** Where the cells of a row lead, as the workbook tells it, in the order of `linkFields`; absent where it cannot. */
type RowLinks = readonly (string | undefined)[];

const linksIn = onceFor(({ indexOf }: Observation['columns']) =>
  onceFor((links: NonNullable<Observation['links']>) =>
    onceFor(
      ({ row }: ObservedRow): RowLinks =>
        linkFields.map((field) => {
          const index = indexOf.get(field);
          return index === undefined ? undefined : links.get(spotOf(row, index + 1));
        }),
    ),
  ),
);

const linkFields = ourColumns.filter(({ kind }) => kind === 'link').map(({ field }) => field);

const shownLinks = (links: RowLinks | undefined, { indexOf }: Observation['columns']): ShownLinks =>
  new Map(
    linkFields.flatMap((field, at): [OurField, ShownLink][] =>
      links === undefined || indexOf.get(field) === undefined ? [] : [[field, { url: links[at] }]],
    ),
  );

type ShownLinks = ReadonlyMap<OurField, ShownLink>;

interface ShownLink {
  readonly url: string | undefined;
}

/**
 * A document that was made anew has its old name and another address; some programs leave a link in its place while its
 * text is sorted away, LibreOffice saves only the first 255 signs of one. Where the workbook tells nothing, the ledger
 * does; nothing remembered of a document's link: it leads where it should.
 */
const leadsThere = (
  content: CellContent,
  {
    memory,
    shown,
    isLinking,
  }: {
    readonly memory: WrittenValue | undefined;
    readonly shown: ShownLink | undefined;
    readonly isLinking: boolean;
  },
): boolean => {
  const url = typeof content === 'object' && content.kind === 'link' ? content.url : undefined;
  if (shown !== undefined && (url === undefined || isLinkAddress(url))) return shown.url === url;
  if (url === undefined) return true;
  if (isLinking) return memory?.link === undefined || memory.link === url;
  // Intended and never seen: nobody knows which of two drafts the cell opens.
  return memory?.link === url && memory.intended === undefined;
};
