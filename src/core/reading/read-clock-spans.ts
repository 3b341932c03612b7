import { Temporal } from 'temporal-polyfill';
import type { ClockSpan } from '../cases/desk.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { minutesPerDay } from '../sheet/time-units.ts';
import { textOf } from './cell-text.ts';
import { readTimes } from './read-times.ts';

/** "08.00–11.30; 13.30–16.00" in order of the day; undefined where a part names no stretch of one day. */
export const readClockSpans = (cell: Cell): readonly ClockSpan[] | undefined => {
  const parts = textOf(cell)
    .split(/[;\n]|\bdan\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const spans = parts.map(spanIn);
  if (spans.length === 0 || !spans.every((span) => span !== undefined)) return undefined;
  return spans.toSorted((a, b) => Temporal.PlainTime.compare(a.from, b.from));
};

const spanIn = (text: string): ClockSpan | undefined => {
  const reading = readTimes(text);
  if (reading.kind !== 'read') return undefined;
  const { from, until } = reading.value;
  if (from === undefined || until === undefined || until === 'selesai') return undefined;
  if (until <= from || until >= minutesPerDay) return undefined;
  return { from: timeAt(from), until: timeAt(until) };
};

const timeAt = (minutes: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
