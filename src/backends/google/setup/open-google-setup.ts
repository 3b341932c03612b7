/** What `setup` does on Google: the sheet, then the forms. This file is loaded only where the settings name one. */
import { rememberAnswerForm } from '../answer-forms.ts';
import { openGoogleClient } from '../client/google-client.ts';
import { googleFetch } from '../client/google-fetch.ts';
import { type FormKind, formSettings } from '../form-kinds.ts';
import type { GoogleDeskOptions } from '../open-google-desk.ts';
import type { OwnForms } from '../settings.ts';
import { forgetOutline } from '../sheet/sheet-outline.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { formDesigns } from './forms/form-designs.ts';
import { type DeskForm, type FormWish, makeForm } from './forms/make-form.ts';
import { type PreparedSheet, prepareSheet } from './prepare-sheet.ts';

export interface GoogleSetup {
  readonly sheet: PreparedSheet;
  /**
   * Those that there are. Of requests none where they come in by a tab that the office has already; none at all where
   * none can be made.
   */
  readonly forms: readonly DeskForm[];
  /** In English, what a person should do besides. */
  readonly notices: readonly string[];
}

const noFormOfItsOwn =
  'A service account owns no storage and so no form. Run setup once with the credentials of a "Desktop app" and a person\'s sign-in, or make a form by hand whose questions are the titles that the tab Panduan lists for "Jawaban pemohon"; link it to the sheet.';

/** @throws ServiceError one of `errors.ts`, or of the sign-in. */
export const setUpGoogle = async ({
  spreadsheet,
  newForm,
  credentials,
  token,
  endpoint,
  timeZone,
  memory,
  pace,
  ...ownForms
}: Omit<GoogleDeskOptions, 'folder' | 'fetch'> &
  OwnForms & {
    /** One is made although there was one. */
    readonly newForm?: FormKind | undefined;
  }): Promise<GoogleSetup> => {
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace });
  const sheet = await prepareSheet(client, { spreadsheetId: spreadsheet, timeZone });
  // A person has linked a form since, or this run made tabs that the next pass should see.
  await forgetOutline(memory);
  const wanted = (kind: FormKind): FormWish['wanted'] => {
    if (signedIn.kind !== 'user') return 'known';
    if (kind === newForm) return 'new';
    return kind === 'request' && sheet.hasRequests ? 'known' : 'any';
  };
  const forms: DeskForm[] = [];
  for (const design of formDesigns) {
    const { kind } = design;
    const own = ownForms[formSettings[kind]];
    const form =
      own === false
        ? undefined
        : await makeForm(client, {
            design,
            spreadsheetId: spreadsheet,
            form: own,
            wanted: wanted(kind),
            memory,
            now: pace.now,
          });
    if (form) forms.push(form);
    await rememberAnswerForm(memory, kind, form?.isLinkedHere ? answerFormOf(form) : undefined);
  }
  const hasRequests = sheet.hasRequests || forms.some(({ design }) => design.kind === 'request');
  return { sheet, forms, notices: hasRequests ? [] : [noFormOfItsOwn] };
};

const answerFormOf = ({ answerAddress: address, ticketQuestion }: DeskForm) => ({
  address,
  ticketQuestion,
});
