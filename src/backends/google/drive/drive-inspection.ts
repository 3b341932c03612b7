/**
 * A look over all our documents and folders in Drive, once an hour: which are gone or no longer hold what the ledger
 * remembers, and which anybody with the link may open.
 *
 * It is one paged listing; looking at each document in every pass would cost a call for each. What is open to anybody
 * is remembered, so that staff are told until it is put right, and is looked at again more often.
 */

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { z } from 'zod';
import type { Exposed } from '../../../core/overview/exposed-documents.ts';
import { hourMs, minuteMs } from '../../../core/sheet/time-units.ts';
import type { Inspection, KnownDocument } from '../../backend.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import type { Memory } from '../../memory.ts';
import { GoogleError } from '../client/errors.ts';
import { everyPage } from '../client/every-page.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { claimFile } from './drive-claim.ts';
import { type DrivePlace, listFiles } from './drive-listing.ts';
import { fingerprintOf, isBrought, isFolder } from './drive-marks.ts';

const everyMs = hourMs;
const everyMsWhileExposed = 15 * minuteMs;
/** Another name than that of earlier editions, which saw the documents of all desks: what they took over is due now. */
const inspectedAt = 'google.documents-of-desk-inspected-at';
const lastExposed = 'google.open-to-anybody';

export interface Inspecting extends DrivePlace {
  readonly memory: Memory;
  readonly now: number;
  /** What people put into Drive shows to us. */
  readonly seesPeople: boolean;
  /** A document that no listing showed: people may move one out of their sight. */
  look(id: string): Promise<drive_v3.Schema$File | undefined>;
}

/** What a program on somebody's machine saves anew may go up a while after the old file was thrown away. */
const settlingMs = 3 * minuteMs;
const missingNoted = 'google.documents-missing';
const missingNote = jsonNote(z.array(z.tuple([z.string(), z.number()])));

/** Since when documents have not been there, by their ids. */
const missedSince = async (memory: Memory): Promise<ReadonlyMap<string, number>> =>
  new Map(savedWork(missingNote, await memory.recall(missingNoted)) ?? []);

/** So many documents of earlier editions get the desk's mark in one look, so that a pass does not stop for all. */
const mostClaims = 100;

/** @param documents Those that should be there. */
export const inspectDrive = async (
  documents: readonly KnownDocument[],
  { memory, now, look, seesPeople, ...place }: Inspecting,
): Promise<Inspection> => {
  const noted = await memory.recall(lastExposed);
  const known = savedWork(exposedNote, noted) ?? [];
  const isDamaged = noted !== undefined && savedWork(exposedNote, noted) === undefined;
  const last = Number((await memory.recall(inspectedAt)) ?? 0);
  const isFresh =
    !isDamaged && Math.abs(now - last) < (known.length > 0 ? everyMsWhileExposed : everyMs);
  if (documents.length === 0 || isFresh) return { amiss: new Set(), exposed: known };
  const ours = await listAll('this desk', place);
  const unmarked = await listUnmarked(documents, { ours, place });
  const exposed = await exposedAmong([...ours, ...unmarked], place);
  const shown = new Map([...ours, ...unmarked].map((file) => [file.id, file]));
  const amiss = new Set<string>();
  const missed = await missedSince(memory);
  const missing = new Map<string, number>();
  for (const { id, fingerprint } of documents) {
    const file = shown.get(id) ?? (await look(id));
    if (file === undefined) missing.set(id, missed.get(id) ?? now);
    else if (!holds(file, fingerprint)) amiss.add(id);
  }
  const settled = [...missing].filter(([, since]) => !seesPeople || now - since >= settlingMs);
  for (const [id] of settled) amiss.add(id);
  if (missed.size + missing.size > 0)
    await memory.remember(missingNoted, JSON.stringify([...missing]));
  // One that another desk wrote over in the days without marks gets ours when it is put right.
  const toClaim = unmarked.flatMap(({ id }) => (id && !amiss.has(id) ? [id] : []));
  for (const id of toClaim.slice(0, mostClaims)) await claimFile(id, place);
  // What is amiss is put right by this pass, or missed again by the next one should this one not get so far.
  if (amiss.size + missing.size === 0) await memory.remember(inspectedAt, String(now));
  if (isDamaged || known.length + exposed.length > 0) {
    await memory.remember(lastExposed, JSON.stringify(exposed));
  }
  return { amiss, exposed };
};

/** The documents of this desk that carry no mark; they are looked for only when some do not show among the marked ones. */
const listUnmarked = async (
  documents: readonly KnownDocument[],
  { ours, place }: { readonly ours: readonly drive_v3.Schema$File[]; readonly place: DrivePlace },
): Promise<readonly drive_v3.Schema$File[]> => {
  const marked = new Set(ours.map(({ id }) => id));
  const missing = new Set(documents.flatMap(({ id }) => (marked.has(id) ? [] : [id])));
  if (missing.size === 0) return [];
  return (await listAll('nobody', place)).filter(({ id }) => missing.has(id ?? ''));
};

/** As far as the notes tell. */
const holds = (file: drive_v3.Schema$File, fingerprint: string): boolean =>
  isBrought(file) || ['', fingerprint].includes(fingerprintOf(file));

/** What the last look found open to anybody. */
export const knownExposed = async (memory: Memory): Promise<readonly Exposed[]> =>
  savedWork(exposedNote, await memory.recall(lastExposed)) ?? [];

const exposedNote = jsonNote(
  z.array(z.object({ kind: z.enum(['document', 'folder']), name: z.string(), url: z.string() })),
);

/** What is open to anybody now; what carries no desk's mark may be another desk's, and is better named twice. */
export const findExposed = async (place: DrivePlace): Promise<readonly Exposed[]> =>
  exposedAmong(
    [...(await listAll('this desk', place)), ...(await listAll('nobody', place))],
    place,
  );

const listAll = async (
  owner: Parameters<typeof listFiles>[0],
  place: DrivePlace,
): Promise<readonly drive_v3.Schema$File[]> => {
  const files: drive_v3.Schema$File[] = [];
  for await (const file of listFiles(owner, place)) files.push(file);
  return files;
};

/** An open folder stands for all that lies in it. */
const exposedAmong = async (
  files: readonly drive_v3.Schema$File[],
  place: DrivePlace,
): Promise<readonly Exposed[]> => {
  const openInDrives = await openInSharedDrives(files, place);
  const open = files.filter((file) => isOpenToAnybody(file) || openInDrives.has(file.id ?? ''));
  const folders = new Set(open.filter(isFolder).map(({ id }) => id));
  return open
    .filter(({ parents }) => !parents?.some((id) => folders.has(id)))
    .map((file) => ({
      kind: isFolder(file) ? 'folder' : 'document',
      name: file.name ?? '',
      url: file.webViewLink ?? '',
    }));
};

export const isOpenToAnybody = ({ permissionIds, permissions }: drive_v3.Schema$File): boolean =>
  permissionIds?.some((each) => each.startsWith('anyone')) === true ||
  permissions?.some(({ type }) => type === 'anyone') === true;

/**
 * What lies in a shared drive comes without its permissions, and is asked for them one by one: what was shared by itself,
 * and what lies topmost of ours, which shows what the folders of others above it let in.
 *
 * Source: Drive API v3, Files: `permissions` is "not populated for items in shared drives", `hasAugmentedPermissions` only there.
 */
const openInSharedDrives = async (
  files: readonly drive_v3.Schema$File[],
  { client }: DrivePlace,
): Promise<ReadonlySet<string>> => {
  const ours = new Set(files.map(({ id }) => id));
  const open = new Set<string>();
  for (const { id, driveId, parents, hasAugmentedPermissions } of files) {
    if (!id || !driveId) continue;
    const isTopmost = !parents?.some((parent) => ours.has(parent));
    if (!isTopmost && hasAugmentedPermissions !== true) continue;
    if (await letsAnybodyIn(id, client)) open.add(id);
  }
  return open;
};

/** An account that may not see who is let in cannot tell. */
const letsAnybodyIn = async (fileId: string, client: GoogleClient): Promise<boolean> => {
  const drive = await client.drive();
  const request = {
    fileId,
    fields: 'nextPageToken,permissions(type)',
    pageSize: 100,
    supportsAllDrives: true,
  };
  const pages = everyPage(
    (next): Promise<drive_v3.Schema$PermissionList> =>
      client
        .send(
          { what: 'look at who may open a document', kind: 'read', repeatable: true },
          (sending) => drive.permissions.list({ ...request, ...next }, sending),
        )
        .catch((error: unknown) => {
          if (error instanceof GoogleError && [403, 404].includes(error.status ?? 0)) return {};
          throw error;
        }),
  );
  for await (const { permissions } of pages) {
    if (permissions?.some(({ type }) => type === 'anyone')) return true;
  }
  return false;
};
