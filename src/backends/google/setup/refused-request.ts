/**
 * Which request of a batch Google refused, for the person who looks for the cause in the sheet. Google gives its number;
 * what it asked for, and where, stands in the request.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { GoogleError } from '../client/errors.ts';

/** The same refusal with the place named; anything else comes back as it is. */
export const withPlace = (
  error: unknown,
  requests: readonly sheets_v4.Schema$Request[],
  tabName: (sheetId: number) => string | undefined,
): unknown => {
  const request = refusedOf(error, requests);
  if (!(error instanceof GoogleError) || request === undefined) return error;
  const { code, what, todo, status, refusedRequest = 0 } = error;
  const place = `It was the request "${kindOf(request)}"${placeOf(request, tabName)} (${refusedRequest + 1} of ${requests.length}); none of them was done.`;
  return new GoogleError({
    code,
    status,
    refusedRequest,
    what: `${what} ${place}`,
    todo:
      code === 'google-refused'
        ? 'Look at that place in the sheet: a table, a filter, merged or protected cells may be in the way. Then run setup again.'
        : todo,
  });
};

export const refusedOf = (
  error: unknown,
  requests: readonly sheets_v4.Schema$Request[],
): sheets_v4.Schema$Request | undefined =>
  error instanceof GoogleError && error.refusedRequest !== undefined
    ? requests[error.refusedRequest]
    : undefined;

const kindOf = (request: sheets_v4.Schema$Request): string => Object.keys(request)[0] ?? '';

const placeOf = (
  request: sheets_v4.Schema$Request,
  tabName: (sheetId: number) => string | undefined,
): string => {
  const where = rangeIn(request);
  if (where === undefined) return '';
  const name = tabName(where.sheetId);
  const column = where.column === undefined ? '' : `, column ${columnLetters(where.column + 1)}`;
  return name === undefined ? '' : ` in the tab ${name}${column}`;
};

/** The first tab and column that a request names, at whatever depth. */
const rangeIn = (
  value: unknown,
): { readonly sheetId: number; readonly column: number | undefined } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const sheetId: unknown = Reflect.get(value, 'sheetId');
  if (typeof sheetId === 'number') {
    const columns = ['startColumnIndex', 'columnIndex', 'startIndex']
      .map((name): unknown => Reflect.get(value, name))
      .filter((each) => typeof each === 'number');
    return { sheetId, column: columns[0] };
  }
  return Object.values(value)
    .map(rangeIn)
    .find((each) => each !== undefined);
};
