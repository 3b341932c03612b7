import * as words from './equipment-words.ts';
import { type Facility, readFacility } from './facility-words.ts';
import { numberFromWords } from './number-words.ts';
import { fold } from './spelling.ts';

/** A thing and how many of it; `counted` where a number stood beside it. */
export interface ItemInPiece {
  readonly name: string;
  readonly quantity: number;
  readonly known: boolean;
  readonly counted: boolean;
}

/** What one piece of the answer asks for, and whether something in it was not understood. */
export interface EquipmentPiece {
  readonly items: readonly ItemInPiece[];
  readonly unclear: boolean;
}

/** "2 laptop", "tripod 2 kamera 2", "Laptop (core i5) 1", "tanpa kamera". */
export const itemsOf = (piece: string): EquipmentPiece => {
  const tokens = tokensOf(piece);
  const texts = tokens.map(({ folded }) => folded);
  const has = (set: ReadonlySet<string>): boolean => texts.some((text) => set.has(text));
  const denial = texts.findIndex(
    (text, index) => words.denials.has(text) && !words.noDenials.has(texts[index + 1] ?? ''),
  );
  const undecided = has(words.undecided) || piece.includes('?');
  if (denial >= 0) return withoutDenied(tokens, { denial, undecided });
  const counted = read(tokens);
  if (refersBack(texts) && !counted.items.some(({ known }) => known))
    return { items: [], unclear: true };
  if (has(words.owned)) return { items: [], unclear: true };
  if (isVague(texts) && !counted.items.some(({ known }) => known))
    return { items: [{ name: piece, quantity: 1, known: false, counted: false }], unclear: true };
  if (isNothing(texts)) return { items: [], unclear: false };
  if (counted.items.length === 0) return { items: [], unclear: true };
  if (isUnknownYet(texts)) return { items: [], unclear: true };
  const unclear = undecided || counted.unclear || hasMinus(piece);
  return { items: counted.items, unclear };
};

/** "laptop -1", not "40 - 50" and not "laptop - 2 unit". */
const hasMinus = (piece: string): boolean => /[^\d\s] [-−]\d|[(:=] ?[-−]\d/.test(piece);

/** "sama dengan kemarin": only people know what was there. */
const refersBack = (texts: readonly string[]): boolean =>
  texts.some((text) => /^(?:sama|kemarin|kemaren|sebelumnya|tadi|biasanya)$/.test(text));

/** "belum ada", "nihil": an answer, and no thing. */
const isNothing = (texts: readonly string[]): boolean =>
  texts.every(
    (text) =>
      text === '' ||
      words.fillers.has(text) ||
      /^(?:belum|blm|nihil|kosong|none|n|a|na)$/.test(text),
  );

const isUnknownYet = (texts: readonly string[]): boolean =>
  /^(?:belum|blm)$/.test(texts[0] ?? '') &&
  /^(?:tahu|tau|pasti|jelas|ditentukan|diketahui|dipastikan)$/.test(texts[1] ?? '');

/**
 * What stands before a denial of something else stays wanted: "kamera tanpa tripod" is a camera. "Kamera tidak usah"
 * denies what stands before it, "tanpa kamera" what follows. Where the denial may reach further, it is said.
 */
const withoutDenied = (
  tokens: readonly PieceToken[],
  { denial, undecided }: { readonly denial: number; readonly undecided: boolean },
): EquipmentPiece => {
  const before = read(tokens.slice(0, denial));
  const behind = tokens.slice(denial + 1);
  const denies = behind.filter(({ folded }) => !words.denied.has(folded));
  if (denies.length === 0)
    return { items: [], unclear: undecided || before.items.length > 1 || before.unclear };
  const isPlain = /^(?:tanpa|tnp|bukan)$/.test(tokens[denial]?.folded ?? '');
  const items = isPlain ? before.items : before.items.filter(({ known }) => known);
  const reachesFurther = denies.some(
    ({ text, folded }, index) =>
      /^\d/.test(text) ||
      words.denials.has(folded) ||
      words.turns.has(folded) ||
      amountAt(denies, index)?.kind === 'count',
  );
  const isUnsure = items.length > 0 && (!isPlain || before.unclear || items.some(isUnknown));
  return { items, unclear: undecided || reachesFurther || isUnsure };
};

const isUnknown = ({ known }: ItemInPiece): boolean => !known;

interface PieceToken {
  readonly text: string;
  readonly folded: string;
  readonly inBrackets: boolean;
}

const tokensOf = (piece: string): readonly PieceToken[] => {
  const plain = piece
    .normalize('NFKC')
    .replaceAll(/\bs\s?[./]\s?d\b\.?|(?<=\d\s?)(?:sampai|hingga|sd)\b/gi, '-')
    .replaceAll(/[‐‑‒–—−~]/g, '-')
    .replaceAll(/[±≥≤<>=:*×]|\bx(?=\s*\d)|(?<=\d\s?)x\b/gi, ' ');
  let depth = 0;
  const tokens: PieceToken[] = [];
  for (const [text] of plain.matchAll(
    /\d+(?:[.,]\d+)*|\p{L}+\d+[\p{L}\d]*|\p{L}+(?:['’-]\p{L}+)*|[()]|["”″]|[-/]/gu,
  )) {
    if (text === '(') depth += 1;
    else if (text === ')') depth = Math.max(0, depth - 1);
    else
      tokens.push(
        ...unglued(text).map((one) => ({ text: one, folded: fold(one), inBrackets: depth > 0 })),
      );
  }
  return tokens;
};

/** "laptop2" is a laptop twice, "i5" a make. */
const unglued = (text: string): readonly string[] => {
  const match = /^(\p{L}+)(\d+)$/u.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined && readFacility(match[1]) !== undefined
    ? [match[1], match[2]]
    : [text];
};

/** The piece as things and numbers in turn. */
type PieceElement =
  | { readonly kind: 'thing'; readonly words: readonly string[] }
  | { readonly kind: 'count'; readonly count: number; readonly inBrackets: boolean };

interface Elements {
  readonly elements: readonly PieceElement[];
  readonly unclear: boolean;
}

const read = (tokens: readonly PieceToken[]): EquipmentPiece => {
  const { elements, unclear } = elementsOf(tokens);
  const merged = withOneCountEach(elements);
  const startsWithCount = merged.elements[0]?.kind === 'count';
  const items: ItemInPiece[] = [];
  let isUnclear = unclear || merged.unclear;
  let waiting: number | undefined;
  merged.elements.forEach((element, index) => {
    if (element.kind === 'count') {
      if (startsWithCount) waiting = element.count;
      return;
    }
    const next = merged.elements[index + 1];
    const behind = !startsWithCount && next?.kind === 'count' ? next.count : undefined;
    const count = startsWithCount ? waiting : behind;
    waiting = undefined;
    if (words.people.has(fold(element.words[0] ?? ''))) {
      isUnclear = true;
      return;
    }
    const named = namesOf(element.words);
    const alone = named.names.length === 1;
    isUnclear ||= named.unclear || (!alone && count !== undefined && count !== 1);
    for (const { name, known } of named.names)
      items.push({ name, known, quantity: count ?? 1, counted: count !== undefined });
  });
  const things = merged.elements.filter(({ kind }) => kind === 'thing').length;
  const counts = merged.elements.length - things;
  return { items, unclear: isUnclear || (counts > 0 && counts !== things) };
};

/** "1 (satu)" is one number; two that differ beside one thing are not clear, and the outer one holds. */
const withOneCountEach = (elements: readonly PieceElement[]): Elements => {
  const kept: PieceElement[] = [];
  let unclear = false;
  for (const element of elements) {
    const last = kept.at(-1);
    if (element.kind === 'count' && last?.kind === 'count') {
      if (element.count !== last.count) unclear = true;
    } else kept.push(element);
  }
  return { elements: kept, unclear };
};

const elementsOf = (tokens: readonly PieceToken[]): Elements => {
  const elements: PieceElement[] = [];
  let thing: string[] = [];
  let unclear = false;
  let isPurpose = false;
  const close = (): void => {
    if (thing.length > 0) elements.push({ kind: 'thing', words: thing });
    thing = [];
  };
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    const amount = amountAt(tokens, index);
    if (amount !== undefined) {
      if (amount.kind === 'count') {
        close();
        isPurpose = false;
        elements.push({ kind: 'count', count: amount.count, inBrackets: token.inBrackets });
      }
      index += amount.length;
      continue;
    }
    const { text, folded, inBrackets } = token;
    if (words.purposes.has(folded)) isPurpose = true;
    else if (words.vague.has(folded) && thing.length === 0) unclear = true;
    else if (inBrackets) unclear ||= !isDetail(folded);
    else if (text === '/' && thing.length > 0) thing.push(text);
    else if (/\p{L}/u.test(text) && !isPurpose && !isAroundAt(tokens, index)) thing.push(text);
    else if (/\d/.test(text)) unclear = true;
    index += 1;
  }
  close();
  return { elements, unclear };
};

/** A unit belongs to the number before it; "kabel roll" is a thing. */
const isAroundAt = (tokens: readonly PieceToken[], index: number): boolean => {
  const folded = tokens[index]?.folded ?? '';
  if (!words.units.has(folded) || words.plainUnits.has(folded)) return isAround(folded);
  return /^\d/.test(tokens[index - 1]?.text ?? '');
};

const isAround = (folded: string): boolean =>
  words.fillers.has(folded) ||
  words.units.has(folded) ||
  words.undecided.has(folded) ||
  words.noDenials.has(folded) ||
  words.denials.has(folded);

const isDetail = (folded: string): boolean =>
  isAround(folded) ||
  words.qualities.has(folded) ||
  words.measures.has(folded) ||
  words.makes.has(folded) ||
  /^[\p{L}]\d+$/u.test(folded) ||
  folded === '' ||
  readFacility(folded) !== undefined;

type PieceNumber =
  | { readonly kind: 'count'; readonly count: number; readonly length: number }
  | { readonly kind: 'detail'; readonly length: number };

/** A number at this place, and whether it counts: "2 unit", "1-2", "lima puluh", "10 meter", "core 2", "i5". */
const amountAt = (tokens: readonly PieceToken[], index: number): PieceNumber | undefined => {
  const at = (offset: number): string => tokens[index + offset]?.folded ?? '';
  const here = tokens[index]?.text ?? '';
  if (/^\p{L}\d+/u.test(here)) return { kind: 'detail', length: 1 };
  if (words.makes.has(at(0)) && (at(0) !== 'hdmi' || here !== 'hdmi')) {
    if (/^\p{L}?\d/u.test(at(1)) && !words.units.has(at(2)) && at(0) !== 'hdmi')
      return { kind: 'detail', length: 2 };
  }
  const spoken = spokenAt(tokens, index);
  if (spoken !== undefined) return timed(spoken.count, at(spoken.length), spoken.length);
  const one = words.glued.get(at(0));
  if (one !== undefined) return { kind: 'count', count: one, length: 1 };
  if (!/^\d/.test(here)) return undefined;
  const behind = tokens[index + 1];
  if (words.measures.has(at(1)) || /^["”″]$/.test(behind?.text ?? ''))
    return { kind: 'detail', length: 2 };
  const whole = wholeOf(here);
  if (whole === undefined) return { kind: 'detail', length: 1 };
  if (behind?.text === '-' && /^\d+$/.test(at(2))) {
    if (words.measures.has(at(3))) return { kind: 'detail', length: 4 };
    return { kind: 'count', count: Math.max(whole, Number(at(2))), length: 3 };
  }
  return timed(whole, at(1), 1);
};

/** "2 lusin" is twenty-four. */
const timed = (count: number, behind: string, length: number): PieceNumber => {
  const times = words.multiples.get(behind);
  return times === undefined
    ? { kind: 'count', count, length }
    : { kind: 'count', count: count * times, length: length + 1 };
};

const wholeOf = (figure: string): number | undefined => {
  if (/^\d{1,4}$/.test(figure)) return Number(figure);
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(figure)
    ? Number(figure.replaceAll(/[.,]/g, ''))
    : undefined;
};

const spokenAt = (
  tokens: readonly PieceToken[],
  start: number,
): { readonly count: number; readonly length: number } | undefined => {
  let spoken = '';
  let found: { count: number; length: number } | undefined;
  for (let length = 1; length <= 6; length += 1) {
    const word = tokens[start + length - 1]?.folded ?? '';
    if (word === '') break;
    spoken = length === 1 ? word : `${spoken} ${word}`;
    const count = numberFromWords(spoken);
    if (count === undefined) break;
    found = { count, length };
  }
  return found;
};

interface NamesInPiece {
  readonly names: readonly { readonly name: string; readonly known: boolean }[];
  readonly unclear: boolean;
}

const one = (name: string, known: boolean, unclear = false): NamesInPiece => ({
  names: [{ name, known }],
  unclear,
});

/** What a thing's words name: one facility, several side by side, or something else, as typed. */
const namesOf = (typed: readonly string[]): NamesInPiece => {
  const text = typed
    .join(' ')
    .replaceAll(' / ', '/')
    .replace(/[\s/]+$/, '');
  const whole = readFacility(text);
  if (whole !== undefined) return one(whole, true);
  const parts = text.split('/');
  if (parts.length > 1) {
    const each = parts.map((part) => namesOf(part.split(' ')));
    return each.every(({ names }) => names.every(({ known }) => known))
      ? {
          names: distinct(each.flatMap(({ names }) => names)),
          unclear: each.some(({ unclear }) => unclear),
        }
      : one(text, false);
  }
  const folded = typed.map(fold);
  const head = headOf(folded);
  if (head === undefined) return one(text, false, isVague(folded));
  const rest = folded.slice(head.length);
  if (rest.some((word) => words.changes[head.facility]?.has(word) === true))
    return one(text, false);
  const others = words.takesComplement.has(folded[0] ?? '') ? undefined : facilitiesIn(rest);
  if (others !== undefined && !(head.facility === 'Komputer/laptop' && rest[0] === 'hp'))
    return { names: distinct([{ name: head.facility, known: true }, ...others]), unclear: false };
  return one(head.facility, true, !rest.every(isQuality));
};

const isQuality = (word: string): boolean =>
  words.qualities.has(word) || words.measures.has(word) || readFacility(word) !== undefined;

/** Whoever writes these leaves it to us, and names no thing. */
const isVague = (folded: readonly string[]): boolean =>
  folded.some((word) =>
    /^(?:semua|semuanya|lengkap|biasa|sesuai|kebutuhan|standar|secukupnya|seperlunya|seperti|seluruh|seluruhnya|terserah)$/.test(
      word,
    ),
  );

const distinct = (names: NamesInPiece['names']): NamesInPiece['names'] => [
  ...new Map(names.map((name) => [name.name, name])).values(),
];

/** The facility whose name the words begin with, the longest one. */
const headOf = (
  folded: readonly string[],
): { readonly facility: Facility; readonly length: number } | undefined => {
  for (let length = Math.min(4, folded.length); length > 0; length -= 1) {
    const facility = readFacility(folded.slice(0, length).join(' '));
    if (facility !== undefined) return { facility, length };
  }
  return undefined;
};

/** The words as facilities one after the other and nothing else: "meja kursi". */
const facilitiesIn = (folded: readonly string[]): NamesInPiece['names'] | undefined => {
  const names: { name: string; known: boolean }[] = [];
  let index = 0;
  while (index < folded.length) {
    const head = headOf(folded.slice(index, index + 4));
    if (head === undefined) return undefined;
    names.push({ name: head.facility, known: true });
    index += head.length;
  }
  return names.length === 0 ? undefined : names;
};
