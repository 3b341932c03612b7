import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFolderStore } from '../backends/local/folder-store.ts';
import { openLocalWorkbook } from '../backends/local/local-workbook.ts';
import type { Config } from '../config.ts';
import { ownTemplates } from '../config.ts';
import { claimDesk } from '../ledger/claim-desk.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { PassParts } from './pass.ts';
import { openTemplateShelf } from './template-shelf.ts';

/** A desk with everything that a pass works with; close it when done. */
export interface OpenDesk extends PassParts {
  close(): Promise<void>;
}

/**
 * Opens the desk that the settings describe.
 *
 * @param toWrite Claims the desk: a second instance that wants to write is refused. Without it the ledger is only read.
 * @throws DeskBusyError when another instance works on the same desk.
 */
export const openDesk = async (
  config: Config,
  { toWrite, progress }: { readonly toWrite: boolean; readonly progress: (step: string) => void },
): Promise<OpenDesk> => {
  const stateFolder = dirname(config.ledger);
  if (toWrite) mkdirSync(stateFolder, { recursive: true });
  const claim = toWrite ? await claimDesk({ path: config.ledger }) : undefined;
  try {
    const ledger = await openLedger({
      path: config.ledger,
      desk: 'desk',
      readOnly: !toWrite,
    });
    return {
      workbook: openLocalWorkbook({ path: config.workbook }),
      documents: openFolderStore({
        root: config.documents,
        workbookFolder: dirname(config.workbook),
      }),
      ledger,
      templates: openTemplateShelf({
        folder: config.templates,
        builtIn: ownTemplates,
        lastGood: join(stateFolder, 'templates'),
        keep: toWrite,
        chartsAsPictures: config.charts === 'pictures',
        ...(config.logo !== undefined && { logo: config.logo }),
      }),
      timeZone: config.timeZone,
      limits: config.guard,
      progress,
      close: async () => {
        await ledger.close();
        await claim?.release();
      },
    };
  } catch (error) {
    await claim?.release();
    throw error;
  }
};
