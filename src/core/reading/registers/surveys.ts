/** Reads the tab Survei. */
import type { Survey } from '../../cases/desk.ts';
import { type SurveyElement, surveyElements } from '../../columns/survey-elements.ts';
import { surveyTab } from '../../columns/survey-tab.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { answerOf, quote, textOf } from '../cell-text.ts';
import { present } from '../present.ts';
import { readMoment } from '../read-moment.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

const elements = surveyElements.map(({ field }) => field);

type ScoredRow = Pick<RegisterRow<SurveyElement>, 'cell' | 'problem'>;

/** The tab Survei. Only an answer with all nine scores is counted in the index; how many others came is told beside it. */
export const readSurveys = (
  snapshot: WorkbookSnapshot,
  timeZone: string,
  problems: Problems,
): readonly Survey[] =>
  registerRows(snapshot, surveyTab, problems).map((row): Survey => {
    const scores = readScores(row);
    const at = row.take(
      'submittedAt',
      readMoment(row.cell('submittedAt'), { timeZone }),
      'Tulis misalnya 23/11/2026 09.30.',
    );
    return { row: row.row, scores, ...present({ at, ticket: row.text('ticket') }) };
  });

/** What is missing among the nine is named in the row. */
export const readScores = (row: ScoredRow): readonly number[] => {
  const scores = elements.flatMap((element) => scoreOf(row.cell(element)) ?? []);
  if (scores.length < elements.length)
    row.problem(
      `${faultsOf(row)}; survei ini tidak dihitung. Setiap unsur dinilai 1, 2, 3, atau 4.`,
    );
  return scores;
};

export const hasScores = ({ cell }: Pick<ScoredRow, 'cell'>): boolean =>
  elements.some((element) => answerOf(cell(element)) !== undefined);

/** "Nilai U2 belum diisi, U7 "5" bukan 1 sampai 4". */
const faultsOf = (row: ScoredRow): string => {
  const faulty = elements.filter((element) => scoreOf(row.cell(element)) === undefined);
  const blank = faulty.filter((element) => textOf(row.cell(element)) === '');
  const wrong = faulty.filter((element) => !blank.includes(element));
  return [
    ...(blank.length > 0 ? [`Nilai ${blank.join(', ').toUpperCase()} belum diisi`] : []),
    ...(wrong.length > 2
      ? [`Nilai ${wrong.join(', ').toUpperCase()} tidak dikenal`]
      : wrong.map(
          (element) => `Nilai ${element.toUpperCase()} ${quote(row.cell(element))} tidak dikenal`,
        )),
  ].join('; ');
};

/** A form's scale leaves "4", or the words beside it: "4 - Sangat baik". */
const scoreOf = (cell: Cell): number | undefined => {
  const score = /^([1-4])(?![\d.,])/.exec(textOf(cell))?.[1];
  return score === undefined ? undefined : Number(score);
};
