import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, partOf } from '../api-error.ts';
import type { IdMint } from '../id-mint.ts';
import { bandingRequests } from './banding-requests.ts';
import { borderRequests } from './border-requests.ts';
import { cellRequests } from './cell-requests.ts';
import { conditionalFormatRequests } from './conditional-format-requests.ts';
import { duplicateRowRequests } from './duplicate-rows.ts';
import { filterRequests } from './filter-requests.ts';
import { findReplaceRequests } from './find-replace.ts';
import { groupRequests } from './group-requests.ts';
import type { Handlers } from './handler.ts';
import { lineRequests } from './line-requests.ts';
import { mergeRequests } from './merge-requests.ts';
import { metadataRequests } from './metadata-requests.ts';
import type { Spreadsheet } from './model.ts';
import { pasteRequests } from './paste-requests.ts';
import type { Caller } from './protection.ts';
import { protectionRequests } from './protection-requests.ts';
import { rangeRequests } from './range-requests.ts';
import { rowOrderRequests } from './row-order-requests.ts';
import { shiftRequests } from './shift-requests.ts';
import { tabRequests } from './tab-requests.ts';
import { refuseOverTables } from './table-refusals.ts';
import { tableRequests } from './table-requests.ts';
import { textRequests } from './text-requests.ts';

/** Does the requests of a batch on a draft, one after the other; the first that is refused refuses them all. */
export function applyRequests(
  draft: Spreadsheet,
  requests: readonly sheets_v4.Schema$Request[],
  how: { readonly caller: Caller; readonly mint: IdMint },
): readonly sheets_v4.Schema$Response[] {
  return requests.map((request, index) => {
    const names = Object.keys(request);
    const [name = ''] = names;
    const handle = handlers[name];
    if (names.length !== 1 || !handle) {
      throw invalid(`Invalid requests[${index}]: No request set.`);
    }
    return partOf(`requests[${index}].${name}`, () => {
      refuseOverTables(draft, request);
      return handle(draft, request, how) ?? {};
    });
  });
}

/** Every request that is known here, by its name. */
const handlers: Handlers = {
  ...tabRequests,
  ...cellRequests,
  ...lineRequests,
  ...groupRequests,
  ...shiftRequests,
  ...pasteRequests,
  ...rowOrderRequests,
  ...duplicateRowRequests,
  ...findReplaceRequests,
  ...textRequests,
  ...borderRequests,
  ...mergeRequests,
  ...rangeRequests,
  ...protectionRequests,
  ...bandingRequests,
  ...conditionalFormatRequests,
  ...filterRequests,
  ...tableRequests,
  ...metadataRequests,
};
