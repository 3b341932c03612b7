import type { EquipmentWish } from '../cases/request.ts';
import { list } from '../cases/wording.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, shortened } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { type ItemInPiece, itemsOf } from './equipment-piece.ts';
import { empty, type Reading, read } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * The facilities a requester wants: "Speaker (2); Kamera Zoom (1)", "2 speaker, kamera", or what a form's check
 * boxes leave. Two names of one facility side by side ("Televisi, LCD Proyektor") are one wish.
 *
 * A number is a quantity only where it counts: "HDMI 10 meter" and "core i5" are one each. What is denied is not
 * wanted, and what is not understood to the last word is said with what it was taken for.
 */
export const readEquipment = eachTextOnce(
  (cell: Cell | undefined): Reading<readonly EquipmentWish[]> => {
    const text = answerOf(forReading(cell));
    if (text === undefined) return empty;
    const pieces = piecesOf(text).map((piece) => ({ piece, ...itemsOf(piece) }));
    const wishes = addedUp(pieces.flatMap(({ items }) => items));
    const unclear = pieces.filter((one) => one.unclear).map(({ piece }) => `"${shortened(piece)}"`);
    unclear.push(...deniedTogether(text).map((part) => `"${shortened(part)}"`));
    return unclear.length === 0 ? read(wishes) : read(wishes, saidOf(wishes, unclear));
  },
);

const saidOf = (wishes: readonly EquipmentWish[], unclear: readonly string[]): string => {
  const things = list(
    wishes.slice(0, mostSaid).map(({ name, quantity }) => `${quantity} ${shortened(name)}`),
  );
  const named = list([...new Set(unclear)].slice(0, mostSaid));
  return `dibaca ${things === '' ? 'tanpa peralatan' : things}; kurang jelas: ${named}. Perbaiki bila bukan itu yang dimaksud.`;
};

/** "tanpa kamera dan speaker" may deny both. */
const deniedTogether = (text: string): readonly string[] =>
  text.split(/[,;\n()]/).flatMap((part) => {
    const denial = part.search(
      /\b(?:tidak|tdk|tak|tanpa|tnp|bukan|jangan|jgn)\b(?! (?:lupa|hanya|cuma|sekedar|sekadar)\b)/i,
    );
    return denial >= 0 && /\s(?:dan|serta|plus|&)\s/i.test(part.slice(denial)) ? [part.trim()] : [];
  });

/** More would not be read in Keterangan. */
const mostSaid = 5;

/** Lines, numbered things, and what stands between commas, semicolons, "dan" and "+"; brackets stay whole. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  for (const part of text.split(
    /(\n|;|,(?!\d)|(?<!\d),|[()+]|\s&\s|(?<=^|[\s;,])(?:\d{1,2}[.)]|[a-h]\))\s+(?=\p{L})|\s(?:dan|serta|plus)\s)/iu,
  )) {
    if (part === '(') depth += 1;
    if (part === ')') depth = Math.max(0, depth - 1);
    const isSeparator =
      /^(?:\n|;|,|\+|\s&\s|(?:\d{1,2}[.)]|[a-h]\))\s+|\s(?:dan|serta|plus)\s)$/i.test(part);
    if (isSeparator && (depth === 0 || part === '\n')) {
      pieces.push(piece);
      piece = '';
      depth = 0;
    } else piece += part;
  }
  return withLoneCounts(
    [...pieces, piece]
      .map((one) => one.replace(/^[\s\-•*–—]+|^\s*[a-z][.)]\s+/i, '').trim())
      .filter((one) => /[\p{L}\p{N}]/u.test(one)),
  );
};

/** "kabel HDMI 10 m, 2 buah": a number by itself counts what stands before it. */
const withLoneCounts = (pieces: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && /^\d{1,4} ?(?:unit|buah|bh|set|pcs|paket)\b\.?$/i.test(piece))
      joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
};

const addedUp = (items: readonly ItemInPiece[]): readonly EquipmentWish[] => {
  const wishes = new Map<string, ItemInPiece>();
  for (const item of items) {
    const key = fold(item.name);
    const before = wishes.get(key);
    wishes.set(key, before === undefined ? item : together(before, item));
  }
  return [...wishes.values()]
    .filter(({ quantity }) => quantity > 0)
    .map(({ name, quantity, known }) => ({ name, quantity, known }));
};

/** Named once more without a number, a thing is not wanted once more. */
const together = (before: ItemInPiece, item: ItemInPiece): ItemInPiece => {
  if (!item.counted) return before;
  return {
    ...before,
    counted: true,
    quantity: item.quantity + (before.counted ? before.quantity : 0),
  };
};
