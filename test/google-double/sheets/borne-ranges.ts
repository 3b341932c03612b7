import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet, Spreadsheet } from './model.ts';
import { movedTable } from './tables.ts';

type GridRange = sheets_v4.Schema$GridRange;

/**
 * Changes the place of everything that a tab bears on a range: merges, protections, rules, bands, filters, tables, names.
 *
 * What `change` answers `undefined` for is gone, with its range.
 */
export function changeRanges(
  draft: Spreadsheet,
  sheet: Sheet,
  change: (range: GridRange) => GridRange | undefined,
): void {
  const changed = <Value extends { readonly range?: GridRange }>(
    list: readonly Value[],
  ): readonly Value[] =>
    list.flatMap((each) => {
      const range = change(each.range ?? {});
      return range ? [{ ...each, range }] : [];
    });
  sheet.merges = sheet.merges.flatMap((each) => change(each) ?? []);
  sheet.protectedRanges = changed(sheet.protectedRanges);
  sheet.bandedRanges = changed(sheet.bandedRanges);
  sheet.filterViews = changed(sheet.filterViews);
  sheet.tables = sheet.tables.flatMap((each) => movedTable(each, change) ?? []);
  sheet.basicFilter = sheet.basicFilter && changed([sheet.basicFilter])[0];
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).flatMap((each) => change(each) ?? []);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  draft.namedRanges = draft.namedRanges.flatMap((each) =>
    (each.range?.sheetId ?? 0) === sheet.sheetId ? changed([each]) : [each],
  );
}
