import { ServiceError } from '../errors.ts';
import { type DocumentTask, isDone } from './document-task.ts';
import { dueDocuments, examine } from './due-documents.ts';
import type { Seen } from './pass/look.ts';
import type { PassParts } from './pass/pass-parts.ts';

/** What `plan` shows of documents: those that a pass would write now, or why that cannot be said. */
export const plannedDocuments = async (
  { documents }: Pick<PassParts, 'documents'>,
  { now, wanted, ledgerState }: Seen,
): Promise<{ readonly tasks: readonly DocumentTask[]; readonly trouble?: ServiceError }> => {
  try {
    const { due, trouble } = await dueDocuments(
      { documents },
      { now, wanted, known: ledgerState.documents },
    );
    if (trouble) return { tasks: [], trouble };
    const tasks: DocumentTask[] = [];
    for (const each of due) tasks.push(await examine({ documents }, each));
    return { tasks: tasks.filter((task) => !isDone(task)) };
  } catch (trouble) {
    if (!(trouble instanceof ServiceError)) throw trouble;
    return { tasks: [], trouble };
  }
};
