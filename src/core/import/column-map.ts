/** What a person says of a ledger where its headers and contents do not tell: the file behind `--map`. */
import { z } from 'zod';
import { headerOf } from '../columns/request-tab.ts';
import { columnLetters } from '../sheet/column-letters.ts';
import { normaliseHeader } from '../sheet/locate-columns.ts';
import type { SourceColumn } from './find-tables.ts';
import { fillable, type Meaning, meanings } from './meanings.ts';
import type { OldSheet } from './old-ledger.ts';

const meaningByName: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...meanings.map((meaning): [string, Meaning] => [meaning.toLowerCase(), meaning]),
  ...fillable.map((field): [string, Meaning] => [normaliseHeader(headerOf(field)), field]),
]);

const meaningSchema = z.string().transform((name, context): Meaning => {
  const found = meaningByName.get(name.toLowerCase()) ?? meaningByName.get(normaliseHeader(name));
  if (found !== undefined) return found;
  context.addIssue({
    code: 'custom',
    message: `"${name}" is no column of Permohonan; besides those there are ${meanings.filter((each) => !(fillable as readonly string[]).includes(each)).join(', ')}`,
  });
  return z.NEVER;
});

export const columnMapSchema = z.strictObject({
  /** The year of days that are written without one. */
  year: z.int().min(2000).max(2100).optional(),
  /** How days in digits are written where the ledger writes both 3/4 and 4/13. */
  dayOrder: z.enum(['day-first', 'month-first']).optional(),
  sheets: z
    .record(
      z.string().describe('The name of a sheet, or "*" for all'),
      z.strictObject({
        /** `false` has a hidden sheet read, too; so has naming columns of it. */
        ignore: z.boolean().optional(),
        columns: z
          .record(z.string().describe('A letter, or the text of a header'), meaningSchema)
          .optional(),
      }),
    )
    .default({}),
});

export type ColumnMap = z.output<typeof columnMapSchema>;

export const emptyMap: ColumnMap = { sheets: {} };

type NamedSheet = Pick<OldSheet, 'name' | 'isHidden'>;

export const isIgnored = (map: ColumnMap, { name }: NamedSheet): boolean =>
  ignoreSaid(map, name) === true;

/** A hidden sheet is not imported unless the map says that it is, or what its columns mean. */
export const isLeftHidden = (map: ColumnMap, { name, isHidden }: NamedSheet): boolean =>
  isHidden === true &&
  ignoreSaid(map, name) === undefined &&
  Object.keys(map.sheets[name]?.columns ?? {}).length === 0;

const ignoreSaid = ({ sheets }: ColumnMap, sheet: string): boolean | undefined =>
  sheets[sheet]?.ignore ?? sheets['*']?.ignore;

/** Sheets and columns that a map names and the ledger does not have: what it says of them would change nothing. */
export const namesNothing = (
  map: ColumnMap,
  {
    ledger,
    tables,
  }: {
    readonly ledger: readonly NamedSheet[];
    readonly tables: readonly {
      readonly sheet: string;
      readonly columns: readonly SourceColumn[];
    }[];
  },
): readonly string[] =>
  Object.entries(map.sheets).flatMap(([sheet, { columns = {}, ignore = false }]) => {
    if (sheet !== '*' && ledger.every(({ name }) => name !== sheet)) return [`sheet "${sheet}"`];
    if (ignore) return [];
    const own = tables.filter((table) => sheet === '*' || table.sheet === sheet);
    const has = new Set(
      own.flatMap((table) =>
        table.columns.flatMap(({ column, header }) => [
          columnLetters(column + 1),
          normaliseHeader(header),
        ]),
      ),
    );
    return Object.keys(columns)
      .filter((name) => !has.has(name) && !has.has(normaliseHeader(name)))
      .map((name) => `column "${name}" in ${sheet === '*' ? 'any table' : `sheet "${sheet}"`}`);
  });

/** The columns of a sheet with what the map says of them. */
export const asMapped = (
  columns: readonly SourceColumn[],
  { sheets }: ColumnMap,
  sheet: string,
): readonly SourceColumn[] => {
  const said = { ...sheets['*']?.columns, ...sheets[sheet]?.columns };
  const byName = new Map(
    Object.entries(said).map(([name, meaning]) => [normaliseHeader(name), meaning]),
  );
  return columns.map((column) => {
    const letter = columnLetters(column.column + 1);
    const meaning = said[letter] ?? byName.get(normaliseHeader(column.header));
    return meaning === undefined ? column : { ...column, meaning, because: 'map' };
  });
};
