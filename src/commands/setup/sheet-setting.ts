/** Which sheet a desk on Google has: as the command names it, and as the settings file keeps it. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { googleIdIn, isGoogleId, otherKindOf } from '../../backends/google/settings.ts';
import { ServiceError } from '../../errors.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { readPlainFile } from '../../files/plain-file.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What `--google` asks for: the sheet of that address, or one that setup makes. */
export type SheetWish =
  | { readonly kind: 'named'; readonly address: string }
  | { readonly kind: 'new' };

/** @throws NoSheetAddressError */
export const sheetWish = (given: string | true): SheetWish => {
  if (given === true) return { kind: 'new' };
  if (otherKindOf(given) !== undefined || !isGoogleId(googleIdIn(given))) {
    throw new NoSheetAddressError(given);
  }
  return { kind: 'named', address: given };
};

/** Settings of a new desk; leaves those that are there. Whether it made any. */
export const writeFirstSettings = (file: string, wish: SheetWish): boolean => {
  if (existsSync(file)) return false;
  makeFolder(dirname(file));
  const google = wish.kind === 'named' ? { spreadsheet: wish.address } : {};
  writeWhole(file, asText({ google, timeZone: 'Asia/Makassar' }));
  return true;
};

/** Adds the sheet to settings that name none; everything else in them stays as it is. */
export const noteSheetIn = (file: string, spreadsheet: string): void => {
  const settings: unknown = JSON.parse(
    readPlainFile(file)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (typeof settings !== 'object' || settings === null) return;
  const google: unknown = Reflect.get(settings, 'google');
  const group = typeof google === 'object' && google !== null ? google : {};
  writeWhole(file, asText({ ...settings, google: { spreadsheet, ...group } }));
};

const asText = (settings: object): string => `${JSON.stringify(settings, undefined, 2)}\n`;

/** What was given as the address of a sheet is none. */
class NoSheetAddressError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(given: string) {
    const kind = otherKindOf(given);
    super({
      what: `"--google" is not the address of a sheet${kind === undefined ? '' : ` but of ${kind}`}: "${given}". Nothing was made.`,
      todo: 'Leave the address out, and setup makes a sheet. For one that is there, open it in the browser and give its address (https://docs.google.com/spreadsheets/d/…), or the id in it.',
    });
  }
}

/** The command names one sheet, the settings of the folder another. */
export class OtherSheetError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string) {
    super({
      what: `The settings "${file}" name another sheet than "--google".`,
      todo: 'To go on with the sheet of the settings, leave "--google" out. For another sheet take another folder (--dir): tickets and history belong to one sheet.',
    });
  }
}
