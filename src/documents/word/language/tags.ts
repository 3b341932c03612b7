/** Finds the tags in the text of one paragraph, and says what is wrong with those that are none. */
import { longestTag, mostTags } from '../../../office-package/bounds.ts';
import {
  type BlockHead,
  type BlockWord,
  blockWords,
  type Expression,
  parseBlockHead,
  parseExpression,
  TagFault,
} from './expression.ts';

export type TagMeaning =
  | { readonly kind: 'value'; readonly expression: Expression }
  | { readonly kind: 'open'; readonly head: BlockHead; readonly inverted: boolean }
  | { readonly kind: 'else'; readonly head: BlockHead | undefined }
  /** A closer that names no known word closes the innermost block. */
  | { readonly kind: 'close'; readonly word: BlockWord | undefined };

/** A tag with the place it was typed at, so that later faults can name it. */
export interface Tag {
  readonly meaning: TagMeaning;
  readonly source: string;
  readonly place: string;
  readonly near: string;
}

/** A stretch of the paragraph's text that is a tag; `meaning` is undefined for a comment. */
export interface TagSpan {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly meaning: TagMeaning | undefined;
}

export interface ScannedText {
  readonly spans: readonly TagSpan[];
  readonly faults: readonly { readonly at: number; readonly message: string }[];
}

/** Stands in the joined text for a picture, a field or another thing that is no letter. */
export const objectSign = '\uFFFC';

const spacedBraces = /\{[ \u00A0]+\{|\}[ \u00A0]+\}(?!\})/;
const singleBraces = /(?<![${\\])\{\s*(?:[#/^]\s*)?[A-Za-z_@][\w.@]*(?:\s+[\w.@]+)?\s*\}(?!\})/g;

/** Stops behind the first tag too many: whoever counts them refuses the template then. */
export const scanTags = (text: string): ScannedText => {
  if (!/[{}«]|\[\[|<</.test(text)) return { spans: [], faults: [] };
  const spans: TagSpan[] = [];
  const faults: { at: number; message: string }[] = [];
  let outside = '';
  let at = 0;
  while (at < text.length && spans.length + faults.length <= mostTags) {
    const open = text.indexOf('{{', at);
    if (open < 0) break;
    outside += text.slice(at, open);
    const end = endOfTag(text, open);
    if (typeof end === 'string') {
      faults.push({ at: open, message: end });
      at = text.indexOf('{{', open + 2);
      if (at < 0) at = text.length;
      continue;
    }
    const source = text.slice(open, end);
    try {
      spans.push(spanOf(text, source, open, end));
    } catch (error) {
      if (!(error instanceof TagFault)) throw error;
      faults.push({ at: open, message: error.message });
      const meaning = meantBlock(source);
      if (meaning !== undefined) spans.push({ start: open, end, source, meaning });
    }
    // The tag leaves a mark, so that braces on its two sides are not taken for a pair.
    outside += objectSign;
    at = end;
  }
  outside += text.slice(at);
  for (const message of faultsOutside(outside)) faults.push({ at: text.indexOf('}'), message });
  for (const { typed, message } of foreignTags(outside)) {
    if (faults.length > mostTags) break;
    faults.push({ at: text.indexOf(typed), message });
  }
  return { spans, faults };
};

/** What a faulty tag does to the blocks around it, so that its partner is not told as a second fault. */
const meantBlock = (source: string): TagMeaning | undefined => {
  const body = straightened(source.slice(2, -2)).replaceAll('~', '').trim();
  const found = /^(#|\^|\/|else\b)?\s*(\w*)/i.exec(body);
  const sign = found?.[1]?.toLowerCase();
  const typed = found?.[2]?.toLowerCase();
  const word = blockWords.find((known) => known === typed);
  const head: BlockHead = { word: word ?? 'if', subject: nothing, names: [], includeZero: false };
  if (sign === '/' || /^(?:end|endif|endeach|selesai)\b/i.test(body)) {
    return { kind: 'close', word: undefined };
  }
  if (sign === 'else') return { kind: 'else', head };
  if ((sign === '#' && /^\w/.test(typed ?? '')) || sign === '^' || word !== undefined) {
    return { kind: 'open', head, inverted: false };
  }
  return undefined;
};

const nothing: Expression = { kind: 'literal', value: undefined };

/** Where the tag that opens here ends, or what is wrong with it. */
const endOfTag = (whole: string, open: number): number | string => {
  // Nothing is looked for beyond the longest tag: thousands that never end would each search the whole text.
  const length = endInside(whole.slice(open, open + longestTag), whole.length - open > longestTag);
  return typeof length === 'string' ? length : open + length;
};

/** How long the tag is that `text` begins with, or what is wrong with it. */
const endInside = (text: string, isCut: boolean): number | string => {
  if (text.startsWith('{{{')) {
    return 'Tiga kurung kurawal "{{{" tidak boleh dipakai: isi selalu dicetak apa adanya. Tulis {{nama}} dengan dua kurung.';
  }
  if (/^\{\{~?!--/.test(text.slice(0, 6))) {
    const found = /--~?\}\}/.exec(text);
    if (found !== null) return found.index + found[0].length;
    return isCut ? tooLong : 'Catatan "{{!--" tidak ditutup dengan "--}}" di paragraf yang sama.';
  }
  const end = text.indexOf('}}', 2);
  const next = text.indexOf('{{', 2);
  if (isCut && end < 0 && next < 0) return tooLong;
  if (end < 0 || (next >= 0 && next < end)) {
    const reach = text.slice(2, next < 0 ? undefined : next);
    return reach.includes('}')
      ? 'Tag ini ditutup dengan satu kurung kurawal. Tutup dengan dua: "}}".'
      : 'Tag ini tidak ditutup dengan "}}" di paragraf dan sel tabel yang sama.';
  }
  if (text[end + 2] === '}')
    return 'Tag ini ditutup dengan tiga kurung kurawal. Tutup dengan dua: "}}".';
  return end + 2;
};

const tooLong = `Tag ini tidak ditutup dalam ${longestTag} huruf. Tutup dengan "}}", atau pendekkan isinya.`;

const faultsOutside = (outside: string): string[] => {
  const faults: string[] = [];
  if (spacedBraces.test(outside)) {
    faults.push('Di antara dua kurung kurawal ada spasi. Tulis rapat: {{nama}}.');
  } else if (outside.includes('}}')) {
    faults.push(
      /\{[^{}]*\}\}/.test(outside)
        ? 'Tag ini dibuka dengan satu kurung kurawal. Buka dengan dua: "{{".'
        : 'Ada "}}" tanpa "{{" sebelumnya di paragraf dan sel tabel yang sama.',
    );
  }
  for (const [found] of outside.matchAll(singleBraces)) {
    if (faults.length > mostTags) break;
    faults.push(`"${found}" ditulis dengan satu kurung kurawal. Tulis dua: {${found}}.`);
  }
  return faults;
};

/** Placeholders as other programs write them: «nama», [[nama]], <<nama>>. */
const foreignMarks = [
  /«([^«»\n]{1,60})»/g,
  /\[\[([^[\]\n]{1,60})\]\]/g,
  /<<([^<>\n]{1,60})>>/g,
] as const;

const foreignTags = (outside: string): { readonly typed: string; readonly message: string }[] =>
  foreignMarks.flatMap((mark) =>
    [...outside.matchAll(mark)].flatMap(([typed, inner = '']) => {
      const name = inner.trim();
      if (!/^[A-Za-z_][\w .-]*$/.test(name)) return [];
      const advice = name.includes(' ')
        ? 'Tulis nama datanya, tanpa spasi, di antara dua kurung kurawal: {{nama}}.'
        : `Tulis {{${name}}}.`;
      return {
        typed,
        message: `"${typed}" bukan tag, sehingga akan tercetak apa adanya. ${advice}`,
      };
    }),
  );

const spanOf = (text: string, source: string, open: number, close: number): TagSpan => {
  let start = open;
  let end = close;
  let body = source.slice(2, -2);
  if (body.startsWith('~')) {
    body = body.slice(1);
    while (start > 0 && /[ \t\n\u00A0]/.test(text[start - 1] ?? '')) start -= 1;
  }
  if (body.endsWith('~')) {
    body = body.slice(0, -1);
    while (end < text.length && /[ \t\n\u00A0]/.test(text[end] ?? '')) end += 1;
  }
  if (source.includes(objectSign) && !body.startsWith('!')) {
    throw new TagFault(
      'Di dalam tag ini terselip gambar, bidang (field), atau catatan kaki. Ketik ulang tag ini.',
    );
  }
  return { start, end, source, meaning: meaningOf(straightened(body).trim()) };
};

/** Undoes what Word's autocorrection does to a tag: curly quotes, hard spaces, invisible marks. */
const straightened = (body: string): string => {
  const plain = body
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\t\n]/g, ' ')
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"')
    .replaceAll('\u2011', '-');
  return plain.includes('"') ? plain : plain.replace(/[\u2018\u2019\u201A\u201B]/g, "'");
};

const meaningOf = (body: string): TagMeaning | undefined => {
  if (body === '') throw new TagFault('Tag "{{}}" kosong. Tulis nama datanya di dalamnya.');
  if (body.startsWith('!')) return undefined;
  const sign = body[0] ?? '';
  const rest = body.slice(1).trim();
  switch (sign) {
    case '#':
      if (rest.startsWith('*') || rest.startsWith('>')) throw refusedPart(sign + rest[0]);
      return { kind: 'open', head: parseBlockHead(rest), inverted: false };
    case '^':
      if (rest === '') return { kind: 'else', head: undefined };
      return {
        kind: 'open',
        head: parseBlockHead(/^(?:each|if|unless|with)\s/i.test(rest) ? rest : `if ${rest}`, '^'),
        inverted: true,
      };
    case '/':
      return { kind: 'close', word: closedWord(rest) };
    case '>':
    case '*':
      throw refusedPart(sign);
    case '&':
      throw new TagFault(
        '"{{&…}}" tidak boleh dipakai: isi selalu dicetak apa adanya. Tulis {{nama}}.',
      );
    default:
      break;
  }
  if (/^else$/i.test(body)) return { kind: 'else', head: undefined };
  const chained = /^else\s+(.+)$/is.exec(body);
  if (chained?.[1] !== undefined) {
    const head = parseBlockHead(chained[1].replace(/^#\s*/, ''), 'else ');
    if (head.word !== 'if' && head.word !== 'unless') {
      throw new TagFault(
        `"{{${body}}}" tidak dapat dipakai. Setelah else hanya boleh if, misalnya {{else if lengkap}}.`,
      );
    }
    return { kind: 'else', head };
  }
  if (/^(end|endif|endeach|selesai)\b/i.test(body)) {
    throw new TagFault(`"{{${body}}}" tidak menutup apa pun. Tutup dengan {{/if}} atau {{/each}}.`);
  }
  if (/^(if|each|unless|with)(\s|$)/i.test(body)) {
    throw new TagFault(`"{{${body}}}" kurang tanda pagar. Tulis {{#${body}}}.`);
  }
  return { kind: 'value', expression: parseExpression(body) };
};

const closedWord = (rest: string): BlockWord => {
  const word = rest.toLowerCase();
  if (word === 'each' || word === 'if' || word === 'unless' || word === 'with') return word;
  throw new TagFault(
    `"{{/${rest}}}" tidak dikenal. Penutup yang ada: {{/each}}, {{/if}}, {{/unless}}, {{/with}}.`,
  );
};

const refusedPart = (sign: string): TagFault =>
  new TagFault(
    `"{{${sign}…}}" tidak boleh dipakai. Templat hanya boleh mencetak data: {{nama}}, {{#each …}}, {{#if …}}.`,
  );
