import type { Comment, DriveFile, SharedDrive } from './model.ts';

/** An upload in pieces: what it will become, and the bytes that have arrived. */
export type UploadSession = {
  readonly id: string;
  readonly account: string;
  readonly target:
    | { readonly kind: 'create' }
    | { readonly kind: 'update'; readonly fileId: string };
  readonly metadata: unknown;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly total: number | undefined;
  readonly startedMs: number;
  received: Uint8Array;
  /** Set once everything arrived: asking again answers the same file. */
  madeFileId: string | undefined;
};

/** Bytes that a file held once, or holds now. */
export type Revision = {
  readonly id: string;
  readonly content: Uint8Array;
  /** E-mail of whoever saved them. */
  readonly by: string;
  readonly modifiedTime: string;
};

export type DriveChange = { readonly fileId: string; readonly atMs: number };

/** What Drive knows beside the files themselves. */
export class DriveState {
  readonly drives = new Map<string, SharedDrive>();
  /** Ids that `generateIds` handed out. */
  readonly reservedIds = new Set<string>();
  /** Comments by the id of their file, oldest first. */
  readonly comments = new Map<string, readonly Comment[]>();
  readonly uploads = new Map<string, UploadSession>();
  /** `own files`: a program sees only what it made or was given, as with the scope `drive.file`. */
  sees: 'everything' | 'own files' = 'own files';
  /** `own files`: a program changes only those, as when `drive.readonly` stands beside `drive.file`. */
  changes: 'everything' | 'own files' = 'everything';
  /** So many bytes of each piece of an upload are kept at most, as when the line breaks in the middle of one. */
  mostOfPiece = Number.POSITIVE_INFINITY;
  /** How long an edit in a sheet takes to show in the change feed: up to three minutes at Google. */
  sheetChangeLagMs = 0;
  /** Bytes that each person may store. */
  storageLimit = 15 * 1024 ** 3;
  readonly #changes: DriveChange[] = [];
  readonly #revisions = new Map<string, Revision[]>();

  noteChange(fileId: string, atMs: number): void {
    this.#changes.push({ fileId, atMs });
  }

  /** What bytes a file held, the oldest first. */
  revisionsOf(fileId: string): readonly Revision[] {
    return this.#revisions.get(fileId) ?? [];
  }

  /** Keeps the bytes that a file holds now, unless they are kept already. */
  noteRevision({
    id,
    headRevisionId,
    content,
    lastModifyingUser: by,
    modifiedTime,
  }: DriveFile): void {
    const kept = this.#revisions.get(id) ?? [];
    this.#revisions.set(id, kept);
    if (headRevisionId === undefined || content === undefined) return;
    if (kept.at(-1)?.id !== headRevisionId)
      kept.push({ id: headRevisionId, content, by, modifiedTime });
  }

  /** The changes from a position on, as far as they show by now, and where to go on. */
  changesFrom(position: number, nowMs: number): { changes: readonly DriveChange[]; next: number } {
    const changes: DriveChange[] = [];
    for (const change of this.#changes.slice(position)) {
      if (change.atMs > nowMs) break;
      changes.push(change);
    }
    return { changes, next: position + changes.length };
  }
}
