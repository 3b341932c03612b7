/** What `setup` does on Google: the sheet, then the request form. This file is loaded only where the settings name one. */
import { openGoogleClient } from './google-client.ts';
import { googleFetch } from './google-fetch.ts';
import type { GoogleDeskOptions } from './open-google-desk.ts';
import { type PreparedSheet, prepareSheet } from './prepare-sheet.ts';
import { makeRequestForm, type RequestForm } from './request-form.ts';
import { forgetOutline } from './sheet-outline.ts';
import { openSignIn } from './sign-in.ts';

export interface GoogleSetup {
  readonly sheet: PreparedSheet;
  /** `undefined` where requests come in by a tab that the office has already. */
  readonly form: RequestForm | undefined;
}

/** @throws ServiceError one of `errors.ts`, or of the sign-in. */
export const setUpGoogle = async ({
  spreadsheet,
  form,
  newForm,
  credentials,
  token,
  endpoint,
  timeZone,
  memory,
  pace,
}: Omit<GoogleDeskOptions, 'folder'> & {
  readonly form?: string | undefined;
  readonly newForm: boolean;
}): Promise<GoogleSetup> => {
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace });
  const sheet = await prepareSheet(client, { spreadsheetId: spreadsheet, timeZone });
  // A person has linked a form since, or this run made tabs that the next pass should see.
  await forgetOutline(memory);
  return {
    sheet,
    form: await makeRequestForm(client, {
      spreadsheetId: spreadsheet,
      form,
      wanted: newForm ? 'new' : sheet.hasRequests ? 'known' : 'any',
      memory,
      now: pace.now,
    }),
  };
};
