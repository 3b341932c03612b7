/**
 * The index of satisfaction (IKM) from survey answers.
 *
 * Source: Permenpan RB 14/2017: nine elements scored 1 to 4; the mean of the element means times 25. Rounded once, at
 * the end, and graded as rounded.
 */
import type { Survey } from '../cases/desk.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface Satisfaction {
  /** Answers counted. */
  readonly n: number;
  /** U1 … U9, unrounded. */
  readonly elementMeans: readonly number[];
  /** 25 to 100, two decimals. */
  readonly index: number;
  readonly grade: Grade;
}

/** Answers that lack a score, so that the index leaves them out. */
export const uncountedOf = (surveys: readonly Survey[]): number =>
  surveys.filter((survey) => !isCountable(survey)).length;

/** It has all nine scores. */
export const isCountable = ({ scores }: Survey): boolean => scores.length === elements;

const elements = 9;

/** None without a whole answer of nine scores. */
export const satisfactionOf = (surveys: readonly Survey[]): Satisfaction | undefined => {
  const whole = surveys.filter(isCountable);
  const n = whole.length;
  if (n === 0) return undefined;
  const totals = Array.from({ length: elements }, (_, element) =>
    whole.reduce((total, { scores }) => total + (scores[element] ?? 0), 0),
  );
  const total = totals.reduce((all, one) => all + one, 0);
  const index = Math.round((2500 * total) / (elements * n)) / 100;
  return { n, elementMeans: totals.map((one) => one / n), index, grade: gradeOf(index) };
};

const gradeOf = (index: number): Grade => {
  if (index >= 88.31) return 'A';
  if (index >= 76.61) return 'B';
  return index >= 65 ? 'C' : 'D';
};
