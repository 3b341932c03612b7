/** Removes what trials made: at the end of a run, and what a run that was killed left behind. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { ServiceError } from '../../../errors.ts';
import type { Pace } from '../../pace.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { throwAwayMark, throwAwayName } from './throw-away.ts';

/** @returns the addresses of those that could not be removed */
export const removeAll = async (
  client: GoogleClient,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const left: string[] = [];
  for (const id of ids) {
    try {
      await removeOne(client, id);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      left.push(`https://drive.google.com/open?id=${id}`);
    }
  }
  return left;
};

/** In a shared drive only managers delete; others may still put it into the trash. */
const removeOne = async (client: GoogleClient, fileId: string): Promise<void> => {
  const drive = await client.drive();
  const removing = {
    what: 'remove a trial file',
    kind: 'write',
    repeatable: true,
    subject: 'document',
  } as const;
  try {
    await client.send(removing, (sending) =>
      drive.files.delete({ fileId, supportsAllDrives: true }, sending),
    );
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    if (error.status === 404) return;
    if (error.status !== 403) throw error;
    const requestBody = { trashed: true };
    await client.send(removing, (sending) =>
      drive.files.update({ fileId, requestBody, fields: 'id', supportsAllDrives: true }, sending),
    );
  }
};

/** A run that goes on elsewhere at this moment keeps its own. */
const youngestLeftOverMs = 3_600_000;

/** What runs before this one did not get to remove; those of another desk under this account among it. */
export const removeLeftOvers = async (client: GoogleClient, pace: Pace): Promise<number> => {
  const drive = await client.drive();
  const { key, value } = throwAwayMark;
  const q = `(appProperties has { key='${key}' and value='${value}' } or name = '${throwAwayName}') and trashed = false`;
  const { files = [] } = await client.send(
    { what: 'look for earlier trial files', kind: 'read', repeatable: true, subject: 'document' },
    (sending) =>
      drive.files.list(
        {
          q,
          fields: 'files(id,createdTime)',
          pageSize: 100,
          supportsAllDrives: true,
          includeItemsFromAllDrives: true,
        },
        sending,
      ),
  );
  const old = files.filter((file) => isOld(file, pace.now()));
  const left = await removeAll(
    client,
    old.map(({ id }) => id ?? ''),
  );
  return old.length - left.length;
};

const isOld = ({ createdTime }: drive_v3.Schema$File, now: number): boolean =>
  Date.parse(createdTime ?? '') < now - youngestLeftOverMs;
