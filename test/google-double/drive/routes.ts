import type { Call, Reply, Route } from '../call.ts';
import { listChanges, startPageToken } from './changes.ts';
import { createComment, deleteComment, getComment, listComments } from './comments.ts';
import { about, getDrive, listDrives } from './drives.ts';
import { exportFile } from './export.ts';
import {
  copyFile,
  createFromMetadata,
  deleteFile,
  emptyTrash,
  generateIds,
  getFile,
  updateFile,
} from './files.ts';
import { listFiles } from './list-files.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  updatePermission,
} from './permissions.ts';
import { getRevision, listRevisions } from './revisions.ts';
import { continueUpload, uploadFile, uploadFileV2 } from './uploads.ts';

const base = '\\/drive\\/v3';
const name = '([^/:]+)';

function route(
  method: string,
  path: string,
  [id, handle]: readonly [id: string, handle: (call: Call) => Reply],
): Route {
  return {
    method,
    path: new RegExp(`^${base}${path}$`, 'u'),
    api: 'drive',
    id: `drive.${id}`,
    handle,
  };
}

const upload = (
  method: string,
  path: string,
  [id, handle]: readonly [id: string, handle: (call: Call) => Reply],
): Route => ({
  method,
  path: new RegExp(`^(?:\\/resumable)?\\/upload${base}${path}$`, 'u'),
  api: 'upload',
  id: `drive.${id}`,
  handle,
});

/** Drive v3 as far as the stand-in knows it; the fixed names come before `{fileId}`. */
export const routes: readonly Route[] = [
  route('GET', '\\/about', ['about.get', about]),
  route('GET', '\\/changes\\/startPageToken', ['changes.getStartPageToken', startPageToken]),
  route('GET', '\\/changes', ['changes.list', listChanges]),
  route('GET', '\\/drives', ['drives.list', listDrives]),
  route('GET', `\\/drives\\/${name}`, ['drives.get', getDrive]),
  route('GET', '\\/files', ['files.list', listFiles]),
  route('POST', '\\/files', ['files.create', createFromMetadata]),
  route('GET', '\\/files\\/generateIds', ['files.generateIds', generateIds]),
  route('DELETE', '\\/files\\/trash', ['files.emptyTrash', emptyTrash]),
  route('GET', `\\/files\\/${name}`, ['files.get', getFile]),
  route('PATCH', `\\/files\\/${name}`, ['files.update', updateFile]),
  route('DELETE', `\\/files\\/${name}`, ['files.delete', deleteFile]),
  route('POST', `\\/files\\/${name}\\/copy`, ['files.copy', copyFile]),
  route('GET', `\\/files\\/${name}\\/export`, ['files.export', exportFile]),
  route('GET', `\\/files\\/${name}\\/permissions`, ['permissions.list', listPermissions]),
  route('POST', `\\/files\\/${name}\\/permissions`, ['permissions.create', createPermission]),
  route('GET', `\\/files\\/${name}\\/permissions\\/${name}`, ['permissions.get', getPermission]),
  route('PATCH', `\\/files\\/${name}\\/permissions\\/${name}`, [
    'permissions.update',
    updatePermission,
  ]),
  route('DELETE', `\\/files\\/${name}\\/permissions\\/${name}`, [
    'permissions.delete',
    deletePermission,
  ]),
  route('GET', `\\/files\\/${name}\\/comments`, ['comments.list', listComments]),
  route('POST', `\\/files\\/${name}\\/comments`, ['comments.create', createComment]),
  route('GET', `\\/files\\/${name}\\/comments\\/${name}`, ['comments.get', getComment]),
  route('DELETE', `\\/files\\/${name}\\/comments\\/${name}`, ['comments.delete', deleteComment]),
  route('GET', `\\/files\\/${name}\\/revisions`, ['revisions.list', listRevisions]),
  route('GET', `\\/files\\/${name}\\/revisions\\/${name}`, ['revisions.get', getRevision]),
  upload('POST', '\\/files', ['files.create', uploadFile]),
  upload('PATCH', `\\/files\\/${name}`, ['files.update', uploadFile]),
  upload('PUT', '\\/files', ['files.create', continueUpload]),
  upload('PUT', `\\/files\\/${name}`, ['files.update', continueUpload]),
  {
    method: 'PUT',
    path: /^\/upload\/drive\/v2\/files\/([^/:]+)$/u,
    api: 'upload',
    id: 'drive.files.update (v2)',
    handle: uploadFileV2,
  },
];
