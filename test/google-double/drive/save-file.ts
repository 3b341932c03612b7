import type { Account } from '../accounts.ts';
import type { World } from '../world.ts';
import { rootIdOf } from './access.ts';
import { driveTime } from './drive-time.ts';
import type { DriveFile } from './model.ts';
import { folderType, newDriveFile } from './model.ts';

/** Puts a file's new state in its place, as changed now by this account; the change feed tells of it. */
export function saveFile(world: World, file: DriveFile, account: Account): DriveFile {
  const before = world.files.get(file.id);
  const saved: DriveFile = {
    ...file,
    version: (before?.version ?? 0) + 1,
    lastModifyingUser: account.email,
  };
  world.files.set(file.id, saved);
  world.drive.noteRevision(saved);
  world.drive.noteChange(file.id, world.now());
  return saved;
}

/** Takes a file out of the world for good, and whatever lies in it. */
export function deleteForGood(world: World, id: string): void {
  for (const file of world.files.values()) {
    if (file.parents.includes(id)) deleteForGood(world, file.id);
  }
  world.files.delete(id);
  world.spreadsheets.delete(id);
  world.forms.delete(id);
  world.deletedIds.add(id);
  world.drive.noteChange(id, world.now());
}

/** The top folder of somebody's own Drive. */
export function rootOf(world: World, email: string): DriveFile {
  const id = rootIdOf(email);
  const present = world.files.get(id);
  if (present) return present;
  const root = newDriveFile({
    id,
    name: 'My Drive',
    mimeType: folderType,
    parents: [],
    owner: email,
    at: driveTime(world.now()),
  });
  world.files.set(id, root);
  return root;
}

/** A folder's id as a call may name it: `root` is the caller's own. */
export const folderIdOf = (world: World, account: Account, named: string): string =>
  named === 'root' ? rootOf(world, account.email).id : named;
