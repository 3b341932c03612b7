import { textOf } from '../cell-text.ts';

/** Which event a reference means; `question` goes on after the reference as typed. */
export type ResolvedTicket =
  | { readonly kind: 'found'; readonly ticket: string }
  | { readonly kind: 'unknown' | 'unsure'; readonly question: string };

/**
 * A ticket as people copy it into other tabs: "vc 2026 1", "VC/2026/0001", "2026-1" and, while only one event has that
 * number, "0001" are `VC-2026-0001`. What else stands in the cell must not name another one.
 */
export const resolveTicket = (typed: string, known: ReadonlySet<string>): ResolvedTicket => {
  const candidates = candidatesOf(textOf(typed), known);
  const existing = candidates.filter((ticket) => known.has(ticket));
  const [first] = existing;
  if (candidates.length === 0)
    return { kind: 'unknown', question: 'tidak terbaca. Tulis misalnya VC-2026-0001.' };
  if (first === undefined)
    return { kind: 'unknown', question: 'tidak ada di Permohonan. Periksa nomornya.' };
  if (candidates.length === 1) return { kind: 'found', ticket: first };
  return {
    kind: 'unsure',
    question: `dapat berarti ${candidates.slice(0, 4).join(' atau ')}. Tulis satu nomor lengkap.`,
  };
};

/** "VC-2026-0001", "vc 2026 1", "VC20260001", "No. VC/2026/1"; the prefix may be left out before a year. */
const whole = /(?:\bv\W*c\W*(20\d{2})\W*|(?<!\d)(20\d{2})\s*[-/._ ]\s*)0*(\d{1,6})(?!\d)/gi;

const candidatesOf = (text: string, known: ReadonlySet<string>): readonly string[] => {
  const named = [...text.matchAll(whole)].map(([, year, bare, number = '']) =>
    formatted(year ?? bare ?? '', number),
  );
  if (named.length > 0) return [...new Set(named)];
  const number = /^(?:(?:no|nomor|tiket|vc)\W*)*0*(\d{1,6})$/i.exec(text)?.[1];
  if (number === undefined) return [];
  const ending = `-${number.padStart(4, '0')}`;
  const alike = [...known].filter((ticket) => ticket.endsWith(ending)).sort();
  return alike.length > 0 ? alike : [`VC-?${ending}`];
};

const formatted = (year: string, number: string): string => `VC-${year}-${number.padStart(4, '0')}`;
