/**
 * How much of what is long and rare is tried: enough to notice a break at each run of the tests, all of it by
 * `npm run bench -- long-tests`.
 */
const isLong = process.env['VICON_LONG_TESTS'] === 'yes';

/** Of the draws of a property: `many` in a long run. */
export const runs = (usual: number, many: number): number => (isLong ? many : usual);

const today = Math.floor(Date.now() / 86_400_000);

/** Of the cases of a matrix that takes long: every third, others each day, so that three days try all. */
export const todays = <T>(cases: readonly T[], day = today): T[] =>
  cases.filter((_, index) => isLong || index % 3 === day % 3);

/** The same of what stands in no list: whether this one is of today's third. */
export const isTodays = (name: string): boolean =>
  isLong || [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 3 === today % 3;

/** For draws of which one run tries few: others each day. What fails is told with it. */
export const todaysSeed = today;
