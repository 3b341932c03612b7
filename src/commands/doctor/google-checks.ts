/** A desk on Google: from the credentials file to the room for documents. Loaded only where the settings name it. */

import { NoSheetYetError } from '../../backends/google/google-backend.ts';
import type { Check } from './check.ts';
import { documentChecks, driveApiCheck } from './drive-checks.ts';
import { formChecks } from './form-checks.ts';
import { mailChecks } from './mail-checks.ts';
import { sheetChecks } from './sheet-checks.ts';
import { type GoogleToCheck, signInChecks } from './sign-in-checks.ts';

/**
 * What one check learns, those that need it go on with. A cause comes before what follows from it: a form that nobody has
 * linked before the tab and the columns that are missing for that reason.
 */
export const googleChecks = (google: GoogleToCheck): readonly Check[] => {
  const { checks, session } = signInChecks(google);
  const { spreadsheet } = google;
  if (spreadsheet === undefined) return [...checks, noSheetYet];
  const desk = { ...google, spreadsheet };
  const sheet = sheetChecks(desk, session);
  return [
    ...checks,
    sheet.api,
    driveApiCheck(session),
    ...sheet.reach,
    ...formChecks(desk, session),
    ...sheet.content,
    ...documentChecks(desk, session),
    ...mailChecks(google, session),
  ];
};

const noSheetYet: Check = {
  name: 'sheet',
  needs: ['sign-in'],
  look: () => {
    throw new NoSheetYetError();
  },
};
