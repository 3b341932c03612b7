/** Paragraphs of the templates, each in the style that its purpose has. */
import { HeadingLevel, type IParagraphOptions, Paragraph, TextRun } from 'docx';

/** Bold between asterisks, a line break for a line feed: `'*{{nama}}*\nNIP {{nip nip}}'`. */
const runs = (text: string): TextRun[] =>
  text
    .split('*')
    .flatMap((part, index) =>
      part === ''
        ? []
        : lines(part).map((run) => new TextRun({ ...run, ...(index % 2 === 1 && { bold: true }) })),
    );

const lines = (text: string) =>
  text.split('\n').map((line, index) => ({ text: line, ...(index > 0 && { break: 1 }) }));

export const styled = (
  style: string,
  text: string,
  options: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph => new Paragraph({ style, children: runs(text), ...options });

export const title = (text: string): Paragraph => styled('JudulDokumen', text);
export const number = (text: string): Paragraph => styled('NomorDokumen', text);
export const body = (text: string): Paragraph => styled('Isi', text);
/** The last words before a signature: they go to its page. */
export const closing = (text: string): Paragraph => styled('Isi', text, { keepNext: true });
export const note = (text: string): Paragraph => styled('Catatan', text);

export const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(text) });

/** A paragraph that holds nothing but a block tag: it vanishes when the template is filled. */
export const tag = (text: string): Paragraph => styled('IsiRapat', `{{${text}}}`);

/** @param list Items of one list share its number; a new number counts from the start again. */
export const item = (text: string, list: number, kind: 'angka' | 'huruf' = 'angka'): Paragraph =>
  styled('ButirDaftar', text, {
    numbering: { reference: kind, level: 0, instance: list, custom: true },
  });

/** Every element of a list as a numbered item. */
export const itemsOf = (
  name: string,
  list: number,
  text = '{{this}}',
  kind: 'angka' | 'huruf' = 'angka',
): Paragraph[] => [tag(`#each ${name}`), item(text, list, kind), tag('/each')];

/** The value, or BELUM DIISI in its place. */
export const required = (name: string): string => `{{belumDiisi ${name}}}`;
