import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { StoredForm, StoredResponse } from './model.ts';

export const revisionIdOf = (form: StoredForm): string => String(form.revision).padStart(8, '0');

/** Where people fill the form in; the id in it is not the form's own. */
const responderUriOf = (form: StoredForm): string =>
  `https://docs.google.com/forms/d/e/1FAIpQLS${form.formId.slice(1, 40)}/viewform`;

/** A form as `forms.get` tells it. */
export function formAnswer(form: StoredForm): forms_v1.Schema$Form {
  return {
    formId: form.formId,
    info: form.info,
    settings: {
      ...(form.isQuiz && { quizSettings: { isQuiz: true } }),
      emailCollectionType: form.emails,
    },
    revisionId: revisionIdOf(form),
    responderUri: responderUriOf(form),
    ...(form.link && { linkedSheetId: form.link.spreadsheetId }),
    ...(form.items.length > 0 && { items: [...form.items] }),
    publishSettings: {
      publishState: {
        ...(form.isPublished && { isPublished: true }),
        ...(form.acceptsResponses && { isAcceptingResponses: true }),
      },
    },
  };
}

/** A response as `forms.responses` tells it. */
export function responseAnswer(
  form: StoredForm,
  response: StoredResponse,
): forms_v1.Schema$FormResponse {
  const { responseId, createTime, lastSubmittedTime, respondentEmail } = response;
  const answers = Object.entries(response.answers).map(([questionId, values]) => [
    questionId,
    { questionId, textAnswers: { answers: values.map((value) => ({ value })) } },
  ]);
  return {
    formId: form.formId,
    responseId,
    createTime,
    lastSubmittedTime,
    ...(respondentEmail !== undefined && { respondentEmail }),
    answers: Object.fromEntries(answers),
  };
}
