/**
 * The office's texts for messages, each checked before use: one with a mistake never reaches anybody. The last edition that
 * was right stays in use, or the one that comes with the package, and a notice says what to mend.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MessageView, Recipient } from '../core/cases/messages.ts';
import type { MessageKind } from '../core/messages/message-kind.ts';
import { salutationOf } from '../core/messages/salutation.ts';
import { ServiceError } from '../errors.ts';
import { FileTroubleError, fileTrouble } from '../files/file-trouble.ts';
import { judgedOnce } from '../files/judged-once.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import {
  judgeText,
  type MessageText,
  ourLines,
  type TextFault,
  type TextJudgement,
  type TextView,
} from './text-template.ts';

export interface TextShelf {
  /**
   * Looks at the files anew, because the office may have changed one meanwhile.
   * @throws NoUsableTextError
   */
  take(kinds: readonly MessageKind[]): Texts;
}

/** The texts as they were when they were taken from the shelf. */
export interface Texts {
  /** Hash of them: equal marks write equal messages. */
  readonly mark: string;
  /** What is wrong with the office's texts, in Bahasa Indonesia. */
  readonly notices: readonly string[];
  /** @param kind Key of one of the kinds that were taken. */
  render(
    kind: string,
    message: { readonly view: MessageView; readonly to: Recipient },
  ): MessageText;
}

/** Where the texts lie in a folder of templates. */
export const textsFolder = 'pesan';

interface TextShelfOptions {
  /** Of templates. */
  readonly folder: string;
  /** The one that comes with the package. */
  readonly builtIn: string;
  /** Where every edition that passed the check is kept, to fall back on. */
  readonly lastGood: string;
  /** Off when nothing may be written. */
  readonly keep: boolean;
}

type Render = Extract<TextJudgement, { readonly kind: 'right' }>['render'];

export const openTextShelf = (options: TextShelfOptions): TextShelf => {
  return {
    take: (kinds) => {
      const choices = kinds.map((kind) => ({ kind, ...choose(kind, options) }));
      const renderOf = new Map(choices.map(({ kind, render }) => [kind.key, render]));
      const notices = choices.flatMap(({ notice }) => (notice === undefined ? [] : [notice]));
      const used = choices.map(({ kind, source }) => [kind.key, source]);
      return {
        mark: createHash('sha256')
          .update(JSON.stringify([used, notices]))
          .digest('hex'),
        notices,
        render: (key, { view, to }) => {
          const render = renderOf.get(key);
          if (render === undefined) throw new Error(`No text of "${key}" was taken.`);
          return render(withAddress(view, to));
        },
      };
    },
  };
};

/** Whether a file can serve as the text of a kind. The same text is judged once in a process, whichever desk it belongs to. */
export const judgeMessageText = (kind: MessageKind, source: string): TextJudgement =>
  judgeOnce(kind, { content: source }, () =>
    judgeText(source, { sample: sampleOf(kind), mustPrint: kind.mustPrint }),
  );

const judgeOnce = judgedOnce<TextJudgement>();

/** The kind's invented view, as its text sees it. */
export const sampleOf = ({ sample, audience }: MessageKind): TextView =>
  withAddress(sample, { audience, name: 'Siti Contoh, S.Kom.' });

/** `sapaan` stands behind "Yth."; `penutup` closes every message the same way. */
const withAddress = (view: MessageView, { name }: Recipient): TextView => ({
  ...view,
  sapaan: salutationOf(name),
  penutup: ourLines(
    ['Hormat kami,', view['tim'], view['kantor'], view['kontak']].filter(
      (line): line is string => typeof line === 'string' && line.trim() !== '',
    ),
  ),
});

interface TextChoice {
  readonly source: string;
  readonly render: Render;
  readonly notice?: string;
}

const choose = (
  kind: MessageKind,
  { folder, builtIn, lastGood, keep }: TextShelfOptions,
): TextChoice => {
  const { template } = kind;
  const copy = join(lastGood, textsFolder, template);
  const own = readIfThere(join(folder, textsFolder, template));
  const judgement = own === undefined ? undefined : judgeMessageText(kind, own);
  if (own !== undefined && judgement?.kind === 'right') {
    if (keep && folder !== builtIn) keepCopy(copy, own);
    return { source: own, render: judgement.render };
  }
  const faults = judgement?.kind === 'faulty' ? judgement.faults : [];
  for (const { path, name } of [
    { path: copy, name: 'edisi terakhir yang benar' },
    { path: join(builtIn, textsFolder, template), name: 'teks bawaan' },
  ]) {
    const spare = readIfThere(path);
    if (spare === undefined) continue;
    const fallback = judgeMessageText(kind, spare);
    if (fallback.kind !== 'right') continue;
    // An office that keeps only its Word templates uses our texts as they are.
    const isAsked = own !== undefined;
    return {
      source: spare,
      render: fallback.render,
      ...(isAsked && {
        notice: `Teks pesan "${template}" belum dapat dipakai; pesan memakai ${name}. ${textSentences(faults).join(' ')}`,
      }),
    };
  }
  throw new NoUsableTextError(template, faults);
};

/** "baris 3: …" */
export const textSentences = (faults: readonly TextFault[]): readonly string[] =>
  faults.map(({ line, message }) => (line === undefined ? message : `baris ${line}: ${message}`));

const readIfThere = (path: string): string | undefined => {
  try {
    return readPlainFile(path).toString('utf8');
  } catch {
    return undefined;
  }
};

/** It is there whole or not at all; without it the text serves all the same. */
const keepCopy = (path: string, text: string): void => {
  if (readIfThere(path) === text) return;
  try {
    makeFolder(join(path, '..'));
    writeWhole(path, Buffer.from(text));
  } catch (error) {
    if (error instanceof FileTroubleError || fileTrouble(error) !== undefined) return;
    throw error;
  }
};

class NoUsableTextError extends ServiceError {
  readonly code = 'no-usable-text';

  constructor(file: string, faults: readonly TextFault[]) {
    super({
      what: `There is no usable text "${textsFolder}/${file}", not even among those of the package. ${textSentences(faults).join(' ')}`,
      todo: 'Install the package again, or correct the text in the folder of templates.',
    });
  }
}
