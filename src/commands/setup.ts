import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { firstSettings, ownTemplates, readConfig } from '../config.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Answer } from './answer.ts';

/** What a new desk consists of; every path is absolute. */
export interface DeskFiles {
  readonly made: readonly string[];
  readonly settings: string;
  readonly workbook: string;
  readonly documents: string;
}

/** Makes what a new desk needs and leaves alone what is there already. */
export const setup = ({ dir }: { readonly dir: string }): Answer & { readonly data: DeskFiles } => {
  const root = resolve(dir);
  makeFolder(root);
  const settings = join(root, settingsFileName);
  const made: string[] = [];
  if (!existsSync(settings)) {
    writeWhole(settings, firstSettings());
    made.push(settings);
  }
  const config = readConfig(settings);
  if (!existsSync(config.workbook)) {
    writeWhole(config.workbook, readFileSync(join(ownTemplates, 'buku-layanan.xlsx')));
    made.push(config.workbook);
  }
  if (!existsSync(config.documents)) {
    makeFolder(config.documents);
    made.push(config.documents);
  }
  return {
    text: [
      ...(made.length === 0
        ? [
            'Everything is there already; nothing was changed.',
            'Check everything: npx layanan-vicon doctor',
          ]
        : [
            ...made.map((path) => `made ${path}`),
            '',
            `Next: fill the tabs Petugas, Peralatan, Akun Zoom and Pengaturan in ${config.workbook},`,
            'then run: npx layanan-vicon run',
          ]),
    ].join('\n'),
    data: {
      made,
      settings,
      workbook: config.workbook,
      documents: config.documents,
    },
    exit: 0,
  };
};
