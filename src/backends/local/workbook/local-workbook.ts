import { createHash } from 'node:crypto';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { appendingEdits } from '../../../core/sheet/append-rows.ts';
import { nowhere } from '../../../core/sheet/edits.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import { ServiceError } from '../../../errors.ts';
import { fileTrouble } from '../../../files/file-trouble.ts';
import type { Workbook } from '../../backend.ts';
import { WorkbookBusyError, WorkbookNotWritableError } from '../saving/errors.ts';
import { sweepLeftovers } from '../saving/leftovers.ts';
import { holderOf } from '../saving/lock-files.ts';
import { fileState, isSameState, refusalOf, saveFile } from '../saving/save-file.ts';
import type { NewColumn } from '../sheet/new-column.ts';
import { columnsUsed } from '../sheet/sheet-read.ts';
import { addColumns, type WidenedWorkbook } from './add-columns.ts';
import { addTabs, type NewTab } from './add-tabs.ts';
import { type KeptReading, openKeptReading, snapshotOf } from './kept-reading.ts';
import { editWorkbook } from './workbook-edit.ts';
import { guarded, partsOf, readWorkbookFile, workbookBytes } from './workbook-file.ts';
import { sheetOf, type WorkbookParts } from './workbook-parts.ts';

/** What a workbook holds, and how many columns of each tab anything stands in. */
export interface MeasuredWorkbook extends WorkbookSnapshot {
  readonly tabs: readonly (TabSnapshot & { readonly columnsUsed: number })[];
}

/** A workbook that can be given columns, too. */
export interface LocalWorkbook extends Workbook {
  /**
   * Adds columns, each with its look, where nothing stands, and before them tabs; everything else is left as it is.
   *
   * @param wanted Asked anew when somebody saves the file meanwhile; with the tabs that came.
   * @param tabs Those that are to come, by what is there; none come into a workbook whose structure is locked.
   * @throws WorkbookBusyError when somebody has the file open for editing. Nothing is written then.
   */
  addColumns<C extends NewColumn>(
    wanted: (snapshot: MeasuredWorkbook) => readonly C[],
    tabs?: (snapshot: MeasuredWorkbook) => readonly NewTab[],
  ): Promise<WidenedWorkbook<C>['additions']>;
}

/** How often a write starts anew because somebody saved the file under it. */
const maxRounds = 5;

/**
 * Opens an .xlsx file that people keep open and edit in Excel or LibreOffice.
 *
 * Each call looks at the file as it is then; what is kept between them is only what rows were read as that are spelled
 * the same (`kept-reading.ts`). Writing changes our cells inside the
 * file and leaves every other part byte for byte; it replaces the file whole or not at all. When somebody saves
 * it between our look and our save, we look again and start over, so their save is never lost.
 */
export const openLocalWorkbook = ({
  path,
  kept = openKeptReading(),
  mayStill,
}: {
  readonly path: string;
  /** Of whoever opens the same file again and again. */
  readonly kept?: KeptReading;
  /** Asked right before a save; nothing is saved when it throws. */
  readonly mayStill?: () => Promise<void>;
}): LocalWorkbook => {
  sweepLeftovers(dirname(realPath(path)));
  return {
    place: path,

    async read() {
      const { parts } = await readWorkbookFile(path);
      return guarded(path, () => snapshotOf(parts));
    },

    async ask() {
      const bytes = await workbookBytes(path);
      const mark = createHash('sha256').update(bytes).digest('hex');
      return {
        mark,
        read: (how) => {
          if (how === 'anew') return guarded(path, () => snapshotOf(partsOf(bytes)));
          return kept.whole(mark, () => {
            const parts = guarded(path, () => partsOf(bytes));
            return guarded(path, () => snapshotOf(parts, kept.rowsOf(parts)));
          });
        },
      };
    },

    async write(edits, locate) {
      if (edits.length === 0) return [];
      const { outcomes } = await rewrite({ path, mayStill }, (parts) =>
        editWorkbook(parts, edits, locate, kept.rowsOf(parts)),
      );
      return outcomes;
    },

    async append(rowsFor) {
      await rewrite({ path, mayStill }, (parts) => {
        const snapshot = snapshotOf(parts);
        return editWorkbook(parts, appendingEdits(snapshot, rowsFor(snapshot)), () => nowhere);
      });
    },

    async addColumns(wanted, tabs = () => []) {
      const { additions } = await rewrite({ path, mayStill }, (parts) => {
        const bytes = addTabs(parts, tabs(measured(parts)));
        const now = bytes === undefined ? parts : partsOf(bytes);
        const widened = addColumns(now, wanted(measured(now)));
        return { ...widened, bytes: widened.bytes ?? bytes };
      });
      return additions;
    },

    // A file is replaced whole or not at all.
    finishCutOff: async () => undefined,
  };
};

const measured = (parts: WorkbookParts): MeasuredWorkbook => {
  const widths = parts.tabs.map((tab) => columnsUsed(sheetOf(parts.zip, tab)));
  const { tabs } = snapshotOf(parts);
  return { tabs: tabs.map((tab, i) => ({ ...tab, columnsUsed: widths[i] ?? 0 })) };
};

interface PlaceOfWorkbook {
  readonly path: string;
  readonly mayStill: (() => Promise<void>) | undefined;
}

/** Saves what `edit` makes of the file, unless it changes nothing. */
const rewrite = async <T extends { readonly bytes: Buffer | undefined }>(
  { path, mayStill }: PlaceOfWorkbook,
  edit: (parts: WorkbookParts) => T,
): Promise<T> => {
  for (let round = 1; round <= maxRounds; round += 1) {
    const target = realPath(path);
    refuseIfHeld(path, target);
    const { parts, state } = await readWorkbookFile(target);
    const edited = guarded(path, () => edit(parts));
    if (edited.bytes === undefined) return edited;
    refuseIfReadOnly(target);
    const isStillRight = (): boolean => {
      refuseIfHeld(path, target);
      return isSameState(state, fileState(target));
    };
    const saved = await save({ path: target, mayStill }, edited.bytes, isStillRight);
    if (saved === 'saved') return edited;
  }
  throw new WorkbookBusyError({ path });
};

const save = async (
  { path, mayStill }: PlaceOfWorkbook,
  bytes: Uint8Array,
  isStillRight: () => boolean,
): Promise<'saved' | 'taken'> => {
  try {
    return await saveFile({
      path,
      bytes,
      place: { kind: 'replace', isStillRight },
      ...(mayStill && { mayStill }),
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (error instanceof ServiceError) throw error;
    if (refusal === undefined) throw fileTrouble(error) ?? error;
    if (refusal === 'busy') throw new WorkbookBusyError({ path, cause: error });
    throw new WorkbookNotWritableError(path, refusal, error);
  }
};

/** Behind a link lies the file that is replaced; the link itself stays. */
const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    // A missing file is told by whoever reads it.
    return path;
  }
};

const refuseIfHeld = (path: string, target: string): void => {
  const holder = holderOf(path) ?? holderOf(target);
  if (holder !== undefined) throw new WorkbookBusyError({ path, holder });
};

/** A file that was made read-only is meant to stay, even where its folder would let us replace it. */
const refuseIfReadOnly = (path: string): void => {
  try {
    if ((statSync(path).mode & 0o222) === 0) throw new WorkbookNotWritableError(path, 'read-only');
    accessSync(path, constants.W_OK);
  } catch (error) {
    if (error instanceof WorkbookNotWritableError) throw error;
    throw new WorkbookNotWritableError(path, 'read-only', error);
  }
};
