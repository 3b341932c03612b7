import { invalid, partOf } from '../api-error.ts';
import { type Call, jsonBody, piece, type Reply } from '../call.ts';
import { openDraft } from './draft.ts';
import { locate, locateOnGrid } from './resolve-range.ts';
import { callerOf, spreadsheetFor } from './spreadsheet-access.ts';
import {
  clearRange,
  queryOf,
  readRange,
  valueRange,
  writeOptions,
  writeRange,
} from './value-range.ts';
import { totalsOf } from './written-cells.ts';

/** The `spreadsheets.values` endpoints that name their ranges; appending has a file of its own. */
export function getValues(call: Call): Reply {
  const spreadsheet = spreadsheetFor(call, 'read');
  const how = { query: call.query, nowMs: call.world.now() };
  return { json: readRange(spreadsheet, locateOnGrid(spreadsheet, piece(call, 1)), how) };
}

export function batchGetValues(call: Call): Reply {
  const spreadsheet = spreadsheetFor(call, 'read');
  const how = { query: call.query, nowMs: call.world.now() };
  const valueRanges = call.query
    .getAll('ranges')
    .map((range) => readRange(spreadsheet, locateOnGrid(spreadsheet, range), how));
  return { json: { spreadsheetId: spreadsheet.spreadsheetId, valueRanges } };
}

export function updateValues(call: Call): Reply {
  const body = valueRange(jsonBody(call), 'data');
  if (body.range && body.range !== piece(call, 1)) {
    throw invalid(
      `Requested writing within range [${piece(call, 1)}], but tried writing [${body.range}]`,
    );
  }
  const options = writeOptions(call.query);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const range = piece(call, 1);
  const place = { ...locate(draft, range), range };
  const { reply } = writeRange(draft, place, { body, options, caller: callerOf(call) });
  call.world.saveSpreadsheet(draft, call.account);
  return { json: reply };
}

export function batchUpdateValues(call: Call): Reply {
  const body = jsonBody(call) as { readonly data?: readonly unknown[] };
  const options = writeOptions(queryOf(body));
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const caller = callerOf(call);
  const written = (body.data ?? []).map((each, index) => {
    const data = valueRange(each, `data[${index}]`);
    const range = data.range ?? '';
    return partOf(`data[${index}]`, () => {
      const place = { ...locate(draft, range), range };
      return writeRange(draft, place, { body: data, options, caller });
    });
  });
  call.world.saveSpreadsheet(draft, call.account);
  const responses = written.map(({ reply }) => reply);
  const totals = totalsOf(written.map(({ touched }) => touched));
  return { json: { spreadsheetId: draft.spreadsheetId, ...totals, responses } };
}

export function clearValues(call: Call): Reply {
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const clearedRange = clearRange(draft, locateOnGrid(draft, piece(call, 1)), callerOf(call));
  call.world.saveSpreadsheet(draft, call.account);
  return { json: { spreadsheetId: draft.spreadsheetId, clearedRange } };
}

export function batchClearValues(call: Call): Reply {
  const { ranges = [] } = jsonBody(call) as { readonly ranges?: readonly string[] };
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const caller = callerOf(call);
  const clearedRanges = ranges.map((range) =>
    clearRange(draft, locateOnGrid(draft, range), caller),
  );
  call.world.saveSpreadsheet(draft, call.account);
  return { json: { spreadsheetId: draft.spreadsheetId, clearedRanges } };
}
