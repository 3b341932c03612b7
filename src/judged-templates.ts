/** Which template files the build of this very program has found right, so that a process need not do it again before it prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Beside the built program; there is none beside its source. */
export const judgedTemplatesName = 'judged-templates.json';

const schema = z.record(z.string(), z.array(z.string()));

/** By a document's kind: SHA-256 of each file. Empty where nobody judged any, and then every file is judged when it is taken. */
export type JudgedTemplates = Readonly<Record<string, readonly string[]>>;

export const judgedTemplates = (): JudgedTemplates => {
  try {
    const file = fileURLToPath(new URL(`./${judgedTemplatesName}`, import.meta.url));
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
};
