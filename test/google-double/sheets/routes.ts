import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, notFound } from '../api-error.ts';
import { type Call, isSet, messageBody, piece, type Reply, type Route } from '../call.ts';
import { createFile } from '../drive/create-file.ts';
import { spreadsheetType } from '../drive/model.ts';
import { parseFieldMask, reaches, select } from '../field-mask.ts';
import { appendValues } from './append-values.ts';
import { applyRequests } from './batch-update.ts';
import { withColours } from './colour-styles.ts';
import { metadataMatching, rangesMatching } from './data-filter.ts';
import { metadataAnswer, visibleMetadata } from './developer-metadata.ts';
import { openDraft, sheetById } from './draft.ts';
import { requestsFor } from './first-tabs.ts';
import { title } from './model.ts';
import { newSpreadsheet } from './new-spreadsheet.ts';
import { callerOf, ownerOf, spreadsheetFor } from './spreadsheet-access.ts';
import { locatedAll, spreadsheetAnswer } from './spreadsheet-answer.ts';
import { copyOfTab, titleOfCopy } from './tab-copy.ts';
import { placeTab } from './tab-requests.ts';
import {
  batchClearValues,
  batchGetValues,
  batchUpdateValues,
  clearValues,
  getValues,
  updateValues,
} from './values.ts';
import {
  batchClearValuesByDataFilter,
  batchGetValuesByDataFilter,
  batchUpdateValuesByDataFilter,
} from './values-by-data-filter.ts';

function createSpreadsheet(call: Call): Reply {
  const { properties, sheets = [] } = messageBody(call) as sheets_v4.Schema$Spreadsheet;
  const name = properties?.title ?? 'Untitled spreadsheet';
  const draft = newSpreadsheet('', name);
  draft.properties = { ...draft.properties, ...properties };
  const caller = ownerOf(call);
  if (sheets.length > 0) {
    draft.sheets = [];
    applyRequests(draft, sheets.flatMap(requestsFor), { caller, mint: call.world.mint });
  }
  const { id } = createFile(call, { name, mimeType: spreadsheetType });
  const spreadsheet = { ...draft, spreadsheetId: id };
  call.world.spreadsheets.set(id, spreadsheet);
  return cut(call, spreadsheetAnswer(spreadsheet, { caller, withCells: false }));
}

function getSpreadsheet(call: Call): Reply {
  const withCells = wantsCells(call, {
    asked: isSet(call.query, 'includeGridData'),
    path: cellsPath,
  });
  const spreadsheet = spreadsheetFor(call, 'read');
  const located = locatedAll(spreadsheet, call.query.getAll('ranges'));
  const caller = callerOf(call);
  return cut(call, spreadsheetAnswer(spreadsheet, { caller, located, withCells }));
}

function getSpreadsheetByDataFilter(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$GetSpreadsheetByDataFilterRequest;
  const withCells = wantsCells(call, { asked: body.includeGridData ?? false, path: cellsPath });
  const spreadsheet = spreadsheetFor(call, 'read');
  const caller = callerOf(call);
  const located = body.dataFilters?.flatMap((filter) =>
    rangesMatching(spreadsheet, filter, caller),
  );
  return cut(call, spreadsheetAnswer(spreadsheet, { caller, located, withCells }));
}

const cellsPath = ['sheets', 'data'];

/** Where fields are asked for, they alone say whether cells are among them. */
function wantsCells(
  call: Call,
  { asked, path }: { readonly asked: boolean; readonly path: readonly string[] },
): boolean {
  const fields = call.query.get('fields');
  return fields === null ? asked : reaches(parseFieldMask(fields), path);
}

function batchUpdate(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const caller = callerOf(call);
  const requests = body.requests ?? [];
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const replies = applyRequests(draft, requests, { caller, mint: call.world.mint });
  const answer = {
    spreadsheetId: draft.spreadsheetId,
    replies,
    ...(body.includeSpreadsheetInResponse && {
      updatedSpreadsheet: spreadsheetAnswer(draft, {
        caller,
        located: locatedAll(draft, body.responseRanges ?? []),
        withCells: wantsCells(call, {
          asked: body.responseIncludeGridData ?? false,
          path: ['updatedSpreadsheet', ...cellsPath],
        }),
      }),
    }),
  };
  call.world.saveSpreadsheet(draft, call.account);
  return cut(call, answer);
}

/** Copies a tab into a spreadsheet, where it stands last. */
function copyTab(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest;
  const source = sheetById(spreadsheetFor(call, 'read'), Number(piece(call, 1)));
  const draft = openDraft(spreadsheetFor(call, 'write', body.destinationSpreadsheetId ?? ''));
  const { mint } = call.world;
  const copy = copyOfTab(
    source,
    { sheetId: mint.number(), title: titleOfCopy(draft, title(source)) },
    mint,
  );
  placeTab(draft, copy, draft.sheets.length);
  call.world.saveSpreadsheet(draft, call.account);
  return { json: withColours(copy.properties) };
}

function getMetadata(call: Call): Reply {
  const metadataId = Number(piece(call, 1));
  const found = visibleMetadata(spreadsheetFor(call, 'read'), callerOf(call)).find(
    (each) => each.metadataId === metadataId,
  );
  if (!found) throw notFound();
  return { json: metadataAnswer(found) };
}

/** Metadata that match any of the filters, each once with all its filters. */
function searchMetadata(call: Call): Reply {
  const { dataFilters = [] } = messageBody(call) as sheets_v4.Schema$SearchDeveloperMetadataRequest;
  const spreadsheet = spreadsheetFor(call, 'read');
  const caller = callerOf(call);
  const found = dataFilters.map((filter) => ({
    filter,
    metadata: new Set(metadataMatching(spreadsheet, filter, caller)),
  }));
  const matchedDeveloperMetadata = spreadsheet.developerMetadata.flatMap((each) => {
    const filters = found.filter(({ metadata }) => metadata.has(each)).map(({ filter }) => filter);
    return filters.length === 0
      ? []
      : [{ developerMetadata: metadataAnswer(each), dataFilters: filters }];
  });
  return { json: matchedDeveloperMetadata.length > 0 ? { matchedDeveloperMetadata } : {} };
}

function cut(call: Call, answer: unknown): Reply {
  const fields = call.query.get('fields');
  return { json: fields === null ? answer : select(answer, parseFieldMask(fields)) };
}

/** Answers in the `fields` that the call asks for. */
const cutting =
  (handle: (call: Call) => Reply) =>
  (call: Call): Reply =>
    cut(call, handle(call).json);

const base = '^\\/v4\\/spreadsheets';
const id = '\\/([^/:]+)';
const colon = '(?::|%3A)';

const route = (
  method: string,
  path: string,
  [name, handle]: readonly [name: string, handle: (call: Call) => Reply],
): Route => ({
  method,
  path: new RegExp(`${base}${path}$`, 'iu'),
  api: 'sheets',
  id: `sheets.spreadsheets.${name}`,
  handle,
});

/** Sheets v4: spreadsheets and their values. */
export const routes: readonly Route[] = [
  route('POST', '', ['create', createSpreadsheet]),
  route('GET', id, ['get', getSpreadsheet]),
  route('POST', `${id}${colon}batchUpdate`, ['batchUpdate', batchUpdate]),
  route('POST', `${id}${colon}getByDataFilter`, ['getByDataFilter', getSpreadsheetByDataFilter]),
  route('POST', `${id}\\/sheets\\/([^/:]+)${colon}copyTo`, ['sheets.copyTo', cutting(copyTab)]),
  route('POST', `${id}\\/developerMetadata${colon}search`, [
    'developerMetadata.search',
    cutting(searchMetadata),
  ]),
  route('GET', `${id}\\/developerMetadata\\/([^/:]+)`, [
    'developerMetadata.get',
    cutting(getMetadata),
  ]),
  route('POST', `${id}\\/values${colon}batchGetByDataFilter`, [
    'values.batchGetByDataFilter',
    cutting(batchGetValuesByDataFilter),
  ]),
  route('POST', `${id}\\/values${colon}batchUpdateByDataFilter`, [
    'values.batchUpdateByDataFilter',
    cutting(batchUpdateValuesByDataFilter),
  ]),
  route('POST', `${id}\\/values${colon}batchClearByDataFilter`, [
    'values.batchClearByDataFilter',
    cutting(batchClearValuesByDataFilter),
  ]),
  route('GET', `${id}\\/values${colon}batchGet`, ['values.batchGet', cutting(batchGetValues)]),
  route('POST', `${id}\\/values${colon}batchUpdate`, [
    'values.batchUpdate',
    cutting(batchUpdateValues),
  ]),
  route('POST', `${id}\\/values${colon}batchClear`, [
    'values.batchClear',
    cutting(batchClearValues),
  ]),
  route('POST', `${id}\\/values\\/([^/]+)${colon}append`, ['values.append', cutting(appendValues)]),
  route('POST', `${id}\\/values\\/([^/]+)${colon}clear`, ['values.clear', cutting(clearValues)]),
  route('GET', `${id}\\/values\\/([^/]+)`, ['values.get', cutting(getValues)]),
  route('PUT', `${id}\\/values\\/([^/]+)`, ['values.update', cutting(updateValues)]),
];
