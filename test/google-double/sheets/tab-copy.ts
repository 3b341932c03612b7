import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { IdMint } from '../id-mint.ts';
import { sheetByTitle } from './draft.ts';
import type { Cell, Row, Sheet, Spreadsheet } from './model.ts';

type GridRange = sheets_v4.Schema$GridRange;

/**
 * A copy of a tab: cells, sizes, merges, colours, groups and filters, these with new ids.
 *
 * Not copied, as with Google: protections, tables (what becomes of them is not known), the metadata of programs, names of ranges, and that a tab is hidden. Nor is
 * the tie to a form: responses go on into the first one.
 */
export function copyOfTab(
  source: Sheet,
  copy: { readonly sheetId: number; readonly title: string },
  mint: IdMint,
): Sheet {
  const { hidden: _hidden, ...properties } = source.properties;
  const moved = (range: GridRange): GridRange => ({ ...range, sheetId: copy.sheetId });
  const ranged = <Value extends { readonly range?: GridRange }>(value: Value): Value => ({
    ...value,
    range: moved(value.range ?? {}),
  });
  const grouped = (groups: Sheet['rowGroups']): Sheet['rowGroups'] =>
    groups.map((each) => ({ ...each, range: { ...each.range, sheetId: copy.sheetId } }));
  return {
    ...source,
    sheetId: copy.sheetId,
    properties: { ...properties, ...copy },
    rows: source.rows.map((row) => row && untagged(row)),
    rowProperties: source.rowProperties.slice(),
    columnProperties: source.columnProperties.slice(),
    merges: source.merges.map(moved),
    protectedRanges: [],
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map(moved),
    })),
    bandedRanges: source.bandedRanges.map((each) => ({
      ...ranged(each),
      bandedRangeId: mint.number(),
    })),
    rowGroups: grouped(source.rowGroups),
    columnGroups: grouped(source.columnGroups),
    basicFilter: source.basicFilter && ranged(source.basicFilter),
    filterViews: source.filterViews.map((each) => ({
      ...ranged(each),
      filterViewId: mint.number(),
    })),
    tables: [],
  };
}

/** The title that a copy gets when nobody names it. */
export function titleOfCopy(spreadsheet: Spreadsheet, title: string): string {
  const first = `Copy of ${title}`;
  for (let number = 0; ; number += 1) {
    const wanted = number === 0 ? first : `${first} ${number}`;
    if (!sheetByTitle(spreadsheet, wanted)) return wanted;
  }
}

const untagged = (row: Row): Row =>
  Array.from(row, (cell): Cell | undefined => {
    if (!cell) return undefined;
    const { tag: _ours, ...kept } = cell;
    return kept;
  });
