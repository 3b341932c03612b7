import { readConfig } from '../config.ts';
import type { AddedRow } from '../core/cases/pass-record.ts';
import { explainConcerns, explainPlan } from '../core/plan/explain.ts';
import { quoted } from '../core/plan/quoted-cell.ts';
import { reasonFor, whatToDo } from '../service/document-task.ts';
import { openDesk } from '../service/open-desk.ts';
import { type Look, look } from '../service/pass/look.ts';
import { plannedDocuments } from '../service/planned-documents.ts';
import type { Answer, Circumstances } from './answer.ts';
import { needsPerson } from './summary.ts';

/** What a pass would do, and nothing written. */
export const plan = async ({ config: file, now, progress }: Circumstances): Promise<Answer> => {
  const config = readConfig(file);
  const desk = await openDesk(config, { now, toWrite: false, progress });
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
        seen.kind === 'misread'
          ? 'Nothing can be planned.'
          : explainPlan(seen.plan, documents, config.timeZone),
        ...rowsToCome(seen).map(
          ({ ticket, day }) => `A row to add to Permohonan: ${day}, of ${ticket}`,
        ),
        ...waitingLine(seen),
        ...seen.refusals.map(({ text }) => `\n! Refused: ${text}`),
        ...(trouble
          ? [`\n! Which documents would be written cannot be said: ${trouble.message}`]
          : []),
        ...seen.notices.map((text) => `\n! ${quoted(text)}`),
        ...(concerns.length > 0
          ? ['', 'For people to look at:', ...concerns.map((line) => `  - ${line}`)]
          : []),
      ].join('\n'),
      data: {
        at: now.toString(),
        ...seen.plan,
        documents,
        rowsToAdd: rowsToCome(seen),
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

/** The days of events that come again that this pass would make. */
const rowsToCome = ({ cases }: Pick<Look, 'cases'>): readonly AddedRow[] =>
  cases.flatMap(({ ticket, decided }) =>
    (decided.series?.make ?? []).map((day) => ({ ticket, day: day.toString() })),
  );

/** They are not this pass's to say, and not nothing to do either. */
const waitingLine = (seen: Look): readonly string[] => {
  if (seen.kind === 'misread') return [];
  const gone = new Set(seen.plan.ledger.withdrawn.map(({ key }) => key));
  const waits = [...seen.ledgerState.messages.values()]
    .flat()
    .filter(({ key, state }) => state.kind === 'waiting' && !gone.has(key)).length;
  if (waits === 0) return [];
  return [
    `Promised before: ${waits === 1 ? '1 message waits' : `${waits} messages wait`} for the hours of sending; Pesan says until when.`,
  ];
};
