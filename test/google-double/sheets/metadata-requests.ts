import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { type DataFilter, metadataMatching } from './data-filter.ts';
import { metadataAnswer } from './developer-metadata.ts';
import { sheetById } from './draft.ts';
import { type Handlers, maskOf } from './handler.ts';
import { spanOnGrid } from './lines.ts';
import type { Spreadsheet, StoredMetadata } from './model.ts';
import type { Caller } from './protection.ts';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** Requests about the notes of programs. */
export const metadataRequests: Handlers = {
  createDeveloperMetadata: (draft, { createDeveloperMetadata }, { mint, caller }) => {
    const given = createDeveloperMetadata?.developerMetadata ?? {};
    const metadataId = given.metadataId ?? mint.number();
    if (metadataId <= 0) throw invalid('The ID of developer metadata must be positive.');
    if (draft.developerMetadata.some((each) => each.metadataId === metadataId)) {
      throw invalid(
        `Cannot add developer metadata with ID [${metadataId}] because developer metadata with that ID already exists.`,
      );
    }
    const created = checked(draft, { ...given, metadataId, program: caller.program });
    draft.developerMetadata = [...draft.developerMetadata, created];
    return { createDeveloperMetadata: { developerMetadata: metadataAnswer(created) } };
  },
  updateDeveloperMetadata: (draft, { updateDeveloperMetadata }, { caller }) => {
    const { dataFilters = [], developerMetadata, fields } = updateDeveloperMetadata ?? {};
    if (dataFilters.length === 0) throw invalid('At least one data filter must be given.');
    const mask = maskOf(fields);
    const chosen = chosenBy(draft, dataFilters, caller);
    const updated: StoredMetadata[] = [];
    draft.developerMetadata = draft.developerMetadata.map((each) => {
      if (!chosen.has(each)) return each;
      const { metadataId, program } = each;
      const changed = { ...assign(each, developerMetadata, mask), program };
      const becomes = checked(draft, {
        ...changed,
        ...(typeof metadataId === 'number' && { metadataId }),
      });
      updated.push(becomes);
      return becomes;
    });
    return { updateDeveloperMetadata: { developerMetadata: updated.map(metadataAnswer) } };
  },
  deleteDeveloperMetadata: (draft, { deleteDeveloperMetadata }, { caller }) => {
    const gone = chosenBy(draft, [deleteDeveloperMetadata?.dataFilter ?? {}], caller);
    draft.developerMetadata = draft.developerMetadata.filter((each) => !gone.has(each));
    const deletedDeveloperMetadata = [...gone].map(metadataAnswer);
    return {
      deleteDeveloperMetadata:
        deletedDeveloperMetadata.length > 0 ? { deletedDeveloperMetadata } : {},
    };
  },
};

const chosenBy = (
  draft: Spreadsheet,
  filters: readonly DataFilter[],
  caller: Caller,
): ReadonlySet<StoredMetadata> =>
  new Set(filters.flatMap((filter) => metadataMatching(draft, filter, caller)));

function checked(draft: Spreadsheet, given: StoredMetadata): StoredMetadata {
  if (!given.metadataKey) throw invalid('Developer metadata must have a key.');
  if (given.visibility !== 'DOCUMENT' && given.visibility !== 'PROJECT') {
    throw invalid('Developer metadata must have a visibility.');
  }
  return { ...given, location: located(draft, given.location ?? {}) };
}

/** A location with its type: one row, one column, one tab, or the spreadsheet. */
function located(draft: Spreadsheet, given: Location): Location {
  const { spreadsheet, sheetId, dimensionRange } = given;
  const said = [spreadsheet === true, typeof sheetId === 'number', dimensionRange !== undefined];
  if (said.filter(Boolean).length !== 1) {
    throw invalid('Developer metadata must be at exactly one location.');
  }
  if (spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (!dimensionRange) {
    return { locationType: 'SHEET', sheetId: sheetById(draft, sheetId).sheetId };
  }
  const { sheet, dimension, start, end } = spanOnGrid(draft, dimensionRange);
  if (end - start !== 1) throw invalid('Developer metadata must be on a single row or column.');
  return {
    locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: { sheetId: sheet.sheetId, dimension, startIndex: start, endIndex: end },
  };
}
