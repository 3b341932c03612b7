/**
 * How much of what is long and rare is tried: enough to notice a break at each run of the tests, all of it by
 * `npm run bench -- long-tests`.
 */
const isLong = process.env['VICON_LONG_TESTS'] === 'yes';

/** Of the draws of a property: `many` in a long run. */
export const runs = (usual: number, many: number): number => (isLong ? many : usual);

/** Of the cases of a matrix that takes long: every third, others each day, so that three days try all. */
export const todays = <T>(cases: readonly T[], day = Math.floor(Date.now() / 86_400_000)): T[] =>
  cases.filter((_, index) => isLong || index % 3 === day % 3);
