import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Permission } from './model.ts';

/** A permission with every field that the stand-in knows. */
export function permissionAnswer(permission: Permission): drive_v3.Schema$Permission {
  const { emailAddress, domain, allowFileDiscovery } = permission;
  return {
    kind: 'drive#permission',
    id: permission.id,
    type: permission.type,
    role: permission.role,
    ...(permission.view !== undefined && { view: permission.view }),
    ...(emailAddress !== undefined && {
      emailAddress,
      displayName: emailAddress.split('@')[0] ?? emailAddress,
      deleted: false,
      pendingOwner: false,
    }),
    ...(domain !== undefined && { domain, displayName: domain }),
    ...(permission.type !== 'user' &&
      permission.type !== 'group' && { allowFileDiscovery: allowFileDiscovery ?? false }),
  };
}
