import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { ApiError } from '../api-error.ts';
import { type Call, piece, type Reply } from '../call.ts';
import { isAtLeast, roleOn, visibleFile } from './access.ts';
import type { Revision } from './drive-state.ts';
import { cutTo, userAnswer } from './file-answer.ts';
import { page, pageToken } from './list-files.ts';
import type { DriveFile } from './model.ts';
import { mayNot } from './refusals.ts';

const usual = 'kind,id,mimeType,modifiedTime';

/** The earlier bytes of a file, the oldest first; whoever may only read it does not see them. */
export function listRevisions(call: Call): Reply {
  const file = fileOf(call);
  const { start, size } = page(call.query);
  const all = call.world.drive.revisionsOf(file.id);
  const answer = {
    kind: 'drive#revisionList',
    ...(start + size < all.length && { nextPageToken: pageToken(start + size) }),
    revisions: all.slice(start, start + size).map((each) => revisionAnswer(each, { call, file })),
  };
  return { json: cutTo(call, answer, `kind,nextPageToken,revisions(${usual})`) };
}

export function getRevision(call: Call): Reply {
  const file = fileOf(call);
  const id = piece(call, 1);
  const found = call.world.drive.revisionsOf(file.id).find((each) => each.id === id);
  if (!found) {
    throw new ApiError({
      status: 404,
      reason: 'notFound',
      message: `Revision not found: ${id}.`,
      location: 'revisionId',
    });
  }
  return call.query.get('alt') === 'media'
    ? { headers: { 'content-type': file.mimeType }, bytes: found.content }
    : { json: cutTo(call, revisionAnswer(found, { call, file }), usual) };
}

function fileOf(call: Call): DriveFile {
  const file = visibleFile({ ...call, query: ofAllDrives }, piece(call, 0));
  if (!isAtLeast(roleOn(call.world, file, call.account), 'writer')) {
    throw mayNot(
      'insufficientFilePermissions',
      'The user does not have sufficient permissions for this file.',
    );
  }
  return file;
}

/** These methods know no `supportsAllDrives`: they find what lies in shared drives without it. */
const ofAllDrives = new URLSearchParams({ supportsAllDrives: 'true' });

function revisionAnswer(
  { id, content, by, modifiedTime }: Revision,
  { call, file }: { readonly call: Call; readonly file: DriveFile },
): drive_v3.Schema$Revision {
  return {
    kind: 'drive#revision',
    id,
    mimeType: file.mimeType,
    modifiedTime,
    keepForever: false,
    published: false,
    lastModifyingUser: userAnswer(by, call.account),
    originalFilename: file.originalFilename ?? file.name,
    md5Checksum: createHash('md5').update(content).digest('hex'),
    size: String(content.length),
  };
}
