/** "Setiap Senin sampai 14 Desember": the days of an event that comes again every week, as a cell says them. */
import type { Temporal } from 'temporal-polyfill';
import { weekdayOf } from './weekday-words.ts';

/**
 * The days where the cell tells them all; none of them where it only says that the event comes again; absent where it
 * says nothing of the kind. What stands in brackets is a remark: "23/11/2026 (rapat rutin)" is one day.
 *
 * @param dayIn Reads one day.
 * @param reference The day of submission: a rule without a first day begins with the next such weekday.
 */
export const repeatedDays = (
  text: string,
  reference: Temporal.PlainDate | undefined,
  dayIn: (text: string) => Temporal.PlainDate | undefined,
): readonly Temporal.PlainDate[] | undefined => {
  const plain = text.replaceAll(/\([^)]*\)/g, ' ');
  if (!/\b(?:se)?tiap\b|\brutin\b/i.test(plain)) return undefined;
  const [rule = '', until] = plain.split(
    /\bsampai(?: dengan)?\b|\bs\.?\s?[d/]\.?\s?d?\b\.?|\bhingga\b/i,
  );
  const [which = '', from] = rule.split(/\bmulai\b|\bdari\b|\bsejak\b/i);
  const weekdays = new Set(
    which
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && !otherWords.has(word))
      .flatMap((word) => weekdayOf(word) ?? []),
  );
  const first = from === undefined ? reference : dayIn(from);
  const last = until === undefined ? undefined : dayIn(until);
  if (weekdays.size === 0 || first === undefined || last === undefined) return [];
  const length = first.until(last, { largestUnit: 'days' }).days + 1;
  return length > longest
    ? []
    : Array.from({ length: Math.max(0, length) }, (_, ahead) => first.add({ days: ahead })).filter(
        ({ dayOfWeek }) => weekdays.has(dayOfWeek),
      );
};

const otherWords: ReadonlySet<string> = new Set(['setiap', 'tiap', 'rutin', 'hari', 'dan']);

/** Of days; longer, and nobody reads the list. */
const longest = 200;
