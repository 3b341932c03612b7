import type { EquipmentWish } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { readFacility } from './facility-words.ts';
import { numberFromWords } from './number-words.ts';
import { fold } from './spelling.ts';

/** A thing and how many of it, as written; `counted` where a number stood beside it. */
interface Quantity {
  readonly name: string;
  readonly quantity: number;
  readonly counted: boolean;
}

/**
 * The facilities a requester wants: "Speaker (2); Kamera Zoom (1)", "2 speaker, kamera", or what a form's check
 * boxes leave. Two names of one facility side by side ("Televisi, LCD Proyektor") are one wish.
 */
export const readEquipment = (cell: Cell | undefined): readonly EquipmentWish[] => {
  const wishes = new Map<string, EquipmentWish & { readonly counted: boolean }>();
  for (const { name: typed, quantity, counted } of piecesOf(cell).flatMap(splitAtSlash)) {
    const facility = readFacility(typed);
    const name = facility ?? typed;
    const key = fold(name);
    const before = wishes.get(key);
    const sum =
      before === undefined
        ? quantity
        : counted
          ? quantity + (before.counted ? before.quantity : 0)
          : before.quantity;
    wishes.set(key, {
      name: before?.name ?? name,
      quantity: sum,
      known: facility !== undefined,
      counted: counted || (before?.counted ?? false),
    });
  }
  return [...wishes.values()].map(({ name, quantity, known }) => ({ name, quantity, known }));
};

const piecesOf = (cell: Cell | undefined): readonly Quantity[] => {
  const text = answerOf(cell);
  if (text === undefined || /^(?:tidak|tdk|nihil|tanpa|belum)\b/i.test(text)) return [];
  return text
    .split(/(?:^|[\s;,])\d{1,2}[.)]\s+(?=\p{L})|[\n;]|,(?![^(]*\))|\s+(?:dan|&)\s+/u)
    .flatMap((piece) => quantityOf(piece.replace(/^[\s\-•*]+/, '').trim()));
};

const unit = '(?:unit|buah|bh|set|pcs|pc|paket|orang|roll|meter|m)?';
const shapes: readonly {
  readonly pattern: RegExp;
  readonly name: number;
  readonly count: number;
}[] = [
  {
    pattern: new RegExp(`^(.+?)\\s*\\(\\s*x?(\\d{1,4})\\s*x?\\s*${unit}\\.?\\s*\\)$`, 'i'),
    name: 1,
    count: 2,
  },
  {
    pattern: new RegExp(`^(\\d{1,4})\\s*(?:x\\s+|${unit}\\.?\\s+)?(\\p{L}.*)$`, 'iu'),
    name: 2,
    count: 1,
  },
  {
    pattern: new RegExp(`^(.+?)\\s*(?:[:=-]|\\bx)?\\s*(\\d{1,4})\\s*x?\\s*${unit}\\.?$`, 'i'),
    name: 1,
    count: 2,
  },
];

const quantityOf = (piece: string): readonly Quantity[] => {
  if (!/\p{L}/u.test(piece)) return [];
  for (const { pattern, name, count } of shapes) {
    const match = pattern.exec(piece);
    const found = match?.[name]?.trim() ?? '';
    if (match !== null && found !== '') return counted(found, Number(match[count]));
  }
  const [first = '', ...rest] = piece.split(' ');
  const spoken = numberFromWords(first.toLowerCase());
  return spoken !== undefined && rest.length > 0
    ? counted(rest.join(' '), spoken)
    : [{ name: piece, quantity: 1, counted: false }];
};

/** None wanted is no wish. */
const counted = (name: string, quantity: number): readonly Quantity[] =>
  quantity === 0 ? [] : [{ name, quantity, counted: true }];

/** "kamera/speaker" are two things, "Komputer/laptop" is one. */
const splitAtSlash = (piece: Quantity): readonly Quantity[] => {
  if (!piece.name.includes('/') || readFacility(piece.name) !== undefined) return [piece];
  const parts = piece.name.split('/').map((part) => part.trim());
  return parts.every((part) => readFacility(part) !== undefined)
    ? parts.map((name) => ({ ...piece, name }))
    : [piece];
};
