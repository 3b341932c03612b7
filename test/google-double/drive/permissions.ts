import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type Call, isSet, jsonBody, piece, type Reply } from '../call.ts';
import { isAtLeast, permissionsOn, roleOn, visibleFile } from './access.ts';
import { cutTo } from './file-answer.ts';
import type { DriveFile, Permission } from './model.ts';
import { knownRole, newPermission } from './new-permission.ts';
import { permissionAnswer } from './permission-answer.ts';
import { mayNot, permissionNotFound } from './refusals.ts';
import { saveFile } from './save-file.ts';

const usual = 'kind,id,type,role';

/** The `permissions` endpoints: who may do what with one file. */
export function listPermissions(call: Call): Reply {
  const file = shareableFile(call);
  const isShown = ({ view }: Permission): boolean =>
    view === undefined || view === call.query.get('includePermissionsForView');
  const shown = permissionsOn(call.world, file).filter(({ permission }) => isShown(permission));
  const permissions = shown.map(({ permission, from }) => ({
    ...permissionAnswer(permission),
    ...(file.driveId !== undefined && {
      permissionDetails: [
        {
          permissionType: from === undefined ? 'file' : 'member',
          role: permission.role,
          inherited: from !== undefined,
          ...(from !== undefined && { inheritedFrom: from }),
        },
      ],
    }),
  }));
  const answer = { kind: 'drive#permissionList', permissions };
  return { json: cutTo(call, answer, `kind,nextPageToken,permissions(${usual})`) };
}

export function getPermission(call: Call): Reply {
  const found = permissionsOn(call.world, shareableFile(call)).find(
    ({ permission }) => permission.id === piece(call, 1),
  );
  if (!found) throw permissionNotFound(piece(call, 1));
  return { json: cutTo(call, permissionAnswer(found.permission), usual) };
}

export function createPermission(call: Call): Reply {
  const file = shareableFile(call);
  const permission = newPermission(jsonBody(call) as drive_v3.Schema$Permission);
  if (permission.role === 'owner' && !isSet(call.query, 'transferOwnership')) {
    throw mayNot(
      'forbidden',
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
    );
  }
  savePermissions(call, file, withPermission(file, permission));
  return { json: cutTo(call, permissionAnswer(permission), usual) };
}

export function updatePermission(call: Call): Reply {
  const file = shareableFile(call);
  const present = ownPermission(file, piece(call, 1));
  const { role } = jsonBody(call) as drive_v3.Schema$Permission;
  const permission = { ...present, role: knownRole(role) };
  savePermissions(call, file, withPermission(file, permission));
  return { json: cutTo(call, permissionAnswer(permission), usual) };
}

export function deletePermission(call: Call): Reply {
  const file = shareableFile(call);
  const present = ownPermission(file, piece(call, 1));
  if (present.role === 'owner') {
    throw mayNot('forbidden', 'The owner of a file cannot be removed.');
  }
  const rest = file.permissions.filter((each) => each.id !== present.id);
  savePermissions(call, file, rest);
  return { status: 204, bytes: new Uint8Array() };
}

function shareableFile(call: Call): DriveFile {
  const file = visibleFile(call, piece(call, 0));
  if (!isAtLeast(roleOn(call.world, file, call.account), 'writer')) {
    throw mayNot(
      'insufficientFilePermissions',
      'The user does not have sufficient permissions for this file.',
    );
  }
  return file;
}

function ownPermission(file: DriveFile, id: string): Permission {
  const present = file.permissions.find((each) => each.id === id);
  if (!present) throw permissionNotFound(id);
  return present;
}

/** The list with this permission put in, or in the place of the one with its id; there is one owner. */
export function withPermission(
  { permissions }: Pick<DriveFile, 'permissions'>,
  added: Permission,
): readonly Permission[] {
  const others = permissions
    .filter((each) => each.id !== added.id || each.view !== added.view)
    .map((each) =>
      added.role === 'owner' && each.role === 'owner' ? { ...each, role: 'writer' as const } : each,
    );
  return [...others, added];
}

const savePermissions = (
  call: Call,
  file: DriveFile,
  permissions: readonly Permission[],
): DriveFile => saveFile(call.world, { ...file, permissions }, call.account);
