import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Account } from '../accounts.ts';
import { driveTime } from '../drive/drive-time.ts';
import { newDriveFile, spreadsheetType } from '../drive/model.ts';
import { rootOf } from '../drive/save-file.ts';
import { newSheet, type Spreadsheet } from '../sheets/model.ts';
import { newSpreadsheet } from '../sheets/new-spreadsheet.ts';
import type { World } from '../world.ts';
import { presupposedBy } from './presupposed-files.ts';
import { readRecordings } from './recording.ts';

/** What the replay tool sends as its bearer token. */
const token = 'recorded';

const account: Account = { email: 'recorded@vicon.example', kind: 'user', sees: 'everything' };
const stranger = 'stranger@vicon.example';

/**
 * Gives the replay tool's token an account of its own, which holds what the recordings presuppose.
 *
 * The recordings are read when the token is first used; nobody else sees anything of it. The files have ids of the
 * stand-in's own, like all files here (the tool learns them from the listing); only what is refused keeps its id.
 */
export function letRecordedAccountIn(world: World, folder: string): void {
  world.signIn.reserveToken(token, () => {
    const { files, strangersIds } = presupposedBy(readRecordings(folder));
    for (const { name, createdTime, modifiedTime, spreadsheet } of files) {
      const id = world.mint.fileId();
      moveIn(world, recordedSpreadsheet(id, name, spreadsheet), {
        owner: account.email,
        at: createdTime,
        modifiedTime,
      });
    }
    for (const id of strangersIds) {
      moveIn(world, newSpreadsheet(id, 'Private'), {
        owner: stranger,
        at: driveTime(world.now()),
      });
    }
    return account;
  });
}

/** A spreadsheet with the tabs and properties of a recorded one, and no cells. */
function recordedSpreadsheet(
  id: string,
  name: string,
  { properties, sheets = [] }: sheets_v4.Schema$Spreadsheet,
): Spreadsheet {
  const made = newSpreadsheet(id, name);
  return {
    ...made,
    properties: { ...made.properties, ...properties },
    sheets: sheets.map((sheet) => newSheet(sheet.properties ?? {}, sheet.properties?.sheetId ?? 0)),
  };
}

function moveIn(
  world: World,
  spreadsheet: Spreadsheet,
  { owner, at, modifiedTime = at }: { owner: string; at: string; modifiedTime?: string },
): void {
  const { spreadsheetId: id, properties } = spreadsheet;
  world.spreadsheets.set(id, spreadsheet);
  world.files.set(
    id,
    newDriveFile({
      id,
      name: properties.title ?? '',
      mimeType: spreadsheetType,
      parents: [rootOf(world, owner).id],
      owner,
      at,
      modifiedTime,
    }),
  );
}
