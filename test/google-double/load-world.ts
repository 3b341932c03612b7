import { deskAccount } from './accounts.ts';
import { driveTime } from './drive/drive-time.ts';
import { newDriveFile, spreadsheetType } from './drive/model.ts';
import { rootOf } from './drive/save-file.ts';
import type { People } from './people.ts';
import { growTo } from './sheets/draft.ts';
import { newSheet, type Spreadsheet } from './sheets/model.ts';
import { newSpreadsheet } from './sheets/new-spreadsheet.ts';
import { typeInto } from './sheets/write-cell.ts';
import type { World } from './world.ts';
import { readWorldData, type SpreadsheetData } from './world-data.ts';

/**
 * Fills a new world from the data of a test or of `--data`: cells are typed in, as by hand.
 *
 * @throws WorldDataError when the data are not as described in `world-data.ts`.
 */
export function loadWorld(
  { world, people }: { readonly world: World; readonly people: People },
  given: unknown,
): void {
  const { spreadsheets = [], forms = [], accounts = [] } = readWorldData(given ?? {});
  for (const account of accounts) world.signIn.addAccount(account);
  for (const each of spreadsheets) addSpreadsheet(world, each);
  for (const { link, ...form } of forms) {
    const formId = people.makeForm(form);
    if (link) people.linkForm({ formId, ...link });
  }
}

function addSpreadsheet(world: World, given: SpreadsheetData): void {
  const { id, title, timeZone, locale, tabs = [] } = given;
  const made = newSpreadsheet(id, title);
  const spreadsheet: Spreadsheet = {
    ...made,
    properties: { ...made.properties, ...(timeZone && { timeZone }), ...(locale && { locale }) },
    sheets:
      tabs.length === 0
        ? made.sheets
        : tabs.map(({ name }, index) => newSheet({ title: name, index }, index)),
  };
  tabs.forEach(({ rows = [] }, index) => {
    const sheet = spreadsheet.sheets[index];
    if (!sheet) return;
    growTo(sheet, { rows: rows.length, columns: Math.max(1, ...rows.map((row) => row.length)) });
    rows.forEach((cells, row) => {
      cells.forEach((text, column) => {
        if (text !== null && text !== '') typeInto(spreadsheet, sheet, { row, column, text });
      });
    });
  });
  const owner = deskAccount.email;
  world.spreadsheets.set(id, spreadsheet);
  world.files.set(
    id,
    newDriveFile({
      id,
      name: title,
      mimeType: spreadsheetType,
      parents: [rootOf(world, owner).id],
      owner,
      at: driveTime(world.now()),
    }),
  );
}
