/**
 * A look over all our documents in Drive, once a day: which are gone, and which anybody with the link may open.
 *
 * It is one paged listing; looking at each document in every pass would cost a call for each. What is open to anybody
 * is remembered, so that staff are told until it is put right, and is looked at again more often.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { z } from 'zod';
import type { ExposedDocument } from '../../core/exposed-documents.ts';
import type { Inspection } from '../backend.ts';
import { listOurs, type Place } from './drive-listing.ts';
import type { Memory } from './memory.ts';

const everyMs = 24 * 3_600_000;
const everyMsWhileExposed = 15 * 60_000;
const inspectedAt = 'google.documents-inspected-at';
const lastExposed = 'google.documents-exposed';

export const inspectDrive = async (
  ids: readonly string[],
  { memory, now, ...place }: Place & { readonly memory: Memory; readonly now: number },
): Promise<Inspection> => {
  const known = await knownExposed(memory);
  if (ids.length === 0) return { gone: new Set(), exposed: known };
  const last = Number((await memory.recall(inspectedAt)) ?? 0);
  if (Math.abs(now - last) < (known.length > 0 ? everyMsWhileExposed : everyMs)) {
    return { gone: new Set(), exposed: known };
  }
  const there = new Set<string>();
  const exposed: ExposedDocument[] = [];
  for await (const file of listOurs(place, ['dokumen'])) {
    there.add(file.id ?? '');
    if (isExposed(file)) exposed.push({ name: file.name ?? '', url: file.webViewLink ?? '' });
  }
  await memory.remember(inspectedAt, String(now));
  if (known.length + exposed.length > 0) {
    await memory.remember(lastExposed, JSON.stringify(exposed));
  }
  return { gone: new Set(ids.filter((id) => !there.has(id))), exposed };
};

const isExposed = ({ permissionIds, permissions }: drive_v3.Schema$File): boolean =>
  permissionIds?.some((each) => each.startsWith('anyone')) === true ||
  permissions?.some(({ type }) => type === 'anyone') === true;

const exposedList = z.array(z.object({ name: z.string(), url: z.string() }));

/** What the last look found open to anybody. */
export const knownExposed = async (memory: Memory): Promise<readonly ExposedDocument[]> => {
  const text = await memory.recall(lastExposed);
  return text === undefined ? [] : exposedList.parse(JSON.parse(text));
};
