/**
 * Weeks of mail under kills at random moments, a mail server that fails in every way and people who take files away: what was
 * lost, doubled, sent at night, stale or told to the wrong person, by outbox and by SMTP; and whether each mutant is found.
 *
 * `POST_STORMS=12` storms of each way unless the environment says otherwise.
 */
import {
  flawsOf,
  runStorm,
  type StormMutant,
  type StormReport,
} from '../../test/support/post-storm.ts';

const storms = Number(process.env['POST_STORMS'] ?? 12);
const size = { events: 30, steps: 80 };

export const run = async (): Promise<void> => {
  for (const way of ['outbox', 'smtp'] as const) {
    let sum: StormReport | undefined;
    for (let seed = 1; seed <= storms; seed += 1) {
      const report = await runStorm({ seed, way, ...size });
      sum = sum === undefined ? report : added(sum, report);
      process.stdout.write(`${way} ${seed * size.events} events: ${JSON.stringify(sum)}\n`);
    }
    if (sum && Object.keys(flawsOf(sum)).length > 0) process.exitCode = 1;
  }
  for (const mutant of mutants) {
    const report = await runStorm({ seed: 7, way: 'smtp', events: 12, steps: 30, mutant });
    const flaws = flawsOf(report);
    process.stdout.write(`mutant "${mutant}": ${JSON.stringify(flaws)}\n`);
    if (Object.keys(flaws).length === 0) process.exitCode = 1;
  }
};

const mutants: readonly StormMutant[] = [
  'nothing is frozen before it is sent',
  'the date is that of the attempt',
  'facts do not count',
  'the hour is checked when it is planned',
  'typed text is the address',
];

const added = (one: StormReport, other: StormReport): StormReport =>
  Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, count + other[name as keyof StormReport]]),
  ) as unknown as StormReport;
