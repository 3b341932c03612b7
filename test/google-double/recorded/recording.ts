import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One request of recorded traffic, and what Google answered. */
export type Recorded = {
  readonly method: string;
  readonly uri: string;
  readonly status: number;
  readonly response: unknown;
};

/** Where the recordings lie beside the project, on machines that have them. */
export const recordingsFolder = fileURLToPath(
  new URL('../../../../shared/google/recorded/', import.meta.url),
);

/** Every recording of a folder, in the order in which the replay tool plays them. */
export const readRecordings = (folder: string): readonly (readonly Recorded[])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as readonly Recorded[]);
