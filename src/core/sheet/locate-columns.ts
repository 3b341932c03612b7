import type { Column, Tab } from './column.ts';
import type { Cell, TabSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** Where the columns of a tab stand just now. */
export interface ColumnLocation<F extends string = string> {
  /** Row of the headers, counted from 0: staff may have put a title above them. */
  readonly headerRow: number;
  /** Column, counted from 0, by field. */
  readonly indexOf: ReadonlyMap<F, number>;
  /** The header as the sheet spells it, by field. */
  readonly headerOf: ReadonlyMap<F, string>;
  readonly missing: readonly Column<F>[];
  /** Fields that two columns claim; `indexOf` holds the leftmost. */
  readonly duplicates: readonly {
    readonly column: Column<F>;
    /** From 0, left to right, with the one that is used. */
    readonly indexes: readonly number[];
  }[];
}

/** Column number (from 1) by header text as the sheet spells it, for whoever is about to write. */
export const columnsByHeader = <F extends string>({
  indexOf,
  headerOf,
}: Pick<ColumnLocation<F>, 'indexOf' | 'headerOf'>): ReadonlyMap<string, number> =>
  new Map(
    [...indexOf].flatMap(([field, index]) => {
      const header = headerOf.get(field);
      return header === undefined ? [] : [[header, index + 1] as const];
    }),
  );

/** Headers stand within this many rows from the top. */
export const headerRowsSearched = 10;

/**
 * Finds the header row and each column of a tab, wherever staff moved it and however they spell it.
 *
 * A field's own header wins over its synonyms, and no synonym takes a column whose text is some other field's
 * own header: "Petugas" is never read as a synonym while a field is called so. Of the synonyms the first in
 * the list wins. Never throws: a tab without any known header has every column missing.
 */
export const locateColumns = <F extends string>(
  tab: TabSnapshot,
  spec: Tab<F>,
): ColumnLocation<F> => {
  const names = namesOf(spec);
  let best = locateInRow(tab.rows[0] ?? [], spec, names, 0);
  for (let row = 1; row < Math.min(tab.rows.length, headerRowsSearched); row += 1) {
    const found = locateInRow(tab.rows[row] ?? [], spec, names, row);
    if (found.indexOf.size > best.indexOf.size) best = found;
  }
  return best;
};

/** The tab of that name or, failing that, of one of its synonyms; spelled as freely as headers are. */
export const findTab = (
  snapshot: WorkbookSnapshot,
  spec: Pick<Tab, 'name' | 'synonyms'>,
): TabSnapshot | undefined => {
  for (const name of [spec.name, ...spec.synonyms]) {
    const wanted = normaliseHeader(name);
    const tab = snapshot.tabs.find((candidate) => normaliseHeader(candidate.name) === wanted);
    if (tab !== undefined) return tab;
  }
  return undefined;
};

/** Whether a tab of that name is the one that is meant. */
export const goesBy = (name: string, spec: Pick<Tab, 'name' | 'synonyms'>): boolean =>
  findTab({ tabs: [{ name, rows: [] }] }, spec) !== undefined;

/**
 * What is left of a header when case, spaces, line breaks, punctuation, diacritics and the "Kolom 5" that
 * Google appends are taken away. Headers are the same when this is the same.
 */
export const normaliseHeader = (text: string): string => {
  const known = normalised.get(text);
  if (known !== undefined) return known;
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const trimmed = plain.replace(/\s(?:kolom|column)\s?\d+$/, '');
  const found = trimmed.replaceAll(' ', '');
  if (normalised.size >= mostRemembered) normalised.clear();
  normalised.set(text, found);
  return found;
};

/** Every pass asks for the same few hundred headers, and for what stands in the first rows, many times. */
const normalised = new Map<string, string>();
const mostRemembered = 5000;

interface ColumnSpellings<F extends string> {
  readonly column: Column<F>;
  readonly own: string;
  /** Without those that are another field's own header. */
  readonly synonyms: readonly string[];
  readonly allSynonyms: readonly string[];
}

/** The spellings of each column. */
const namesOf = <F extends string>(spec: Tab<F>): readonly ColumnSpellings<F>[] => {
  const known = remembered.get(spec) as readonly ColumnSpellings<F>[] | undefined;
  if (known !== undefined) return known;
  const owned = new Set(spec.columns.map(({ header }) => normaliseHeader(header)));
  const names = spec.columns.map((column) => {
    const allSynonyms = column.synonyms.map(normaliseHeader);
    const synonyms = allSynonyms.filter((synonym) => !owned.has(synonym));
    return { column, own: normaliseHeader(column.header), synonyms, allSynonyms };
  });
  remembered.set(spec, names);
  return names;
};

/** By the tab that they are the names of. */
const remembered = new WeakMap<object, unknown>();

const locateInRow = <F extends string>(
  cells: readonly Cell[],
  spec: Tab<F>,
  names: readonly ColumnSpellings<F>[],
  headerRow: number,
): ColumnLocation<F> => {
  const indexesOf = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    const text = typeof cell === 'string' ? normaliseHeader(cell) : '';
    if (text === '') return;
    const indexes = indexesOf.get(text);
    if (indexes === undefined) indexesOf.set(text, [index]);
    else indexes.push(index);
  });

  const taken = new Map<F, readonly number[]>();
  for (const { column, own } of names) {
    const indexes = indexesOf.get(own);
    if (indexes !== undefined) taken.set(column.field, indexes);
  }
  for (const { column, synonyms } of names) {
    if (taken.has(column.field)) continue;
    const synonym = synonyms.find((candidate) => indexesOf.has(candidate));
    const indexes = synonym === undefined ? undefined : indexesOf.get(synonym);
    if (synonym === undefined || indexes === undefined) continue;
    taken.set(column.field, indexes);
    indexesOf.delete(synonym);
  }

  // A column that the service brought later yields its name to an older one that goes by it.
  const heir = names.find((each) => each.column.owner === 'service' && !each.column.needed);
  for (const { column, allSynonyms } of names) {
    if (taken.has(column.field) || heir === undefined || heir.column === column) continue;
    if (!allSynonyms.includes(heir.own)) continue;
    const indexes = taken.get(heir.column.field);
    if (indexes === undefined) continue;
    taken.set(column.field, indexes);
    const other = heir.synonyms.find((synonym) => indexesOf.has(synonym));
    const others = other === undefined ? undefined : indexesOf.get(other);
    if (others === undefined) taken.delete(heir.column.field);
    else taken.set(heir.column.field, others);
  }

  const indexOf = new Map<F, number>();
  const headerOf = new Map<F, string>();
  const duplicates: ColumnLocation<F>['duplicates'][number][] = [];
  for (const column of spec.columns) {
    const indexes = taken.get(column.field) ?? [];
    const first = indexes[0];
    if (first === undefined) continue;
    indexOf.set(column.field, first);
    headerOf.set(column.field, String(cells[first]));
    if (indexes.length > 1) duplicates.push({ column, indexes });
  }
  const missing = spec.columns.filter(({ field }) => !indexOf.has(field));
  return { headerRow, indexOf, headerOf, missing, duplicates };
};
