/** Which build of the program this is: what one build left for its next process says nothing to another. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside the built program; there is none beside its source. */
export const programMarkName = 'program-mark';

/** The same for the same build under the same Node.js, and for this process alone where it runs from its source, which may change any moment. */
export const programMark = (): string => {
  try {
    const file = fileURLToPath(new URL(`./${programMarkName}`, import.meta.url));
    return `${readFileSync(file, 'utf8')} ${process.version}`;
  } catch {
    return ofThisProcess;
  }
};

const ofThisProcess = randomUUID();
