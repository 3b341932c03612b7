/** The command that checks Word templates and the texts of messages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownTemplates } from '../config.ts';
import { messageKinds } from '../core/messages/kinds/index.ts';
import { documentKinds } from '../documents/document-kinds.ts';
import { judgeTemplate } from '../documents/judge-template.ts';
import { sentencesOf, type TemplateFault } from '../documents/word/faults/faults.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { judgeMessageText, textsFolder } from '../messages/text-shelf.ts';
import type { Answer } from './answer.ts';
import { templatesFolder } from './templates-folder.ts';

interface TemplateVerdict {
  readonly template: string;
  readonly right: boolean;
  /** In Bahasa Indonesia, for whoever keeps the template. */
  readonly faults: readonly TemplateFault[];
}

/** Checks every template and every text of a folder and says all that is wrong, each with its place. */
export const checkTemplates = (
  at: { readonly config?: string },
  { dir }: { readonly dir?: string },
): Answer => {
  const folder = templatesFolder({ ...at, dir });
  const words = documentKinds.map((kind): TemplateVerdict => {
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
  const verdicts = [...words, ...textVerdicts(folder)];
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

/** An office that keeps only its Word templates uses our texts as they are. */
const textVerdicts = (folder: string): readonly TemplateVerdict[] =>
  messageKinds.flatMap((kind): readonly TemplateVerdict[] => {
    const template = join(textsFolder, kind.template);
    const bytes = readIfThere(join(folder, template));
    if (bytes === undefined) {
      if (folder !== ownTemplates && !existsSync(join(folder, template))) return [];
      const message = 'Berkas teks tidak dapat dibaca.';
      return [{ template, right: false, faults: [{ place: template, message }] }];
    }
    const judged = judgeMessageText(kind, Buffer.from(bytes).toString('utf8'));
    const faults =
      judged.kind === 'right'
        ? []
        : judged.faults.map(({ line, message }) => ({
            place: line === undefined ? 'isi' : `baris ${line}`,
            message,
          }));
    return [{ template, right: judged.kind === 'right', faults }];
  });

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readPlainFile(path);
  } catch {
    return undefined;
  }
};
