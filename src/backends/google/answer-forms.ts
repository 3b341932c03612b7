/** Forms that messages may lead people to, as `setup` last saw them: no pass asks Google for a form. */
import { z } from 'zod';
import type { AnswerForm } from '../../core/messages/answer-link.ts';
import { jsonNote, keptFact } from '../kept-note.ts';
import type { Memory } from '../memory.ts';
import type { FormKind } from './form-kinds.ts';

const nameOf = (kind: FormKind): string => `google.${kind}-form-answers`;

/** @param form Absent while no person has linked it to the desk's sheet: what people answered would reach nobody. */
export const rememberAnswerForm = (
  memory: Memory,
  kind: FormKind,
  form: AnswerForm | undefined,
): Promise<void> => memory.remember(nameOf(kind), form === undefined ? '' : JSON.stringify(form));

export const recallAnswerForm = async (
  memory: Pick<Memory, 'recall'>,
  kind: FormKind,
): Promise<AnswerForm | undefined> => {
  const name = nameOf(kind);
  const noted = await memory.recall(name);
  return noted === '' ? undefined : keptFact({ name, form: answerForm }, noted);
};

const answerForm = jsonNote(
  z.object({ address: z.string(), ticketQuestion: z.string().optional() }),
);
