import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import type { FormKind } from '../backends/google/form-kinds.ts';
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
  /** Address of a sheet; `true`: one is made. */
  readonly google?: string | true;
  readonly newForm?: FormKind;
}): Promise<Answer> => {
  const file = join(dir, settingsFileName);
  const livesOnGoogle =
    google !== undefined || (existsSync(file) && backendOf(readConfig(file)).name === 'google');
  if (!livesOnGoogle) {
    if (newForm) throw new NoFormHereError(file);
    return setupLocally(dir);
  }
  const { setupGoogle } = await import('./setup-google.ts');
  const { sheetWish } = await import('./setup/sheet-setting.ts');
  return setupGoogle({ dir, sheet: google === undefined ? undefined : sheetWish(google), newForm });
};

/** A workbook that was there already gets what an earlier version did not make; the new one has it all. */
const setupLocally = async (dir: string): Promise<Answer> => {
  const answer = setup({ dir });
  const { made, workbook } = answer.data;
  if (made.includes(workbook)) return answer;
  const { bringColumns } = await import('../backends/local/setup/bring-columns.ts');
  const { openLocalWorkbook } = await import('../backends/local/workbook/local-workbook.ts');
  const { absentTabNotices } = await import('../backends/local/setup/absent-tabs.ts');
  const book = openLocalWorkbook({ path: workbook });
  const { done, notices: columnNotices } = await bringColumns(book);
  const notices = [...absentTabNotices(await book.read()), ...columnNotices];
  if (done.length === 0 && notices.length === 0) return answer;
  const check = 'Check everything: npx layanan-vicon doctor';
  return {
    text: [
      ...made.map((path) => `made ${path}`),
      ...(done.length === 0 ? ['Nothing was added.'] : done),
      ...(notices.length === 0 ? [] : ['', 'To do:']),
      ...notices.map((notice, i) => `${i + 1}. ${notice}`),
      '',
      check,
    ].join('\n'),
    data: { ...answer.data, added: done, todo: notices },
    exit: notices.length === 0 ? 0 : 1,
  };
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
