/**
 * Putting a document back as it was before we saved it anew, and taking one of ours away.
 *
 * Drive keeps what a file held before for thirty days, so nothing is read when a document is renewed: its revision, name,
 * folders and notes are kept.
 */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { z } from 'zod';
import type { KeptDocument } from '../../backend.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { unlessGone } from './drive-errors.ts';
import {
  contentHashOf,
  isBrought,
  isMovedByPerson,
  ownNameOf,
  savedHashOf,
  sha256,
} from './drive-marks.ts';
import { readRevision } from './drive-overtaken.ts';

const keptSchema = z.object({
  revision: z.string(),
  hash: z.string(),
  name: z.string(),
  parents: z.array(z.string()),
  marks: z.record(z.string(), z.string()),
});
const keptNote = jsonNote(keptSchema);

export const keptFrom = (file: drive_v3.Schema$File): KeptDocument => {
  const { headRevisionId, name, parents, appProperties } = file;
  const kept: z.input<typeof keptSchema> = {
    revision: headRevisionId ?? '',
    hash: contentHashOf(file),
    name: name ?? '',
    parents: [...(parents ?? [])],
    marks: { ...appProperties },
  };
  return { note: JSON.stringify(kept) };
};

interface Lies {
  readonly client: GoogleClient;
  /** What is asked of a file. */
  readonly fields: string;
}

/** @returns `undefined` when it was edited meanwhile, or Drive does not keep what it held: nothing was changed then. */
export const putBackKept = async (
  file: drive_v3.Schema$File,
  { note }: KeptDocument,
  { client, fields }: Lies,
): Promise<drive_v3.Schema$File | undefined> => {
  const kept = savedWork(keptNote, note);
  if (kept === undefined) return undefined;
  if (isBrought(file) || contentHashOf(file) !== savedHashOf(file)) return undefined;
  const fileId = file.id ?? '';
  const what = 'read what a document held before';
  const bytes = await unlessGone(() =>
    readRevision({ fileId, revisionId: kept.revision, what }, client),
  );
  if (bytes === undefined || sha256(Buffer.from(bytes)) !== kept.hash) return undefined;
  const isRenamed = ownNameOf(file) !== undefined;
  const { nama, map, ...marks } = kept.marks;
  const isMoved = isMovedByPerson(file);
  const requestBody = {
    ...(!isRenamed && { name: kept.name }),
    appProperties: {
      ...marks,
      ...(!isRenamed && nama !== undefined && { nama }),
      ...(!isMoved && map !== undefined && { map }),
    },
  };
  const drive = await client.drive();
  return client.send(
    { what: 'put back a document', kind: 'write', repeatable: true, subject: 'document' },
    (sending) =>
      drive.files.update(
        {
          fileId,
          requestBody,
          // A body can be read once; every attempt gets its own.
          media: { mimeType: file.mimeType ?? '', body: Readable.from([Buffer.from(bytes)]) },
          ...(!isMoved && backTo(kept.parents, file)),
          fields,
          supportsAllDrives: true,
        },
        sending,
      ),
  );
};

const backTo = (
  former: readonly string[],
  { parents }: drive_v3.Schema$File,
): { readonly addParents?: string; readonly removeParents?: string } => {
  const add = former.filter((id) => parents?.includes(id) !== true);
  const remove = (parents ?? []).filter((id) => !former.includes(id));
  return {
    ...(add.length > 0 && { addParents: add.join(',') }),
    ...(remove.length > 0 && { removeParents: remove.join(',') }),
  };
};

/** Into the trash, where it stays for thirty days. */
export const putIntoTrash = async (fileId: string, client: GoogleClient): Promise<void> => {
  const drive = await client.drive();
  await unlessGone(() =>
    client.send(
      { what: 'take a document away', kind: 'write', repeatable: true, subject: 'document' },
      (sending) =>
        drive.files.update(
          { fileId, requestBody: { trashed: true }, fields: 'id', supportsAllDrives: true },
          sending,
        ),
    ),
  );
};
