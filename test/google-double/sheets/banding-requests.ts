import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { asStyles, styleMask, withColours } from './colour-styles.ts';
import { boundedRange, sheetById } from './draft.ts';
import { answeredRange, fromGridRange, overlap } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Sheet, Spreadsheet } from './model.ts';

type BandedRange = sheets_v4.Schema$BandedRange;

/** Requests about alternating colours. */
export const bandingRequests: Handlers = {
  addBanding: (draft, { addBanding }, { mint }) => {
    const given = addBanding?.bandedRange ?? {};
    const sheet = sheetById(draft, given.range?.sheetId);
    refuseBanded(sheet.bandedRanges, given);
    const range = boundedRange(sheet, given.range);
    const bandedRangeId = given.bandedRangeId ?? mint.number();
    const bandedRange = asStyles({ ...given, range, bandedRangeId });
    sheet.bandedRanges = [...sheet.bandedRanges, bandedRange];
    return { addBanding: { bandedRange: bandingAnswer(bandedRange) } };
  },
  updateBanding: silent((draft, { updateBanding }) => {
    const { bandedRange = {}, fields } = updateBanding ?? {};
    const { sheet, banding } = bandingOf(draft, bandedRange.bandedRangeId);
    const mask = styleMask(maskOf(fields));
    const changed: BandedRange = {
      ...assign(banding, asStyles(bandedRange), mask),
      bandedRangeId: banding.bandedRangeId ?? 0,
    };
    const target = sheetById(draft, changed.range?.sheetId);
    sheet.bandedRanges = sheet.bandedRanges.filter((each) => each !== banding);
    refuseBanded(target.bandedRanges, changed);
    const range = boundedRange(target, changed.range);
    target.bandedRanges = [...target.bandedRanges, { ...changed, range }];
  }),
  deleteBanding: silent((draft, { deleteBanding }) => {
    const { sheet, banding } = bandingOf(draft, deleteBanding?.bandedRangeId);
    sheet.bandedRanges = sheet.bandedRanges.filter((each) => each !== banding);
  }),
};

/** Alternating colours as an answer tells them. */
export const bandingAnswer = (banding: BandedRange): BandedRange =>
  withColours({ ...banding, range: answeredRange(banding.range ?? {}) });

function refuseBanded(present: readonly BandedRange[], { range }: BandedRange): void {
  const area = fromGridRange(range ?? {});
  if (present.some((each) => overlap(fromGridRange(each.range ?? {}), area))) {
    throw invalid(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
}

function bandingOf(
  draft: Spreadsheet,
  id: number | null | undefined,
): { readonly sheet: Sheet; readonly banding: BandedRange } {
  for (const sheet of draft.sheets) {
    const banding = sheet.bandedRanges.find((each) => each.bandedRangeId === id);
    if (banding) return { sheet, banding };
  }
  throw invalid(`No banded range with id: ${id ?? 0}`);
}
