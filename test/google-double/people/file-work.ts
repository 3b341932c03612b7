import { notFound } from '../api-error.ts';
import { unnamedProgram } from '../drive/access.ts';
import { driveTime } from '../drive/drive-time.ts';
import {
  type DriveFile,
  documentType,
  folderType,
  isGoogleType,
  newDriveFile,
  type Role,
} from '../drive/model.ts';
import { newPermission } from '../drive/new-permission.ts';
import { withPermission } from '../drive/permissions.ts';
import { deleteForGood, rootOf, saveFile } from '../drive/save-file.ts';
import type { World } from '../world.ts';
import { personOf, staff } from './edit-spreadsheet.ts';

/** What every hand on a file says: which one, and whose hand (the office's staff unless told). */
export type OnFile = { readonly fileId: string; readonly by?: string };

const change = (
  world: World,
  { fileId, by }: OnFile,
  changed: (file: DriveFile) => Partial<DriveFile>,
): void => {
  const file = found(world, fileId);
  saveFile(world, { ...file, ...changed(file) }, personOf(by));
};

const found = (world: World, fileId: string): DriveFile => {
  const file = world.files.get(fileId);
  if (!file) throw notFound();
  return file;
};

const nowIn = (world: World): string => driveTime(world.now());

export const trashFile = (world: World, asked: OnFile): void =>
  change(world, asked, () => ({ trashed: true }));

export const untrashFile = (world: World, asked: OnFile): void =>
  change(world, asked, () => ({ trashed: false }));

/** Deletes a file for good. */
export function deleteFile(world: World, { fileId }: OnFile): void {
  if (!world.files.has(fileId)) throw notFound();
  deleteForGood(world, fileId);
}

export const renameFile = (world: World, asked: OnFile & { readonly name: string }): void =>
  change(world, asked, () => ({ name: asked.name, modifiedTime: nowIn(world) }));

export const moveFile = (world: World, asked: OnFile & { readonly to: string }): void =>
  change(world, asked, () => ({ parents: [asked.to] }));

/** Saves other bytes over a file, as Google's editors of Office files do: its id and the notes of programs stay. */
export const replaceContent = (world: World, asked: OnFile & { readonly base64: string }): void =>
  change(world, asked, (file) =>
    isGoogleType(file.mimeType)
      ? {}
      : {
          content: new Uint8Array(Buffer.from(asked.base64, 'base64')),
          headRevisionId: world.mint.hex(32),
          modifiedTime: nowIn(world),
        },
  );

/**
 * Saves in Word through Drive for desktop: what was written lies there under the name as a new file, which no program
 * made and which carries no notes; the old one goes to the trash, perhaps under the name that Word gives to what it is
 * about to remove. The new id comes back.
 */
export function saveInWord(
  world: World,
  asked: OnFile & { readonly base64: string; readonly leaves?: string },
): string {
  const { name, parents, mimeType } = found(world, asked.fileId);
  change(world, asked, () => ({ trashed: true, name: asked.leaves ?? name }));
  const [parent] = parents;
  return uploadFile(world, {
    name,
    base64: asked.base64,
    mimeType,
    ...(asked.by !== undefined && { by: asked.by }),
    ...(parent !== undefined && { in: parent }),
  });
}

/** Makes a copy beside the file, or elsewhere: programs' notes are copied along. Its id comes back. */
export function makeCopy(
  world: World,
  asked: OnFile & { readonly name?: string; readonly in?: string },
): string {
  const { name, parents, mimeType, content, properties, appProperties } = found(
    world,
    asked.fileId,
  );
  const parent = asked.in ?? parents[0];
  return makeByHand(
    world,
    {
      name: asked.name ?? `Salinan dari ${name}`,
      ...(asked.by !== undefined && { by: asked.by }),
      ...(parent !== undefined && { in: parent }),
    },
    {
      mimeType,
      properties,
      appProperties,
      ...(content && { content, headRevisionId: world.mint.hex(32) }),
    },
  );
}

/** "Save as Google Docs": a document of Google's beside the file, which stays as it is. Its id comes back. */
export function convertToDocs(world: World, asked: OnFile): string {
  const { name, parents } = found(world, asked.fileId);
  const [parent] = parents;
  return makeByHand(
    world,
    {
      name: name.replace(/\.docx$/u, ''),
      ...(asked.by !== undefined && { by: asked.by }),
      ...(parent !== undefined && { in: parent }),
    },
    { mimeType: documentType },
  );
}

/** Lets somebody in: a person by address, or `anyone` who has the link. */
export const shareFile = (
  world: World,
  asked: OnFile & { readonly with: string; readonly role?: Role },
): void =>
  change(world, asked, (file) => {
    const role = asked.role ?? 'writer';
    const permission = newPermission(
      asked.with === 'anyone'
        ? { type: 'anyone', role }
        : { type: 'user', role, emailAddress: asked.with },
    );
    return { permissions: withPermission(file, permission) };
  });

/** Takes somebody's access back: an address, or `anyone`. */
export const unshareFile = (world: World, asked: OnFile & { readonly with: string }): void =>
  change(world, asked, (file) => ({
    permissions: file.permissions.filter((each) =>
      asked.with === 'anyone' ? each.type !== 'anyone' : each.emailAddress !== asked.with,
    ),
  }));

/** Opens a file with a program, as Google's file chooser does: from then on `drive.file` shows it that file too. */
export const openWithProgram = (
  world: World,
  asked: OnFile & { readonly program?: string },
): void =>
  change(world, asked, ({ apps }) => ({ apps: [...apps, asked.program ?? unnamedProgram] }));

type MadeByHand = { readonly name: string; readonly in?: string; readonly by?: string };

/** Makes a folder that a person owns; its id comes back. */
export const makeFolder = (world: World, asked: MadeByHand): string =>
  makeByHand(world, asked, { mimeType: folderType });

/** Puts a file of a person's machine into a folder, as the browser does; its id comes back. */
export const uploadFile = (
  world: World,
  {
    base64,
    mimeType = 'image/jpeg',
    ...asked
  }: MadeByHand & {
    readonly base64: string;
    readonly mimeType?: string;
  },
): string =>
  makeByHand(world, asked, {
    mimeType,
    content: new Uint8Array(Buffer.from(base64, 'base64')),
    headRevisionId: world.mint.hex(32),
  });

function makeByHand(
  world: World,
  asked: MadeByHand,
  made: Pick<DriveFile, 'mimeType'> & Partial<DriveFile>,
): string {
  const owner = asked.by ?? staff;
  const parent = asked.in ?? rootOf(world, owner).id;
  const driveId = world.drive.drives.has(parent) ? parent : world.files.get(parent)?.driveId;
  const file = newDriveFile({
    id: world.mint.fileId(),
    name: asked.name,
    parents: [parent],
    owner,
    at: nowIn(world),
    ...(driveId !== undefined && { driveId }),
    ...made,
  });
  world.files.set(file.id, file);
  world.drive.noteRevision(file);
  world.drive.noteChange(file.id, world.now());
  return file.id;
}

/** Makes a shared drive with its members; its id comes back. */
export function makeSharedDrive(
  world: World,
  asked: { readonly name: string; readonly members: Readonly<Record<string, Role>> },
): string {
  const id = `0A${world.mint.hex(14)}PVA`;
  const permissions = Object.entries(asked.members).map(([emailAddress, role]) =>
    newPermission({ type: 'user', role, emailAddress }),
  );
  world.drive.drives.set(id, { id, name: asked.name, createdTime: nowIn(world), permissions });
  return id;
}
