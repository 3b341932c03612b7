import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type Call, piece, type Reply } from '../call.ts';
import { isAtLeast, roleOnDrive } from './access.ts';
import { storedBy } from './create-file.ts';
import { cutTo, userAnswer } from './file-answer.ts';
import { requireFields } from './files.ts';
import type { SharedDrive } from './model.ts';
import { driveNotFound } from './refusals.ts';

const usual = 'kind,id,name';

/** The shared drives that the caller is a member of. */
export function listDrives(call: Call): Reply {
  const drives = [...call.world.drive.drives.values()]
    .filter((drive) => roleOnDrive(drive.permissions, call.account.email) !== undefined)
    .map((drive) => driveAnswer(drive, call));
  const answer = { kind: 'drive#driveList', drives };
  return { json: cutTo(call, answer, `kind,nextPageToken,drives(${usual})`) };
}

export function getDrive(call: Call): Reply {
  const drive = call.world.drive.drives.get(piece(call, 0));
  if (!drive || roleOnDrive(drive.permissions, call.account.email) === undefined) {
    throw driveNotFound(piece(call, 0));
  }
  return { json: cutTo(call, driveAnswer(drive, call), usual) };
}

function driveAnswer(drive: SharedDrive, call: Call): drive_v3.Schema$Drive {
  const canEdit = isAtLeast(roleOnDrive(drive.permissions, call.account.email), 'writer');
  return {
    kind: 'drive#drive',
    id: drive.id,
    name: drive.name,
    createdTime: drive.createdTime,
    hidden: false,
    capabilities: { canAddChildren: canEdit, canEdit, canListChildren: true },
  };
}

/** Who the caller is, and how much room they have: a service account has none. */
export function about(call: Call): Reply {
  requireFields(call);
  const usage = String(storedBy(call, call.account.email));
  const isService = call.account.kind === 'service-account';
  const answer = {
    kind: 'drive#about',
    user: userAnswer(call.account.email, call.account),
    storageQuota: {
      limit: isService ? '0' : String(call.world.drive.storageLimit),
      usage,
      usageInDrive: usage,
      usageInDriveTrash: '0',
    },
    maxUploadSize: '5242880000000',
    canCreateDrives: !isService,
    appInstalled: false,
  };
  return { json: cutTo(call, answer, '*') };
}
