import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type Call, isSet, jsonBody, piece, type Reply } from '../call.ts';
import { isAtLeast, permissionsOn, roleOn, visibleFile } from './access.ts';
import { cutTo } from './file-answer.ts';
import { type DriveFile, type Permission, permissionIdOf, type Role } from './model.ts';
import { permissionAnswer } from './permission-answer.ts';
import { invalidParameter, mayNot, permissionNotFound } from './refusals.ts';
import { saveFile } from './save-file.ts';

const usual = 'kind,id,type,role';
const roles: readonly Role[] = [
  'owner',
  'organizer',
  'fileOrganizer',
  'writer',
  'commenter',
  'reader',
];
const types = ['user', 'group', 'domain', 'anyone'] as const;

/** The `permissions` endpoints: who may do what with one file. */
export function listPermissions(call: Call): Reply {
  const file = shareableFile(call);
  const permissions = permissionsOn(call.world, file).map(({ permission, from }) => ({
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
    .filter((each) => each.id !== added.id)
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

/** Reads a permission as a call asks for it. */
export function newPermission(given: drive_v3.Schema$Permission): Permission {
  const type = types.find((each) => each === given.type);
  if (!type) {
    throw invalidParameter('The permission type field is required.', 'permission.type');
  }
  const role = knownRole(given.role);
  switch (type) {
    case 'anyone': {
      const allowFileDiscovery = given.allowFileDiscovery ?? false;
      return {
        id: allowFileDiscovery ? 'anyone' : 'anyoneWithLink',
        type,
        role,
        allowFileDiscovery,
      };
    }
    case 'domain': {
      const domain = given.domain ?? '';
      return { id: `${permissionIdOf(domain)}k`, type, role, domain };
    }
    case 'user':
    case 'group': {
      const emailAddress = given.emailAddress ?? '';
      if (!emailAddress.includes('@')) {
        throw invalidParameter(
          'The specified emailAddress is invalid or not applicable for the given permission type.',
          'permission.emailAddress',
        );
      }
      return { id: permissionIdOf(emailAddress), type, role, emailAddress };
    }
  }
}

function knownRole(given: string | null | undefined): Role {
  const role = roles.find((each) => each === given);
  if (!role) throw invalidParameter('The permission role field is required.', 'permission.role');
  return role;
}
