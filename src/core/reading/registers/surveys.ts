import { surveyTab } from '../../columns.ts';
import type { Survey } from '../../desk.ts';
import type { Cell, WorkbookSnapshot } from '../../snapshot.ts';
import { textOf } from '../cell-text.ts';
import { present } from '../present.ts';
import { readMoment } from '../read-moment.ts';
import { type Problems, registerRows } from './register-rows.ts';
import { ticketOf } from './ticket.ts';

const elements = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const;

/** The tab Survei. Only an answer with all nine scores counts; the others are named. */
export const readSurveys = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly Survey[] =>
  registerRows(snapshot, surveyTab, problems).flatMap((row): readonly Survey[] => {
    const scores = elements.flatMap((element) => scoreOf(row.cell(element)) ?? []);
    if (scores.length < elements.length) {
      row.problem('Nilai survei tidak lengkap atau bukan 1 sampai 4; baris ini tidak dihitung.');
      return [];
    }
    const at = row.take(
      'submittedAt',
      readMoment(row.cell('submittedAt'), { timeZone }),
      'Tulis misalnya 23/11/2026 09.30.',
    );
    return [{ scores, ...present({ at, ticket: ticketOf(row.text('ticket')) }) }];
  });

/** A form's scale leaves "4", or the words beside it: "4 - Sangat baik". */
const scoreOf = (cell: Cell): number | undefined => {
  const score = /^([1-4])(?![\d.,])/.exec(textOf(cell))?.[1];
  return score === undefined ? undefined : Number(score);
};
