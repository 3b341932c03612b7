/** When an event begins and ends as a ledger writes it, in one cell or two. */
import type { Zone } from '../cases/request.ts';
import { type ClockMinute, clockText } from '../reading/read-clock.ts';
import { readTimes, type Times } from '../reading/read-times.ts';
import type { Cell } from '../sheet/snapshot.ts';

export interface SourceTimes {
  /** As they go into the desk: "09.00"; "selesai". What cannot be read stays as it was typed. */
  readonly start?: string;
  readonly end?: string;
  readonly zone?: Zone;
  /** Why somebody should look, in the staff's words. */
  readonly startDoubt?: string;
  readonly endDoubt?: string;
}

/** @param end Of a column of its own; empty where there is none. */
export const readSourceTimes = (start: Cell, end: Cell): SourceTimes => {
  const first = understood(start, 'start');
  const second = understood(end, 'end');
  const until = second?.times.until ?? second?.times.from ?? first?.times.until;
  const zone = first?.times.zone ?? second?.times.zone;
  const from = first?.times.from;
  const startDoubt =
    first?.doubt ?? (first === undefined && isFilled(start) ? unread(start) : undefined);
  const endDoubt =
    second?.doubt ??
    (second === undefined && isFilled(end) ? unread(end) : undefined) ??
    endsEarly(from, until);
  return {
    ...(from === undefined
      ? isFilled(start) && first === undefined
        ? { start: asText(start) }
        : {}
      : { start: clockText(from) }),
    ...(until === undefined
      ? isFilled(end) && second === undefined
        ? { end: asText(end) }
        : {}
      : { end: endText(from, until) }),
    ...(zone && { zone }),
    ...(startDoubt && { startDoubt }),
    ...(endDoubt && { endDoubt }),
  };
};

const isFilled = (cell: Cell): boolean => /[\p{L}\p{N}]/u.test(String(cell));
const asText = (cell: Cell): string => String(cell).trim();
const unread = (cell: Cell): string => `"${asText(cell)}" tidak terbaca sebagai jam`;

interface SourceTime {
  readonly times: Times;
  readonly doubt?: string;
}

const understood = (cell: Cell, role: 'start' | 'end'): SourceTime | undefined => {
  const plain = typeof cell === 'string' ? withoutNoise(cell) : cell;
  const reading = readTimes(plain, { role });
  if (reading.kind === 'read') return { times: reading.value };
  return reading.kind === 'unsure' ? afternoon(plain, role) : undefined;
};

/** "Pkl : 09.00", "± 09.00" and a dash or dots with nothing behind. */
const withoutNoise = (text: string): string =>
  text
    .replaceAll(/[±~]/g, ' ')
    .replace(/\s*[-–—]\s*$/, '')
    .trim();

/** A bare 2 is an afternoon's, as nobody meets at two in the night; it is asked all the same. */
const afternoon = (cell: Cell, role: 'start' | 'end'): SourceTime | undefined => {
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
  const typed = String(cell).trim();
  const later = String(text).replace(/(?<!\d)([1-6])(?!\d)/, (hour) => String(Number(hour) + 12));
  const guess = readTimes(later.replace(',', '.'), { role });
  return guess.kind === 'read'
    ? {
        times: guess.value,
        doubt: `buku lama menulis "${typed}"; diisi ${clockText(guess.value.from ?? 0)}`,
      }
    : undefined;
};

/** An end before its start cannot be; the event is left open. */
const endsEarly = (from: ClockMinute | undefined, until: Times['until']): string | undefined =>
  typeof until === 'number' && from !== undefined && until <= from
    ? `buku lama menulis ${clockText(until)}, lebih awal daripada mulainya (${clockText(from)}); diisi "selesai"`
    : undefined;

const endText = (from: ClockMinute | undefined, until: ClockMinute | 'selesai'): string =>
  until === 'selesai' || (from !== undefined && until <= from) ? 'selesai' : clockText(until);
