/**
 * The Google Form through which requests come in.
 *
 * It is made once and then belongs to the staff: later runs add questions that are missing and change nothing
 * else. A question counts as there when its title is one that the sheet's reader knows, so that the staff may
 * reword titles within the known spellings, move questions and add their own. The form cannot be linked to a sheet
 * by a program; a person does that.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { requestTab } from '../../core/columns.ts';
import { locateColumns } from '../../core/locate-columns.ts';
import type { GoogleClient } from './google-client.ts';
import type { Memory } from './memory.ts';
import { formWords, requestQuestions } from './request-questions.ts';

export interface RequestForm {
  readonly formId: string;
  /** Where staff edit it. */
  readonly editAddress: string;
  /** Where requesters answer. */
  readonly answerAddress: string;
  /** The sheet that collects the answers, once a person has linked one. */
  readonly linkedSheet: string | undefined;
  /** In English, what this run changed; empty when nothing was left to do. */
  readonly done: readonly string[];
}

const memoryName = 'google.request-form';

/**
 * Finds or makes the form and adds the questions that it lacks.
 *
 * @param form The form of the settings, or `undefined` for the one remembered from an earlier run, or a new one.
 * @throws ServiceError one of `errors.ts`.
 */
export const makeRequestForm = async (
  client: GoogleClient,
  { form, memory }: { readonly form?: string | undefined; readonly memory: Memory },
): Promise<RequestForm> => {
  const known = form ?? (await memory.recall(memoryName));
  const done: string[] = [];
  let found: forms_v1.Schema$Form;
  if (known === undefined) {
    found = await createForm(client);
    await memory.remember(memoryName, found.formId ?? '');
    done.push(`made the form "${formWords.title}"`);
  } else {
    found = await readForm(client, known);
  }
  const formId = found.formId ?? known ?? '';
  // Before its questions: a run that ends between the two finds an empty form again and goes on.
  if (isNew(found) && found.publishSettings?.publishState?.isPublished === false) {
    await publish(client, formId);
    done.push('published the form');
  }
  const requests = [...introduction(found), ...missingQuestions(found)];
  if (requests.length > 0) {
    await changeForm(client, { formId, requests });
    const added = requests.filter(({ createItem }) => createItem).length;
    if (added > 0) done.push(`added ${added} question${added === 1 ? '' : 's'} to the form`);
  }
  return {
    formId,
    editAddress: `https://docs.google.com/forms/d/${formId}/edit`,
    answerAddress: found.responderUri ?? `https://docs.google.com/forms/d/${formId}/viewform`,
    linkedSheet: found.linkedSheetId ?? undefined,
    done,
  };
};

/** A form without questions is one that a run made and did not finish, or just made. */
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

/** Each at the end, in the order of the list. */
const missingQuestions = ({ items = [] }: forms_v1.Schema$Form): forms_v1.Schema$Request[] => {
  const titles = items.flatMap(({ title, questionItem }) => (questionItem ? [title ?? ''] : []));
  const answers = {
    ...requestTab,
    columns: requestTab.columns.filter(({ owner }) => owner === 'form'),
  };
  const { indexOf } = locateColumns({ name: 'form', rows: [titles] }, answers);
  return requestQuestions
    .filter(({ field }) => !indexOf.has(field))
    .map(({ item }, i) => ({ createItem: { item, location: { index: items.length + i } } }));
};

const readForm = async (client: GoogleClient, formId: string): Promise<forms_v1.Schema$Form> => {
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
