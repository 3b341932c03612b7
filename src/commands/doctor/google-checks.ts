/** A desk on Google: from the credentials file to the room for documents. Loaded only where the settings name a sheet. */
import type { Check } from './check.ts';
import { driveChecks } from './drive-checks.ts';
import { formChecks } from './form-checks.ts';
import { mailChecks } from './mail-checks.ts';
import { sheetChecks } from './sheet-checks.ts';
import { type GoogleToCheck, signInChecks } from './sign-in-checks.ts';

/** What one check learns, those that need it go on with. */
export const googleChecks = (google: GoogleToCheck): readonly Check[] => {
  const { checks, session } = signInChecks(google);
  return [
    ...checks,
    ...sheetChecks(google, session),
    ...formChecks(google, session),
    ...driveChecks(google, session),
    ...mailChecks(google, session),
  ];
};
