import { type Account, deskAccount } from './accounts.ts';
import { newDriveFile, spreadsheetType } from './drive/model.ts';
import { driveTime, rootOf } from './drive/save-file.ts';
import type { People } from './people.ts';
import { growTo } from './sheets/draft.ts';
import { newSheet, type Spreadsheet } from './sheets/model.ts';
import { newSpreadsheet } from './sheets/new-spreadsheet.ts';
import { typeInto } from './sheets/write-cell.ts';
import type { World } from './world.ts';

type Data = {
  readonly spreadsheets?: readonly {
    readonly id: string;
    readonly title: string;
    readonly timeZone?: string;
    readonly locale?: string;
    readonly tabs?: readonly {
      readonly name: string;
      readonly rows?: readonly (readonly (string | number | boolean | null)[])[];
    }[];
  }[];
  readonly forms?: readonly (Parameters<People['makeForm']>[0] & {
    readonly link?: { readonly spreadsheetId: string; readonly tab?: string };
  })[];
  readonly accounts?: readonly Account[];
};

/** Fills a new world from the data of a test or of `--data`: cells are typed in, as by hand. */
export function loadWorld(
  { world, people }: { readonly world: World; readonly people: People },
  given: unknown,
): void {
  const { spreadsheets = [], forms = [], accounts = [] } = (given ?? {}) as Data;
  for (const account of accounts) world.signIn.addAccount(account);
  for (const each of spreadsheets) addSpreadsheet(world, each);
  for (const { link, ...form } of forms) {
    const formId = people.makeForm(form);
    if (link) people.linkForm({ formId, ...link });
  }
}

function addSpreadsheet(world: World, given: NonNullable<Data['spreadsheets']>[number]): void {
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
