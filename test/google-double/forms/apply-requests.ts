import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { invalid } from '../api-error.ts';
import { assign, parseFieldMask } from '../field-mask.ts';
import type { IdMint } from '../id-mint.ts';
import type { EmailCollection, StoredForm } from './model.ts';

type Request = forms_v1.Schema$Request;
type Item = forms_v1.Schema$Item;
type Applied = { readonly form: StoredForm; readonly reply: forms_v1.Schema$Response };

/** Does the requests of a batch one after the other; the first that is refused refuses them all. */
export function applyRequests(
  form: StoredForm,
  requests: readonly Request[],
  mint: IdMint,
): { readonly form: StoredForm; readonly replies: readonly forms_v1.Schema$Response[] } {
  const replies: forms_v1.Schema$Response[] = [];
  let changed = form;
  requests.forEach((request, index) => {
    const applied = applyOne(changed, request, { index, mint });
    changed = applied.form;
    replies.push(applied.reply);
  });
  return { form: { ...changed, revision: form.revision + 1 }, replies };
}

type At = { readonly index: number; readonly mint: IdMint };

function applyOne(form: StoredForm, request: Request, at: At): Applied {
  const { createItem, updateItem, deleteItem, moveItem, updateFormInfo, updateSettings } = request;
  if (createItem) return createdItem(form, createItem, at);
  if (updateItem) return { form: updatedItem(form, updateItem, at), reply: {} };
  if (deleteItem) {
    const index = placeOf(form, deleteItem.location, at);
    return { form: { ...form, items: form.items.toSpliced(index, 1) }, reply: {} };
  }
  if (moveItem) {
    const from = placeOf(form, moveItem.originalLocation, at);
    const item = form.items[from];
    const rest = form.items.toSpliced(from, 1);
    const to = moveItem.newLocation?.index ?? 0;
    if (!item || to < 0 || to > rest.length) throw refused(at, 'Invalid location.');
    return { form: { ...form, items: rest.toSpliced(to, 0, item) }, reply: {} };
  }
  if (updateFormInfo) {
    const mask = maskOf(updateFormInfo.updateMask, at);
    const { documentTitle } = form.info;
    const info = assign(form.info, updateFormInfo.info, mask);
    return {
      form: { ...form, info: { ...info, ...(documentTitle && { documentTitle }) } },
      reply: {},
    };
  }
  if (updateSettings) {
    const mask = maskOf(updateSettings.updateMask, at);
    const before = {
      quizSettings: { isQuiz: form.isQuiz },
      emailCollectionType: form.emails,
    };
    const settings = assign(before, updateSettings.settings, mask) as forms_v1.Schema$FormSettings;
    return {
      form: {
        ...form,
        isQuiz: settings.quizSettings?.isQuiz ?? false,
        emails: emailCollection(settings.emailCollectionType),
      },
      reply: {},
    };
  }
  throw refused(at, 'Exactly one field of the request must be set.');
}

const emailCollection = (given: string | null | undefined): EmailCollection =>
  given === 'VERIFIED' || given === 'RESPONDER_INPUT' ? given : 'DO_NOT_COLLECT';

function createdItem(
  form: StoredForm,
  { item, location }: forms_v1.Schema$CreateItemRequest,
  at: At,
): Applied {
  const index = location?.index;
  if (index === undefined || index === null || index < 0 || index > form.items.length) {
    throw refused(at, 'Invalid location.');
  }
  if (!item) throw refused(at, 'Item is required.');
  const made = withIds(checkedItem(item, at), at.mint);
  return {
    form: { ...form, items: form.items.toSpliced(index, 0, made) },
    reply: {
      createItem: {
        itemId: made.itemId ?? null,
        questionId: questionsIn(made).map((each) => each.questionId ?? ''),
      },
    },
  };
}

function updatedItem(
  form: StoredForm,
  { item, location, updateMask }: forms_v1.Schema$UpdateItemRequest,
  at: At,
): StoredForm {
  const index = placeOf(form, location, at);
  const present = form.items[index];
  const changed = assign(present, item, maskOf(updateMask, at)) as Item;
  const kept = present?.itemId ? { ...changed, itemId: present.itemId } : changed;
  const made = withIds(checkedItem(kept, at), at.mint);
  return { ...form, items: form.items.with(index, made) };
}

function placeOf(form: StoredForm, location: forms_v1.Schema$Location | undefined, at: At): number {
  const index = location?.index ?? 0;
  if (index < 0 || index >= form.items.length) throw refused(at, 'Invalid location.');
  return index;
}

function maskOf(text: string | null | undefined, at: At): ReturnType<typeof parseFieldMask> {
  if (!text) throw refused(at, 'The update mask must not be empty.');
  return parseFieldMask(text);
}

const kinds = [
  'questionItem',
  'questionGroupItem',
  'pageBreakItem',
  'textItem',
  'imageItem',
  'videoItem',
] as const;

const questionKinds = [
  'choiceQuestion',
  'textQuestion',
  'scaleQuestion',
  'dateQuestion',
  'timeQuestion',
  'fileUploadQuestion',
  'rowQuestion',
  'ratingQuestion',
] as const;

const questionsIn = (item: Item): readonly forms_v1.Schema$Question[] =>
  item.questionGroupItem?.questions ??
  (item.questionItem?.question ? [item.questionItem.question] : []);

/** Refuses what Forms refuses: no kind, two kinds, a choice without options or with one twice, line breaks in titles. */
function checkedItem(item: Item, at: At): Item {
  const count = kinds.filter((kind) => item[kind]).length;
  if (count !== 1) throw refused(at, 'Exactly one kind of item must be set.');
  if (/[\r\n]/u.test(item.title ?? '')) {
    throw refused(at, 'Displayed text cannot contain newlines');
  }
  for (const question of questionsIn(item)) {
    if (questionKinds.filter((kind) => question[kind]).length !== 1) {
      throw refused(at, 'Exactly one kind of question must be set.');
    }
    if (question.fileUploadQuestion) {
      throw refused(at, 'Creation of file upload questions is not supported.');
    }
    checkChoices(question.choiceQuestion, at);
  }
  checkChoices(item.questionGroupItem?.grid?.columns, at);
  return item;
}

function checkChoices(choice: forms_v1.Schema$ChoiceQuestion | undefined, at: At): void {
  if (!choice) return;
  const values = (choice.options ?? []).filter((each) => !each.isOther).map((each) => each.value);
  if ((choice.options ?? []).length === 0) throw refused(at, 'A choice question needs options.');
  if (values.some((value) => !value)) throw refused(at, 'Option value must not be empty.');
  if (values.some((value) => /[\r\n]/u.test(value ?? ''))) {
    throw refused(at, 'Displayed text cannot contain newlines');
  }
  if (new Set(values).size < values.length) throw refused(at, 'Duplicate option value.');
}

/** An item with ids for itself and its questions; ids that it brings stay. */
function withIds(item: Item, mint: IdMint): Item {
  const identified = (question: forms_v1.Schema$Question): forms_v1.Schema$Question => ({
    ...question,
    questionId: question.questionId ?? mint.hex(8),
  });
  const { questionItem, questionGroupItem } = item;
  return {
    ...item,
    itemId: item.itemId ?? mint.hex(8),
    ...(questionItem?.question && {
      questionItem: { ...questionItem, question: identified(questionItem.question) },
    }),
    ...(questionGroupItem && {
      questionGroupItem: {
        ...questionGroupItem,
        questions: (questionGroupItem.questions ?? []).map(identified),
      },
    }),
  };
}

const refused = ({ index }: At, message: string): Error =>
  invalid(`Invalid requests[${index}]: ${message}`);
