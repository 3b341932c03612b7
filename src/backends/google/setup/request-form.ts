/**
 * The Google Form through which requests come in.
 *
 * It is made once and then belongs to the staff: later runs add questions that are missing and change nothing
 * else. A question counts as there when its title is one that the sheet's reader knows, so that the staff may
 * reword titles within the known spellings, move questions and add their own. The form cannot be linked to a sheet
 * by a program; a person does that.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { Memory } from '../../memory.ts';
import { CallInDoubtError } from '../client/call-in-doubt.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { answersOfForm } from './answer-tabs.ts';
import { findForm, markForm } from './form-finder.ts';
import { formWords, requestItems, requestQuestions } from './request-questions.ts';

export interface RequestForm {
  readonly formId: string;
  /** Where staff edit it. */
  readonly editAddress: string;
  /** Where requesters answer. */
  readonly answerAddress: string;
  /** Its answers go into the desk's sheet: a person has linked them. */
  readonly isLinkedHere: boolean;
  /** What people should read after they sent it. */
  readonly confirmation: string;
  /** In English, what this run changed; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should do besides. */
  readonly notices: readonly string[];
}

export interface FormWish {
  readonly spreadsheetId: string;
  /** The form of the settings. */
  readonly form?: string | undefined;
  /** `known`: none is made where none is known. `new`: one is made although another is known. */
  readonly wanted: 'any' | 'known' | 'new';
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const formName = 'google.request-form';
/** When the making of a form was begun, until we heard that it is there; `''` afterwards. */
const begunName = 'google.request-form-begun';

/** The form that the settings or an earlier run name. */
export const knownForm = async ({
  form,
  memory,
}: Pick<FormWish, 'form'> & { readonly memory: Pick<Memory, 'recall'> }): Promise<
  string | undefined
> => form ?? (await memory.recall(formName));

/**
 * Finds or makes the form and adds the questions that it lacks.
 *
 * @throws ServiceError one of `errors.ts`.
 */
export const makeRequestForm = async (
  client: GoogleClient,
  wish: FormWish,
): Promise<RequestForm | undefined> => {
  const done: string[] = [];
  let found: forms_v1.Schema$Form | undefined;
  if (wish.wanted !== 'new') found = await presentForm(client, wish);
  if (found === undefined) {
    if (wish.wanted === 'known') return undefined;
    found = await newForm(client, wish);
    done.push(`made the form "${formWords.title}"`);
  }
  const { spreadsheetId } = wish;
  const formId = found.formId ?? '';
  // Before its questions: a run that ends in between finds an empty form again and goes on.
  if (isNew(found)) {
    if (wish.form === undefined) await markForm(client, { formId, spreadsheetId });
    // Google leaves `false` out; a form of the old kind, which is always open, has no such settings.
    if (found.publishSettings && found.publishSettings.publishState?.isPublished !== true) {
      await publish(client, formId);
      done.push('published the form');
    }
  }
  const requests = [...introduction(found), ...missingItems(found)];
  if (requests.length > 0) {
    await changeForm(client, { formId, requests });
    const added = requests.filter(({ createItem }) => createItem?.item?.questionItem).length;
    if (added > 0) done.push(`added ${added} question${added === 1 ? '' : 's'} to the form`);
  }
  const { linkedSheetId } = found;
  return {
    formId,
    editAddress: `https://docs.google.com/forms/d/${formId}/edit`,
    answerAddress: found.responderUri ?? `https://docs.google.com/forms/d/${formId}/viewform`,
    isLinkedHere: linkedSheetId === spreadsheetId,
    confirmation: formWords.confirmation,
    done,
    notices:
      linkedSheetId && linkedSheetId !== spreadsheetId
        ? [
            `The form's answers go into another sheet (https://docs.google.com/spreadsheets/d/${linkedSheetId}/edit). First, under Responses → ⋮, choose "Unlink form" (Batalkan tautan formulir).`,
          ]
        : [],
  };
};

/** Named by the settings, remembered, or found again in Drive. */
const presentForm = async (
  client: GoogleClient,
  wish: FormWish,
): Promise<forms_v1.Schema$Form | undefined> => {
  const { memory } = wish;
  const known = await knownForm(wish);
  if (known !== undefined) {
    try {
      return await readForm(client, known);
    } catch (error) {
      if (wish.form === undefined && error instanceof GoogleError && isGone(error))
        throw formGone();
      throw error;
    }
  }
  const id = await findForm(client, {
    spreadsheetId: wish.spreadsheetId,
    name: formWords.title,
    begunAt: Number(await memory.recall(begunName)) || undefined,
  });
  if (id === undefined) return undefined;
  await rememberForm(memory, id);
  return readForm(client, id);
};

const isGone = ({ code }: GoogleError): boolean => code === 'form-not-found';

const formGone = (): GoogleError =>
  new GoogleError({
    code: 'form-not-found',
    what: 'Google shows the form that an earlier setup made to the signed-in account no more.',
    todo: 'Sign in with the account that made it, or restore it from the trash in Drive. If it is gone for good, run "npx layanan-vicon setup --new-form" with the same --dir.',
    status: undefined,
  });

/** The wish is written down first, so that a form of which we never hear is looked for and not made again. */
const newForm = async (
  client: GoogleClient,
  { memory, now, spreadsheetId }: FormWish,
): Promise<forms_v1.Schema$Form> => {
  const begunAt = now();
  await memory.remember(begunName, String(begunAt));
  try {
    const made = await createForm(client);
    await rememberForm(memory, made.formId ?? '');
    return made;
  } catch (error) {
    if (!(error instanceof CallInDoubtError)) throw error;
    const name = formWords.title;
    const id = await findForm(client, { spreadsheetId, name, begunAt });
    if (id === undefined) throw error;
    await rememberForm(memory, id);
    return readForm(client, id);
  }
};

const rememberForm = async (memory: Memory, formId: string): Promise<void> => {
  await memory.remember(formName, formId);
  await memory.remember(begunName, '');
};

/** A form without anything in it is one that a run made and did not finish, or just made. */
const isNew = ({ items = [] }: forms_v1.Schema$Form): boolean => items.length === 0;

/** Description and collected addresses, said only while nobody has worked on the form. */
const introduction = (form: forms_v1.Schema$Form): readonly forms_v1.Schema$Request[] =>
  isNew(form)
    ? [
        {
          updateFormInfo: {
            info: { description: formWords.description },
            updateMask: 'description',
          },
        },
        {
          updateSettings: {
            settings: { emailCollectionType: 'RESPONDER_INPUT' },
            updateMask: 'emailCollectionType',
          },
        },
      ]
    : [];

/** A new form gets everything in order; later each missing question goes to the end. */
const missingItems = (form: forms_v1.Schema$Form): forms_v1.Schema$Request[] => {
  const start = form.items?.length ?? 0;
  const missing = missingFields(form);
  const items = isNew(form)
    ? requestItems
    : requestQuestions.filter(({ field }) => missing.has(field)).map(({ item }) => item);
  return items.map((item, i) => ({ createItem: { item, location: { index: start + i } } }));
};

/** Fields of `request-answers.ts` that no question of the form asks for. */
const missingFields = ({ items = [] }: forms_v1.Schema$Form): ReadonlySet<string> => {
  const titles = items.flatMap(({ title, questionItem }) => (questionItem ? [title ?? ''] : []));
  const { indexOf } = locateColumns({ name: 'form', rows: [titles] }, answersOfForm);
  return new Set(requestQuestions.map(({ field }) => field).filter((field) => !indexOf.has(field)));
};

/** Questions without which a request cannot be worked with, by their titles. */
export const missingNeeded = (form: forms_v1.Schema$Form): readonly string[] => {
  const missing = missingFields(form);
  return answersOfForm.columns
    .filter((column) => 'needed' in column && missing.has(column.field))
    .map(({ header }) => header);
};

export const readForm = async (
  client: GoogleClient,
  formId: string,
): Promise<forms_v1.Schema$Form> => {
  const { forms } = await client.forms();
  return client.send(
    { what: 'read the form', kind: 'read', repeatable: true, subject: 'form' },
    (options) => forms.get({ formId }, options),
  );
};

/** Google copies only the titles of a new form; everything else is added afterwards. */
const createForm = async (client: GoogleClient): Promise<forms_v1.Schema$Form> => {
  const { forms } = await client.forms();
  const { title } = formWords;
  return client.send(
    { what: 'make the form', kind: 'write', repeatable: false, subject: 'form' },
    (options) => forms.create({ requestBody: { info: { title, documentTitle: title } } }, options),
  );
};

const changeForm = async (
  client: GoogleClient,
  { formId, requests }: { readonly formId: string; readonly requests: forms_v1.Schema$Request[] },
): Promise<void> => {
  const { forms } = await client.forms();
  await client.send(
    { what: 'add questions to the form', kind: 'write', repeatable: false, subject: 'form' },
    (options) => forms.batchUpdate({ formId, requestBody: { requests } }, options),
  );
};

const publish = async (client: GoogleClient, formId: string): Promise<void> => {
  const { forms } = await client.forms();
  const publishState = { isPublished: true, isAcceptingResponses: true };
  await client.send(
    { what: 'publish the form', kind: 'write', repeatable: true, subject: 'form' },
    (options) =>
      forms.setPublishSettings(
        { formId, requestBody: { publishSettings: { publishState } } },
        options,
      ),
  );
};
