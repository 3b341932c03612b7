/** A desk whose workbook is a file: the file itself, who has it open, and the folder for documents. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { holderOf } from '../../backends/local/saving/lock-files.ts';
import { openLocalWorkbook } from '../../backends/local/workbook/local-workbook.ts';
import type { Config } from '../../config.ts';
import type { WorkbookSnapshot } from '../../core/sheet/snapshot.ts';
import { judgeBook, judgeRegisters } from './book-check.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';

export const localChecks = ({
  workbook,
  documents,
}: Pick<Config, 'workbook' | 'documents'>): readonly Check[] => {
  let snapshot: WorkbookSnapshot = { tabs: [] };
  return [
    {
      name: 'workbook',
      needs: [],
      look: async () => {
        if (!existsSync(workbook)) {
          return wrong(
            `There is no workbook "${workbook}".`,
            'Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, or correct "workbook" in the settings.',
          );
        }
        snapshot = await openLocalWorkbook({ path: workbook }).read();
        return mayWrite(workbook)
          ? right()
          : wrong(
              `The workbook "${workbook}" is write-protected for this user.`,
              'Give this user the right to change it.',
            );
      },
    },
    { name: 'tabs and headers', needs: ['workbook'], look: () => judgeBook(snapshot, orCopy) },
    {
      name: 'officers, equipment, licences',
      needs: ['tabs and headers'],
      look: () => judgeRegisters(snapshot),
    },
    { name: 'workbook free', needs: ['workbook'], look: () => judgeHolder(workbook) },
    { name: 'documents folder', needs: [], look: () => judgeFolder(documents) },
  ];
};

/** On this machine setup brings columns, and no tabs. */
const orCopy =
  'bring them back from a copy of the workbook, or copy the tab or column from an empty workbook, which "npx layanan-vicon setup --dir ANOTHER-FOLDER" makes, and fill it before the next pass';

const judgeHolder = (workbook: string): Diagnosis => {
  const holder = holderOf(workbook);
  return holder === undefined
    ? right()
    : warned(
        `Somebody has "${basename(workbook)}" open ("${holder.lockFile}" lies beside it); nothing is written until it is closed.`,
        'Save and close it. If nobody has it open, a crash left that file behind: delete it.',
      );
};

/** A folder that is not there yet is made where the nearest one that is can be written. */
const judgeFolder = (folder: string): Diagnosis => {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  return statSync(nearest).isDirectory() && mayWrite(nearest)
    ? right()
    : wrong(
        `Documents cannot be put into "${folder}": "${nearest}" is no folder that this user may write.`,
        'Give this user the right to write there, or correct "documents" in the settings.',
      );
};

const mayWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
