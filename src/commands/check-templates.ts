/** The command that checks Word templates. */
import { join } from 'node:path';
import { ownTemplates } from '../config.ts';
import { documentKinds } from '../documents/document-kinds.ts';
import { judgeTemplate } from '../documents/judge-template.ts';
import { sentencesOf, type TemplateFault } from '../documents/word/faults/faults.ts';
import { readPlainFile } from '../files/plain-file.ts';
import type { Answer } from './answer.ts';
import { templatesFolder } from './templates-folder.ts';

interface TemplateVerdict {
  readonly template: string;
  readonly right: boolean;
  /** In Bahasa Indonesia, for whoever keeps the template in Word. */
  readonly faults: readonly TemplateFault[];
}

/** Checks every template of a folder and says all that is wrong, each with its place. */
export const checkTemplates = (
  at: { readonly config?: string },
  { dir }: { readonly dir?: string },
): Answer => {
  const folder = templatesFolder({ ...at, dir });
  const verdicts = documentKinds.map((kind): TemplateVerdict => {
    const { template } = kind;
    const bytes = readIfThere(join(folder, template));
    if (bytes === undefined) {
      const message = 'Berkas templat tidak ada di folder ini.';
      return { template, right: false, faults: [{ place: template, message }] };
    }
    const judged = judgeTemplate(kind, bytes);
    return judged.kind === 'right'
      ? { template, right: true, faults: [] }
      : { template, right: false, faults: judged.faults };
  });
  const wrong = verdicts.filter(({ right }) => !right).length;
  return {
    text: [
      `Templates in ${folder}${folder === ownTemplates ? ' (those of the package)' : ''}:`,
      ...verdicts.flatMap(({ template, right, faults }) => [
        `${right ? '✓' : '✗'} ${template}`,
        ...sentencesOf(faults).map((sentence) => `    ${sentence}`),
      ]),
      wrong === 0
        ? 'All can be used.'
        : `${wrong} of ${verdicts.length} cannot be used.${dir === undefined ? ' The service goes on with their last good edition, or with that of the package.' : ''}`,
    ].join('\n'),
    data: { folder, templates: verdicts },
    exit: wrong === 0 ? 0 : 1,
  };
};

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readPlainFile(path);
  } catch {
    return undefined;
  }
};
