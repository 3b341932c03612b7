/**
 * The office's Word templates, each checked before use.
 *
 * A template that has a mistake never reaches a document: the last edition that was right stays in use, or the one that
 * comes with the package, and a notice says what to mend.
 */
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import type { DocumentKind, WantedDocument } from '../documents/document-kind.ts';
import { judgeTemplate } from '../documents/judge-template.ts';
import { withPictures } from '../documents/photos/with-pictures.ts';
import { compileTemplate, type WordTemplate } from '../documents/word/compile-template.ts';
import { sentencesOf, type TemplateFault } from '../documents/word/faults/faults.ts';
import { withFirstLine } from '../documents/word/rendering/first-line.ts';
import { ServiceError } from '../errors.ts';
import { FileTroubleError, fileTrouble } from '../files/file-trouble.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface TemplateShelf {
  /**
   * Looks at the files anew, because the office may have saved one in Word meanwhile.
   * @throws NoUsableTemplateError
   */
  take(kinds: readonly DocumentKind[]): Templates;
}

/** The templates as they were when they were taken from the shelf: those of one pass. */
export interface Templates {
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
  /** Of the template, the logo and how charts are drawn. */
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
  /** Off when nothing may be written. */
  readonly keep: boolean;
  readonly chartsAsPictures: boolean;
  /** What people call the office's time zone. */
  readonly zone: string;
  /** A PNG or JPEG file for the letterhead. */
  readonly logo?: string;
}

/** A template file that was found right, compiled when it is first needed. */
interface Edition {
  readonly hash: string;
  readonly template: () => WordTemplate;
  /** Whether a copy lies where it can be fallen back on. */
  readonly isKept: boolean;
}

export const openTemplateShelf = (options: ShelfOptions): TemplateShelf => {
  /** What was in use last, by kind: compiling a template takes time. */
  const current = new Map<string, Edition>();
  return {
    take: (kinds) => {
      const choices = kinds.map((kind) => {
        const choice = chooseEdition(kind, { options, current: current.get(kind.key) });
        current.set(kind.key, choice.used);
        return { key: kind.key, ...choice };
      });
      return templatesOf(choices, { logo: readLogo(options.logo), options });
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
  return {
    notices: [
      ...choices.flatMap((choice) => (choice.notice === undefined ? [] : [choice.notice])),
      ...(options.logo !== undefined && logo === undefined
        ? [
            `Berkas logo "${options.logo}" tidak dapat dibaca; dokumen memakai gambar yang ada pada templat.`,
          ]
        : []),
    ],
    fingerprint: (document, facts = document.view) => {
      const view = JSON.stringify(document.view);
      const template = `${editionOf(document).hash} ${logo?.hash ?? ''} ${options.chartsAsPictures}`;
      return {
        whole: sha256(`${view} ${template}`),
        view: sha256(JSON.stringify(facts)),
        template: sha256(template),
      };
    },
    render: (document, pictures = new Map()) => {
      const template = editionOf(document).template();
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
  { options, current }: { readonly options: ShelfOptions; readonly current: Edition | undefined },
): Choice => {
  const { folder, builtIn, lastGood, keep } = options;
  const file = basename(kind.template);
  const bytes = readIfThere(resolve(folder, kind.template));
  if (bytes !== undefined && current?.isKept && sha256(bytes) === current.hash) {
    return { used: current };
  }
  const kept = readIfThere(join(lastGood, file));
  if (bytes !== undefined && kept !== undefined && Buffer.compare(bytes, kept) === 0) {
    return { used: provenEdition(kept, options) };
  }

  const judged =
    bytes === undefined
      ? missing(file)
      : judgeTemplate(kind, bytes, { pictures: options.chartsAsPictures });
  if (judged.kind === 'right' && bytes !== undefined) {
    const isKept = !keep || keepCopy(lastGood, { file, bytes }) === 'kept';
    const used = { hash: sha256(bytes), template: () => judged.template, isKept };
    return isKept ? { used } : { used, notice: noCopy(file, lastGood) };
  }
  const faults = judged.kind === 'faulty' ? judged.faults : [];
  if (kept !== undefined) {
    return {
      used: provenEdition(kept, options),
      notice: notice(file, faults, 'edisi terakhir yang benar'),
    };
  }
  const spare = readIfThere(join(builtIn, file));
  if (spare === undefined) throw new NoUsableTemplateError(file, faults);
  return { used: provenEdition(spare, options), notice: notice(file, faults, 'templat bawaan') };
};

const provenEdition = (bytes: Uint8Array, { chartsAsPictures, zone }: ShelfOptions): Edition => {
  let compiled: WordTemplate | undefined;
  return {
    hash: sha256(bytes),
    isKept: true,
    template: () => {
      compiled ??= compileTemplate(bytes, { pictures: chartsAsPictures, zone });
      return compiled;
    },
  };
};

const missing = (file: string): { kind: 'faulty'; faults: readonly TemplateFault[] } => ({
  kind: 'faulty',
  faults: [{ place: file, message: 'Berkas templat tidak ada di folder templat.' }],
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
  folder: string,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
): 'kept' | 'not kept' => {
  try {
    makeFolder(folder);
    writeWhole(join(folder, file), bytes);
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
