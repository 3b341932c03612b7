/** The bytes of documents that the latest passes saved anew, so that an undo can put them back; by what they hold. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentStore, KeptDocument } from '../backends/backend.ts';
import type { KeptFile } from '../core/cases/pass-record.ts';
import { ServiceError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface UndoShelf {
  /** Keeps a file before it is saved anew. What cannot be kept is saved anew all the same: `undefined`. */
  keep(documents: Pick<DocumentStore, 'keep'>, id: string): Promise<KeptFile | undefined>;
  /** `undefined` when its bytes are not here any more, or not whole. */
  take(file: KeptFile): KeptDocument | undefined;
  /** Lets go of all but these, as they are named in what is kept of passes. */
  tidy(needed: ReadonlySet<string>): void;
}

/** @param folder Of the desk's state; made when something is kept. */
export const openUndoShelf = (folder: string): UndoShelf => ({
  async keep(documents, id) {
    try {
      const kept = await documents.keep(id);
      if (kept === undefined) return undefined;
      const { note, bytes } = kept;
      if (bytes === undefined) return { note };
      const name = nameOf(bytes);
      makeFolder(folder, { mode: 0o700 });
      writeWhole(join(folder, name), bytes);
      return { note, bytes: name };
    } catch (error) {
      if (error instanceof ServiceError || isRefusedBySystem(error)) return undefined;
      throw error;
    }
  },

  take({ note, bytes: name }) {
    if (name === undefined) return { note };
    try {
      const bytes = readFileSync(join(folder, name));
      return nameOf(bytes) === name ? { note, bytes } : undefined;
    } catch {
      return undefined;
    }
  },

  tidy(needed) {
    for (const name of listed(folder))
      if (/^[0-9a-f]{64}$/.test(name) && !needed.has(name))
        rmSync(join(folder, name), { force: true });
  },
});

const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const listed = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const isRefusedBySystem = (error: unknown): boolean => error instanceof Error && 'code' in error;
