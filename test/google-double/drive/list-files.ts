import type { Call, Reply } from '../call.ts';
import { isVisible, roleOnDrive } from './access.ts';
import { cutTo, fileAnswer } from './file-answer.ts';
import { allDrives } from './files.ts';
import { readQuery } from './files-query.ts';
import type { DriveFile } from './model.ts';
import { driveNotFound, invalidParameter } from './refusals.ts';

/** `files.list`: what shows to the caller and passes the query, newest change first, a page at a time. */
export function listFiles(call: Call): Reply {
  const { world, account, query } = call;
  const passes = wantedFiles(call);
  const driveId = wantedDrive(call);
  const includesDrives = allDrives(call);
  const found = [...world.files.values()].filter(
    (file) =>
      file.parents.length > 0 &&
      isVisible(world, file, account) &&
      (file.driveId === undefined || includesDrives) &&
      (driveId === undefined || file.driveId === driveId) &&
      passes(file),
  );
  const { start, size } = page(query);
  const files = found.toSorted(order(query.get('orderBy') ?? 'modifiedTime desc'));
  const end = start + size;
  const answer = {
    kind: 'drive#fileList',
    ...(end < files.length && { nextPageToken: pageToken(end) }),
    incompleteSearch: false,
    files: files.slice(start, end).map((file) => fileAnswer(world, file, account)),
  };
  const usual =
    'kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType,driveId,teamDriveId)';
  return { json: cutTo(call, answer, usual) };
}

/** Without a query every file passes, the trashed ones too, as at Google. */
function wantedFiles({ world, account, query }: Call): (file: DriveFile) => boolean {
  const text = query.get('q')?.trim();
  return text ? readQuery(text, { world, account }) : () => true;
}

/** A drive that does not let somebody in is as if it were not there. Belief (likely): users' reports. */
function wantedDrive({ world, account, query }: Call): string | undefined {
  const driveId = query.get('driveId') ?? undefined;
  if ((query.get('corpora') === 'drive') !== (driveId !== undefined)) {
    throw invalidParameter(
      'The driveId must be specified if and only if corpora is set to drive.',
      'driveId',
    );
  }
  if (driveId === undefined) return undefined;
  const members = world.drive.drives.get(driveId)?.permissions ?? [];
  if (roleOnDrive(members, account.email) === undefined) throw driveNotFound(driveId);
  return driveId;
}

export const pageToken = (start: number): string =>
  `~!!~${Buffer.from(String(start)).toString('base64url')}`;

/** Where a page begins and how long it may be; an empty token is the first page's. */
export function page(
  query: URLSearchParams,
  { usual, most }: { readonly usual: number; readonly most: number } = { usual: 100, most: 1000 },
): { readonly start: number; readonly size: number } {
  const size = Number(query.get('pageSize') ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalidParameter(
      `Invalid value '${query.get('pageSize')}'. Values must be within the range: [1, ${most}]`,
      'pageSize',
    );
  }
  const token = query.get('pageToken') ?? '';
  if (token === '') return { start: 0, size };
  const start = Number(Buffer.from(token.slice(4), 'base64url').toString());
  if (!token.startsWith('~!!~') || !Number.isInteger(start)) {
    throw invalidParameter('Invalid Value', 'pageToken');
  }
  return { start, size };
}

const names = new Intl.Collator('en', { sensitivity: 'accent' });
const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'accent' });

const comparisons: Readonly<Record<string, (one: DriveFile, other: DriveFile) => number>> = {
  createdTime: (one, other) => Date.parse(one.createdTime) - Date.parse(other.createdTime),
  modifiedTime: (one, other) => Date.parse(one.modifiedTime) - Date.parse(other.modifiedTime),
  name: (one, other) => names.compare(one.name, other.name),
  name_natural: (one, other) => naturally.compare(one.name, other.name),
  quotaBytesUsed: (one, other) => (one.content?.length ?? 0) - (other.content?.length ?? 0),
  folder: (one, other) =>
    Number(other.mimeType.endsWith('.folder')) - Number(one.mimeType.endsWith('.folder')),
  starred: (one, other) => Number(other.starred ?? false) - Number(one.starred ?? false),
};

function order(text: string): (one: DriveFile, other: DriveFile) => number {
  const keys = text.split(',').map((part) => {
    const [name = '', direction] = part.trim().split(/\s+/u);
    const compare = comparisons[name];
    if (!compare) throw invalidParameter(`Sorting is not supported for key '${name}'.`, 'orderBy');
    return direction === 'desc'
      ? (one: DriveFile, other: DriveFile) => compare(other, one)
      : compare;
  });
  return (one, other) => {
    for (const compare of keys) {
      const difference = compare(one, other);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
