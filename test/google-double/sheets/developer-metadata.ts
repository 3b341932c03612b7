import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { answeredSpan, type Shift, shiftedSpan } from './grid-range.ts';
import type { Dimension, Sheet, Spreadsheet, StoredMetadata } from './model.ts';
import type { Caller } from './protection.ts';

/**
 * What programs note down on a spreadsheet, a tab, a row or a column: it goes wherever that goes, and with it.
 *
 * What is of one project shows to no other.
 */
export const visibleMetadata = (
  { developerMetadata }: Spreadsheet,
  { program }: Caller,
): readonly StoredMetadata[] =>
  developerMetadata.filter((each) => each.visibility !== 'PROJECT' || each.program === program);

/** Metadata as an answer tells it. */
export function metadataAnswer(stored: StoredMetadata): sheets_v4.Schema$DeveloperMetadata {
  const { program: _ours, ...metadata } = stored;
  const { dimensionRange, sheetId, ...location } = metadata.location ?? {};
  return {
    ...metadata,
    location: {
      ...location,
      ...(sheetId && { sheetId }),
      ...(dimensionRange && { dimensionRange: answeredSpan(dimensionRange) }),
    },
  };
}

/** What a spreadsheet bears as a whole. */
export const metadataOfSpreadsheet = (
  spreadsheet: Spreadsheet,
  caller: Caller,
): sheets_v4.Schema$DeveloperMetadata[] =>
  visibleMetadata(spreadsheet, caller)
    .filter((each) => each.location?.spreadsheet)
    .map(metadataAnswer);

/** What a tab bears as a whole. */
export const metadataOfSheet = (
  spreadsheet: Spreadsheet,
  { sheetId }: Sheet,
  caller: Caller,
): sheets_v4.Schema$DeveloperMetadata[] =>
  visibleMetadata(spreadsheet, caller)
    .filter((each) => each.location?.sheetId === sheetId)
    .map(metadataAnswer);

/** Finds what one row or column of a tab bears. */
export function metadataOfLines(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  caller: Caller,
): (
  dimension: Dimension,
  index: number,
) => Pick<sheets_v4.Schema$DimensionProperties, 'developerMetadata'> {
  const found = new Map<string, sheets_v4.Schema$DeveloperMetadata[]>();
  for (const metadata of visibleMetadata(spreadsheet, caller)) {
    const span = metadata.location?.dimensionRange;
    if (!span || span.sheetId !== sheet.sheetId) continue;
    const key = `${span.dimension}${span.startIndex ?? 0}`;
    found.set(key, [...(found.get(key) ?? []), metadataAnswer(metadata)]);
  }
  return (dimension, index) => {
    const developerMetadata = found.get(`${dimension}${index}`);
    return developerMetadata ? { developerMetadata } : {};
  };
}

/** Lets metadata follow its row or column; what was on a line that is gone is gone. */
export function shiftMetadata(draft: Spreadsheet, sheet: Sheet, shift: Shift): void {
  changeSpans(draft, sheet, (span) => shiftedSpan(span, shift));
}

/** Lets metadata follow lines that were moved or sorted; `becomes` tells where each stands then. */
export function moveMetadata(
  draft: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  becomes: (index: number) => number,
): void {
  changeSpans(draft, sheet, (span) => {
    if (span.dimension !== dimension) return span;
    const startIndex = becomes(span.startIndex ?? 0);
    return { ...span, startIndex, endIndex: startIndex + 1 };
  });
}

/** Takes away what a tab, its rows and its columns bear, as when it is deleted. */
export function dropMetadata(draft: Spreadsheet, { sheetId }: Sheet): void {
  draft.developerMetadata = draft.developerMetadata.filter(
    ({ location }) =>
      location?.sheetId !== sheetId && location?.dimensionRange?.sheetId !== sheetId,
  );
}

type Span = sheets_v4.Schema$DimensionRange;

function changeSpans(
  draft: Spreadsheet,
  sheet: Sheet,
  change: (span: Span) => Span | undefined,
): void {
  draft.developerMetadata = draft.developerMetadata.flatMap((each) => {
    const span = each.location?.dimensionRange;
    if (!span || span.sheetId !== sheet.sheetId) return [each];
    const dimensionRange = change(span);
    return dimensionRange ? [{ ...each, location: { ...each.location, dimensionRange } }] : [];
  });
}
