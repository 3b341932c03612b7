/** What titles, names of sheets and separators say about the days below them: a year, a month, a week, a day. */
import type { Temporal } from 'temporal-polyfill';
import { monthOf } from '../reading/month-words.ts';
import { readDaysAsWritten } from '../reading/read-days.ts';

export interface WhenContext {
  readonly year?: number;
  readonly month?: number;
  /** Days among which the rows below lie, such as a week; one day where both are the same. */
  readonly span?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
}

/** What a text above or between rows says of when; nothing where it says nothing. */
export const contextIn = (text: string): WhenContext => {
  const span = spanIn(text);
  if (span !== undefined) return { year: span.from.year, month: span.from.month, span };
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const months = [...new Set(words.flatMap((word) => monthOf(word) ?? []))];
  const years = [...new Set(text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [])];
  const [month] = months;
  const [year] = years;
  return {
    ...(year !== undefined && years.length === 1 && { year: Number(year) }),
    ...(month !== undefined && months.length === 1 && { month }),
  };
};

/** "MINGGU TANGGAL 5 S.D. 9 JANUARI 2026", "Senin, 5 Januari 2026". */
const spanIn = (text: string): WhenContext['span'] => {
  if (!/\d/.test(text)) return undefined;
  const days = text
    .replace(/^\W*(?:jadwal|agenda|kegiatan)\b/i, ' ')
    .replace(
      /\bminggu(?=\s+(?:ke|tanggal|tgl|[ivx]+\b|\d))(?:\s+ke)?(?:[\s-]*(?:\d{1,2}|[ivx]+)(?=\s*[(,:]))?/i,
      ' ',
    )
    .replace(/^\W*(?:periode|tanggal|tgl|hari)\b/i, ' ')
    .replaceAll(/[()]/g, ' ');
  const reading = readDaysAsWritten(days, { reference: undefined });
  return reading.kind === 'read' && reading.value.times.length === 0
    ? { from: reading.value.from, to: reading.value.to }
    : undefined;
};

/** The name of a sheet or file: "JAN", "Peb", "01-2025", "rekap_zoom_2025". */
export const contextOfName = (name: string): WhenContext => {
  const spaced = name.replace(/\.\w{2,5}$/, '').replaceAll(/[_-]+/g, ' ');
  const said = contextIn(spaced.replaceAll(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' '));
  const numbered = /(?<!\d)(0?[1-9]|1[0-2])[ ./]((?:19|20)\d{2})(?!\d)/.exec(spaced);
  return numbered === null || said.month !== undefined
    ? said
    : { ...said, month: Number(numbered[1]), year: Number(numbered[2]) };
};

/** What is said nearer to a row counts; a nearer month without a year takes the year from further away. */
export const within = (outer: WhenContext, inner: WhenContext): WhenContext => ({
  ...(outer.year !== undefined && { year: outer.year }),
  ...(inner.month === undefined && outer.month !== undefined && { month: outer.month }),
  ...inner,
});
