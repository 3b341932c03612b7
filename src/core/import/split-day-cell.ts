/** A cell that holds day and time, parted where the time begins. */
import type { Cell } from '../sheet/snapshot.ts';

export const splitDayCell = (cell: Cell): { readonly day: Cell; readonly time: Cell } => {
  if (typeof cell === 'number')
    return cell > 20_000 && cell % 1 !== 0
      ? { day: Math.floor(cell), time: cell }
      : { day: cell, time: '' };
  const text = String(cell);
  const at = beginning(text);
  return at === undefined
    ? { day: text, time: '' }
    : { day: tidy(text.slice(0, at)), time: text.slice(at).trim() };
};

/** At "pukul", or at the first "09.00" that is no part of a date. */
const beginning = (text: string): number | undefined => {
  const named = /\b(?:pukul|pkl|jam)\b/i.exec(text)?.index;
  const clock = /(?<![\d./-])\d{1,2}[.:]\d{2}(?!\d|[./]\d{2}|-\d{4})/.exec(text)?.index;
  const found = [named, clock].filter((at) => at !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
};

const tidy = (text: string): string => text.replace(/[\s,;/|(–-]+$/, '').trim();
