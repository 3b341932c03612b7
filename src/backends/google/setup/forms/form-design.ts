/**
 * What a form of the desk is: the tab that it fills, what people read around its questions, and the questions.
 *
 * A question's title is the column's header, so that the linked sheet is read without any further setting. What
 * cannot be a kind of its own is asked as text: a form made by a program takes no files, and a number cannot be
 * checked. What the form says after it was sent, only a person can set.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { Tab } from '../../../../core/sheet/column.ts';
import type { FormKind } from '../../form-kinds.ts';

export interface FormDesign {
  readonly kind: FormKind;
  /** Into its columns that forms own the answers go. */
  readonly tab: Tab;
  readonly title: string;
  readonly description: string;
  /** Whom the office sends there, in English; absent where the service sends each the link itself. */
  readonly goesTo?: string;
  /** What people should read after they sent it. */
  readonly confirmation: string;
  /** Whether people are asked for their address. */
  readonly emails: 'DO_NOT_COLLECT' | 'RESPONDER_INPUT';
  /** In the order of the columns, by the field that they answer. */
  readonly questions: readonly DesignedQuestion[];
  /** All that stands in a new form, page after page. */
  readonly items: readonly forms_v1.Schema$Item[];
}

export interface DesignedQuestion {
  readonly field: string;
  readonly item: forms_v1.Schema$Item;
}

/** How one column is asked for. */
export interface Asked {
  readonly help: string;
  readonly required?: true;
  readonly as: forms_v1.Schema$Question;
}

/** Where a new page of a new form begins. */
export interface Page {
  readonly title: string;
  readonly help: string;
}

/** What a form fills by itself is not asked. */
export type AskedField<T extends Tab> = Exclude<
  Extract<T['columns'][number], { owner: 'form' }>['field'],
  'submittedAt' | 'email'
>;

/** Every question as an item of the form, in the order of the columns. */
export const questionsOf = (
  tab: Tab,
  asked: Readonly<Record<string, Asked>>,
): readonly DesignedQuestion[] =>
  tab.columns.flatMap(({ field, header }) => {
    const question = asked[field];
    if (question === undefined) return [];
    const { as, help, required = false } = question;
    const item = {
      title: header,
      description: help,
      questionItem: { question: { ...as, required } },
    };
    return [{ field, item }];
  });

/** With a page's heading before the question that begins it. */
export const itemsOf = (
  questions: readonly DesignedQuestion[],
  pages: Readonly<Record<string, Page>> = {},
): readonly forms_v1.Schema$Item[] =>
  questions.flatMap(({ field, item }) => {
    const page = pages[field];
    return page === undefined
      ? [item]
      : [{ title: page.title, description: page.help, pageBreakItem: {} }, item];
  });

/** What the column's record offers for an answer; the code that reads it knows these words. */
export const choicesOf = <T extends Tab>(tab: T, field: AskedField<T>): readonly string[] =>
  tab.columns.find((column) => column.field === field)?.choices ?? [];

export const short: forms_v1.Schema$Question = { textQuestion: { paragraph: false } };
export const long: forms_v1.Schema$Question = { textQuestion: { paragraph: true } };
export const day: forms_v1.Schema$Question = {
  dateQuestion: { includeYear: true, includeTime: false },
};
export const time: forms_v1.Schema$Question = { timeQuestion: { duration: false } };

/** One of these; `other`: or what people type in their place. */
export const oneOf = (
  choices: readonly string[],
  { other = false } = {},
): forms_v1.Schema$Question => ({
  choiceQuestion: { type: 'RADIO', options: optionsOf(choices, other) },
});

/** From 1 to 4, by the meaning of each. */
export const scale = ([lowLabel, , , highLabel]: readonly [
  string,
  string,
  string,
  string,
]): forms_v1.Schema$Question => ({ scaleQuestion: { low: 1, high: 4, lowLabel, highLabel } });

/** Any number of these, and of what people type besides. */
export const anyOf = (choices: readonly string[]): forms_v1.Schema$Question => ({
  choiceQuestion: { type: 'CHECKBOX', options: optionsOf(choices, true) },
});

const optionsOf = (choices: readonly string[], other: boolean): forms_v1.Schema$Option[] => [
  ...choices.map((value) => ({ value })),
  ...(other ? [{ isOther: true }] : []),
];
