/** What `setup` does on Google: the sheet, then the forms. This file is loaded only where the settings name one. */
import { rememberAnswerForm } from '../answer-forms.ts';
import { GoogleError } from '../client/errors.ts';
import { openGoogleClient } from '../client/google-client.ts';
import { googleFetch } from '../client/google-fetch.ts';
import { type FormKind, formSettings } from '../form-kinds.ts';
import type { GoogleDeskOptions } from '../open-google-desk.ts';
import type { OwnForms } from '../settings.ts';
import { forgetOutline } from '../sheet/sheet-outline.ts';
import { SheetInTrashError, seenInDrive } from '../sheet/sheet-trash.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { formDesigns } from './forms/form-designs.ts';
import { type DeskForm, type FormWish, makeForm } from './forms/make-form.ts';
import { madeSheet, makeSheet, sheetTitle } from './make-sheet.ts';
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
  /** What a person should know; the desk works without it. */
  readonly remarks: readonly string[];
}

const noFormOfItsOwn =
  'A service account owns no storage and so no form. Run setup once with the credentials of a "Desktop app" and a person\'s sign-in, or make a form by hand whose questions are the titles that the tab Panduan lists for "Jawaban pemohon"; link it to the sheet.';

const sheetByHand =
  'The sheet was made by hand, so Google hides its file from this program: should somebody throw it into the trash, nobody is warned, and after 30 days it is gone.';

export type SetupOnGoogle = Omit<GoogleDeskOptions, 'spreadsheet' | 'folder' | 'fetch'> &
  OwnForms & {
    /** Absent: one is made. */
    readonly spreadsheet?: string | undefined;
    /** Writes down which sheet was made, before anything is done to it. */
    readonly noteSheet: (id: string) => void;
    /** One is made although there was one. */
    readonly newForm?: FormKind | undefined;
  };

/** @throws ServiceError one of `errors.ts`, or of the sign-in. */
export const setUpGoogle = async ({
  spreadsheet: named,
  noteSheet,
  newForm,
  credentials,
  token,
  endpoint,
  timeZone,
  memory,
  pace,
  ...ownForms
}: SetupOnGoogle): Promise<GoogleSetup> => {
  const fetch = googleFetch(endpoint);
  const signedIn = await openSignIn({ credentials, token, fetch });
  const client = openGoogleClient({ signedIn, fetch, pace });
  const { id: spreadsheet, isNew } =
    named === undefined ? await makeSheet(client, { memory, pace }) : { id: named, isNew: false };
  if (named === undefined) noteSheet(spreadsheet);
  const seen = await seenInDrive(spreadsheet, client);
  if (seen === 'in the trash') throw new SheetInTrashError();
  const prepared = await prepareSheet(client, {
    spreadsheetId: spreadsheet,
    timeZone,
    isMadeHere: (await madeSheet(memory)) === spreadsheet,
  });
  const sheet = {
    ...prepared,
    done: [
      ...(isNew ? [`made the sheet "${sheetTitle}": ${prepared.address}`] : []),
      ...prepared.done,
    ],
  };
  // A person has linked a form since, or this run made tabs that the next pass should see.
  await forgetOutline(memory);
  const wanted = (kind: FormKind): FormWish['wanted'] => {
    if (signedIn.kind !== 'user') return 'known';
    if (kind === newForm) return 'new';
    return kind === 'request' && sheet.hasRequests ? 'known' : 'any';
  };
  const forms: DeskForm[] = [];
  const notices: string[] = [];
  const remarks: string[] = seen === 'hidden' ? [sheetByHand] : [];
  for (const design of formDesigns) {
    const { kind } = design;
    const own = ownForms[formSettings[kind]];
    const wish = {
      design,
      spreadsheetId: spreadsheet,
      wanted: wanted(kind),
      memory,
      now: pace.now,
    };
    const form =
      own === false
        ? undefined
        : await makeForm(client, { ...wish, form: own }).catch(orHidden(own));
    const isNeeded = kind === 'request' && !sheet.hasRequests;
    if (form === 'hidden') (isNeeded ? notices : remarks).push(hiddenForm(kind));
    else if (form) forms.push(form);
    const linked = form !== 'hidden' && form?.isLinkedHere ? answerFormOf(form) : undefined;
    await rememberAnswerForm(memory, kind, linked);
  }
  const hasRequests =
    sheet.hasRequests ||
    ownForms.form !== undefined ||
    forms.some(({ design }) => design.kind === 'request');
  if (!hasRequests) notices.push(noFormOfItsOwn);
  return { sheet, forms, notices, remarks };
};

/** Of forms that people made, Google shows this program nothing; the office has named one, and it may well be in use. */
const orHidden =
  (own: string | undefined) =>
  (error: unknown): 'hidden' => {
    if (own !== undefined && error instanceof GoogleError && error.code === 'form-not-found') {
      return 'hidden';
    }
    throw error;
  };

const hiddenForm = (kind: FormKind): string =>
  `Google does not show the form of "google.${formSettings[kind]}" to this program, because it was made by hand or the address is wrong. See yourself that it is linked to the sheet (Responses → Link to Sheets → "Select existing spreadsheet"), and that it opens in a private window, signed in to nothing.`;

const answerFormOf = ({ answerAddress: address, ticketQuestion }: DeskForm) => ({
  address,
  ticketQuestion,
});
