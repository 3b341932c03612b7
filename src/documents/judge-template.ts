/** Whether a Word file can serve as the template of one of our documents. */
import { judgedOnce } from '../files/judged-once.ts';
import type { DocumentKind } from './document-kind.ts';
import { checkAgainst } from './word/checking/check-template.ts';
import {
  type CompileOptions,
  compileTemplate,
  type WordTemplate,
} from './word/compile-template.ts';
import { type TemplateFault, TemplateFaultsError } from './word/faults/faults.ts';

export type TemplateJudgement =
  | { readonly kind: 'right'; readonly template: WordTemplate }
  | { readonly kind: 'faulty'; readonly faults: readonly TemplateFault[] };

/**
 * Whether a Word file can serve as the template of a document: well-formed, known names only, nothing needed left out.
 *
 * The same file is judged once in a process, whichever desk it belongs to: compiling it takes a tenth of a second.
 */
export const judgeTemplate = (
  kind: Pick<DocumentKind, 'schema' | 'mustPrint'>,
  bytes: Uint8Array,
  options: CompileOptions = {},
): TemplateJudgement =>
  judgeOnce(kind, { content: bytes, options }, () => judgeAnew(kind, bytes, options));

const judgeOnce = judgedOnce<TemplateJudgement>();

const judgeAnew = (
  { schema, mustPrint }: Pick<DocumentKind, 'schema' | 'mustPrint'>,
  bytes: Uint8Array,
  options: CompileOptions,
): TemplateJudgement => {
  try {
    const template = compileTemplate(bytes, options);
    const faults = checkAgainst(template, schema, mustPrint);
    return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'right', template };
  } catch (error) {
    if (error instanceof TemplateFaultsError) return { kind: 'faulty', faults: error.faults };
    throw error;
  }
};
