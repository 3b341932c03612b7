/**
 * A Google Form that fills a tab of the desk.
 *
 * It is made once and then belongs to the staff: later runs add questions that are missing and change nothing
 * else. A question counts as there when its title is one that the sheet's reader knows, so that the staff may
 * reword titles within the known spellings, move questions and add their own. The form cannot be linked to a sheet
 * by a program; a person does that.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { answersOf } from '../../../../core/columns/linked-tabs.ts';
import { locateColumns } from '../../../../core/sheet/locate-columns.ts';
import type { Memory } from '../../../memory.ts';
import { CallInDoubtError } from '../../client/call-in-doubt.ts';
import { GoogleError } from '../../client/errors.ts';
import type { GoogleClient } from '../../client/google-client.ts';
import type { FormDesign } from './form-design.ts';
import { findForm, markForm } from './form-finder.ts';
import { type Responders, readResponders } from './responders.ts';

export interface DeskForm {
  readonly design: FormDesign;
  readonly formId: string;
  /** Where staff edit it. */
  readonly editAddress: string;
  /** Where people answer. */
  readonly answerAddress: string;
  /** Google's id of the question for a ticket, where it asks for one. */
  readonly ticketQuestion: string | undefined;
  /** Its answers go into the desk's sheet: a person has linked them. */
  readonly isLinkedHere: boolean;
  readonly responders: Responders;
  /** In English, what this run changed; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should do besides. */
  readonly notices: readonly string[];
}

export interface FormWish {
  readonly design: FormDesign;
  readonly spreadsheetId: string;
  /** The form of the settings. */
  readonly form?: string | undefined;
  /** `known`: none is made where none is known. `new`: one is made although another is known. */
  readonly wanted: 'any' | 'known' | 'new';
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const formName = ({ kind }: FormDesign): string => `google.${kind}-form`;
/** When the making of a form was begun, until we heard that it is there; `''` afterwards. */
const begunName = (design: FormDesign): string => `${formName(design)}-begun`;

/** The form that the settings or an earlier run name. */
export const knownForm = async ({
  design,
  form,
  memory,
}: Pick<FormWish, 'design' | 'form'> & { readonly memory: Pick<Memory, 'recall'> }): Promise<
  string | undefined
> => form ?? (await memory.recall(formName(design)));

/**
 * Finds or makes the form and adds the questions that it lacks.
 *
 * @throws ServiceError one of `errors.ts`.
 */
export const makeForm = async (
  client: GoogleClient,
  wish: FormWish,
): Promise<DeskForm | undefined> => {
  const { design, spreadsheetId } = wish;
  const done: string[] = [];
  let found: forms_v1.Schema$Form | undefined;
  if (wish.wanted !== 'new') found = await presentForm(client, wish);
  if (found === undefined) {
    if (wish.wanted === 'known') return undefined;
    found = await newForm(client, wish);
    done.push(`made the form "${design.title}"`);
  }
  const formId = found.formId ?? '';
  // Before its questions: a run that ends in between finds an empty form again and goes on.
  if (isNew(found)) {
    if (wish.form === undefined) await markForm(client, { formId, mark: markOf(wish) });
    // Google leaves `false` out; a form of the old kind, which is always open, has no such settings.
    if (found.publishSettings && found.publishSettings.publishState?.isPublished !== true) {
      found = { ...found, publishSettings: await publish(client, formId) };
      done.push(`published the form "${design.title}"`);
    }
  }
  const requests = [...introduction(found, design), ...missingItems(found, design)];
  if (requests.length > 0) {
    const { publishSettings } = found;
    const changed = await changeForm(client, { formId, requests });
    found = { ...(publishSettings && { publishSettings }), ...changed };
    const added = requests.filter(({ createItem }) => createItem?.item?.questionItem).length;
    if (added > 0) {
      done.push(`added ${added} question${added === 1 ? '' : 's'} to the form "${design.title}"`);
    }
  }
  return {
    ...formAsItStands(found, { design, spreadsheetId }),
    responders: await readResponders(client, found),
    done,
  };
};

const formAsItStands = (
  form: forms_v1.Schema$Form,
  { design, spreadsheetId }: Pick<FormWish, 'design' | 'spreadsheetId'>,
): Omit<DeskForm, 'done' | 'responders'> => {
  const { formId, linkedSheetId } = form;
  const { edit, answer } = addressesOf(form);
  return {
    design,
    formId: formId ?? '',
    editAddress: edit,
    answerAddress: answer,
    ticketQuestion: ticketQuestionOf(form, design),
    isLinkedHere: linkedSheetId === spreadsheetId,
    notices:
      linkedSheetId && linkedSheetId !== spreadsheetId
        ? [
            `The form's answers go into another sheet (https://docs.google.com/spreadsheets/d/${linkedSheetId}/edit). First, under Responses → ⋮, choose "Unlink form" (Batalkan tautan formulir).`,
          ]
        : [],
  };
};

/** Where staff edit a form, and where people answer it. */
export const addressesOf = ({
  formId,
  responderUri,
}: forms_v1.Schema$Form): { readonly edit: string; readonly answer: string } => {
  const page = `https://docs.google.com/forms/d/${formId ?? ''}`;
  return { edit: `${page}/edit`, answer: responderUri ?? `${page}/viewform` };
};

/** What tells a form of ours from all others: for which sheet it was made, and which of its forms it is. */
const markOf = ({ design, spreadsheetId }: Pick<FormWish, 'design' | 'spreadsheetId'>): string =>
  design.kind === 'request' ? spreadsheetId : `${spreadsheetId} ${design.kind}`;

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
        throw formGone(wish.design);
      throw error;
    }
  }
  const id = await findForm(client, {
    mark: markOf(wish),
    name: wish.design.title,
    begunAt: Number(await memory.recall(begunName(wish.design))) || undefined,
  });
  if (id === undefined) return undefined;
  await rememberForm(wish, id);
  return readForm(client, id);
};

const isGone = ({ code }: GoogleError): boolean => code === 'form-not-found';

export const formGone = ({ kind, title }: FormDesign): GoogleError =>
  new GoogleError({
    code: 'form-not-found',
    what: `Google shows the form "${title}" that an earlier setup made to the signed-in account no more.`,
    todo: `Sign in with the account that made it, or restore it from the trash in Drive. If it is gone for good, run "npx layanan-vicon setup --new-form ${kind}" with the same --dir.`,
    status: undefined,
  });

/** The wish is written down first, so that a form of which we never hear is looked for and not made again. */
const newForm = async (client: GoogleClient, wish: FormWish): Promise<forms_v1.Schema$Form> => {
  const { design, memory } = wish;
  const begunAt = wish.now();
  await memory.remember(begunName(design), String(begunAt));
  try {
    const made = await createForm(client, design);
    await rememberForm(wish, made.formId ?? '');
    return made;
  } catch (error) {
    if (!(error instanceof CallInDoubtError)) throw error;
    const id = await findForm(client, { mark: markOf(wish), name: design.title, begunAt });
    if (id === undefined) throw error;
    await rememberForm(wish, id);
    return readForm(client, id);
  }
};

const rememberForm = async (
  { design, memory }: Pick<FormWish, 'design' | 'memory'>,
  formId: string,
): Promise<void> => {
  await memory.remember(formName(design), formId);
  await memory.remember(begunName(design), '');
};

/** A form without anything in it is one that a run made and did not finish, or just made. */
const isNew = ({ items = [] }: forms_v1.Schema$Form): boolean => items.length === 0;

/** Description and collected addresses, said only while nobody has worked on the form. */
const introduction = (
  form: forms_v1.Schema$Form,
  { description, emails }: FormDesign,
): readonly forms_v1.Schema$Request[] =>
  isNew(form)
    ? [
        { updateFormInfo: { info: { description }, updateMask: 'description' } },
        {
          updateSettings: {
            settings: { emailCollectionType: emails },
            updateMask: 'emailCollectionType',
          },
        },
      ]
    : [];

/** A new form gets everything in order; later each missing question goes to the end. */
const missingItems = (
  form: forms_v1.Schema$Form,
  design: FormDesign,
): forms_v1.Schema$Request[] => {
  const start = form.items?.length ?? 0;
  const missing = missingFields(form, design);
  const items = isNew(form)
    ? design.items
    : design.questions.filter(({ field }) => missing.has(field)).map(({ item }) => item);
  return items.map((item, i) => ({ createItem: { item, location: { index: start + i } } }));
};

/** Where among the titles of the form's questions stands what the design asks for. */
const locateQuestions = ({ items = [] }: forms_v1.Schema$Form, { tab }: FormDesign) => {
  const asked = items.filter(({ questionItem }) => questionItem);
  const titles = asked.map(({ title }) => title ?? '');
  const { indexOf } = locateColumns({ name: 'form', rows: [titles] }, answersOf(tab));
  return { asked, indexOf };
};

/** Fields of the design that no question of the form asks for. */
const missingFields = (form: forms_v1.Schema$Form, design: FormDesign): ReadonlySet<string> => {
  const { indexOf } = locateQuestions(form, design);
  return new Set(design.questions.map(({ field }) => field).filter((field) => !indexOf.has(field)));
};

const ticketQuestionOf = (form: forms_v1.Schema$Form, design: FormDesign): string | undefined => {
  const { asked, indexOf } = locateQuestions(form, design);
  const index = design.questions.some(({ field }) => field === 'ticket')
    ? indexOf.get('ticket')
    : undefined;
  return index === undefined
    ? undefined
    : (asked[index]?.questionItem?.question?.questionId ?? undefined);
};

/** Questions without which an answer cannot be worked with, by their titles. */
export const missingNeeded = (
  form: forms_v1.Schema$Form,
  design: FormDesign,
): readonly string[] => {
  const missing = missingFields(form, design);
  return answersOf(design.tab)
    .columns.filter(({ field, needed }) => needed && missing.has(field))
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
const createForm = async (
  client: GoogleClient,
  { title }: FormDesign,
): Promise<forms_v1.Schema$Form> => {
  const { forms } = await client.forms();
  return client.send(
    { what: 'make the form', kind: 'write', repeatable: false, subject: 'form' },
    (options) => forms.create({ requestBody: { info: { title, documentTitle: title } } }, options),
  );
};

/** The form as it stands then comes back. */
const changeForm = async (
  client: GoogleClient,
  { formId, requests }: { readonly formId: string; readonly requests: forms_v1.Schema$Request[] },
): Promise<forms_v1.Schema$Form> => {
  const { forms } = await client.forms();
  const requestBody = { requests, includeFormInResponse: true };
  const { form } = await client.send(
    { what: 'add questions to the form', kind: 'write', repeatable: false, subject: 'form' },
    (options) => forms.batchUpdate({ formId, requestBody }, options),
  );
  return form ?? (await readForm(client, formId));
};

const publish = async (
  client: GoogleClient,
  formId: string,
): Promise<forms_v1.Schema$PublishSettings> => {
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
  return { publishState };
};
