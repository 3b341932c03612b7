/** What there is to know of Google before any of it is loaded. */
import type { BackendOf } from '../backend-entry.ts';
import type { GoogleConfig } from './settings.ts';

export interface GoogleBackend extends BackendOf<'google'> {
  readonly settings: GoogleConfig;
}

export const googleBackend = (settings: GoogleConfig, timeZone: string): GoogleBackend => ({
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
    return openGoogleDesk({ ...settings, ...around, timeZone });
  },
});
