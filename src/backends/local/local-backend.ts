/** What there is to know of a workbook and a folder on this machine before their code is loaded. */
import { dirname, join } from 'node:path';
import type { BackendOf } from '../backend-entry.ts';
import type { PhotoListing } from './folder/photo-folders.ts';
import type { KeptReading } from './workbook/kept-reading.ts';

export type LocalBackend = BackendOf<'local'>;

export const localBackend = ({
  workbook,
  documents,
  stateFolder,
}: {
  readonly workbook: string;
  readonly documents: string;
  readonly stateFolder: string;
}): LocalBackend => {
  /** Whoever saved the workbook meanwhile: what is spelled the same reads the same. */
  let reading: KeptReading | undefined;
  let listing: PhotoListing | undefined;
  return {
    name: 'local',
    workbookPath: workbook,
    schedule: '*/5 * * * *',
    addressOf: ({ id }) => join(documents, id),
    open: async ({ memory, tenure }) => {
      const { openLocalWorkbook } = await import('./workbook/local-workbook.ts');
      const { openKeptReading } = await import('./workbook/kept-reading.ts');
      const { openFolderStore } = await import('./folder/folder-store.ts');
      const { openPhotoListing } = await import('./folder/photo-folders.ts');
      reading ??= openKeptReading();
      listing ??= openPhotoListing();
      return {
        workbook: openLocalWorkbook({
          path: workbook,
          kept: reading,
          ...(tenure && { mayStill: tenure.stillOurs }),
        }),
        documents: openFolderStore({
          root: documents,
          workbookFolder: dirname(workbook),
          trash: join(stateFolder, 'undo', 'taken away'),
          memory,
          listing,
        }),
      };
    },
    // It shows late what was changed in its place: two hands would see it at different times, each undoing what the other did.
    changedHands: () => {
      listing = undefined;
    },
  };
};
