import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Recorded } from './recording.ts';

/** A spreadsheet that was there before anything was recorded. */
export type PresupposedFile = {
  readonly name: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly spreadsheet: sheets_v4.Schema$Spreadsheet;
};

export type Presupposed = {
  readonly files: readonly PresupposedFile[];
  /** Spreadsheets of somebody who never shared them. */
  readonly strangersIds: readonly string[];
};

type ListedFile = {
  readonly id: string;
  readonly name: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
};

/**
 * What the recordings take for granted: files that they list and read though no recording makes them.
 *
 * Files of the day on which a recording made its own are left out: what else appears that day was made by the
 * recordings beside it, which leave their own behind when they are played.
 */
export function presupposedBy(recordings: readonly (readonly Recorded[])[]): Presupposed {
  const made = new Set(recordings.flatMap((each) => each.flatMap(madeBy)));
  return {
    files: recordings.flatMap((each) => filesBefore(each, made)),
    strangersIds: recordings.flatMap((each) =>
      each.flatMap((recorded) => {
        const id = spreadsheetRead(recorded);
        return id !== undefined && recorded.status === 403 && !made.has(id) ? [id] : [];
      }),
    ),
  };
}

function madeBy({ method, uri, status, response }: Recorded): readonly string[] {
  const makes = method === 'POST' && /\/drive\/v3\/files(?:\/[^/]+\/copy)?$/u.test(pathOf(uri));
  return makes && status === 200 ? [(response as { readonly id: string }).id] : [];
}

function filesBefore(
  recording: readonly Recorded[],
  made: ReadonlySet<string>,
): readonly PresupposedFile[] {
  const [listing] = recording.flatMap(listedBy);
  const own = new Set(recording.flatMap(madeBy));
  const firstOwn = listing?.find(({ id }) => own.has(id));
  if (!listing || !firstOwn) return [];
  const day = dayOf(firstOwn.createdTime);
  return listing.flatMap(({ id, name, createdTime, modifiedTime }) => {
    const spreadsheet = recording.find((each) => spreadsheetRead(each) === id)?.response;
    const isBefore = !made.has(id) && dayOf(createdTime) < day;
    return isBefore && spreadsheet !== undefined
      ? [{ name, createdTime, modifiedTime, spreadsheet: spreadsheet as object }]
      : [];
  });
}

/** The files of a whole listing, as far as this is one. */
function listedBy({ uri, status, response }: Recorded): readonly (readonly ListedFile[])[] {
  const isListing = status === 200 && pathOf(uri) === '/drive/v3/files';
  const { files } = (isListing ? response : {}) as { readonly files?: readonly ListedFile[] };
  return files ? [files] : [];
}

/** Which spreadsheet this asks for, cells apart. */
const spreadsheetRead = ({ method, uri }: Recorded): string | undefined =>
  method === 'GET' ? /^\/v4\/spreadsheets\/([^/:]+)$/u.exec(pathOf(uri))?.[1] : undefined;

const pathOf = (uri: string): string => new URL(uri).pathname;

const dayOf = (time: string): string => time.slice(0, 10);
