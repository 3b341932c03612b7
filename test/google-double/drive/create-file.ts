import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { ApiError } from '../api-error.ts';
import type { Call } from '../call.ts';
import { isSet } from '../call.ts';
import { newForm } from '../forms/new-form.ts';
import { delimiterOf, withImportedCsv } from '../sheets/csv-import.ts';
import { newSpreadsheet } from '../sheets/new-spreadsheet.ts';
import { isAtLeast, isVisible, programOf, roleOn, roleOnDrive } from './access.ts';
import { driveTime } from './drive-time.ts';
import {
  type DriveFile,
  folderType,
  formType,
  isGoogleType,
  newDriveFile,
  shortcutType,
  spreadsheetType,
} from './model.ts';
import { fileNotFound, invalidParameter, mayNot, noStorage, storageFull } from './refusals.ts';
import { folderIdOf, rootOf } from './save-file.ts';

export type Metadata = drive_v3.Schema$File;

/** The bytes that came with a call, and what they are said to be. */
export type Media = { readonly bytes: Uint8Array; readonly contentType: string | undefined };

/**
 * Makes a file of metadata and perhaps bytes; a Google type makes the spreadsheet or form behind it too.
 *
 * An id must have been reserved by `generateIds`, and serves once. A service account owns nothing: it may make files
 * in shared drives only.
 */
export function createFile(call: Call, metadata: Metadata, media?: Media): DriveFile {
  const { world, account } = call;
  const mimeType = metadata.mimeType ?? media?.contentType ?? 'application/octet-stream';
  const id = usableId(call, metadata.id ?? undefined, mimeType);
  const place = placeFor(call, metadata.parents ?? []);
  if (place.driveId === undefined) refuseWithoutStorage(call, media?.bytes.length ?? 0);
  const at = driveTime(world.now());
  const program = programOf(account);
  const name = metadata.name ?? 'Untitled';
  const content = isGoogleType(mimeType) ? undefined : (media?.bytes ?? new Uint8Array());
  const file = newDriveFile({
    id,
    name,
    mimeType,
    ...place,
    owner: account.email,
    at: metadata.createdTime ?? at,
    modifiedTime: metadata.modifiedTime ?? at,
    apps: [program],
    properties: notesOf(metadata.properties),
    appProperties: { [program]: notesOf(metadata.appProperties) },
    ...(typeof metadata.description === 'string' && { description: metadata.description }),
    ...(typeof metadata.starred === 'boolean' && { starred: metadata.starred }),
    ...(content && {
      content,
      originalFilename: metadata.originalFilename ?? name,
      headRevisionId: world.mint.hex(32),
    }),
  });
  world.files.set(id, file);
  world.drive.noteRevision(file);
  if (mimeType === spreadsheetType) {
    const made = newSpreadsheet(id, name);
    const delimiter = delimiterOf(media?.contentType);
    const isTable = media !== undefined && delimiter !== undefined;
    world.spreadsheets.set(id, isTable ? withImportedCsv(made, media.bytes, delimiter) : made);
  }
  if (mimeType === formType) world.forms.set(id, newForm(id, { title: name, documentTitle: name }));
  world.drive.noteChange(id, world.now());
  return file;
}

/** Notes as they are kept: a value of `null` takes a note away. */
export const notesOf = (
  given: Readonly<Record<string, string | null>> | null | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );

function usableId(call: Call, wanted: string | undefined, mimeType: string): string {
  const { world } = call;
  if (wanted === undefined) return world.mint.fileId();
  if (mimeType === shortcutType) throw unusableId();
  if (isGoogleType(mimeType) && mimeType !== folderType) {
    throw mayNot(
      'insufficientFilePermissions',
      'Generated IDs are not supported for Docs Editors formats.',
    );
  }
  if (world.files.has(wanted) || world.deletedIds.has(wanted)) {
    throw new ApiError({
      status: 409,
      reason: 'fileIdInUse',
      message: 'A file already exists with the provided ID.',
      location: 'file.id',
    });
  }
  if (!world.drive.reservedIds.has(wanted)) throw unusableId();
  return wanted;
}

const unusableId = (): ApiError =>
  invalidParameter('The provided file ID is not usable.', 'file.id');

type Place = { readonly parents: readonly string[]; readonly driveId?: string };

/** Where a new or moved file would lie; a folder that does not show to the caller is not found. */
export function placeFor(call: Call, named: readonly string[]): Place {
  const { world, account, query } = call;
  if (named.length > 1) {
    throw invalidParameter('A file cannot have more than one parent.', 'parents');
  }
  const [first] = named;
  if (first === undefined) return { parents: [rootOf(world, account.email).id] };
  const id = folderIdOf(world, account, first);
  const drive = world.drive.drives.get(id);
  const folder = world.files.get(id);
  const driveId = drive?.id ?? folder?.driveId;
  const role = drive
    ? roleOnDrive(drive.permissions, account.email)
    : folder && (isVisible(world, folder, account) || isRoot(folder))
      ? roleOn(world, folder, account)
      : undefined;
  if (role === undefined || (driveId !== undefined && !isSet(query, 'supportsAllDrives'))) {
    throw fileNotFound(id);
  }
  if (!isAtLeast(role, 'writer')) {
    throw mayNot(
      'insufficientParentPermissions',
      'Insufficient permissions for the specified parent.',
    );
  }
  if (folder && folder.mimeType !== folderType) {
    throw mayNot('parentNotAFolder', 'The specified parent is not a folder.');
  }
  return { parents: [id], ...(driveId !== undefined && { driveId }) };
}

const isRoot = (folder: DriveFile): boolean =>
  folder.parents.length === 0 && folder.driveId === undefined && folder.name === 'My Drive';

/** Refuses to store where there is no room: a service account owns none, a person's ends somewhere. */
export function refuseWithoutStorage(call: Call, more: number): void {
  const { world, account } = call;
  if (account.kind === 'service-account') throw noStorage();
  if (more > 0 && storedBy(call, account.email) + more > world.drive.storageLimit) {
    throw storageFull();
  }
}

/** How many bytes somebody's own files take. */
export function storedBy({ world }: Pick<Call, 'world'>, email: string): number {
  let sum = 0;
  for (const file of world.files.values()) {
    const isTheirs = file.permissions.some(
      (each) => each.role === 'owner' && each.emailAddress === email,
    );
    if (isTheirs) sum += file.content?.length ?? 0;
  }
  return sum;
}
