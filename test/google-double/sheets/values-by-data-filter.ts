import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Call, messageBody, type Reply } from '../call.ts';
import { type DataFilter, rangesMatching } from './data-filter.ts';
import { clip, openDraft } from './draft.ts';
import type { Spreadsheet } from './model.ts';
import type { Caller } from './protection.ts';
import { type Located, nameOf } from './resolve-range.ts';
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

/** The `spreadsheets.values` endpoints that choose their ranges by filters. */
export function batchGetValuesByDataFilter(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$BatchGetValuesByDataFilterRequest;
  const spreadsheet = spreadsheetFor(call, 'read');
  const how = { query: queryOf(body), nowMs: call.world.now() };
  const valueRanges = matched(spreadsheet, body.dataFilters ?? [], callerOf(call)).map(
    ({ located, filters }) => ({
      valueRange: readRange(spreadsheet, located, how),
      dataFilters: filters.map(filterAnswer),
    }),
  );
  return { json: { spreadsheetId: spreadsheet.spreadsheetId, valueRanges } };
}

export function batchUpdateValuesByDataFilter(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
  const options = writeOptions(queryOf(body));
  const caller = callerOf(call);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const written = (body.data ?? []).flatMap((each, index) => {
    const { dataFilter = {}, ...given } = each;
    const data = valueRange(given, `data[${index}]`);
    return matched(draft, [dataFilter], caller).map(({ located }) => {
      const range = nameOf(located);
      const place = { ...located, range };
      const { reply, touched } = writeRange(draft, place, { body: data, options, caller });
      const { spreadsheetId: _same, ...told } = reply;
      return { reply: { ...told, dataFilter: filterAnswer(dataFilter) }, touched };
    });
  });
  call.world.saveSpreadsheet(draft, call.account);
  const responses = written.map(({ reply }) => reply);
  const totals = totalsOf(written.map(({ touched }) => touched));
  return { json: { spreadsheetId: draft.spreadsheetId, ...totals, responses } };
}

export function batchClearValuesByDataFilter(call: Call): Reply {
  const body = messageBody(call) as sheets_v4.Schema$BatchClearValuesByDataFilterRequest;
  const caller = callerOf(call);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const clearedRanges = matched(draft, body.dataFilters ?? [], caller).map(({ located }) =>
    clearRange(draft, located, caller),
  );
  call.world.saveSpreadsheet(draft, call.account);
  return { json: { spreadsheetId: draft.spreadsheetId, clearedRanges } };
}

type Matched = { readonly located: Located; readonly filters: readonly DataFilter[] };

/** The ranges that filters choose, each once with all its filters. */
function matched(
  spreadsheet: Spreadsheet,
  filters: readonly DataFilter[],
  caller: Caller,
): readonly Matched[] {
  const found = new Map<string, Matched>();
  for (const filter of filters) {
    for (const { sheet, area } of rangesMatching(spreadsheet, filter, caller)) {
      const located = { sheet, area: clip(sheet, area) };
      const name = nameOf(located);
      const before = found.get(name)?.filters ?? [];
      found.set(name, { located, filters: [...before, filter] });
    }
  }
  return [...found.values()];
}

/** A filter as an answer repeats it: with what is 0 left out. */
function filterAnswer({ gridRange, ...filter }: DataFilter): DataFilter {
  if (!gridRange) return filter;
  const told = Object.entries(gridRange).filter(([, value]) => value !== 0);
  return { ...filter, gridRange: Object.fromEntries(told) };
}
