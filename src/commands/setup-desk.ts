import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { settingsFileName } from '../settings-file.ts';
import type { Answer } from './answer.ts';
import { setup } from './setup.ts';

/**
 * Makes a desk, or goes on with the one in `dir`: where it lives, its settings say once it has any.
 *
 * @throws NoFormHereError, or what the setup of that kind of desk throws.
 */
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
  if (!livesOnGoogle) {
    if (newForm) throw new NoFormHereError(file);
    return setup({ dir });
  }
  const { setupGoogle } = await import('./setup-google.ts');
  return setupGoogle({ dir, spreadsheet: google, newForm });
};

/** A new form is asked for where no desk on Google is. */
class NoFormHereError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(file: string) {
    super({
      what: `"--new-form" is for a desk on Google, and "${file}" names none. Nothing was made.`,
      todo: 'Name the folder of the desk with "--dir", or its sheet with "--google".',
    });
  }
}
