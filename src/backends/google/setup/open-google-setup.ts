/** What `setup` does on Google: the sheet, then the request form. This file is loaded only where the settings name one. */
import { openGoogleClient } from '../client/google-client.ts';
import { googleFetch } from '../client/google-fetch.ts';
import type { GoogleDeskOptions } from '../open-google-desk.ts';
import { forgetOutline } from '../sheet/sheet-outline.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { type PreparedSheet, prepareSheet } from './prepare-sheet.ts';
import { makeRequestForm, type RequestForm } from './request-form.ts';

export interface GoogleSetup {
  readonly sheet: PreparedSheet;
  /** `undefined` where requests come in by a tab that the office has already, and where none can be made. */
  readonly form: RequestForm | undefined;
  /** In English, what a person should do besides. */
  readonly notices: readonly string[];
}

const noFormOfItsOwn =
  'A service account owns no storage and so no form. Run setup once with the credentials of a "Desktop app" and a person\'s sign-in, or make a form by hand whose questions are the titles that the tab Panduan lists for "Jawaban pemohon"; link it to the sheet.';

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
}: Omit<GoogleDeskOptions, 'folder' | 'fetch'> & {
  readonly form?: string | undefined;
  readonly newForm: boolean;
}): Promise<GoogleSetup> => {
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace });
  const sheet = await prepareSheet(client, { spreadsheetId: spreadsheet, timeZone });
  // A person has linked a form since, or this run made tabs that the next pass should see.
  await forgetOutline(memory);
  const mayMake = signedIn.kind === 'user';
  const known = await makeRequestForm(client, {
    spreadsheetId: spreadsheet,
    form,
    wanted: !mayMake ? 'known' : newForm ? 'new' : sheet.hasRequests ? 'known' : 'any',
    memory,
    now: pace.now,
  });
  const isLacking = known === undefined && !sheet.hasRequests;
  return { sheet, form: known, notices: isLacking ? [noFormOfItsOwn] : [] };
};
