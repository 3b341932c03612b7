/** Bytes into Drive: a new file under its reserved id, or a new edition of one that lies there. */
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { GoogleClient } from './google-client.ts';

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

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const openUploads = (client: GoogleClient, fields: string): Uploads => {
  // A body can be read once; every attempt gets its own.
  const media = (bytes: Uint8Array) => ({ mimeType: wordType, body: Readable.from([bytes]) });
  return {
    async create({ id, parent, key, name, bytes }) {
      const drive = await client.drive();
      const requestBody = { id, name, parents: [parent], appProperties: markOf(key) };
      return client.send(
        { what: 'save a document', kind: 'write', repeatable: true, subject: 'document' },
        (sending) =>
          drive.files.create(
            { requestBody, media: media(bytes), fields, supportsAllDrives: true },
            sending,
          ),
      );
    },

    async replace({ before, parent, key, name, bytes }) {
      const drive = await client.drive();
      const elsewhere = (before.parents ?? []).filter((each) => each !== parent);
      const isElsewhere = before.parents?.includes(parent) !== true;
      const request = {
        fileId: before.id ?? '',
        requestBody: { name, appProperties: markOf(key) },
        fields,
        supportsAllDrives: true,
        ...(isElsewhere && { addParents: parent }),
        ...(isElsewhere && elsewhere.length > 0 && { removeParents: elsewhere.join(',') }),
      };
      return client.send(
        { what: 'renew a document', kind: 'write', repeatable: true, subject: 'document' },
        (sending) => drive.files.update({ ...request, media: media(bytes) }, sending),
      );
    },
  };
};

/** What makes the file findable as ours; only this program sees it. */
const markOf = (key: string) => ({ layananVicon: 'dokumen', kunci: key });
