/** Bytes into Drive: a new file under its reserved id, or a new edition of one that lies there. */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { DocumentToSave } from '../../backend.ts';
import type { Call } from '../client/google-client.ts';
import type { DrivePlace } from './drive-listing.ts';
import { documentMarks, ownNameOf } from './drive-marks.ts';
import { type SessionUpload, uploadInPieces } from './drive-session.ts';

export interface Uploads {
  /** Sent twice it makes one file: the second is refused with 409. */
  create(document: DocumentToSave, place: NewPlace): Promise<drive_v3.Schema$File>;
  /** In place: id and link stay, and so does a name that a person gave it. */
  replace(document: DocumentToSave, place: SamePlace): Promise<drive_v3.Schema$File>;
}

export interface NewPlace {
  readonly id: string;
  /** Id of the folder. */
  readonly parent: string;
}

export interface SamePlace {
  readonly before: drive_v3.Schema$File;
  /** Id of the folder that it is moved to; absent: it stays where it is. */
  readonly parent?: string;
}

const contentTypeOf = (name: string): string =>
  name.endsWith('.ics')
    ? 'text/calendar'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Up to here everything goes up in one request, as Drive's guide advises; above it in pieces. */
const mostAtOnce = 5 * 1024 * 1024;

export const openUploads = (
  { client, desk }: Pick<DrivePlace, 'client' | 'desk'>,
  fields: string,
): Uploads => {
  const upload = async ({
    moved = {},
    ...rest
  }: Pick<SessionUpload, 'call' | 'target' | 'metadata' | 'bytes' | 'contentType'> & {
    readonly moved?: Moved;
  }): Promise<drive_v3.Schema$File> => {
    const { call, target, metadata, bytes, contentType } = rest;
    if (bytes.length > mostAtOnce) {
      const query = { fields, supportsAllDrives: 'true', ...moved };
      return uploadInPieces({ ...rest, client, query });
    }
    const drive = await client.drive();
    const request = { requestBody: metadata, fields, supportsAllDrives: true, ...moved };
    return client.send(call, (sending) => {
      // A body can be read once; every attempt gets its own.
      const media = { mimeType: contentType, body: Readable.from([bytes]) };
      return target.kind === 'create'
        ? drive.files.create({ ...request, media }, sending)
        : drive.files.update({ ...request, fileId: target.id, media }, sending);
    });
  };

  return {
    create: (document, { id, parent }) => {
      const { name, bytes } = document;
      const marks = documentMarks(document, { id, name, parent, desk });
      const metadata = { id, name, parents: [parent], appProperties: marks };
      return upload({
        call: callTo('save a document'),
        target: { kind: 'create' },
        metadata,
        bytes,
        contentType: contentTypeOf(name),
      });
    },

    replace: (document, { before, parent }) => {
      const { name, bytes } = document;
      const isRenamed = ownNameOf(before) !== undefined;
      const { nama, map, ...others } = documentMarks(document, {
        id: before.id ?? '',
        name,
        parent: parent ?? '',
        desk,
      });
      // Where a person chose name or place, the notes go on to tell what we had given it.
      const marks = {
        ...others,
        ...(!isRenamed && { nama }),
        ...(parent !== undefined && { map }),
      };
      const metadata = { ...(!isRenamed && { name }), appProperties: marks };
      const target = { kind: 'update', id: before.id ?? '' } as const;
      const moved = parent === undefined ? {} : moveTo(parent, before);
      const contentType = contentTypeOf(name);
      const call = callTo('renew a document');
      return upload({ call, target, metadata, bytes, contentType, moved });
    },
  };
};

const callTo = (what: string): Call => ({
  what,
  kind: 'write',
  repeatable: true,
  subject: 'document',
});

interface Moved {
  readonly addParents?: string;
  readonly removeParents?: string;
}

/** Out of the folders that it lies in and into the one where it should. */
const moveTo = (parent: string, { parents }: drive_v3.Schema$File): Moved => {
  if (parents?.includes(parent)) return {};
  const elsewhere = parents?.join(',') ?? '';
  return { addParents: parent, ...(elsewhere !== '' && { removeParents: elsewhere }) };
};
