import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownTemplates } from '../config.ts';
import { messageKinds } from '../core/messages/kinds/index.ts';
import type { DocumentKind } from '../documents/document-kind.ts';
import { documentKinds } from '../documents/document-kinds.ts';
import { judgeTemplate } from '../documents/judge-template.ts';
import { sentencesOf } from '../documents/word/faults/faults.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readPlainFile } from '../files/plain-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import { judgeMessageText, sampleOf, textSentences, textsFolder } from '../messages/text-shelf.ts';
import type { Answer, Circumstances } from './answer.ts';
import { templatesFolder } from './templates-folder.ts';

/** Fills every template with invented data, so that the office sees how its wording and layout will come out. */
export const preview = (
  { config, progress }: Pick<Circumstances, 'config' | 'progress'>,
  { dir, out }: { readonly dir?: string; readonly out: string },
): Answer => {
  const folder = templatesFolder({ dir, config });
  const target = resolve(out);
  makeFolder(target);
  const made: string[] = [];
  const faults: string[] = [];
  for (const kind of documentKinds) {
    progress(`Filling ${kind.template}`);
    const filled = fill(kind, folder);
    if ('faults' in filled) faults.push(...filled.faults);
    else {
      const path = join(target, kind.template);
      writeWhole(path, filled.bytes);
      made.push(path);
    }
  }
  if (made.length > 0) progress('Making PDF files');
  const pdf = made.length === 0 ? 'nothing to convert' : convertToPdf(made, target);
  const texts = previewTexts(folder, target);
  made.push(...texts.made);
  faults.push(...texts.faults);
  return {
    text: [
      ...made.map((path) => `made ${path}`),
      ...pdfInWords[pdf],
      ...faults.map((fault) => `! ${fault}`),
    ].join('\n'),
    data: { made, pdf: pdf === 'made', faults },
    exit: faults.length > 0 ? 1 : 0,
  };
};

/** Each text with the subject above it, and what opens in WhatsApp below where that reads otherwise. */
const previewTexts = (
  folder: string,
  target: string,
): { readonly made: readonly string[]; readonly faults: readonly string[] } => {
  const made: string[] = [];
  const faults: string[] = [];
  makeFolder(join(target, textsFolder));
  for (const kind of messageKinds) {
    const name = join(textsFolder, kind.template);
    const judged = judgeMessageText(kind, readText(name, folder));
    if (judged.kind === 'faulty') {
      faults.push(...textSentences(judged.faults).map((sentence) => `${name}, ${sentence}`));
      continue;
    }
    const { subject, text, draft } = judged.render(sampleOf(kind));
    const path = join(target, name);
    const whatsApp = draft === text ? '' : `\n\n--- WhatsApp ---\n\n${draft}`;
    writeWhole(path, Buffer.from(`Perihal: ${subject}\n\n${text}${whatsApp}\n`));
    made.push(path);
  }
  return { made, faults };
};

/** The office's own text, else the one of the package. */
const readText = (name: string, folder: string): string => {
  const own = join(folder, name);
  return readPlainFile(existsSync(own) ? own : join(ownTemplates, name)).toString('utf8');
};

const pdfInWords = {
  made: ['and the same as PDF'],
  'no LibreOffice': ['No PDF: LibreOffice (soffice) was not found; the .docx files are there.'],
  failed: ['No PDF: LibreOffice (soffice) did not convert them; the .docx files are there.'],
  'nothing to convert': [],
} as const;

const fill = (
  kind: DocumentKind,
  folder: string,
): { readonly bytes: Uint8Array } | { readonly faults: readonly string[] } => {
  const { template: file, sample } = kind;
  let bytes: Uint8Array;
  try {
    bytes = readPlainFile(join(folder, file));
  } catch {
    return { faults: [`${file}: berkas templat tidak ada di ${folder}.`] };
  }
  const judged = judgeTemplate(kind, bytes);
  return judged.kind === 'right'
    ? { bytes: judged.template.render(sample) }
    : { faults: sentencesOf(judged.faults).map((sentence) => `${file}, ${sentence}`) };
};

/** With a profile of its own, so that a LibreOffice that somebody has open does not get in the way. */
const convertToPdf = (
  files: readonly string[],
  target: string,
): 'made' | 'no LibreOffice' | 'failed' => {
  const profile = mkdtempSync(join(tmpdir(), 'layanan-vicon-preview-'));
  try {
    const { status, error } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        target,
        ...files,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    if (status === 0) return 'made';
    return error !== undefined && 'code' in error && error.code === 'ENOENT'
      ? 'no LibreOffice'
      : 'failed';
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};
