/** Bytes into Drive: a new file under its reserved id, or a new edition of one that lies there. */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { documentMarks } from './drive-marks.ts';
import { uploadInPieces } from './drive-session.ts';
import type { Call, GoogleClient } from './google-client.ts';

interface Upload {
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Id of the folder. */
  readonly parent: string;
}

export interface Uploads {
  /** Sent twice it makes one file: the second is refused with 409. */
  create(upload: Upload & { readonly id: string }): Promise<drive_v3.Schema$File>;
  /** In place: id and link stay. Moves the file when it lies in another folder than it should. */
  replace(
    upload: Upload & { readonly before: drive_v3.Schema$File },
  ): Promise<drive_v3.Schema$File>;
}

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Up to here everything goes up in one request, as Drive's guide advises; above it in pieces. */
const mostAtOnce = 5 * 1024 * 1024;

export const openUploads = (client: GoogleClient, fields: string): Uploads => {
  // A body can be read once; every attempt gets its own.
  const media = (bytes: Uint8Array) => ({ mimeType: contentType, body: Readable.from([bytes]) });
  const common = { fields, supportsAllDrives: 'true' };
  return {
    async create({ id, parent, key, name, bytes }) {
      const call = callTo('save a document');
      const metadata = { id, name, parents: [parent], appProperties: documentMarks(key, bytes) };
      if (bytes.length > mostAtOnce) {
        const target = { kind: 'create' } as const;
        return uploadInPieces({
          client,
          call,
          target,
          metadata,
          query: common,
          bytes,
          contentType,
        });
      }
      const drive = await client.drive();
      return client.send(call, (sending) =>
        drive.files.create(
          { requestBody: metadata, media: media(bytes), fields, supportsAllDrives: true },
          sending,
        ),
      );
    },

    async replace({ before, parent, key, name, bytes }) {
      const call = callTo('renew a document');
      const id = before.id ?? '';
      const metadata = { name, appProperties: documentMarks(key, bytes) };
      const move = moveTo(parent, before);
      if (bytes.length > mostAtOnce) {
        const target = { kind: 'update', id } as const;
        const query = { ...common, ...move };
        return uploadInPieces({ client, call, target, metadata, query, bytes, contentType });
      }
      const drive = await client.drive();
      const request = { fileId: id, requestBody: metadata, fields, supportsAllDrives: true };
      return client.send(call, (sending) =>
        drive.files.update({ ...request, ...move, media: media(bytes) }, sending),
      );
    },
  };
};

const callTo = (what: string): Call => ({
  what,
  kind: 'write',
  repeatable: true,
  subject: 'document',
});

/** Out of the folders that it lies in and into the one where it should. */
const moveTo = (parent: string, { parents = [] }: drive_v3.Schema$File) => {
  if (parents?.includes(parent)) return {};
  const elsewhere = parents?.join(',') ?? '';
  return { addParents: parent, ...(elsewhere !== '' && { removeParents: elsewhere }) };
};
