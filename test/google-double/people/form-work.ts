import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { invalid, notFound } from '../api-error.ts';
import { mayAnswer } from '../drive/access.ts';
import { driveTime } from '../drive/drive-time.ts';
import { formType, newDriveFile } from '../drive/model.ts';
import { rootOf } from '../drive/save-file.ts';
import {
  type EmailCollection,
  questionsOf,
  type Responders,
  type StoredForm,
} from '../forms/model.ts';
import { newForm } from '../forms/new-form.ts';
import { letAnswer } from '../forms/responders.ts';
import type { World } from '../world.ts';
import { staff } from './edit-spreadsheet.ts';
import { linkToTab, writeResponse } from './response-rows.ts';

/** Makes a form by hand with one question of short text for each title; its id comes back. */
export function makeForm(
  world: World,
  asked: {
    readonly title: string;
    readonly questions: readonly string[];
    readonly emails?: EmailCollection;
    readonly by?: string;
  },
): string {
  const owner = asked.by ?? staff;
  const file = newDriveFile({
    id: world.mint.fileId(),
    name: asked.title,
    mimeType: formType,
    parents: [rootOf(world, owner).id],
    owner,
    at: driveTime(world.now()),
  });
  const items = asked.questions.map(
    (title): forms_v1.Schema$Item => ({
      itemId: world.mint.hex(8),
      title,
      questionItem: { question: { questionId: world.mint.hex(8), textQuestion: {} } },
    }),
  );
  world.files.set(file.id, file);
  const form = newForm(file.id, { title: asked.title, documentTitle: asked.title });
  world.forms.set(file.id, { ...form, items, emails: asked.emails ?? form.emails });
  letAnswer(world, { formId: file.id, who: 'anyone' });
  return file.id;
}

/**
 * Links a form to a spreadsheet, which only people can: a tab for its responses comes first, or a tab that
 * is there already is taken over. The tab's name comes back.
 */
export function linkForm(
  world: World,
  asked: {
    readonly formId: string;
    readonly spreadsheetId: string;
    readonly tab?: string;
    /** The answers become a table of Google's, its columns of days typed or not. */
    readonly table?: 'plain' | 'typed';
  },
): string {
  const form = formOf(world, asked.formId);
  const { sheetId, name } = linkToTab(world, form, asked);
  world.forms.set(form.formId, {
    ...form,
    link: { spreadsheetId: asked.spreadsheetId, sheetId },
  });
  return name;
}

/** Cuts the link; the tab and its rows stay. */
export function unlinkForm(world: World, { formId }: { readonly formId: string }): void {
  world.forms.set(formId, { ...formOf(world, formId), link: undefined });
}

/** Chooses who may answer, in the form's box "Share". */
export function setResponders(
  world: World,
  asked: { readonly formId: string; readonly who: Responders },
): void {
  letAnswer(world, { formId: formOf(world, asked.formId).formId, who: asked.who });
}

/** Publishes a form, or takes it back; a published one takes answers until somebody closes it. */
export function publishForm(
  world: World,
  { formId, state }: { readonly formId: string; readonly state: 'open' | 'closed' | 'unpublished' },
): void {
  const isPublished = state !== 'unpublished';
  const acceptsResponses = state === 'open';
  world.forms.set(formId, { ...formOf(world, formId), isPublished, acceptsResponses });
}

export type Filled = {
  readonly formId: string;
  /** By the question's title or id; several texts for ticks. What is not there was left empty. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** As typed into the form. */
  readonly email?: string;
  /** Who is signed in to Google; nobody unless told. */
  readonly as?: string;
};

/** Fills a form in: the response is kept, and a row appears below the last one of the form. Its id comes back. */
export function submitResponse(world: World, asked: Filled): string {
  const form = formOf(world, asked.formId);
  const file = world.files.get(form.formId);
  if (!form.isPublished || !file) throw invalid('This form has not been published.');
  if (!mayAnswer(world, file, asked.as)) throw invalid('You need permission to answer this form.');
  if (!form.acceptsResponses) throw invalid('This form is no longer accepting responses.');
  const at = new Date(world.now()).toISOString();
  const response = {
    responseId: `ACYDBN${world.mint.hex(24)}`,
    createTime: at,
    lastSubmittedTime: at,
    respondentEmail: form.emails === 'DO_NOT_COLLECT' ? undefined : asked.email,
    answers: answersById(form, asked.answers),
  };
  world.forms.set(form.formId, { ...form, responses: [...form.responses, response] });
  writeResponse(world, form, response);
  return response.responseId;
}

/** Changes a response later: its row is written anew with a new timestamp; answers not named stay. */
export function editResponse(
  world: World,
  asked: Omit<Filled, 'email' | 'as'> & { readonly responseId: string },
): void {
  const form = formOf(world, asked.formId);
  const present = form.responses.find((each) => each.responseId === asked.responseId);
  if (!present) throw notFound();
  const response = {
    ...present,
    lastSubmittedTime: new Date(world.now()).toISOString(),
    answers: { ...present.answers, ...answersById(form, asked.answers) },
  };
  const responses = form.responses.map((each) => (each === present ? response : each));
  world.forms.set(form.formId, { ...form, responses });
  writeResponse(world, form, response);
}

function formOf(world: World, formId: string): StoredForm {
  const form = world.forms.get(formId);
  if (!form) throw notFound();
  return form;
}

function answersById(
  form: StoredForm,
  answers: Filled['answers'],
): Readonly<Record<string, readonly string[]>> {
  const questions = questionsOf(form);
  return Object.fromEntries(
    Object.entries(answers).map(([named, given]) => {
      const question = questions.find((each) => each.title === named || each.questionId === named);
      if (!question) throw invalid(`The form has no question "${named}".`);
      return [question.questionId, [given].flat()];
    }),
  );
}
