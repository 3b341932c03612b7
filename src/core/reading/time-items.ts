import type { Zone } from '../cases/request.ts';
import type { PartOfDay } from './clock-hour.ts';
import { clockAt } from './clock-words.ts';
import type { MomentWord } from './moment-words.ts';
import type { WrittenClock } from './read-clock.ts';
import { unreadable, unsure } from './reading.ts';

/** What the words about a time come to, in order. */
export type TimeItem =
  | { readonly kind: 'clock'; readonly clock: WrittenClock; readonly zone?: Zone }
  | { readonly kind: 'until' }
  | { readonly kind: 'end' }
  /** Parts two statements: "/", "(", "dan", a new line. */
  | { readonly kind: 'break' };

export interface TimeItems {
  readonly kind: 'items';
  readonly items: readonly TimeItem[];
  /** Zones that stand beside no time of their own: "selesai WITA". */
  readonly looseZones: readonly Zone[];
  /** A part of the day without a time: "pagi". */
  readonly lonePart?: PartOfDay;
  /** "ba'da Ashar": the minutes between which such a thing begins. */
  readonly prayers: readonly { readonly earliest: number; readonly latest: number }[];
}

/** The minutes of the day between which something "after Jumat" begins. */
const fridayPrayer = { earliest: 11.5 * 60, latest: 15 * 60 };

const breakMarks = new Set(['(', ')', '/', '\\', ',', ';', '=', '|', '\n']);

/** Turns the words about a time into items; a word that is none of them makes the whole unreadable. */
export const timeItems = (
  words: readonly MomentWord[],
): TimeItems | typeof unreadable | ReturnType<typeof unsure> => {
  const items: TimeItem[] = [];
  const looseZones: Zone[] = [];
  const prayers: { readonly earliest: number; readonly latest: number }[] = [];
  const waiting = { parts: [] as WrittenClock['parts'][number][], zones: [] as Zone[] };
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    const found = clockAt(words, at);
    if (found !== undefined) {
      const [zone, ...others] = new Set(waiting.zones);
      const isOne = zone !== undefined && others.length === 0;
      if (!isOne) looseZones.push(...waiting.zones);
      const clock = { ...found.clock, parts: waiting.parts.splice(0) };
      items.push({ kind: 'clock', clock, ...(isOne && { zone }) });
      waiting.zones = [];
      at += found.length;
      continue;
    }
    const last = items.at(-1);
    switch (word.kind) {
      case 'zone':
        if (last?.kind !== 'clock') waiting.zones.push(word.zone);
        else if (last.zone === undefined) items[items.length - 1] = { ...last, zone: word.zone };
        else looseZones.push(word.zone);
        break;
      case 'part':
        if (last?.kind === 'until' || last?.kind === 'end') return partInsteadOfEnd;
        if (last?.kind === 'clock') items[items.length - 1] = withPart(last, word.part);
        else waiting.parts.push(word.part);
        break;
      case 'clock':
        if (isLength(words, at)) return lengthInstead(words, at);
        break;
      case 'minutes':
        return lengthInstead(words, at);
      case 'until':
      case 'latest':
        while (items.at(-1)?.kind === 'break') items.pop();
        if (items.at(-1)?.kind !== 'until') items.push({ kind: 'until' });
        break;
      case 'end':
        items.push({ kind: 'end' });
        break;
      case 'and':
      case 'or':
        pushBreak(items);
        break;
      case 'mark':
        if (!breakMarks.has(word.mark)) return unreadable;
        pushBreak(items);
        break;
      case 'prayer':
        prayers.push(word);
        break;
      case 'after':
        if (!saysPrayer(words, at)) return unreadable;
        if (words[at + 1]?.kind === 'weekday') prayers.push(fridayPrayer);
        break;
      default:
        return unreadable;
    }
    at += 1;
  }
  const [lonePart] = items.some(({ kind }) => kind === 'clock') ? [] : waiting.parts;
  return {
    kind: 'items',
    items: withParts(items, waiting.parts),
    looseZones: [...looseZones, ...waiting.zones],
    prayers,
    ...(lonePart !== undefined && { lonePart }),
  };
};

const withPart = (
  item: TimeItem & { readonly kind: 'clock' },
  part: WrittenClock['parts'][number],
): TimeItem => ({ ...item, clock: { ...item.clock, parts: [...item.clock.parts, part] } });

/** "09.00 (pagi)": a part of the day behind everything belongs to the last time. */
const withParts = (
  items: readonly TimeItem[],
  parts: WrittenClock['parts'],
): readonly TimeItem[] => {
  const at = items.findLastIndex(({ kind }) => kind === 'clock');
  return items.map((item, index) =>
    index === at && item.kind === 'clock'
      ? parts.reduce<TimeItem>(
          (whole, part) => (whole.kind === 'clock' ? withPart(whole, part) : whole),
          item,
        )
      : item,
  );
};

const pushBreak = (items: TimeItem[]): void => {
  const last = items.at(-1)?.kind;
  if (last !== undefined && last !== 'break' && last !== 'until') items.push({ kind: 'break' });
};

const partInsteadOfEnd = unsure(
  'belum menyebut jam selesainya. Tulis misalnya 15.30 atau selesai.',
);

/** "2 jam" says how long, "jam 2" says when. */
const isLength = (words: readonly MomentWord[], at: number): boolean => {
  const next = words[at + 1]?.kind;
  const isTime = next === 'number' || next === 'half' || next === 'part';
  return words[at - 1]?.kind === 'number' && !isTime;
};

const lengthInstead = (words: readonly MomentWord[], at: number) =>
  unsure(
    `menyebut lamanya (${words[at - 1]?.text ?? ''} ${words[at]?.text ?? ''}), bukan jamnya. Tulis misalnya 09.30.`,
  );

const saysPrayer = (words: readonly MomentWord[], at: number): boolean => {
  const next = words[at + 1];
  return next?.kind === 'prayer' || next?.kind === 'after' || next?.kind === 'part';
};
