/**
 * Whether somebody saved into a file in the moment between our look and our upload, and giving their words back.
 *
 * Drive takes no condition with a change. But it keeps the bytes that a file held before: stand others directly before ours
 * than those that we had looked at, a person's lie under ours, and are put back on top, with the notes as they were, so
 * that the file counts as edited from then on.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { GoogleError } from '../client/errors.ts';
import { everyPage } from '../client/every-page.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { marksAsBefore } from './drive-marks.ts';

/** Somebody may save again while we put back; so often it is looked at. */
const mostRounds = 3;

/**
 * Puts back what a person saved in between.
 *
 * @param before The file as we looked at it.
 * @param after The same as our upload left it.
 * @returns Whether there was anything.
 */
export const putBackOvertaken = async (
  {
    before,
    after,
    bytes,
  }: {
    readonly before: drive_v3.Schema$File;
    readonly after: drive_v3.Schema$File;
    readonly bytes: Uint8Array;
  },
  client: GoogleClient,
): Promise<boolean> => {
  const ours = new Set([createHash('md5').update(bytes).digest('hex')]);
  let head = after.headRevisionId;
  for (let round = 0; round < mostRounds; round += 1) {
    const revisions = await revisionsOf(after.id ?? '', client);
    const theirs = lastOfOthers(revisions, { before, head, ours });
    if (theirs?.id == null) return round > 0;
    ours.add(theirs.md5Checksum ?? '');
    head = await putBack(theirs.id, { before, after }, client);
  }
  return true;
};

/** What a person saved last between what we had looked at and what we put there last. */
const lastOfOthers = (
  revisions: readonly drive_v3.Schema$Revision[],
  {
    before,
    head,
    ours,
  }: {
    readonly before: drive_v3.Schema$File;
    readonly head: string | null | undefined;
    readonly ours: ReadonlySet<string>;
  },
): drive_v3.Schema$Revision | undefined => {
  const start = revisions.findIndex(({ id }) => id === before.headRevisionId);
  const end = revisions.findIndex(({ id }) => id === head);
  const between = revisions.slice(start + 1, Math.max(end, 0));
  const found = between.findLast(({ md5Checksum }) => !ours.has(md5Checksum ?? ''));
  // Drive may have cleared away what we had looked at, and name what lay there before.
  const isSure = start >= 0 || !ours.has(before.md5Checksum ?? '');
  return isSure && found?.md5Checksum !== before.md5Checksum ? found : undefined;
};

const none: drive_v3.Schema$RevisionList = {};

/** The oldest first; none where the account may not see them. */
const revisionsOf = async (
  fileId: string,
  client: GoogleClient,
): Promise<readonly drive_v3.Schema$Revision[]> => {
  const drive = await client.drive();
  const found: drive_v3.Schema$Revision[] = [];
  const fields = 'nextPageToken,revisions(id,md5Checksum)';
  const pages = everyPage((next) =>
    client
      .send(
        { what: 'look at what a document held before', kind: 'read', repeatable: true },
        (sending) => drive.revisions.list({ fileId, fields, pageSize: 1000, ...next }, sending),
      )
      .catch((error: unknown) => {
        if (error instanceof GoogleError && (error.status === 403 || error.status === 404))
          return none;
        throw error;
      }),
  );
  for await (const { revisions = [] } of pages) found.push(...revisions);
  return found;
};

/** What a file held before. */
export const readRevision = async (
  {
    fileId,
    revisionId,
    what,
  }: { readonly fileId: string; readonly revisionId: string; readonly what: string },
  client: GoogleClient,
): Promise<ArrayBuffer | undefined> => {
  const drive = await client.drive();
  const bytes: unknown = await client.send({ what, kind: 'read', repeatable: true }, (sending) =>
    drive.revisions.get(
      { fileId, revisionId, alt: 'media' },
      { ...sending, responseType: 'arraybuffer' },
    ),
  );
  return bytes instanceof ArrayBuffer ? bytes : undefined;
};

/** The revision that the file holds then. */
const putBack = async (
  revisionId: string,
  {
    before,
    after,
  }: { readonly before: drive_v3.Schema$File; readonly after: drive_v3.Schema$File },
  client: GoogleClient,
): Promise<string | null | undefined> => {
  const drive = await client.drive();
  const fileId = after.id ?? '';
  const what = 'read what a person saved into a document';
  const bytes = await readRevision({ fileId, revisionId, what }, client);
  if (bytes === undefined) {
    throw new GoogleError({
      code: 'google-unavailable',
      what: `Drive gave no bytes of an earlier version of "${before.name ?? ''}".`,
      todo: 'In Drive, open its version history and restore the version that a person saved.',
      status: undefined,
    });
  }
  const requestBody = {
    ...(before.name && { name: before.name }),
    appProperties: { ...marksAsBefore(before, after) },
  };
  const put = await client.send(
    { what: 'put back what a person saved into a document', kind: 'write', repeatable: true },
    (sending) =>
      drive.files.update(
        {
          fileId,
          requestBody,
          // A body can be read once; every attempt gets its own.
          media: { mimeType: before.mimeType ?? '', body: Readable.from([Buffer.from(bytes)]) },
          fields: 'headRevisionId',
          supportsAllDrives: true,
        },
        sending,
      ),
  );
  return put.headRevisionId;
};
