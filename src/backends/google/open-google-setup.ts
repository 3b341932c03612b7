/** What `setup` does on Google: the request form, then the sheet. This file is loaded only where the settings name one. */
import { openGoogleClient } from './google-client.ts';
import { googleFetch } from './google-fetch.ts';
import type { GoogleDeskOptions } from './open-google-desk.ts';
import { type PreparedSheet, prepareSheet } from './prepare-sheet.ts';
import { makeRequestForm, type RequestForm } from './request-form.ts';
import { openSignIn } from './sign-in.ts';

/** @throws ServiceError one of `errors.ts`, or of the sign-in. */
export const setUpGoogle = async ({
  spreadsheet,
  form,
  credentials,
  token,
  endpoint,
  timeZone,
  memory,
  pace,
}: Omit<GoogleDeskOptions, 'folder'> & { readonly form?: string | undefined }): Promise<{
  readonly form: RequestForm;
  readonly sheet: PreparedSheet;
}> => {
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace });
  return {
    form: await makeRequestForm(client, { form, memory }),
    sheet: await prepareSheet(client, { spreadsheetId: spreadsheet, timeZone }),
  };
};
