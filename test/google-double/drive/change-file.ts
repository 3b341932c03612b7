import type { Call } from '../call.ts';
import { delimiterOf, withImportedCsv } from '../sheets/csv-import.ts';
import { isAtLeast, programOf, roleOn } from './access.ts';
import { type Media, type Metadata, placeFor, refuseWithoutStorage } from './create-file.ts';
import { driveTime } from './drive-time.ts';
import { type DriveFile, isGoogleType } from './model.ts';
import { mayNot, mayNotWrite } from './refusals.ts';
import { folderIdOf, saveFile } from './save-file.ts';

/** Changes a file's metadata, place, bytes: only what is named changes; new bytes are a new revision. */
export function changeFile(
  call: Call,
  file: DriveFile,
  given: { readonly metadata: Metadata; readonly media?: Media },
): DriveFile {
  const { world, account } = call;
  const { metadata, media } = given;
  const trashed = metadata.trashed ?? file.trashed;
  if (trashed !== file.trashed) refuseTrashing(call, file);
  if (media && file.driveId === undefined) refuseWithoutStorage(call, media.bytes.length);
  const program = programOf(account);
  const changed: DriveFile = {
    ...file,
    ...moved(call, file),
    name: metadata.name ?? file.name,
    mimeType: metadata.mimeType ?? file.mimeType,
    trashed,
    ...(typeof metadata.description === 'string' && { description: metadata.description }),
    ...(typeof metadata.starred === 'boolean' && { starred: metadata.starred }),
    properties: merged(file.properties, metadata.properties),
    appProperties: {
      ...file.appProperties,
      [program]: merged(file.appProperties[program] ?? {}, metadata.appProperties),
    },
    modifiedTime: metadata.modifiedTime ?? driveTime(world.now()),
    ...(media &&
      !isGoogleType(file.mimeType) && {
        content: media.bytes,
        headRevisionId: world.mint.hex(32),
        ...(metadata.originalFilename && { originalFilename: metadata.originalFilename }),
      }),
  };
  const spreadsheet = world.spreadsheets.get(file.id);
  if (spreadsheet && changed.name !== file.name) {
    spreadsheet.properties = { ...spreadsheet.properties, title: changed.name };
  }
  if (media) convertInto(call, file, media);
  return saveFile(world, changed, account);
}

/** A table of text that is uploaded into a spreadsheet becomes its cells. */
function convertInto({ world }: Call, file: DriveFile, { bytes, contentType }: Media): void {
  const spreadsheet = world.spreadsheets.get(file.id);
  const delimiter = delimiterOf(contentType);
  if (!spreadsheet || delimiter === undefined) return;
  world.spreadsheets.set(file.id, withImportedCsv(spreadsheet, bytes, delimiter));
}

function merged(
  present: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | null>> | null | undefined,
): Readonly<Record<string, string>> {
  const result = { ...present };
  for (const [key, value] of Object.entries(given ?? {})) {
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

/** Only the owner trashes a file of theirs; in a shared drive whoever may organise it. */
function refuseTrashing(call: Call, file: DriveFile): void {
  const needed = file.driveId === undefined ? 'owner' : 'fileOrganizer';
  if (!isAtLeast(roleOn(call.world, file, call.account), needed)) throw mayNotWrite(file.id);
}

/** A file lies in one folder: `addParents` moves it there, together with `removeParents` or from no folder at all. */
function moved(call: Call, file: DriveFile): Partial<DriveFile> {
  const list = (name: string): readonly string[] =>
    (call.query.get(name) ?? '')
      .split(',')
      .filter((each) => each !== '')
      .map((each) => folderIdOf(call.world, call.account, each));
  const added = list('addParents').filter((each) => !file.parents.includes(each));
  const removed = list('removeParents');
  if (added.length === 0) {
    return { parents: file.parents.filter((each) => !removed.includes(each)) };
  }
  const kept = file.parents.filter((each) => !removed.includes(each));
  if (kept.length > 0) {
    throw mayNot('cannotAddParent', 'Increasing the number of parents is not allowed');
  }
  return placeFor(call, added);
}
