/** What there is to know of Google before any of it is loaded. */

import { ServiceError } from '../../errors.ts';
import type { BackendOf } from '../backend-entry.ts';
import type { GoogleConfig } from './settings.ts';
import type { KeptSheet } from './sheet/sheets-workbook.ts';

/** Only setup makes the sheet, and writes down which one it is. */
export class NoSheetYetError extends ServiceError {
  readonly code = 'sheet-not-made';

  constructor() {
    super({
      what: 'The settings name no sheet yet ("google.spreadsheet").',
      todo: 'Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings: it makes one, or says what is to be done before.',
    });
  }
}

export interface GoogleBackend extends BackendOf<'google'> {
  readonly settings: GoogleConfig;
}

export const googleBackend = (settings: GoogleConfig, timeZone: string): GoogleBackend => {
  /** Whoever worked with the sheet meanwhile: the same answer reads the same. */
  let kept: KeptSheet | undefined;
  return {
    name: 'google',
    settings,
    // Nothing tells us when people change a sheet, and to look costs one call.
    schedule: '* * * * *',
    addressOf: ({ url }) => url,
    answerForm: async (memory) => {
      const { recallAnswerForm } = await import('./answer-forms.ts');
      return recallAnswerForm(memory, 'after-event');
    },
    openMail: async () => {
      const { openGmail } = await import('./mail/gmail.ts');
      return openGmail(settings);
    },
    open: async (around) => {
      const { openGoogleDesk } = await import('./open-google-desk.ts');
      const { openKeptSheet } = await import('./sheet/sheets-workbook.ts');
      const { spreadsheet } = settings;
      if (spreadsheet === undefined) throw new NoSheetYetError();
      kept ??= openKeptSheet();
      return openGoogleDesk({ ...settings, spreadsheet, ...around, timeZone, kept });
    },
  };
};
