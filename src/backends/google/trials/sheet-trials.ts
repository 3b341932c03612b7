/** What Sheets does with a batch of writes, and with what lies in their way. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { cellData } from '../sheet/write-request.ts';
import { judged, shown, type Trial } from './trial.ts';
import { refusalOf, type TrialTab } from './workshop.ts';

/** Plain texts from a cell on, as the service writes them. */
export const texts = (
  { sheetId }: TrialTab,
  rows: readonly (readonly string[])[],
  { row = 0, column = 0 } = {},
): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId, rowIndex: row, columnIndex: column },
    rows: rows.map((cells) => ({ values: cells.map((text) => cellData(text).data) })),
    fields: 'userEnteredValue',
  },
});

/** No spreadsheet has a tab of this number. */
const noTab = { sheetId: 1_999_999_999, title: '', at: () => '' };

export const sheetTrials: readonly Trial[] = [
  {
    name: 'answer-after-write',
    belief: 'A batch of writes answers with the cells as they stand after it.',
    run: async (shop) => {
      const tab = await shop.tab();
      const { updatedSpreadsheet } = await shop.batch([texts(tab, [['sesudah']])], {
        includeSpreadsheetInResponse: true,
        responseRanges: [tab.at('A1:B2')],
        responseIncludeGridData: true,
      });
      const cell = updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
      const seen = cell?.effectiveValue?.stringValue;
      return judged(seen === 'sesudah', `the answer shows ${shown(seen)} in A1`);
    },
  },
  {
    name: 'all-or-nothing',
    belief: 'One refused request of a batch undoes the others.',
    run: async (shop) => {
      const tab = await shop.tab();
      const refusal = await refusalOf(() =>
        shop.batch([texts(tab, [['separuh']]), texts(noTab, [['separuh']])]),
      );
      const values = await shop.values(tab.at('A1'));
      return judged(
        refusal !== undefined && values.length === 0,
        `the batch was ${refusal === undefined ? 'taken' : 'refused'}, and A1 holds ${shown(values[0]?.[0])}`,
      );
    },
  },
  {
    name: 'refused-request-named',
    belief: 'A refusal of a batch says which request was refused, counted from 0.',
    run: async (shop) => {
      const tab = await shop.tab();
      const refusal = await refusalOf(() =>
        shop.batch([texts(tab, [['a']]), texts(noTab, [['b']])]),
      );
      return judged(
        refusal?.refusedRequest === 1,
        `the second of two was wrong, and the refusal names ${shown(refusal?.refusedRequest)}`,
      );
    },
  },
  {
    name: 'append-below-last',
    belief: 'Appended cells go below the last row of the tab that holds anything, over gaps.',
    run: async (shop) => {
      const tab = await shop.tab();
      const { sheetId } = tab;
      await shop.batch([texts(tab, [['judul'], [''], ['isi']])]);
      const rows = [{ values: [cellData('baru').data] }];
      await shop.batch([{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
      const values = await shop.values(tab.at('A1:A9'));
      const at = values.findIndex(([text]) => text === 'baru') + 1;
      return judged(at === 4, `below row 3 it came to stand in row ${at}`);
    },
  },
  {
    name: 'append-over-looks',
    belief: 'Rows that have only a format or a drop-down count as empty when cells are appended.',
    run: async (shop) => {
      const tab = await shop.tab();
      const { sheetId } = tab;
      const range = { sheetId, startRowIndex: 1, endRowIndex: 6, startColumnIndex: 0 };
      const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } };
      const fields = 'userEnteredFormat.numberFormat';
      await shop.batch([
        texts(tab, [['judul']]),
        { repeatCell: { range, cell, fields } },
        { setDataValidation: { range: { ...range, endColumnIndex: 1 }, rule: listOf('Ya') } },
      ]);
      const rows = [{ values: [cellData('baru').data] }];
      await shop.batch([{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
      const values = await shop.values(tab.at('A1:A20'));
      const at = values.findIndex(([text]) => text === 'baru') + 1;
      return judged(
        at === 2,
        `below a header and five rows of looks it came to stand in row ${at}`,
      );
    },
  },
  {
    name: 'drop-down-takes-all',
    belief: 'A drop-down that refuses other entries of people takes any from a program.',
    run: async (shop) => {
      const tab = await shop.tab();
      const range = { sheetId: tab.sheetId, endRowIndex: 1, endColumnIndex: 1, startRowIndex: 0 };
      await shop.batch([
        { setDataValidation: { range: { ...range, startColumnIndex: 0 }, rule: listOf('Ya') } },
      ]);
      const refusal = await refusalOf(() => shop.batch([texts(tab, [['Tidak']])]));
      const values = await shop.values(tab.at('A1'));
      const seen = values[0]?.[0];
      return judged(
        seen === 'Tidak',
        refusal === undefined ? `the cell holds ${shown(seen)}` : 'the write was refused',
      );
    },
  },
  {
    name: 'filter-hides-nothing',
    belief: 'Rows that a filter hides from people are read and written like any other.',
    run: async (shop) => {
      const tab = await shop.tab();
      const { sheetId } = tab;
      await shop.batch([texts(tab, [['judul'], ['tampil'], ['sembunyi'], ['tampil']])]);
      const range = { sheetId, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0 };
      const filterSpecs = [{ columnIndex: 0, filterCriteria: { hiddenValues: ['sembunyi'] } }];
      const filter = { range: { ...range, endColumnIndex: 1 }, filterSpecs };
      await shop.batch([{ setBasicFilter: { filter } }]);
      await shop.batch([texts(tab, [['a'], ['b'], ['c']], { row: 1, column: 1 })]);
      const values = await shop.values(tab.at('A2:B4'));
      const seen = values.map((row) => row.join(' ')).join(', ');
      return judged(seen === 'tampil a, sembunyi b, tampil c', `the rows read ${shown(seen)}`);
    },
  },
  {
    name: 'warning-lets-through',
    belief: 'A protection that only warns people lets a program write.',
    run: async (shop) => {
      const tab = await shop.tab();
      const range = { sheetId: tab.sheetId };
      await shop.batch([{ addProtectedRange: { protectedRange: { range, warningOnly: true } } }]);
      const refusal = await refusalOf(() => shop.batch([texts(tab, [['lewat']])]));
      return judged(refusal === undefined, refusal === undefined ? 'it was written' : refusal.what);
    },
  },
];

const listOf = (value: string): sheets_v4.Schema$DataValidationRule => ({
  condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: value }] },
  strict: true,
});
