/**
 * What the rows of Setelah Kegiatan add to the registers once their tickets are known: surveys, complaints, and whose
 * word stands where somebody filled the form in twice.
 */
import type { AfterEvent, Complaint, Survey } from '../cases/desk.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { afterEventTab } from '../columns/after-event-tab.ts';
import { fold } from '../reading/spelling.ts';

export interface FiledAfterEvents {
  /** Without those that the same person replaced. */
  readonly standing: readonly AfterEvent[];
  /** Those that count besides the rows of Survei. */
  readonly surveys: readonly Survey[];
  readonly complaints: readonly Complaint[];
}

/**
 * @param answers With the tickets that they mean.
 * @param surveys Of the tab Survei: the same nine scores for the same event within a day are the same person's.
 */
export const fileAfterEvents = (
  answers: readonly AfterEvent[],
  {
    surveys,
    say,
  }: {
    readonly surveys: readonly Survey[];
    readonly say: (answer: AfterEvent, text: string) => void;
  },
): FiledAfterEvents => {
  const standing = answers.filter((answer) => {
    const isReplaced = answers.some((other) => replaces(other, answer));
    if (isReplaced)
      say(
        answer,
        'Diganti oleh isian yang lebih baru dari pengisi yang sama untuk tiket ini, sehingga tidak dipakai lagi.',
      );
    return !isReplaced;
  });
  const unmatched = [...surveys];
  const counted = standing.flatMap((answer): readonly Survey[] => {
    const { scores } = answer;
    if (scores === undefined) return [];
    const twin = unmatched.findIndex((survey) => isTwin(survey, answer));
    if (twin < 0) return [{ scores, ...placeOf(answer) }];
    unmatched.splice(twin, 1);
    say(answer, 'Nilai yang sama untuk tiket ini sudah ada di tab Survei; dihitung satu kali.');
    return [];
  });
  return {
    standing,
    surveys: counted,
    complaints: answers.flatMap(({ complaint, ...answer }) =>
      complaint === undefined
        ? []
        : [
            {
              ...complaint,
              ...placeOf(answer),
              tab: afterEventTab.name,
              ...(answer.row !== undefined && { row: answer.row }),
            },
          ],
    ),
  };
};

type Whereabouts = Pick<AfterEvent, 'at' | 'ticket' | 'unclearTicket'>;

const placeOf = ({ at, ticket, unclearTicket }: Whereabouts): Whereabouts => ({
  ...(at !== undefined && { at }),
  ...(ticket !== undefined && { ticket }),
  ...(unclearTicket !== undefined && { unclearTicket }),
});

/** The same person about the same event, and later. */
const replaces = (newer: AfterEvent, older: AfterEvent): boolean =>
  newer !== older &&
  newer.ticket !== undefined &&
  newer.ticket === older.ticket &&
  fold(newer.name ?? '') !== '' &&
  fold(newer.name ?? '') === fold(older.name ?? '') &&
  isLater(newer, older);

const isLater = (one: AfterEvent, other: AfterEvent): boolean => {
  const byTime =
    one.at !== undefined && other.at !== undefined ? compareInstants(one.at, other.at) : 0;
  return byTime === 0 ? (one.row ?? 0) > (other.row ?? 0) : byTime > 0;
};

const isTwin = (survey: Survey, { ticket, at, scores = [] }: AfterEvent): boolean =>
  ticket !== undefined &&
  survey.ticket === ticket &&
  survey.scores.join() === scores.join() &&
  (at === undefined ||
    survey.at === undefined ||
    Math.abs(at.epochMilliseconds - survey.at.epochMilliseconds) <= msPerDay);

const msPerDay = 86_400_000;
