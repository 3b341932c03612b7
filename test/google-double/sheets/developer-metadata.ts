import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { answeredSpan, type Shift, shiftedSpan } from './grid-range.ts';
import type { Dimension, Sheet, Spreadsheet } from './model.ts';

export type Metadata = sheets_v4.Schema$DeveloperMetadata;

/** Metadata as an answer tells it. */
export function metadataAnswer(metadata: Metadata): Metadata {
  const { dimensionRange, ...location } = metadata.location ?? {};
  return {
    ...metadata,
    location: {
      ...location,
      ...(dimensionRange && { dimensionRange: answeredSpan(dimensionRange) }),
    },
  };
}

/** What a spreadsheet bears as a whole. */
export const metadataOfSpreadsheet = ({ developerMetadata }: Spreadsheet): Metadata[] =>
  developerMetadata.filter((each) => each.location?.spreadsheet).map(metadataAnswer);

/** What a tab bears as a whole. */
export const metadataOfSheet = (
  { developerMetadata }: Spreadsheet,
  { sheetId }: Sheet,
): Metadata[] =>
  developerMetadata.filter((each) => each.location?.sheetId === sheetId).map(metadataAnswer);

/** Finds what one row or column of a tab bears. */
export function metadataOfLines(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
): (
  dimension: Dimension,
  index: number,
) => Pick<sheets_v4.Schema$DimensionProperties, 'developerMetadata'> {
  const found = new Map<string, Metadata[]>();
  for (const metadata of spreadsheet.developerMetadata) {
    const span = metadata.location?.dimensionRange;
    if (!span || (span.sheetId ?? 0) !== sheet.sheetId) continue;
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

/** Lets metadata follow lines that were moved before another one; `target` is where the first of them stands then. */
export function moveMetadata(
  draft: Spreadsheet,
  sheet: Sheet,
  moved: {
    readonly dimension: Dimension;
    readonly start: number;
    readonly end: number;
    readonly target: number;
  },
): void {
  const { dimension, start, end, target } = moved;
  changeSpans(draft, sheet, (span) => {
    if (span.dimension !== dimension) return span;
    const index = span.startIndex ?? 0;
    const without = index >= end ? index - (end - start) : index;
    const becomes =
      index >= start && index < end
        ? target + index - start
        : without + (without >= target ? end - start : 0);
    return { ...span, startIndex: becomes, endIndex: becomes + 1 };
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
