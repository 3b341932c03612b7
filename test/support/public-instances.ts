/**
 * The public instances of shift minimisation personnel task scheduling (Krishnamoorthy, Ernst, Baatar), where they
 * lie beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../src/core/assignment/problem.ts';

const folder = fileURLToPath(new URL('../../../shared/assignment/', import.meta.url));

export const publicInstancesMissing = existsSync(join(folder, 'published.csv'))
  ? undefined
  : `There are no public instances in ${folder}.`;

export interface PublicInstance {
  readonly name: string;
  readonly tasks: number;
  /** As many as the best published solution uses: of all workers, those trained for most tasks. */
  readonly workers: number;
  readonly problem: Problem;
}

export const publicInstances = (): readonly PublicInstance[] =>
  readFileSync(join(folder, 'published.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', , , , , published = '0'] = line.split(',');
      return instanceOf(name, Number(published));
    });

const instanceOf = (name: string, workers: number): PublicInstance => {
  const lines = readFileSync(join(folder, `${name}.dat`), 'utf8').split('\n');
  const jobsAt = lines.findIndex((line) => line.startsWith('Jobs'));
  const jobs = Number(lines[jobsAt]?.split('=')[1]);
  const spans = lines.slice(jobsAt + 1, jobsAt + 1 + jobs).map(numbersIn);
  const trainings = lines
    .slice(jobsAt + 1 + jobs)
    .filter((line) => line.includes(':'))
    .map((line) => new Set(numbersIn(line.slice(line.indexOf(':') + 1))))
    .sort((a, b) => b.size - a.size)
    .slice(0, workers);
  return {
    name,
    tasks: jobs,
    workers,
    problem: {
      workers,
      tasks: spans.map(([from = 0, to = 0], task) => ({
        class: 0,
        candidates: trainings.flatMap((training, worker) => (training.has(task) ? [worker] : [])),
        conflicts: spans.flatMap(([otherFrom = 0, otherTo = 0], other) =>
          other !== task && from < otherTo && otherFrom < to ? [other] : [],
        ),
      })),
    },
  };
};

const numbersIn = (line: string): readonly number[] => line.trim().split(/\s+/).map(Number);
