/** Which columns a tab that is there lacks, and may be given without anything meaning something else by it. */
import { quotedNames } from '../core/cases/wording.ts';
import { requestTab } from '../core/columns/request-tab.ts';
import { type Column, isIndispensable, type Tab } from '../core/sheet/column.ts';
import { locateColumns } from '../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../core/sheet/snapshot.ts';
import { withFreeHeader } from './free-header.ts';
import { tabDesigns } from './tab-designs.ts';
import { columnsInOrder } from './tab-layout.ts';

export interface ColumnsToBring {
  /** Each under a header that stands there nowhere, in the order of a new tab. */
  readonly added: readonly Column[];
  /** Lacking too, but a person has to say what became of them. */
  readonly heldBack: readonly Column[];
  /** The added ones come to rows that had others of theirs. */
  readonly isLate: boolean;
}

/**
 * Beside rows, a column on which something rests and that people fill was most likely renamed: an empty one would say
 * something else of every row, in silence. The same goes for questions beside requests. Where nobody has had columns
 * beside the answers of a form yet, none of them can have been renamed; a tab of which no header is known is somebody
 * else's.
 *
 * @param hasRows Whether anything is said below the headers, where `tab` is only the top of it.
 */
export const columnsToBring = (
  tab: TabSnapshot,
  spec: Tab,
  hasRows: boolean = saysAnything(tab.rows.slice(locateColumns(tab, spec).headerRow + 1)),
): ColumnsToBring => {
  const { headerRow, indexOf, missing } = locateColumns(tab, spec);
  if (indexOf.size === 0 && (hasRows || saysAnything(tab.rows))) {
    return { added: [], heldBack: missing.filter(isIndispensable), isLate: false };
  }
  const hadColumns = spec.columns.some(
    ({ field, owner }) => owner !== 'form' && indexOf.has(field),
  );
  const mayBeRenamed = (column: Column): boolean =>
    column.owner === 'form'
      ? spec.name === requestTab.name || isIndispensable(column)
      : column.owner !== 'service' && hadColumns && isIndispensable(column);
  const isHeldBack = (column: Column): boolean => hasRows && mayBeRenamed(column);
  const lacking = new Set(missing.filter((each) => !isHeldBack(each)).map(({ field }) => field));
  return {
    added: columnsInOrder(spec, designOf(spec))
      .filter(({ field }) => lacking.has(field))
      .flatMap((column) => withFreeHeader(column, tab.rows[headerRow] ?? []) ?? []),
    heldBack: missing.filter(isHeldBack),
    isLate: hasRows && hadColumns,
  };
};

/** In English, for whoever sets a desk up: what a person should know of columns that were added or held back. */
export const bringingFaults = (
  tabName: string,
  { added, heldBack, isLate }: ColumnsToBring,
): readonly BringingFault[] => {
  const late = isLate ? added : [];
  return [
    ...fault(heldBack, (names) => ({
      what: `The tab ${tabName} holds rows, but no column ${names}.`,
      todo: 'If it was renamed, give it its name back; if it never stood there, type its header above a free column and fill it in for these rows. No empty column was added: every row would say something else by it.',
    })),
    ...fault(
      late.filter(({ owner }) => owner === 'service'),
      (names) => ({
        what: `The tab ${tabName} had no column ${names}; the service fills the new one.`,
        todo: 'If an old column of it stands there under another name, it may be deleted.',
      }),
    ),
    ...fault(
      late.filter(({ owner }) => owner !== 'service'),
      (names) => ({
        what: `The tab ${tabName} had no column ${names}; the new one is empty.`,
        todo: 'If what staff typed stands under another name, delete the new column and give the old one its name back.',
      }),
    ),
  ];
};

/** What is so, and what a person should do about it. */
export interface BringingFault {
  readonly what: string;
  readonly todo: string;
}

const fault = (
  columns: readonly Column[],
  words: (names: string) => BringingFault,
): readonly BringingFault[] => (columns.length === 0 ? [] : [words(quotedHeaders(columns))]);

export const quotedHeaders = (columns: readonly Pick<Column, 'header'>[]): string =>
  quotedNames(columns.map(({ header }) => header));

/** An unticked box says nothing. */
const saysAnything = (rows: TabSnapshot['rows']): boolean =>
  rows.some((row) => row.some((cell) => cell !== '' && cell !== false));

const designOf = ({ name }: Tab): { readonly first?: readonly string[] } =>
  Object.entries(tabDesigns).find(([each]) => each === name)?.[1] ?? {};
