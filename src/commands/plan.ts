import { readConfig } from '../config.ts';
import { explainConcerns, explainPlan } from '../core/plan/explain.ts';
import { reasonFor, whatToDo } from '../service/document-task.ts';
import { openDesk } from '../service/open-desk.ts';
import { look } from '../service/pass/look.ts';
import { plannedDocuments } from '../service/planned-documents.ts';
import type { Answer, Circumstances } from './answer.ts';
import { needsPerson } from './summary.ts';

/** What a pass would do, and nothing written. */
export const plan = async ({ config: file, now, progress }: Circumstances): Promise<Answer> => {
  const desk = await openDesk(readConfig(file), { now, toWrite: false, progress });
  try {
    const seen = await look(desk, { now });
    const { tasks, trouble } =
      seen.kind === 'misread'
        ? { tasks: [], trouble: undefined }
        : await plannedDocuments(desk, seen);
    const documents = tasks.map((task) => {
      const { wanted } = task;
      const what = whatToDo(task);
      return {
        key: wanted.key,
        name: wanted.name,
        folder: wanted.folder,
        what,
        because: reasonFor(task, what),
      };
    });
    const concerns = explainConcerns(seen.plan.concerns);
    return {
      text: [
        seen.kind === 'misread' ? 'Nothing can be planned.' : explainPlan(seen.plan, documents),
        ...seen.refusals.map(({ text }) => `\n! Refused: ${text}`),
        ...(trouble
          ? [`\n! Which documents would be written cannot be said: ${trouble.message}`]
          : []),
        ...seen.notices.map((text) => `\n! ${text}`),
        ...(concerns.length > 0
          ? ['', 'For people to look at:', ...concerns.map((line) => `  - ${line}`)]
          : []),
      ].join('\n'),
      data: {
        at: now.toString(),
        ...seen.plan,
        documents,
        refusals: seen.refusals,
        notices: seen.notices,
        ...(trouble && { trouble: { code: trouble.code, what: trouble.what, todo: trouble.todo } }),
      },
      exit: needsPerson(seen) || trouble ? 1 : 0,
    };
  } finally {
    await desk.close();
  }
};
