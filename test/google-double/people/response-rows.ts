import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { questionsOf, type StoredForm, type StoredResponse } from '../forms/model.ts';
import { cellAt, growTo, putCell, sheetByTitle } from '../sheets/draft.ts';
import { enteredValue } from '../sheets/entered-value.ts';
import { customsOf } from '../sheets/locale.ts';
import {
  type Cell,
  columnCount,
  localeOf,
  rowCount,
  type Sheet,
  type Spreadsheet,
  title,
} from '../sheets/model.ts';
import { serialOfInstant } from '../sheets/serial-date.ts';
import { effectiveValue } from '../sheets/shown-value.ts';
import { growTables } from '../sheets/tables.ts';
import type { World } from '../world.ts';
import { editSpreadsheet } from './edit-spreadsheet.ts';

/**
 * How a form keeps its rows in a sheet.
 *
 * Header cells and response cells carry a tag of ours, which travels with them: so the form finds its columns after
 * staff inserted, moved or renamed some, and its rows after staff sorted them. What has lost its tag has
 * lost its form: a deleted column comes again at the right end, a deleted row comes again when its response is edited.
 */
type Heading = { readonly tag: string; readonly text: string };

const timestampTag = 'form timestamp';
const rowTag = (responseId: string): string => `response ${responseId}`;
const isRowTag = (tag: string | undefined): boolean => tag?.startsWith('response ') ?? false;

function headingsOf(form: StoredForm, locale: string): readonly Heading[] {
  const isIndonesian = /^(in|id)(_|$)/u.test(locale);
  return [
    { tag: timestampTag, text: isIndonesian ? 'Stempel waktu' : 'Timestamp' },
    ...(form.emails === 'DO_NOT_COLLECT'
      ? []
      : [{ tag: 'form email', text: isIndonesian ? 'Alamat email' : 'Email Address' }]),
    ...questionsOf(form).map(({ questionId, title }) => ({
      tag: `question ${questionId}`,
      text: title,
    })),
  ];
}

/** Gives the form its tab: a new one in front, or one that is there, whose headers and dated rows become the form's. */
export function linkToTab(
  world: World,
  form: StoredForm,
  asked: {
    readonly spreadsheetId: string;
    readonly tab?: string;
    readonly table?: 'plain' | 'typed';
  },
): { readonly sheetId: number; readonly name: string } {
  return editSpreadsheet(world, { ...asked, by: undefined }, (draft, request) => {
    const name = asked.tab ?? freeName(draft);
    if (!sheetByTitle(draft, name)) {
      const sheetId = world.mint.number();
      const gridProperties = { rowCount: 100, columnCount: 26, frozenRowCount: 1 };
      request({
        addSheet: { properties: { sheetId, title: name, index: 0, gridProperties } },
      });
    }
    const sheet = sheetByTitle(draft, name);
    if (!sheet) throw new Error(`The tab "${name}" was not made.`);
    headColumns(sheet, headingsOf(form, localeOf(draft)));
    adoptRows(sheet);
    if (asked.table) request({ addTable: { table: tableOver(sheet, form, asked.table) } });
    return { sheetId: sheet.sheetId, name };
  });
}

function freeName(draft: Spreadsheet): string {
  const isIndonesian = /^(in|id)(_|$)/u.test(localeOf(draft));
  for (let number = 1; ; number += 1) {
    const name = `${isIndonesian ? 'Respons Formulir' : 'Form Responses'} ${number}`;
    if (!draft.sheets.some((each) => title(each) === name)) return name;
  }
}

/** The column of each heading; one that is missing is written at the right end. */
function headColumns(sheet: Sheet, headings: readonly Heading[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { tag, text } of headings) {
    const header = sheet.rows[0] ?? [];
    const tagged = header.findIndex((cell) => cell?.tag === tag);
    const same = header.findIndex(
      (cell) => cell && cell.tag === undefined && effectiveValue(cell)?.stringValue === text,
    );
    const column = tagged >= 0 ? tagged : same >= 0 ? same : afterLast(header);
    columns.set(tag, column);
    if (tagged >= 0) continue;
    growTo(sheet, { rows: 1, columns: column + 1 });
    const present = cellAt(sheet, 0, column);
    putCell(
      sheet,
      { row: 0, column },
      { ...present, userEnteredValue: { stringValue: text }, tag },
    );
  }
  return columns;
}

const afterLast = (row: readonly (Cell | undefined)[]): number =>
  row.findLastIndex((cell) => cell !== undefined) + 1;

/**
 * The answers as a table of Google's.
 *
 * Belief (unknown): that new links come with one, how it is called, and which of its columns are typed then.
 */
function tableOver(
  sheet: Sheet,
  form: StoredForm,
  kind: 'plain' | 'typed',
): sheets_v4.Schema$Table {
  const header = sheet.rows[0] ?? [];
  const days = new Set(
    form.items.flatMap(({ questionItem }) =>
      questionItem?.question?.dateQuestion ? [`question ${questionItem.question.questionId}`] : [],
    ),
  );
  const columnProperties = header.flatMap((cell, columnIndex) => {
    if (cell?.tag === timestampTag) return [{ columnIndex, columnType: 'DATE_TIME' }];
    return days.has(cell?.tag ?? '') ? [{ columnIndex, columnType: 'DATE' }] : [];
  });
  return {
    name: `Form_Responses_${sheet.sheetId}`,
    range: {
      sheetId: sheet.sheetId,
      startRowIndex: 0,
      endRowIndex: Math.max(2, sheet.rows.length),
      startColumnIndex: 0,
      endColumnIndex: afterLast(header),
    },
    ...(kind === 'typed' && { columnProperties }),
  };
}

/** Rows that hold a moment under the timestamp count as the form's, as in a sheet that had its form before. */
function adoptRows(sheet: Sheet): void {
  const column = (sheet.rows[0] ?? []).findIndex((cell) => cell?.tag === timestampTag);
  sheet.rows.forEach((row, index) => {
    const cell = row?.[column];
    if (index === 0 || cell === undefined || cell.tag !== undefined) return;
    if (typeof cell.userEnteredValue?.numberValue !== 'number') return;
    putCell(sheet, { row: index, column }, { ...cell, tag: rowTag(`before ${index}`) });
  });
}

/** Writes a response into its row: the one that it has, or a new one inserted below the form's last. */
export function writeResponse(world: World, form: StoredForm, response: StoredResponse): void {
  if (!form.link) return;
  const { spreadsheetId, sheetId } = form.link;
  const isThere = world.spreadsheets
    .get(spreadsheetId)
    ?.sheets.some((each) => each.sheetId === sheetId);
  if (!isThere) return;
  const by = world.files
    .get(form.formId)
    ?.permissions.find((each) => each.role === 'owner')?.emailAddress;
  editSpreadsheet(world, { spreadsheetId, by }, (draft, request) => {
    const sheetNow = (): Sheet => {
      const sheet = draft.sheets.find((each) => each.sheetId === sheetId);
      if (!sheet) throw new Error('The tab of the form went away.');
      return sheet;
    };
    const present = rowOfResponse(sheetNow(), response.responseId);
    const row = present >= 0 ? present : lastRow(sheetNow()) + 1;
    if (present < 0) {
      const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 };
      if (row >= rowCount(sheetNow()))
        request({ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } });
      else request({ insertDimension: { range, inheritFromBefore: row > 1 } });
    }
    fillRow(draft, sheetNow(), { row, form, response });
    growTables(sheetNow(), row);
  });
}

/** Where the row of a response stands, from 0; −1 when it is gone. */
export const rowOfResponse = (sheet: Sheet, responseId: string): number =>
  sheet.rows.findIndex((row) => row?.some((cell) => cell?.tag === rowTag(responseId)));

/** The last row of the form; the header when it has none. */
const lastRow = (sheet: Sheet): number =>
  Math.max(
    0,
    sheet.rows.findLastIndex((row) => row?.some((cell) => isRowTag(cell?.tag))),
  );

function fillRow(
  draft: Spreadsheet,
  sheet: Sheet,
  at: { readonly row: number; readonly form: StoredForm; readonly response: StoredResponse },
): void {
  const { row, form, response } = at;
  const locale = localeOf(draft);
  const columns = headColumns(sheet, headingsOf(form, locale));
  const tag = rowTag(response.responseId);
  const put = (
    headingTag: string,
    value: Pick<Cell, 'userEnteredValue' | 'userEnteredFormat'>,
  ): void => {
    const column = columns.get(headingTag);
    if (column === undefined || column >= columnCount(sheet)) return;
    const { userEnteredValue: _was, ...kept } = cellAt(sheet, row, column) ?? {};
    const userEnteredFormat = { ...kept.userEnteredFormat, ...value.userEnteredFormat };
    putCell(
      sheet,
      { row, column },
      {
        ...kept,
        ...value,
        ...(Object.keys(userEnteredFormat).length > 0 && { userEnteredFormat }),
        tag,
      },
    );
  };
  const customs = customsOf(locale);
  put(timestampTag, {
    userEnteredValue: {
      numberValue: serialOfInstant(
        Date.parse(response.lastSubmittedTime),
        draft.properties.timeZone ?? 'Etc/GMT',
      ),
    },
    userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: customs.dateTime } },
  });
  if (response.respondentEmail !== undefined) {
    put('form email', { userEnteredValue: { stringValue: response.respondentEmail } });
  }
  for (const item of form.items) {
    for (const question of item.questionGroupItem?.questions ?? [
      item.questionItem?.question ?? {},
    ]) {
      const answers = response.answers[question.questionId ?? ''];
      if (question.questionId)
        put(`question ${question.questionId}`, answered(question, answers ?? [], locale));
    }
  }
}

/** What stands in the cell of an answer: ticks joined by commas, dates and times as such, numbers as numbers. */
function answered(
  question: forms_v1.Schema$Question,
  answers: readonly string[],
  locale: string,
): Pick<Cell, 'userEnteredValue' | 'userEnteredFormat'> {
  const text = answers.join(', ');
  if (text === '') return {};
  const isText = /^['=+]/u.test(text);
  if (isText) return { userEnteredValue: { stringValue: text } };
  const { value, format } = enteredValue(text, locale);
  const pattern =
    question.dateQuestion && format?.type === 'DATE'
      ? { ...format, pattern: customsOf(locale).date }
      : format;
  return {
    userEnteredValue: value,
    ...(pattern && { userEnteredFormat: { numberFormat: pattern } }),
  };
}
