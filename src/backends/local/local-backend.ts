/** What there is to know of a workbook and a folder on this machine before their code is loaded. */
import { dirname, join } from 'node:path';
import type { BackendOf } from '../backend-entry.ts';

export type LocalBackend = BackendOf<'local'>;

export const localBackend = ({
  workbook,
  documents,
  stateFolder,
}: {
  readonly workbook: string;
  readonly documents: string;
  readonly stateFolder: string;
}): LocalBackend => ({
  name: 'local',
  workbookPath: workbook,
  schedule: '*/5 * * * *',
  addressOf: ({ id }) => join(documents, id),
  open: async ({ memory, tenure }) => {
    const { openLocalWorkbook } = await import('./workbook/local-workbook.ts');
    const { openFolderStore } = await import('./folder/folder-store.ts');
    return {
      workbook: openLocalWorkbook({
        path: workbook,
        ...(tenure && { mayStill: tenure.stillOurs }),
      }),
      documents: openFolderStore({
        root: documents,
        workbookFolder: dirname(workbook),
        trash: join(stateFolder, 'undo', 'taken away'),
        memory,
      }),
    };
  },
});
