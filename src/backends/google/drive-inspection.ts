/**
 * A look over all our documents in Drive, once a day: which are gone, and which anybody with the link may open.
 *
 * It is one paged listing; looking at each document in every pass would cost a call for each.
 */
import { Readable } from 'node:stream';
import type { Inspection } from '../backend.ts';
import type { GoogleClient } from './google-client.ts';
import type { Memory } from './memory.ts';

const everyMs = 24 * 3_600_000;
const memoryName = 'google.documents-inspected-at';
const allIsWell: Inspection = { gone: new Set(), exposed: [] };

export const inspectDrive = async (
  ids: readonly string[],
  {
    client,
    memory,
    now,
  }: { readonly client: GoogleClient; readonly memory: Memory; readonly now: number },
): Promise<Inspection> => {
  if (ids.length === 0) return allIsWell;
  const last = Number((await memory.recall(memoryName)) ?? 0);
  if (Math.abs(now - last) < everyMs) return allIsWell;
  const files = await Readable.from(allDocuments(client)).toArray();
  await memory.remember(memoryName, String(now));
  const there = new Set(files.map(({ id }) => id));
  return {
    gone: new Set(ids.filter((id) => !there.has(id))),
    exposed: files.filter(({ isExposed }) => isExposed).map(({ name }) => name),
  };
};

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly isExposed: boolean;
}

async function* allDocuments(client: GoogleClient): AsyncGenerator<Listed> {
  const drive = await client.drive();
  let pageToken: string | undefined;
  do {
    const request = {
      q: "trashed = false and appProperties has { key='layananVicon' and value='dokumen' }",
      fields: 'nextPageToken,files(id,name,permissionIds,permissions(type))',
      pageSize: 1000,
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...(pageToken !== undefined && { pageToken }),
    };
    const page = await client.send(
      { what: 'list the documents', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.list(request, sending),
    );
    for (const { id, name, permissionIds, permissions } of page.files ?? []) {
      yield {
        id: id ?? '',
        name: name ?? '',
        isExposed:
          permissionIds?.some((each) => each.startsWith('anyone')) === true ||
          permissions?.some(({ type }) => type === 'anyone') === true,
      };
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
}
