import { ApiError } from '../api-error.ts';
import { type Call, isSet, jsonBody, messageBody, piece, type Reply } from '../call.ts';
import { isAtLeast, programOf, roleOn, visibleFile, writableFile } from './access.ts';
import { changeFile } from './change-file.ts';
import { createFile, type Metadata } from './create-file.ts';
import { cutTo, fileAnswer, usualFields } from './file-answer.ts';
import { folderType, isGoogleType } from './model.ts';
import { invalidParameter, mayNot, mayNotWrite } from './refusals.ts';
import { deleteForGood, rootOf } from './save-file.ts';

/** The `files` endpoints that carry no bytes upwards. */
export const answerFile = (call: Call, id: string): Reply => {
  const file = visibleFile(call, id);
  return { json: cutTo(call, fileAnswer(call.world, file, call.account), usualFields) };
};

export function createFromMetadata(call: Call): Reply {
  const file = createFile(call, messageBody(call) as Metadata);
  return answerFile(call, file.id);
}

export function getFile(call: Call): Reply {
  const named = piece(call, 0);
  if (named === 'root') return answerFile(call, rootOf(call.world, call.account.email).id);
  if (call.query.get('alt') !== 'media') return answerFile(call, named);
  const file = visibleFile(call, named);
  if (isGoogleType(file.mimeType)) {
    throw mayNot(
      'fileNotDownloadable',
      'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
    );
  }
  return {
    headers: { 'content-type': file.mimeType },
    bytes: file.content ?? new Uint8Array(),
  };
}

export function updateFile(call: Call): Reply {
  const file = writableFile(call, piece(call, 0));
  changeFile(call, file, { metadata: jsonBody(call) as Metadata });
  return answerFile(call, file.id);
}

export function copyFile(call: Call): Reply {
  const source = visibleFile(call, piece(call, 0));
  if (source.mimeType === folderType) {
    throw mayNot('cannotCopyFile', 'This file cannot be copied by the user.');
  }
  const metadata = messageBody(call) as Metadata;
  const program = programOf(call.account);
  const copy = createFile(
    call,
    {
      name: `Copy of ${source.name}`,
      mimeType: source.mimeType,
      properties: { ...source.properties },
      appProperties: { ...source.appProperties[program] },
      parents: [...source.parents],
      ...metadata,
    },
    source.content && { bytes: source.content, contentType: source.mimeType },
  );
  const spreadsheet = call.world.spreadsheets.get(source.id);
  if (spreadsheet) {
    const { sheets, properties, namedRanges, developerMetadata } = spreadsheet;
    call.world.spreadsheets.set(copy.id, {
      ...structuredClone({ sheets, properties, namedRanges, developerMetadata }),
      spreadsheetId: copy.id,
      properties: { ...properties, title: copy.name },
    });
  }
  return answerFile(call, copy.id);
}

/** Deletes for good, past the trash: its owner only, or who organises the shared drive. */
export function deleteFile(call: Call): Reply {
  const file = visibleFile(call, piece(call, 0));
  const needed = file.driveId === undefined ? 'owner' : 'organizer';
  if (!isAtLeast(roleOn(call.world, file, call.account), needed)) throw mayNotWrite(file.id);
  deleteForGood(call.world, file.id);
  return { status: 204, bytes: new Uint8Array() };
}

export function emptyTrash(call: Call): Reply {
  for (const file of [...call.world.files.values()]) {
    const isTheirs = isAtLeast(roleOn(call.world, file, call.account), 'owner');
    if (file.trashed && isTheirs) deleteForGood(call.world, file.id);
  }
  return { status: 204, bytes: new Uint8Array() };
}

/** Reserves ids: a file may be created under each of them once. */
export function generateIds(call: Call): Reply {
  const count = Number(call.query.get('count') ?? 10);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw invalidParameter(`Invalid value '${call.query.get('count')}'.`, 'count');
  }
  const ids = Array.from({ length: count }, () => call.world.mint.fileId());
  for (const id of ids) call.world.drive.reservedIds.add(id);
  return {
    json: cutTo(call, { kind: 'drive#generatedIds', space: 'drive', ids }, '*'),
  };
}

/** `about.get` insists on `fields`. */
export function requireFields(call: Call): void {
  if (call.query.has('fields')) return;
  throw new ApiError({
    status: 400,
    reason: 'required',
    message: "The 'fields' parameter is required for this method.",
    location: 'fields',
  });
}

/** Whether items of shared drives may be part of a list; naming one drive needs both flags. */
export function allDrives(call: Call): boolean {
  const includes = isSet(call.query, 'includeItemsFromAllDrives');
  if (includes && !isSet(call.query, 'supportsAllDrives')) {
    throw invalidParameter(
      'The supportsAllDrives parameter must be true when includeItemsFromAllDrives is.',
      'supportsAllDrives',
    );
  }
  return includes;
}
