/**
 * The office's Word templates, each checked before use.
 *
 * A template that has a mistake never reaches a document: the last edition that was right stays in use, or the one that
 * comes with the package, and a notice says what to mend. Whatever is used was found right by this process or by the
 * build of its program: what a document must print may have become more since its template was last found right.
 */
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import type { DocumentKind, WantedDocument } from '../documents/document-kind.ts';
import { judgeTemplate, type TemplateJudgement } from '../documents/judge-template.ts';
import { withPictures } from '../documents/photos/with-pictures.ts';
import { compileTemplate, type WordTemplate } from '../documents/word/compile-template.ts';
import { sentencesOf, type TemplateFault } from '../documents/word/faults/faults.ts';
import { withFirstLine } from '../documents/word/rendering/first-line.ts';
import { ServiceError } from '../errors.ts';
import { FileTroubleError, fileTrouble } from '../files/file-trouble.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { JudgedTemplates } from '../judged-templates.ts';

export interface TemplateShelf {
  /**
   * Looks at the files anew, because the office may have saved one in Word meanwhile; the very same templates while none of
   * them is another.
   * @throws NoUsableTemplateError
   */
  take(kinds: readonly DocumentKind[]): Templates;
}

/** The templates as they were when they were taken from the shelf: those of one pass. */
export interface Templates {
  /** Hash of them and of all else that documents are made with: equal marks make equal documents. */
  readonly mark: string;
  /** What is wrong with the office's templates, in Bahasa Indonesia; empty when all are in use as they are. */
  readonly notices: readonly string[];
  /** @param facts What it says besides its signatures; all that it says unless given. */
  fingerprint(document: WantedDocument, facts?: object): Fingerprint;
  /** @param pictures By the marks of the document's photos. */
  render(document: WantedDocument, pictures?: ReadonlyMap<string, Uint8Array>): Uint8Array;
}

/** Hashes of what a document is made from: as long as they stay the same, it says what it should. */
export interface Fingerprint {
  readonly whole: string;
  /** Of what the template prints, apart from signatures. */
  readonly view: string;
  /** Of the template, the logo, the zone and how charts are drawn. */
  readonly template: string;
}

/** Equals that of no document. */
export const noFingerprint: Fingerprint = { whole: '', view: '', template: '' };

interface ShelfOptions {
  readonly folder: string;
  /** The templates that come with the package. */
  readonly builtIn: string;
  /** Where every edition that passed the check is kept, to fall back on. */
  readonly lastGood: string;
  /** Found right when the program was built: compiled only when one of them has to print. */
  readonly judged?: JudgedTemplates;
  /** Off when nothing may be written. */
  readonly keep: boolean;
  readonly chartsAsPictures: boolean;
  /** What people call the office's time zone. */
  readonly zone: string;
  /** A PNG or JPEG file for the letterhead. */
  readonly logo?: string;
}

/** A template file that was found right. */
interface Edition {
  readonly hash: string;
  readonly template: Printing;
}

/** What printing asks of a template. */
type Printing = Pick<WordTemplate, 'render' | 'fields'>;

type Judge = (kind: DocumentKind, bytes: Uint8Array) => Judged;

interface Judged {
  readonly hash: string;
  readonly judgement:
    | Extract<TemplateJudgement, { readonly kind: 'faulty' }>
    | { readonly kind: 'right'; readonly template: Printing };
}

export const openTemplateShelf = (options: ShelfOptions): TemplateShelf => {
  /** What was judged when they were last taken, by kind and file: compiling a template takes time. */
  let known: ReadonlyMap<string, Judged> = new Map();
  let last: Templates | undefined;
  return {
    take: (kinds) => {
      const judged = new Map<string, Judged>();
      const judge: Judge = (kind, bytes) => {
        const hash = sha256(bytes);
        const id = `${kind.key} ${hash}`;
        const found = judged.get(id) ?? known.get(id) ?? judgeAnew(kind, { bytes, hash, options });
        judged.set(id, found);
        return found;
      };
      const choices = kinds.map((kind) => ({
        key: kind.key,
        ...chooseEdition(kind, { options, judge }),
      }));
      known = judged;
      const taken = templatesOf(choices, { logo: readLogo(options.logo), options });
      if (last?.mark !== taken.mark) last = taken;
      return last;
    },
  };
};

const judgeAnew = (
  kind: DocumentKind,
  {
    bytes,
    hash,
    options: { chartsAsPictures, zone, judged },
  }: { readonly bytes: Uint8Array; readonly hash: string; readonly options: ShelfOptions },
): Judged => {
  const compiling = { pictures: chartsAsPictures, zone };
  return {
    hash,
    judgement: judged?.[kind.key]?.includes(hash)
      ? { kind: 'right', template: compiledWhenUsed(() => compileTemplate(bytes, compiling)) }
      : judgeTemplate(kind, bytes, compiling),
  };
};

const compiledWhenUsed = (compile: () => WordTemplate): Printing => {
  let compiled: WordTemplate | undefined;
  const template = (): WordTemplate => {
    compiled ??= compile();
    return compiled;
  };
  return {
    render: (view) => template().render(view),
    get fields() {
      return template().fields;
    },
  };
};

const templatesOf = (
  choices: readonly (Choice & { readonly key: string })[],
  { logo, options }: { readonly logo: Logo | undefined; readonly options: ShelfOptions },
): Templates => {
  const editions = new Map(choices.map(({ key, used }) => [key, used]));
  const editionOf = ({ kind }: WantedDocument): Edition => {
    const edition = editions.get(kind);
    if (edition === undefined) throw new Error(`No template of "${kind}" was taken.`);
    return edition;
  };
  const notices = [
    ...choices.flatMap((choice) => (choice.notice === undefined ? [] : [choice.notice])),
    ...(options.logo !== undefined && logo === undefined
      ? [
          `Berkas logo "${options.logo}" tidak dapat dibaca; dokumen memakai gambar yang ada pada templat.`,
        ]
      : []),
  ];
  const hashOfTemplate = remembering(new Map<string, string>(), sha256);
  const made = [...editions].map(([key, { hash }]) => `${key} ${hash}`);
  return {
    mark: sha256(
      JSON.stringify([made, notices, logo?.hash ?? '', options.chartsAsPictures, options.zone]),
    ),
    notices,
    fingerprint: (document, facts = document.view) => {
      if (document.text !== undefined) return fingerprintOfText(document.text);
      const template = `${editionOf(document).hash} ${logo?.hash ?? ''} ${options.chartsAsPictures} ${options.zone}`;
      return {
        whole: hashOf(document.view, template),
        view: hashOf(facts),
        template: hashOfTemplate(template),
      };
    },
    render: (document, pictures = new Map()) => {
      if (document.text !== undefined) return Buffer.from(document.text);
      const { template } = editionOf(document);
      const bytes = template.render({
        ...withPictures(document.view, pictures),
        ...(logo !== undefined && { logo: logo.bytes }),
      });
      const { text, unlessPrinted = '' } = document.letter?.firstLine ?? {};
      return text === undefined || template.fields.includes(unlessPrinted)
        ? bytes
        : withFirstLine(bytes, text);
    },
  };
};

const remembering =
  <K, V>(
    known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
    make: (key: K) => V,
  ): ((key: K) => V) =>
  (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };

const hashesOf = remembering(new WeakMap<object, Map<string, string>>(), () => new Map());

/**
 * Of a view, and of a template beside it where one is given. A view is asked about twice, with and without its signatures, and a
 * pass that remembers asks about the very same again.
 */
const hashOf = (view: object, template?: string): string => {
  const known = hashesOf(view);
  const name = template ?? '';
  const found = known.get(name);
  if (found !== undefined) return found;
  const words = wordsOf(view);
  const hash = sha256(template === undefined ? words : `${words} ${template}`);
  known.set(name, hash);
  return hash;
};

/** Of the one that was asked about last: it is asked about twice in a row, and is as long as its document. */
const wordsOf = (() => {
  let last: { readonly view: object; readonly words: string } | undefined;
  return (view: object): string => {
    if (last?.view !== view) last = { view, words: JSON.stringify(view) };
    return last.words;
  };
})();

const fingerprintOfText = (text: string): Fingerprint => ({
  whole: sha256(text),
  view: sha256(text),
  template: sha256(''),
});

interface Logo {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

const readLogo = (path: string | undefined): Logo | undefined => {
  const bytes = path === undefined ? undefined : readIfThere(path);
  return bytes && { bytes, hash: sha256(bytes) };
};

interface Choice {
  readonly used: Edition;
  readonly notice?: string;
}

const chooseEdition = (
  kind: DocumentKind,
  { options, judge }: { readonly options: ShelfOptions; readonly judge: Judge },
): Choice => {
  const file = basename(kind.template);
  const bytes = readIfThere(resolve(options.folder, kind.template));
  const own = bytes && judge(kind, bytes);
  if (bytes !== undefined && own?.judgement.kind === 'right') {
    const used = { hash: own.hash, template: own.judgement.template };
    return keepCopy(kind, { bytes, options }) === 'kept'
      ? { used }
      : { used, notice: noCopy(file, options.lastGood) };
  }
  const faults = own?.judgement.kind === 'faulty' ? own.judgement.faults : [notThere(file)];
  for (const { path, name } of fallbacksOf(kind, options)) {
    const spare = readIfThere(path);
    const judged = spare && judge(kind, spare);
    if (judged?.judgement.kind === 'right') {
      const used = { hash: judged.hash, template: judged.judgement.template };
      return { used, notice: notice(file, faults, name) };
    }
  }
  throw new NoUsableTemplateError(file, faults);
};

/** Best first. Only a file of the folder of templates can be one that comes with the package. */
const fallbacksOf = (
  kind: DocumentKind,
  { builtIn, lastGood }: ShelfOptions,
): readonly { readonly path: string; readonly name: string }[] => [
  { path: join(lastGood, copyName(kind)), name: 'edisi terakhir yang benar' },
  ...(basename(kind.template) === kind.template
    ? [{ path: join(builtIn, kind.template), name: 'templat bawaan' }]
    : []),
];

/** By kind: the templates of two kinds may have one name, in different folders. */
const copyName = ({ key }: DocumentKind): string => `${encodeURIComponent(key)}.docx`;

const notThere = (file: string): TemplateFault => ({
  place: file,
  message: 'Berkas templat tidak ada di folder templat.',
});

const notice = (file: string, faults: readonly TemplateFault[], used: string): string =>
  `Templat "${file}" belum dapat dipakai; dokumen dibuat dengan ${used}. ${sentencesOf(faults).join(' ')}`;

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readPlainFile(path);
  } catch {
    return undefined;
  }
};

/** The copy is there whole or not at all: it is what we fall back on. Without it the template serves all the same. */
const keepCopy = (
  kind: DocumentKind,
  {
    bytes,
    options: { lastGood, keep },
  }: { readonly bytes: Uint8Array; readonly options: ShelfOptions },
): 'kept' | 'not kept' => {
  const path = join(lastGood, copyName(kind));
  const before = keep ? readIfThere(path) : bytes;
  if (before !== undefined && Buffer.compare(before, bytes) === 0) return 'kept';
  try {
    makeFolder(lastGood);
    writeWhole(path, bytes);
    return 'kept';
  } catch (error) {
    if (error instanceof FileTroubleError || fileTrouble(error) !== undefined) return 'not kept';
    throw error;
  }
};

const noCopy = (file: string, folder: string): string =>
  `Templat "${file}" dipakai, tetapi salinan cadangannya tidak dapat disimpan di "${folder}". Periksa ruang disk dan izin folder itu.`;

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Neither the office's template nor any edition to fall back on can be used. */
export class NoUsableTemplateError extends ServiceError {
  readonly code = 'no-usable-template';

  constructor(file: string, faults: readonly TemplateFault[]) {
    super({
      what: `No usable edition of the template "${file}" was found: ${sentencesOf(faults).join(' ')}`,
      todo: 'Put a correct template into the folder of templates, or install the package again.',
    });
  }
}
