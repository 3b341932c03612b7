import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Account } from '../accounts.ts';
import type { Call } from '../call.ts';
import { parseFieldMask, select } from '../field-mask.ts';
import type { World } from '../world.ts';
import { isAtLeast, isTrashed, permissionsOn, programOf, roleOn } from './access.ts';
import { type DriveFile, folderType, isGoogleType, permissionIdOf } from './model.ts';
import { permissionAnswer } from './permission-answer.ts';

/** What an answer shows of a file when no `fields` are asked for. */
export const usualFields = 'kind,id,name,mimeType,driveId,teamDriveId';

/** Cuts an answer to the `fields` of the call, or to the usual ones. */
export const cutTo = (call: Call, answer: unknown, usual: string): unknown =>
  select(answer, parseFieldMask(call.query.get('fields') ?? usual));

export const userAnswer = (email: string, account: Account): drive_v3.Schema$User => ({
  kind: 'drive#user',
  displayName: email.split('@')[0] ?? email,
  me: email === account.email,
  permissionId: permissionIdOf(email),
  emailAddress: email,
});

/** A file with every field that the stand-in knows, as this account sees it through its program. */
export function fileAnswer(world: World, file: DriveFile, account: Account): drive_v3.Schema$File {
  const isShared = file.driveId !== undefined;
  const role = roleOn(world, file, account);
  const access = permissionsOn(world, file).filter(({ permission: { view } }) => !view);
  const owners = file.permissions.filter((each) => each.role === 'owner');
  const canShare = isAtLeast(role, 'writer');
  const notes = file.appProperties[programOf(account)];
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description !== undefined && { description: file.description }),
    starred: file.starred ?? false,
    trashed: isTrashed(world, file),
    explicitlyTrashed: file.trashed,
    ...(file.parents.length > 0 && { parents: [...file.parents] }),
    ...(isShared && { driveId: file.driveId ?? null, teamDriveId: file.driveId ?? null }),
    ...(Object.keys(file.properties).length > 0 && { properties: { ...file.properties } }),
    ...(notes && Object.keys(notes).length > 0 && { appProperties: { ...notes } }),
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: linkTo(file),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    modifiedByMe: file.lastModifyingUser === account.email,
    lastModifyingUser: userAnswer(file.lastModifyingUser, account),
    ...(!isShared && {
      owners: owners.map((each) => userAnswer(each.emailAddress ?? '', account)),
      ownedByMe: owners.some((each) => each.emailAddress === account.email),
      shared: access.some(({ permission }) => permission.role !== 'owner'),
    }),
    ...(!isShared &&
      canShare && {
        permissions: access.map(({ permission }) => permissionAnswer(permission)),
      }),
    ...(isShared && { hasAugmentedPermissions: file.permissions.length > 0 }),
    // Whether Google gives them in shared drives, its descriptions do not say; without them is the harder case.
    ...(!isShared &&
      canShare && {
        permissionIds: [...new Set(access.map(({ permission }) => permission.id))],
      }),
    capabilities: {
      canEdit: isAtLeast(role, 'writer'),
      canAddChildren: file.mimeType === folderType && isAtLeast(role, 'writer'),
      canDelete: isAtLeast(role, isShared ? 'organizer' : 'owner'),
      canTrash: isAtLeast(role, isShared ? 'fileOrganizer' : 'owner'),
      canShare,
      canDownload: true,
    },
    isAppAuthorized: file.apps.includes(programOf(account)),
    writersCanShare: true,
    ...contentAnswer(file),
  };
}

function contentAnswer(file: DriveFile): drive_v3.Schema$File {
  if (isGoogleType(file.mimeType)) return { quotaBytesUsed: '0' };
  const content = file.content ?? new Uint8Array();
  const digest = (algorithm: string): string => createHash(algorithm).update(content).digest('hex');
  const extension = /\.([^.]+)$/u.exec(file.originalFilename ?? file.name)?.[1];
  return {
    size: String(content.length),
    quotaBytesUsed: String(content.length),
    md5Checksum: digest('md5'),
    sha1Checksum: digest('sha1'),
    sha256Checksum: digest('sha256'),
    headRevisionId: file.headRevisionId ?? null,
    originalFilename: file.originalFilename ?? file.name,
    ...(extension !== undefined && { fileExtension: extension, fullFileExtension: extension }),
    webContentLink: `https://drive.google.com/uc?id=${file.id}&export=download`,
  };
}

const editors: Readonly<Record<string, string>> = {
  'application/vnd.google-apps.spreadsheet': 'https://docs.google.com/spreadsheets/d/ID/edit',
  'application/vnd.google-apps.document': 'https://docs.google.com/document/d/ID/edit',
  'application/vnd.google-apps.form': 'https://docs.google.com/forms/d/ID/edit',
  'application/vnd.google-apps.folder': 'https://drive.google.com/drive/folders/ID',
};

const linkTo = (file: DriveFile): string =>
  (editors[file.mimeType] ?? 'https://drive.google.com/file/d/ID/view').replace('ID', file.id);
