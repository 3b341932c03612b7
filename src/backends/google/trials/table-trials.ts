/** What a table of Google's over cells lets a program do. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { texts } from './sheet-trials.ts';
import { judged, shown, type Trial } from './trial.ts';
import { refusalOf, type TrialTab, type Workshop } from './workshop.ts';

/** Two columns that look like answers of a form, the first of them typed; a third beside them that belongs to no table. */
const anAnswersTable = async (
  shop: Workshop,
): Promise<{ readonly tab: TrialTab; readonly table: sheets_v4.Schema$Table }> => {
  const tab = await shop.tab();
  await shop.batch([
    texts(tab, [
      ['Waktu', 'Nama', 'Status'],
      ['', 'Sari', 'Baru'],
    ]),
  ]);
  const range = {
    sheetId: tab.sheetId,
    startRowIndex: 0,
    endRowIndex: 2,
    startColumnIndex: 0,
    endColumnIndex: 2,
  };
  const columnProperties = [
    { columnIndex: 0, columnName: 'Waktu', columnType: 'DATE_TIME' },
    { columnIndex: 1, columnName: 'Nama', columnType: 'TEXT' },
  ];
  const name = `Coba_${tab.sheetId}`;
  const { replies } = await shop.batch([
    { addTable: { table: { name, range, columnProperties } } },
  ]);
  return { tab, table: replies?.[0]?.addTable?.table ?? {} };
};

export const tableTrials: readonly Trial[] = [
  {
    name: 'typed-column-format',
    belief: 'A typed column of a table refuses a format of numbers.',
    run: async (shop) => {
      const { tab } = await anAnswersTable(shop);
      const range = { sheetId: tab.sheetId, startRowIndex: 1, endRowIndex: 2 };
      const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } };
      const fields = 'userEnteredFormat.numberFormat';
      const refusal = await refusalOf(() =>
        shop.batch([
          {
            repeatCell: {
              range: { ...range, startColumnIndex: 0, endColumnIndex: 1 },
              cell,
              fields,
            },
          },
        ]),
      );
      return judged(
        refusal?.code === 'typed-column',
        refusal === undefined ? 'it was taken' : `refused as "${refusal.code}": ${refusal.what}`,
      );
    },
  },
  {
    name: 'typed-column-value',
    belief: 'A typed column of a table takes a text that does not fit its type.',
    run: async (shop) => {
      const { tab } = await anAnswersTable(shop);
      const refusal = await refusalOf(() => shop.batch([texts(tab, [['kapan saja']], { row: 1 })]));
      const [[seen] = []] = await shop.values(tab.at('A2'));
      return judged(
        seen === 'kapan saja',
        refusal === undefined ? `it reads ${shown(seen)}` : refusal.what,
      );
    },
  },
  {
    name: 'table-widened',
    belief:
      'A table can be widened over the filled columns beside it, which keep header and cells.',
    run: async (shop) => {
      const { tab, table } = await anAnswersTable(shop);
      const { tableId = '', range } = table;
      const wider = { tableId, range: { ...range, endColumnIndex: 3 } };
      const refusal = await refusalOf(() =>
        shop.batch([{ updateTable: { table: wider, fields: 'range' } }]),
      );
      const values = await shop.values(tab.at('C1:C2'));
      const seen = values.map(([text]) => text).join(', ');
      return judged(
        refusal === undefined && seen === 'Status, Baru',
        refusal === undefined ? `the column reads ${shown(seen)}` : refusal.what,
      );
    },
  },
  {
    name: 'no-filter-over-table',
    belief: 'The filter of a tab may not lie over a table.',
    run: async (shop) => {
      const { tab } = await anAnswersTable(shop);
      const range = { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 2 };
      const filter = { range: { ...range, startColumnIndex: 0, endColumnIndex: 3 } };
      const refusal = await refusalOf(() => shop.batch([{ setBasicFilter: { filter } }]));
      return judged(
        refusal !== undefined,
        refusal === undefined ? 'it was taken' : 'it was refused',
      );
    },
  },
];
