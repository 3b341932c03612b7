/**
 * A look over all our documents and folders in Drive, once an hour: which are gone, and which anybody with the link
 * may open.
 *
 * It is one paged listing; looking at each document in every pass would cost a call for each. What is open to anybody
 * is remembered, so that staff are told until it is put right, and is looked at again more often.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { z } from 'zod';
import type { Exposed } from '../../core/exposed-documents.ts';
import type { Inspection } from '../backend.ts';
import { listOurs, type Place } from './drive-listing.ts';
import { isFolder } from './drive-marks.ts';
import type { Memory } from './memory.ts';

const everyMs = 3_600_000;
const everyMsWhileExposed = 15 * 60_000;
const inspectedAt = 'google.documents-inspected-at';
const lastExposed = 'google.open-to-anybody';

export interface Inspecting extends Place {
  readonly memory: Memory;
  readonly now: number;
  /** Whether a document is there that the listing did not show: people may move one out of its sight. */
  isThere(id: string): Promise<boolean>;
}

/** @param ids Of the documents that should be there. */
export const inspectDrive = async (
  ids: readonly string[],
  { memory, now, isThere, ...place }: Inspecting,
): Promise<Inspection> => {
  const known = await knownExposed(memory);
  const last = Number((await memory.recall(inspectedAt)) ?? 0);
  const isFresh = Math.abs(now - last) < (known.length > 0 ? everyMsWhileExposed : everyMs);
  if (ids.length === 0 || isFresh) return { gone: new Set(), exposed: known };
  const files = await listAll(place);
  const exposed = exposedAmong(files);
  const shown = new Set(files.map(({ id }) => id));
  const gone = new Set<string>();
  for (const id of ids) if (!shown.has(id) && !(await isThere(id))) gone.add(id);
  // What is gone is made anew by this pass, or missed again by the next one should this one not get so far.
  if (gone.size === 0) await memory.remember(inspectedAt, String(now));
  if (known.length + exposed.length > 0) {
    await memory.remember(lastExposed, JSON.stringify(exposed));
  }
  return { gone, exposed };
};

/** What the last look found open to anybody. */
export const knownExposed = async (memory: Memory): Promise<readonly Exposed[]> => {
  const text = await memory.recall(lastExposed);
  return text === undefined ? [] : exposedList.parse(JSON.parse(text));
};

const exposedList = z.array(
  z.object({ kind: z.enum(['document', 'folder']), name: z.string(), url: z.string() }),
);

/** What is open to anybody now. */
export const findExposed = async (place: Place): Promise<readonly Exposed[]> =>
  exposedAmong(await listAll(place));

const listAll = async (place: Place): Promise<readonly drive_v3.Schema$File[]> => {
  const files: drive_v3.Schema$File[] = [];
  for await (const file of listOurs(place)) files.push(file);
  return files;
};

/** An open folder stands for all that lies in it. */
const exposedAmong = (files: readonly drive_v3.Schema$File[]): readonly Exposed[] => {
  const open = files.filter(isOpenToAnybody);
  const folders = new Set(open.filter(isFolder).map(({ id }) => id));
  return open
    .filter(({ parents }) => !parents?.some((id) => folders.has(id)))
    .map((file) => ({
      kind: isFolder(file) ? 'folder' : 'document',
      name: file.name ?? '',
      url: file.webViewLink ?? '',
    }));
};

const isOpenToAnybody = ({ permissionIds, permissions }: drive_v3.Schema$File): boolean =>
  permissionIds?.some((each) => each.startsWith('anyone')) === true ||
  permissions?.some(({ type }) => type === 'anyone') === true;
