/**
 * The office's Word templates, each checked before use.
 *
 * A template that has a mistake never reaches a document: the last edition that was right stays in use, or the one that
 * comes with the package, and a notice says what to mend.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentKind, documentKinds } from '../documents/document-kinds.ts';
import type { WantedDocument } from '../documents/wanted-documents.ts';
import { checkAgainst } from '../documents/word/check-template.ts';
import { compileTemplate, type WordTemplate } from '../documents/word/compile-template.ts';
import { sentenceOf, type TemplateFault, TemplateFaultsError } from '../documents/word/faults.ts';
import { ServiceError } from '../errors.ts';

export interface TemplateShelf {
  /** What is wrong with the office's templates, in Bahasa Indonesia; empty when all are in use as they are. */
  readonly notices: readonly string[];
  /** Of view and template: as long as it stays the same, the document says what it should. */
  fingerprint(document: WantedDocument): string;
  render(document: WantedDocument): Uint8Array;
}

interface Edition {
  readonly template: WordTemplate;
  readonly hash: string;
}

/** @param keep Keeps a copy of every template that passed, to fall back on; off when nothing may be written. */
export const openTemplateShelf = ({
  folder,
  builtIn,
  lastGood,
  keep,
}: {
  readonly folder: string;
  readonly builtIn: string;
  readonly lastGood: string;
  readonly keep: boolean;
}): TemplateShelf => {
  const notices: string[] = [];
  const editions = new Map<DocumentKind, Edition>();
  const edition = (kind: DocumentKind): Edition => {
    const known = editions.get(kind);
    if (known) return known;
    const found = editionFor(kind);
    editions.set(kind, found);
    return found;
  };
  const editionFor = (kind: DocumentKind): Edition => {
    const file = documentKinds[kind].template;
    const bytes = readIfThere(join(folder, file));
    const judged = bytes === undefined ? missing(file) : judge(kind, bytes);
    if ('template' in judged) {
      if (keep && bytes !== undefined) keepCopy(lastGood, { file, bytes });
      return judged;
    }
    for (const [place, name] of fallbacks) {
      const spare = readIfThere(join(place, file));
      const edition = spare === undefined ? undefined : judge(kind, spare);
      if (edition && 'template' in edition) {
        notices.push(refusalNotice(file, judged.faults, name));
        return edition;
      }
    }
    throw new NoUsableTemplateError(file, judged.faults);
  };
  const fallbacks = [
    [lastGood, 'edisi terakhir yang benar'],
    [builtIn, 'templat bawaan'],
  ] as const;

  for (const kind of Object.keys(documentKinds) as DocumentKind[]) edition(kind);
  return {
    notices,
    fingerprint: ({ kind, view, signedOff }) =>
      `${signedOff ? signedOffMark : ''}${sha256(JSON.stringify(view) + edition(kind).hash)}`,
    render: ({ kind, view }) => edition(kind).template.render(view),
  };
};

/** A file that was made from a signed-off state is never overwritten again. */
export const isSignedOff = (fingerprint: string): boolean => fingerprint.startsWith(signedOffMark);

const signedOffMark = 'signed-off:';

const judge = (
  kind: DocumentKind,
  bytes: Uint8Array,
): Edition | { faults: readonly TemplateFault[] } => {
  const { schema, mustPrint } = documentKinds[kind];
  try {
    const template = compileTemplate(bytes);
    const faults = checkAgainst(template, schema, mustPrint);
    return faults.length > 0 ? { faults } : { template, hash: sha256(bytes) };
  } catch (error) {
    if (error instanceof TemplateFaultsError) return { faults: error.faults };
    throw error;
  }
};

const missing = (file: string): { faults: readonly TemplateFault[] } => ({
  faults: [{ place: file, message: 'Berkas templat tidak ada di folder templat.' }],
});

const refusalNotice = (file: string, faults: readonly TemplateFault[], used: string): string =>
  `Templat "${file}" belum dapat dipakai; dokumen dibuat dengan ${used}. ${faults.map(sentenceOf).join(' ')}`;

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** Kept whole or not at all: the copy is what we fall back on. */
const keepCopy = (
  folder: string,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
): void => {
  const path = join(folder, file);
  const kept = readIfThere(path);
  if (kept !== undefined && Buffer.compare(kept, bytes) === 0) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.tmp`, bytes, { flush: true });
  renameSync(`${path}.tmp`, path);
};

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Neither the office's template nor any edition to fall back on can be used. */
export class NoUsableTemplateError extends ServiceError {
  readonly code = 'no-usable-template';

  constructor(file: string, faults: readonly TemplateFault[]) {
    super({
      what: `No usable edition of the template "${file}" was found: ${faults.map(sentenceOf).join(' ')}`,
      todo: 'Put a correct template into the folder of templates, or install the package again.',
    });
  }
}
