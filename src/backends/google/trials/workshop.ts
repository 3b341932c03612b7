/**
 * Throw-away things to try on: a folder with a spreadsheet in it, and a form, each made when a trial first asks for it.
 *
 * All of them bear a note and a name by which a later run finds and removes what one that was killed left behind.
 */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Pace } from '../../pace.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { quotedTab } from '../sheet/a1.ts';
import { removeAll } from './remove-throw-away.ts';
import { createThrowAway, markThrowAway, spreadsheetType, throwAwayName } from './throw-away.ts';

export interface Workshop {
  readonly client: GoogleClient;
  readonly pace: Pace;
  /** A folder of its own. */
  folder(): Promise<string>;
  spreadsheet(): Promise<string>;
  /** An empty tab that no other trial touches. */
  tab(title?: string): Promise<TrialTab>;
  batch(
    requests: readonly sheets_v4.Schema$Request[],
    more?: Omit<sheets_v4.Schema$BatchUpdateSpreadsheetRequest, 'requests'>,
  ): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>;
  values(
    range: string,
    options?: Pick<
      sheets_v4.Params$Resource$Spreadsheets$Values$Get,
      'valueRenderOption' | 'dateTimeRenderOption'
    >,
  ): Promise<readonly (readonly unknown[])[]>;
  /** As it came from Google when it was made. */
  form(): Promise<forms_v1.Schema$Form>;
  /** A file in the folder, of these bytes. */
  upload(id: string | undefined, bytes: Uint8Array): Promise<drive_v3.Schema$File>;
  file(fileId: string, fields: string): Promise<drive_v3.Schema$File>;
  /** Goes with the rest at the end, wherever it lies. */
  alsoRemove(id: string): void;
}

export interface TrialTab {
  readonly sheetId: number;
  readonly title: string;
  /** `'Coba 1'!A1:B2` */
  at(cells: string): string;
}

/** Google's no, as an error; `undefined` when it said yes. */
export const refusalOf = async (work: () => Promise<unknown>): Promise<GoogleError | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof GoogleError && error.status !== undefined && error.status < 500)
      return error;
    throw error;
  }
};

export const openWorkshop = ({
  client,
  pace,
  parent,
}: {
  readonly client: GoogleClient;
  readonly pace: Pace;
  /** A shared drive or a folder, for an account that owns no storage. */
  readonly parent: string | undefined;
}): { readonly shop: Workshop; remove(): Promise<readonly string[]> } => {
  const made: string[] = [];
  let tabs = 0;
  const keep = (id: string): string => {
    made.push(id);
    return id;
  };
  const folder = once(async () =>
    keep(await createThrowAway(client, { mimeType: folderType, parent })),
  );
  const spreadsheet = once(async () =>
    keep(await createThrowAway(client, { mimeType: spreadsheetType, parent: await folder() })),
  );
  const shop: Workshop = {
    client,
    pace,
    folder,
    spreadsheet,
    tab: async (title = `Coba ${tabs + 1}`) => {
      tabs += 1;
      const { replies } = await shop.batch([{ addSheet: { properties: { title } } }]);
      const sheetId = replies?.[0]?.addSheet?.properties?.sheetId ?? -1;
      return { sheetId, title, at: (cells) => `${quotedTab(title)}!${cells}` };
    },
    batch: async (requests, more = {}) => {
      const { spreadsheets } = await client.sheets();
      const spreadsheetId = await spreadsheet();
      const requestBody = { ...more, requests: [...requests] };
      return client.send(
        { what: 'write into the trial sheet', kind: 'write', repeatable: false, subject: 'sheet' },
        (sending) => spreadsheets.batchUpdate({ spreadsheetId, requestBody }, sending),
      );
    },
    values: async (range, options = {}) => {
      const { spreadsheets } = await client.sheets();
      const spreadsheetId = await spreadsheet();
      const { values } = await client.send(
        { what: 'read the trial sheet', kind: 'read', repeatable: true, subject: 'sheet' },
        (sending) => spreadsheets.values.get({ spreadsheetId, range, ...options }, sending),
      );
      return values ?? [];
    },
    form: once(async () => {
      const { forms } = await client.forms();
      const info = { title: throwAwayName, documentTitle: throwAwayName };
      const form = await client.send(
        { what: 'make the trial form', kind: 'write', repeatable: false, subject: 'form' },
        (sending) => forms.create({ requestBody: { info } }, sending),
      );
      await markThrowAway(client, keep(form.formId ?? ''));
      return form;
    }),
    upload: async (id, bytes) => {
      const drive = await client.drive();
      const parents = [await folder()];
      return client.send(
        { what: 'save a trial file', kind: 'write', repeatable: false, subject: 'document' },
        (sending) => {
          const media = { mimeType: wordType, body: Readable.from([bytes]) };
          const common = { media, fields: fileFields, supportsAllDrives: true };
          const requestBody = { name: `${throwAwayName}.docx`, parents, ...(id && { id }) };
          return drive.files.create({ ...common, requestBody }, sending);
        },
      );
    },
    file: async (fileId, fields) => {
      const drive = await client.drive();
      return client.send(
        { what: 'look at a trial file', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.files.get({ fileId, fields, supportsAllDrives: true }, sending),
      );
    },
    alsoRemove: (id) => {
      made.push(id);
    },
  };
  return { shop, remove: () => removeAll(client, made.toReversed()) };
};

export const fileFields = 'id,mimeType,sha256Checksum,headRevisionId';
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const folderType = 'application/vnd.google-apps.folder';

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
