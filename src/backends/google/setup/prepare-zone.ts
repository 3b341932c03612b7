/**
 * Time zone and locale of a book that nobody has used yet, each by a call of its own and before everything else: Google
 * may refuse one of them, and the tabs should not fail with it.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isOfIndonesia } from '../../../core/overview/locale-notice.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';
import type { Book } from './prepare-sheet-book.ts';

/** Google's names for Indonesia, and one of which at least days read as in Indonesia; the first that it takes is kept. */
const locales = ['in_ID', 'id_ID', 'id', 'en_GB'] as const;

export interface PreparedZone {
  readonly done: readonly string[];
  readonly notices: readonly string[];
}

/** In a book that is in use days and times would change their meaning: there a person is told. */
export const prepareZone = async (
  client: GoogleClient,
  {
    spreadsheetId,
    book,
    timeZone,
  }: { readonly spreadsheetId: string; readonly book: Book; readonly timeZone: string },
): Promise<PreparedZone> => {
  const zoneNotice = `The sheet's time zone is ${book.timeZone}, the settings say ${timeZone}. In the sheet, open File → Settings (Setelan) and choose the time zone of the office.`;
  if (book.tabs.some(({ usedRows }) => usedRows > 0)) {
    return { done: [], notices: book.timeZone === timeZone ? [] : [zoneNotice] };
  }
  const done: string[] = [];
  const notices: string[] = [];
  const set = (properties: sheets_v4.Schema$SpreadsheetProperties): Promise<boolean> =>
    setProperties(client, spreadsheetId, properties);
  if (book.timeZone !== timeZone) {
    if (await set({ timeZone })) done.push(`set the time zone to ${timeZone}`);
    else notices.push(zoneNotice);
  }
  if (!isOfIndonesia(book.locale)) {
    const taken = await firstTaken((locale) => set({ locale }));
    if (taken !== undefined && taken !== book.locale) done.push(`set the locale to ${taken}`);
    if (taken === undefined || !isOfIndonesia(taken)) {
      notices.push(
        'Google did not take the locale of Indonesia. In the sheet, open File → Settings (Setelan) and choose Indonesia as the locale.',
      );
    }
  }
  return { done, notices };
};

const firstTaken = async (
  set: (locale: string) => Promise<boolean>,
): Promise<string | undefined> => {
  for (const locale of locales) if (await set(locale)) return locale;
  return undefined;
};

/** Whether Google took it; only a refusal of the value itself is an answer, everything else is an error. */
const setProperties = async (
  client: GoogleClient,
  spreadsheetId: string,
  properties: sheets_v4.Schema$SpreadsheetProperties,
): Promise<boolean> => {
  const sheets = await client.sheets();
  const fields = Object.keys(properties).join(',');
  const requests = [{ updateSpreadsheetProperties: { properties, fields } }];
  try {
    await client.send(
      {
        what: 'set time zone and locale of the sheet',
        kind: 'write',
        repeatable: true,
        subject: 'sheet',
      },
      (sending) =>
        sheets.spreadsheets.batchUpdate(
          { spreadsheetId, fields: 'spreadsheetId', requestBody: { requests } },
          sending,
        ),
    );
    return true;
  } catch (error) {
    if (error instanceof GoogleError && error.status === 400) return false;
    throw error;
  }
};
