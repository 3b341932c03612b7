import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { satisfactionOf } from '../../../src/core/figures/satisfaction.ts';

const survey = (...scores: readonly number[]) => ({ scores });

describe('satisfaction', () => {
  test('is the mean of the nine element means times 25, with its grade', () => {
    const surveys = [survey(4, 4, 4, 4, 4, 4, 4, 4, 4), survey(3, 3, 3, 3, 3, 3, 3, 3, 3)];

    expect(satisfactionOf(surveys)).toEqual({
      n: 2,
      elementMeans: [3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5],
      index: 87.5,
      grade: 'B',
    });
  });

  test('is rounded once, at the end', () => {
    expect(satisfactionOf([survey(4, 3, 3, 3, 3, 3, 3, 3, 3)])?.index).toBe(77.78);
  });

  test.each([
    [3179, 88.31, 'A'],
    [3178, 88.28, 'B'],
    [2758, 76.61, 'B'],
    [2757, 76.58, 'C'],
    [2340, 65, 'C'],
    [2339, 64.97, 'D'],
  ])('%d points of a hundred answers are %d, graded %s', (points, index, grade) => {
    const [low, rest] = [Math.floor(points / 900), points % 900];
    const scores = Array.from({ length: 900 }, (_, at) => low + (at < rest ? 1 : 0));
    const surveys = Array.from({ length: 100 }, (_, at) =>
      survey(...scores.slice(9 * at, 9 * at + 9)),
    );

    expect(satisfactionOf(surveys)).toMatchObject({ n: 100, index, grade });
  });

  test('leaves unfinished answers out, and is none without a whole one', () => {
    expect(satisfactionOf([survey(4, 4)])).toBeUndefined();
    expect(satisfactionOf([survey(4, 4), survey(1, 1, 1, 1, 1, 1, 1, 1, 1)])).toMatchObject({
      n: 1,
      index: 25,
      grade: 'D',
    });
  });

  test('any answers give an index between 25 and 100', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 20 }), (all) => {
        const index = satisfactionOf(all.map((one) => ({ scores: one })))?.index ?? 0;

        expect(index).toBeGreaterThanOrEqual(25);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });
});
