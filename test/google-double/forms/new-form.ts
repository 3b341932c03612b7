import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { StoredForm } from './model.ts';

/** A form as it is when just made: no questions, not asking for an address, not linked to a sheet. */
export const newForm = (formId: string, info: forms_v1.Schema$Info): StoredForm => ({
  formId,
  info,
  items: [],
  isQuiz: false,
  emails: 'DO_NOT_COLLECT',
  revision: 1,
  isPublished: true,
  acceptsResponses: true,
  responses: [],
  link: undefined,
});
