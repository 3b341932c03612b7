import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { invalid, notFound } from '../api-error.ts';
import { type Call, isSet, jsonBody, piece, type Reply, type Route } from '../call.ts';
import { createFile } from '../drive/create-file.ts';
import { formType } from '../drive/model.ts';
import { saveFile } from '../drive/save-file.ts';
import { parseFieldMask, select } from '../field-mask.ts';
import { applyRequests } from './apply-requests.ts';
import { formFor } from './form-access.ts';
import { formAnswer, responseAnswer, revisionIdOf } from './form-answer.ts';
import type { StoredForm } from './model.ts';
import { newForm } from './new-form.ts';
import { letAnswer } from './responders.ts';

const cut = (call: Call, answer: unknown): Reply => {
  const fields = call.query.get('fields');
  return { json: fields === null ? answer : select(answer, parseFieldMask(fields)) };
};

/** From then on a form that a program makes is not published. Source: "API changes to Google Forms". */
const publishedUntil = Date.UTC(2026, 6, 1);

/** Makes an empty form: only its titles may be given. */
function createForm(call: Call): Reply {
  const body = jsonBody(call) as forms_v1.Schema$Form;
  const { info = {} } = body;
  const isMore = Object.keys(body).some((key) => key !== 'info') || info.description;
  if (isMore) {
    throw invalid(
      'Only info.title can be set when creating a form. To add items and change settings, use batchUpdate.',
    );
  }
  if (!info.title) throw invalid('The info.title field is required.');
  const documentTitle = info.documentTitle ?? 'Untitled form';
  const file = createFile(call, { name: documentTitle, mimeType: formType });
  const isPublished = call.world.now() < publishedUntil && !isSet(call.query, 'unpublished');
  const form: StoredForm = {
    ...newForm(file.id, { title: info.title, documentTitle }),
    isPublished,
    acceptsResponses: isPublished,
  };
  call.world.forms.set(file.id, form);
  letAnswer(call.world, { formId: file.id, who: call.world.newFormsAreFor });
  return cut(call, formAnswer(form));
}

const getForm = (call: Call): Reply => cut(call, formAnswer(formFor(call)));

function batchUpdateForm(call: Call): Reply {
  const body = jsonBody(call) as forms_v1.Schema$BatchUpdateFormRequest;
  const before = formFor(call);
  const required = body.writeControl?.requiredRevisionId;
  if (required && required !== revisionIdOf(before)) {
    throw invalid('The required revision ID does not match the latest revision.');
  }
  if ((body.requests ?? []).length === 0) throw invalid('At least one request is required.');
  const { form, replies } = applyRequests(before, body.requests ?? [], call.world.mint);
  call.world.forms.set(form.formId, form);
  const file = call.world.files.get(form.formId);
  if (file) saveFile(call.world, file, call.account);
  return cut(call, {
    ...(body.includeFormInResponse && { form: formAnswer(form) }),
    replies,
    writeControl: { requiredRevisionId: revisionIdOf(form) },
  });
}

function setPublishSettings(call: Call): Reply {
  const form = formFor(call);
  const { publishSettings } = jsonBody(call) as forms_v1.Schema$SetPublishSettingsRequest;
  const { isPublished, isAcceptingResponses } = publishSettings?.publishState ?? {};
  if (isAcceptingResponses && !isPublished) {
    throw invalid('A form that is not published cannot accept responses.');
  }
  const changed: StoredForm = {
    ...form,
    isPublished: isPublished ?? false,
    acceptsResponses: (isPublished ?? false) && (isAcceptingResponses ?? false),
  };
  call.world.forms.set(form.formId, changed);
  return cut(call, {
    formId: form.formId,
    publishSettings: formAnswer(changed).publishSettings,
  });
}

/** Oldest first; `filter=timestamp > …` asks for what was submitted since. */
function listResponses(call: Call): Reply {
  const form = formFor(call);
  const { query } = call;
  const filter = query.get('filter');
  const [, operator, since] = /^timestamp (>=?) (\S+)$/u.exec(filter ?? '') ?? [];
  if (filter !== null && (since === undefined || Number.isNaN(Date.parse(since)))) {
    throw invalid('Invalid filter.');
  }
  const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
  const found = form.responses.filter((each) => {
    const at = Date.parse(each.lastSubmittedTime);
    return operator === '>' ? at > from : at >= from;
  });
  const size = Math.min(Number(query.get('pageSize') ?? 0) || 5000, 5000);
  const start = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(start)) throw invalid('Invalid page token.');
  const shown = found.slice(start, start + size);
  return cut(call, {
    ...(shown.length > 0 && { responses: shown.map((each) => responseAnswer(form, each)) }),
    ...(start + size < found.length && { nextPageToken: String(start + size) }),
  });
}

function getResponse(call: Call): Reply {
  const form = formFor(call);
  const found = form.responses.find((each) => each.responseId === piece(call, 1));
  if (!found) throw notFound();
  return cut(call, responseAnswer(form, found));
}

function route(
  method: string,
  path: RegExp,
  [id, handle]: readonly [id: string, handle: (call: Call) => Reply],
): Route {
  return { method, path, api: 'forms', id: `forms.forms.${id}`, handle };
}

/** Forms v1. The link between a form and a sheet is not in it: people make that. */
export const routes: readonly Route[] = [
  route('POST', /^\/v1\/forms$/u, ['create', createForm]),
  route('GET', /^\/v1\/forms\/([^/:]+)$/u, ['get', getForm]),
  route('POST', /^\/v1\/forms\/([^/:]+)(?::|%3A)batchUpdate$/u, ['batchUpdate', batchUpdateForm]),
  route('POST', /^\/v1\/forms\/([^/:]+)(?::|%3A)setPublishSettings$/u, [
    'setPublishSettings',
    setPublishSettings,
  ]),
  route('GET', /^\/v1\/forms\/([^/:]+)\/responses$/u, ['responses.list', listResponses]),
  route('GET', /^\/v1\/forms\/([^/:]+)\/responses\/([^/:]+)$/u, ['responses.get', getResponse]),
];
