/**
 * The tests with all that is long and rare: every death of a pass, many more draws of the properties that take seconds
 * each. What a run of `npm test` leaves out of these, by `test/support/long-runs.ts`, is tried here.
 *
 * `npm run bench -- long-tests [files]`.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

export const run = (): void => {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--config', '.vitest.config.ts', ...process.argv.slice(3)];
  const { status } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: project,
    env: { ...process.env, VICON_LONG_TESTS: 'yes' },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
};
