/**
 * The spreadsheet of a desk, made by this program, so that Drive shows its file to it for ever: whether it lies in the
 * trash, above all. Of one that people made, `drive.file` shows nothing.
 *
 * It is made through Drive and not through Sheets, because there it comes into being with a private note on it: one of
 * whose making we never heard is found by that note, and not made a second time. Google reserves no ids for its own
 * types of files.
 */
import type { Memory } from '../../memory.ts';
import type { Pace } from '../../pace.ts';
import { CallInDoubtError } from '../client/call-in-doubt.ts';
import type { GoogleClient } from '../client/google-client.ts';

/** What people will find it under in Drive. */
export const sheetTitle = 'Buku Layanan Video Conference';

const madeName = 'google.sheet-made';
/** The note on the sheet whose making was begun. */
const begunName = 'google.sheet-begun';

interface SheetMaking {
  readonly memory: Memory;
  readonly pace: Pick<Pace, 'now' | 'random'>;
}

/** The id of the sheet; made once for a desk, whatever cuts the making off. */
export const makeSheet = async (
  client: GoogleClient,
  { memory, pace }: SheetMaking,
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  const known = await madeSheet(memory);
  if (known !== undefined) return { id: known, isNew: false };
  const begun = await memory.recall(begunName);
  const mark = begun || `${pace.now()}-${Math.floor(pace.random() * 1e9)}`;
  await memory.remember(begunName, mark);
  const id = (begun && (await findSheet(client, mark))) || (await createOrFind(client, mark));
  await memory.remember(madeName, id);
  return { id, isNew: true };
};

/** The sheet that an earlier run made. */
export const madeSheet = async (memory: Pick<Memory, 'recall'>): Promise<string | undefined> =>
  (await memory.recall(madeName)) || undefined;

const createOrFind = async (client: GoogleClient, mark: string): Promise<string> => {
  try {
    return await createSheet(client, mark);
  } catch (error) {
    if (!(error instanceof CallInDoubtError)) throw error;
    const id = await findSheet(client, mark);
    if (id === undefined) throw error;
    return id;
  }
};

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
const markName = 'layananViconBuku';

const createSheet = async (client: GoogleClient, mark: string): Promise<string> => {
  const drive = await client.drive();
  const requestBody = {
    name: sheetTitle,
    mimeType: spreadsheetType,
    appProperties: { [markName]: mark },
  };
  const { id } = await client.send(
    { what: 'make the sheet', kind: 'write', repeatable: false, subject: 'document' },
    (sending) => drive.files.create({ requestBody, fields: 'id' }, sending),
  );
  return id ?? '';
};

const findSheet = async (client: GoogleClient, mark: string): Promise<string | undefined> => {
  const drive = await client.drive();
  const q = `mimeType = '${spreadsheetType}' and appProperties has { key='${markName}' and value='${mark}' }`;
  const { files = [] } = await client.send(
    { what: 'look for the sheet in Drive', kind: 'read', repeatable: true },
    (sending) => drive.files.list({ q, fields: 'files(id)' }, sending),
  );
  return files[0]?.id ?? undefined;
};
