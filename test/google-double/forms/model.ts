import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';

/** One filled-in form: question id → answers, as texts. */
export type StoredResponse = {
  readonly responseId: string;
  readonly createTime: string;
  readonly lastSubmittedTime: string;
  readonly respondentEmail: string | undefined;
  readonly answers: Readonly<Record<string, readonly string[]>>;
};

/** The tab that receives the responses; Google has no API for this link, only people make it. */
export type FormLink = { readonly spreadsheetId: string; readonly sheetId: number };

/** How the form asks for the respondent's address. */
export type EmailCollection = 'DO_NOT_COLLECT' | 'VERIFIED' | 'RESPONDER_INPUT';

/** Who may answer a form: anyone with the link, nobody but its editors, a domain's people, or those of a list. */
export type Responders =
  | 'anyone'
  | 'nobody'
  | { readonly domain: string }
  | { readonly people: readonly string[] };

/** A form. Kept as it is: every change puts a new one in its place. */
export type StoredForm = {
  readonly formId: string;
  readonly info: forms_v1.Schema$Info;
  readonly items: readonly forms_v1.Schema$Item[];
  readonly isQuiz: boolean;
  readonly emails: EmailCollection;
  readonly revision: number;
  readonly isPublished: boolean;
  readonly acceptsResponses: boolean;
  readonly responses: readonly StoredResponse[];
  readonly link: FormLink | undefined;
};

/** A question of a form, with the title that heads its column. */
export type FormQuestion = { readonly questionId: string; readonly title: string };

/** The questions in the form's order; each row of a grid is one, named as Forms names its column. */
export function questionsOf(form: StoredForm): readonly FormQuestion[] {
  return form.items.flatMap((item) => {
    const title = item.title ?? '';
    const single = item.questionItem?.question?.questionId;
    if (single) return [{ questionId: single, title }];
    return (item.questionGroupItem?.questions ?? []).map((question) => ({
      questionId: question.questionId ?? '',
      title: `${title} [${question.rowQuestion?.title ?? ''}]`,
    }));
  });
}
