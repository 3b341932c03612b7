import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { type FieldMask, parseFieldMask } from '../field-mask.ts';
import type { IdMint } from '../id-mint.ts';
import type { Spreadsheet } from './model.ts';
import type { Caller } from './protection.ts';

/** Does one kind of request on a draft; some answer something. */
export type Handler = (
  draft: Spreadsheet,
  request: sheets_v4.Schema$Request,
  how: { readonly caller: Caller; readonly mint: IdMint },
) => sheets_v4.Schema$Response | undefined;

/** Handlers by the name of their request. */
export type Handlers = Readonly<Record<string, Handler>>;

/** A request that answers nothing. */
export const silent =
  (act: (...given: Parameters<Handler>) => void): Handler =>
  (...given) => {
    act(...given);
    return undefined;
  };

/** The `fields` of a request, which most of them insist on. */
export function maskOf(fields: string | null | undefined): FieldMask {
  if (fields) return parseFieldMask(fields);
  throw invalid(
    'At least one field must be listed in \'fields\'. (Use "*" to indicate all fields.)',
  );
}
