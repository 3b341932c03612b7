import { createHash } from 'node:crypto';

export type Role = 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';

/** Somebody's access to one file; whoever is let in by a folder or a shared drive has theirs there. */
export type Permission = {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
  /** Lets answer a published form, and no more. */
  readonly view?: 'published';
};

/** A file or folder. Kept as it is: every change puts a new one in its place. */
export type DriveFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** The one folder that it lies in; none for the top of somebody's Drive, and for what others shared. */
  readonly parents: readonly string[];
  /** The shared drive that it belongs to. */
  readonly driveId?: string;
  readonly trashed: boolean;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly version: number;
  readonly description?: string;
  readonly starred?: boolean;
  readonly properties: Readonly<Record<string, string>>;
  /** Private notes of each program, by the program's client id. */
  readonly appProperties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The programs that made it or were given it: with `drive.file` they see nothing else. */
  readonly apps: readonly string[];
  readonly permissions: readonly Permission[];
  /** E-mail of whoever changed it last. */
  readonly lastModifyingUser: string;
  readonly content?: Uint8Array;
  readonly originalFilename?: string;
  readonly headRevisionId?: string;
};

export type SharedDrive = {
  readonly id: string;
  readonly name: string;
  readonly createdTime: string;
  readonly permissions: readonly Permission[];
};

/** A comment as it is kept; a deleted one stays without its words. */
export type Comment = {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly content: string;
  readonly anchor?: string;
  readonly deleted: boolean;
};

export const folderType = 'application/vnd.google-apps.folder';
export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const documentType = 'application/vnd.google-apps.document';
export const formType = 'application/vnd.google-apps.form';
export const shortcutType = 'application/vnd.google-apps.shortcut';

export const isGoogleType = (mimeType: string): boolean =>
  mimeType.startsWith('application/vnd.google-apps.');

/** The id that Drive gives to everything one person is permitted: the same on every file. */
export function permissionIdOf(email: string): string {
  const digest = createHash('sha256').update(`permission ${email.toLowerCase()}`).digest();
  return (digest.readBigUInt64BE(0) | (1n << 63n)).toString().padStart(20, '0');
}

/** A person's access to a file. */
export const personalPermission = (email: string, role: Role): Permission => ({
  id: permissionIdOf(email),
  type: 'user',
  role,
  emailAddress: email,
});

/** A file as it is when its owner has just made it. */
export function newDriveFile(
  made: Pick<DriveFile, 'id' | 'name' | 'mimeType' | 'parents'> & {
    readonly owner: string;
    readonly at: string;
  } & Partial<DriveFile>,
): DriveFile {
  const { owner, at, ...rest } = made;
  return {
    trashed: false,
    createdTime: at,
    modifiedTime: at,
    version: 1,
    properties: {},
    appProperties: {},
    apps: [],
    permissions: rest.driveId === undefined ? [personalPermission(owner, 'owner')] : [],
    lastModifyingUser: owner,
    ...rest,
  };
}
