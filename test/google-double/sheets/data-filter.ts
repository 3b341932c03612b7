import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { everything } from './a1-range.ts';
import { visibleMetadata } from './developer-metadata.ts';
import { refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange, overlap } from './grid-range.ts';
import type { Spreadsheet, StoredMetadata } from './model.ts';
import type { Caller } from './protection.ts';
import { type Located, locate } from './resolve-range.ts';

export type DataFilter = sheets_v4.Schema$DataFilter;
type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** Data of a spreadsheet are chosen by a range, or by the metadata on their rows, columns and tabs. */
export function metadataMatching(
  spreadsheet: Spreadsheet,
  filter: DataFilter,
  caller: Caller,
): readonly StoredMetadata[] {
  const visible = visibleMetadata(spreadsheet, caller);
  const lookup = filter.developerMetadataLookup;
  if (lookup) {
    refuseLookup(lookup);
    return visible.filter((each) => matches(spreadsheet, each, lookup));
  }
  const place = rangeOf(spreadsheet, filter);
  return visible.filter((each) =>
    placesAt(spreadsheet, each.location ?? {}).some((other) => meet(place, other)),
  );
}

/** The ranges that a filter chooses; metadata on the whole spreadsheet choose all tabs. */
export function rangesMatching(
  spreadsheet: Spreadsheet,
  filter: DataFilter,
  caller: Caller,
): readonly Located[] {
  if (!filter.developerMetadataLookup) return [rangeOf(spreadsheet, filter)];
  return metadataMatching(spreadsheet, filter, caller).flatMap(({ location }) =>
    location?.spreadsheet
      ? spreadsheet.sheets.map((sheet) => ({ sheet, area: everything }))
      : placesAt(spreadsheet, location ?? {}),
  );
}

function rangeOf(spreadsheet: Spreadsheet, { a1Range, gridRange }: DataFilter): Located {
  if (a1Range) return locate(spreadsheet, a1Range);
  if (!gridRange) throw invalid('A data filter must have a range or a lookup of metadata.');
  const sheet = sheetById(spreadsheet, gridRange.sheetId);
  const area = fromGridRange(gridRange);
  refuseBeyondGrid(sheet, { ...area, endRow: area.startRow + 1, endColumn: area.startColumn + 1 });
  return { sheet, area };
}

/** The cells that belong to a location: none to the spreadsheet as a whole, which meets nothing else. */
function placesAt(
  spreadsheet: Spreadsheet,
  { sheetId, dimensionRange }: Location,
): readonly Located[] {
  const id = dimensionRange ? (dimensionRange.sheetId ?? 0) : sheetId;
  const sheet = spreadsheet.sheets.find((each) => each.sheetId === id);
  if (!sheet) return [];
  if (!dimensionRange) return [{ sheet, area: everything }];
  const [start, end] = [dimensionRange.startIndex ?? 0, dimensionRange.endIndex ?? Infinity];
  const area =
    dimensionRange.dimension === 'ROWS'
      ? { ...everything, startRow: start, endRow: end }
      : { ...everything, startColumn: start, endColumn: end };
  return [{ sheet, area }];
}

const meet = (one: Located, other: Located): boolean =>
  one.sheet === other.sheet && overlap(one.area, other.area);

/** Whether metadata are as a lookup says, in everything that it says. */
function matches(spreadsheet: Spreadsheet, metadata: StoredMetadata, lookup: Lookup): boolean {
  const isAsked = (name: 'metadataId' | 'metadataKey' | 'metadataValue' | 'visibility'): boolean =>
    lookup[name] === undefined || lookup[name] === metadata[name];
  const { locationType, metadataLocation, locationMatchingStrategy } = lookup;
  const location = metadata.location ?? {};
  const isThere =
    !metadataLocation ||
    isSame(location, metadataLocation) ||
    (locationMatchingStrategy !== 'EXACT_LOCATION' &&
      placesAt(spreadsheet, metadataLocation).some((one) =>
        placesAt(spreadsheet, location).some((other) => meet(one, other)),
      ));
  return (
    isAsked('metadataId') &&
    isAsked('metadataKey') &&
    isAsked('metadataValue') &&
    isAsked('visibility') &&
    (locationType === undefined || locationType === location.locationType) &&
    isThere
  );
}

const isSame = (one: Location, other: Location): boolean => locationKey(one) === locationKey(other);

function locationKey({ spreadsheet, sheetId, dimensionRange: span }: Location): string {
  if (spreadsheet) return 'spreadsheet';
  if (!span) return `sheet ${sheetId ?? 0}`;
  return `${span.dimension} ${span.startIndex ?? 0} of ${span.sheetId ?? 0}`;
}

/** Refuses what contradicts itself, as the description of a lookup tells. */
function refuseLookup({
  locationType,
  metadataLocation,
  locationMatchingStrategy: strategy,
}: Lookup): void {
  if (strategy && !metadataLocation) {
    throw invalid('A location matching strategy needs a metadata location.');
  }
  if (locationType && strategy === 'EXACT_LOCATION') {
    throw invalid('A location type must not be given where the location is matched exactly.');
  }
  if (locationType === 'SPREADSHEET' && metadataLocation && !metadataLocation.spreadsheet) {
    throw invalid('Metadata of the spreadsheet are at no other location.');
  }
}
