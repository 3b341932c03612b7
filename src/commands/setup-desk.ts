import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, settingsFileName } from '../config.ts';
import type { Answer } from './answer.ts';
import { setup } from './setup.ts';

/** Makes a desk, or goes on with the one in `dir`: where it lives, its settings say once it has any. */
export const setupDesk = async ({
  dir,
  google,
  newForm,
}: {
  readonly dir: string;
  /** Address of a sheet. */
  readonly google?: string;
  readonly newForm?: boolean;
}): Promise<Answer> => {
  const file = join(dir, settingsFileName);
  const livesOnGoogle =
    google !== undefined || (existsSync(file) && readConfig(file).google !== undefined);
  if (!livesOnGoogle) return setup({ dir });
  const { setupGoogle } = await import('./setup-google.ts');
  return setupGoogle({ dir, spreadsheet: google, newForm });
};
