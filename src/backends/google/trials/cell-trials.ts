/** How Sheets keeps and gives back what stands in a cell. */

import { cellData } from '../sheet/write-request.ts';
import { texts } from './sheet-trials.ts';
import { judged, shown, type Trial } from './trial.ts';
import type { Workshop } from './workshop.ts';

const asStored = {
  valueRenderOption: 'UNFORMATTED_VALUE',
  dateTimeRenderOption: 'SERIAL_NUMBER',
} as const;

/** As people type it. */
const type = async (shop: Workshop, range: string, text: string): Promise<void> => {
  const { spreadsheets } = await shop.client.sheets();
  const spreadsheetId = await shop.spreadsheet();
  const requestBody = { values: [[text]] };
  const request = { spreadsheetId, range, requestBody, valueInputOption: 'USER_ENTERED' };
  await shop.client.send(
    { what: 'type into the trial sheet', kind: 'write', repeatable: true, subject: 'sheet' },
    (sending) => spreadsheets.values.update(request, sending),
  );
};

const localeOf = async (shop: Workshop): Promise<{ locale?: string; timeZone?: string }> => {
  const { spreadsheets } = await shop.client.sheets();
  const spreadsheetId = await shop.spreadsheet();
  const { properties } = await shop.client.send(
    { what: 'read the trial sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) =>
      spreadsheets.get({ spreadsheetId, fields: 'properties(locale,timeZone)' }, sending),
  );
  const { locale, timeZone } = properties ?? {};
  return { ...(locale && { locale }), ...(timeZone && { timeZone }) };
};

const makeIndonesian = (shop: Workshop): Promise<unknown> =>
  shop.batch([
    {
      updateSpreadsheetProperties: {
        properties: { locale: 'in_ID', timeZone: 'Asia/Makassar' },
        fields: 'locale,timeZone',
      },
    },
  ]);

/** 24 November 2026, and 3 November of that year: days since 30 December 1899. */
const aDay = 46_350;
const thirdOfNovember = 46_329;

export const cellTrials: readonly Trial[] = [
  {
    name: 'text-stays-text',
    belief: 'Text that is written as a string stays as it is: 007, =1+1, 1/2, +62812.',
    run: async (shop) => {
      const tab = await shop.tab();
      const given = ['007', '=1+1', '1/2', '+62812'];
      await shop.batch([texts(tab, [given])]);
      const [seen = []] = await shop.values(tab.at('A1:D1'), asStored);
      return judged(JSON.stringify(seen) === JSON.stringify(given), `it reads ${shown(seen)}`);
    },
  },
  {
    name: 'typed-text-changes',
    belief: 'What is written as if typed (USER_ENTERED) is changed: 007 becomes 7.',
    run: async (shop) => {
      const tab = await shop.tab();
      await type(shop, tab.at('A1'), '007');
      const [[seen] = []] = await shop.values(tab.at('A1'), asStored);
      return judged(seen === 7, `it reads ${shown(seen)}`);
    },
  },
  {
    name: 'day-serials',
    belief: 'A day with its time is read as days since 30 December 1899, whatever it looks like.',
    run: async (shop) => {
      const tab = await shop.tab();
      const { sheetId } = tab;
      const { data, fields } = cellData({ kind: 'serial', serial: aDay + 0.375, show: 'moment' });
      const start = { sheetId, rowIndex: 0, columnIndex: 0 };
      await shop.batch([{ updateCells: { start, rows: [{ values: [data] }], fields } }]);
      const [[stored] = []] = await shop.values(tab.at('A1'), asStored);
      const [[looks] = []] = await shop.values(tab.at('A1'));
      const holds = stored === aDay + 0.375 && /^24\D.*2026\D.*09/.test(String(looks));
      return judged(holds, `it reads ${shown(stored)} and shows ${shown(looks)}`);
    },
  },
  {
    name: 'locale-and-zone',
    belief: 'A sheet takes the locale in_ID and the zone Asia/Makassar, and gives them back.',
    run: async (shop) => {
      await makeIndonesian(shop);
      const { locale, timeZone } = await localeOf(shop);
      const holds = locale === 'in_ID' && timeZone === 'Asia/Makassar';
      return judged(holds, `it says ${shown(locale)} and ${shown(timeZone)}`);
    },
  },
  {
    name: 'typed-day-first',
    belief: 'In the locale of Indonesia 3/11/2026 is the third of November.',
    run: async (shop) => {
      await makeIndonesian(shop);
      const tab = await shop.tab();
      await type(shop, tab.at('A1'), '3/11/2026');
      const [[seen] = []] = await shop.values(tab.at('A1'), asStored);
      return judged(seen === thirdOfNovember, `it reads ${shown(seen)}`);
    },
  },
  {
    name: 'empty-ends-left-out',
    belief:
      'Values come without the empty cells at the end of a row and the empty rows at the end.',
    run: async (shop) => {
      const tab = await shop.tab();
      await shop.batch([texts(tab, [['isi']], { row: 1, column: 1 })]);
      const seen = await shop.values(tab.at('A1:D10'), asStored);
      return judged(JSON.stringify(seen) === '[[],["","isi"]]', `they come as ${shown(seen)}`);
    },
  },
  {
    name: 'quoted-tab-name',
    belief: "A tab's name in quotes, with quotes in it doubled, means that tab alone.",
    run: async (shop) => {
      const tab = await shop.tab("Coba's A1!B2");
      await shop.batch([texts(tab, [['di sini']])]);
      const [[seen] = []] = await shop.values(tab.at('A1'));
      return judged(seen === 'di sini', `it reads ${shown(seen)}`);
    },
  },
  {
    name: 'link-in-text',
    belief:
      'A link over the whole text of a cell comes back with it, as its link or as that of its text.',
    run: async (shop) => {
      const tab = await shop.tab();
      const url = 'https://vicon.example/dokumen';
      const { data, fields } = cellData({ kind: 'link', url, text: 'Buka' });
      const start = { sheetId: tab.sheetId, rowIndex: 0, columnIndex: 0 };
      await shop.batch([{ updateCells: { start, rows: [{ values: [data] }], fields } }]);
      const { spreadsheets } = await shop.client.sheets();
      const spreadsheetId = await shop.spreadsheet();
      const { sheets } = await shop.client.send(
        { what: 'read the trial sheet', kind: 'read', repeatable: true, subject: 'sheet' },
        (sending) =>
          spreadsheets.get(
            {
              spreadsheetId,
              ranges: [tab.at('A1')],
              fields:
                'sheets.data.rowData.values(formattedValue,hyperlink,textFormatRuns(format(link)))',
            },
            sending,
          ),
      );
      const cell = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
      const link = cell?.hyperlink ?? cell?.textFormatRuns?.[0]?.format?.link?.uri;
      return judged(
        cell?.formattedValue === 'Buka' && link === url,
        `it shows ${shown(cell?.formattedValue)}, linked to ${shown(link ?? undefined)}`,
      );
    },
  },
];
