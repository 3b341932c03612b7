import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type Permission, permissionIdOf, type Role } from './model.ts';
import { invalidParameter } from './refusals.ts';

const roles: readonly Role[] = [
  'owner',
  'organizer',
  'fileOrganizer',
  'writer',
  'commenter',
  'reader',
];
const types = ['user', 'group', 'domain', 'anyone'] as const;

/** Reads a permission as a call asks for it. */
export function newPermission(given: drive_v3.Schema$Permission): Permission {
  const type = types.find((each) => each === given.type);
  if (!type) {
    throw invalidParameter('The permission type field is required.', 'permission.type');
  }
  const role = knownRole(given.role);
  const view = viewOf(given);
  switch (type) {
    case 'anyone': {
      const allowFileDiscovery = given.allowFileDiscovery ?? false;
      return {
        id: allowFileDiscovery ? 'anyone' : 'anyoneWithLink',
        type,
        role,
        allowFileDiscovery,
        ...view,
      };
    }
    case 'domain': {
      const domain = given.domain ?? '';
      return { id: `${permissionIdOf(domain)}k`, type, role, domain, ...view };
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
      return { id: permissionIdOf(emailAddress), type, role, emailAddress, ...view };
    }
  }
}

/** Who may answer a form is a permission of a view of its own, and reads only. */
function viewOf({ view, role }: drive_v3.Schema$Permission): Pick<Permission, 'view'> {
  if (view === undefined || view === null) return {};
  if (view !== 'published' || role !== 'reader') {
    throw invalidParameter('Only readers can be given the view "published".', 'permission.view');
  }
  return { view };
}

export function knownRole(given: string | null | undefined): Role {
  const role = roles.find((each) => each === given);
  if (!role) throw invalidParameter('The permission role field is required.', 'permission.role');
  return role;
}
