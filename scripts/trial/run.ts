/**
 * `npm run trial [-- --events 200] [--seed N] [--dir DIR] [--brief] [--longest-pause MS]`: the service among
 * people and troubles, as processes of their own over sockets. Ends with status 1 when something is not right at the end.
 */
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTrial } from './trial.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
    brief: { type: 'boolean', default: false },
    'longest-pause': { type: 'string', default: '200' },
  },
});

const count = (name: 'events' | 'seed' | 'longest-pause'): number => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`--${name} takes a whole number, not "${values[name]}".`);
};

const dir = values.dir ?? mkdtempSync(join(tmpdir(), 'vicon-trial-'));
mkdirSync(dir, { recursive: true });
if (readdirSync(dir).length > 0) throw new Error(`"${dir}" is not empty.`);
const checks = await runTrial({
  events: count('events'),
  seed: count('seed'),
  dir,
  isBrief: values.brief,
  longestPauseMs: count('longest-pause'),
  tell: (line) => console.log(line),
});
console.log(`\nThe desk lies in ${dir}`);
process.exitCode = checks.every(({ faults }) => faults.length === 0) ? 0 : 1;
