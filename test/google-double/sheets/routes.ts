import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Call, isSet, messageBody, type Reply, type Route } from '../call.ts';
import { createFile } from '../drive/create-file.ts';
import { spreadsheetType } from '../drive/model.ts';
import { parseFieldMask, reaches, select } from '../field-mask.ts';
import { applyRequests } from './batch-update.ts';
import { openDraft } from './draft.ts';
import { spreadsheetFor, writerOf } from './spreadsheet-access.ts';
import { locatedAll, spreadsheetAnswer } from './spreadsheet-answer.ts';
import {
  appendValues,
  batchClearValues,
  batchGetValues,
  batchUpdateValues,
  clearValues,
  getValues,
  updateValues,
} from './values.ts';

function createSpreadsheet(call: Call): Reply {
  const { properties } = messageBody(call) as sheets_v4.Schema$Spreadsheet;
  const name = properties?.title ?? 'Untitled spreadsheet';
  const { id } = createFile(call, { name, mimeType: spreadsheetType });
  const spreadsheet = call.world.spreadsheets.get(id);
  if (!spreadsheet) throw new Error('The spreadsheet was not made.');
  spreadsheet.properties = { ...spreadsheet.properties, ...properties };
  return cut(call, spreadsheetAnswer(spreadsheet, { withCells: false }));
}

function getSpreadsheet(call: Call): Reply {
  const fields = call.query.get('fields');
  const withCells =
    fields === null
      ? isSet(call.query, 'includeGridData')
      : reaches(parseFieldMask(fields), ['sheets', 'data']);
  const spreadsheet = spreadsheetFor(call, 'read');
  const located = locatedAll(spreadsheet, call.query.getAll('ranges'));
  return cut(call, spreadsheetAnswer(spreadsheet, { located, withCells }));
}

function batchUpdate(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const replies = applyRequests(draft, body.requests ?? [], {
    writer: writerOf(call),
    mint: call.world.mint,
  });
  const answer = {
    spreadsheetId: draft.spreadsheetId,
    replies,
    ...(body.includeSpreadsheetInResponse && {
      updatedSpreadsheet: spreadsheetAnswer(draft, {
        located: locatedAll(draft, body.responseRanges ?? []),
        withCells: body.responseIncludeGridData ?? false,
      }),
    }),
  };
  call.world.saveSpreadsheet(draft, call.account);
  return cut(call, answer);
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
