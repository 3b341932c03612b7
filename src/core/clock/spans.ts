/** Stretches of time, and stretches without their pauses. */
import type { Temporal } from 'temporal-polyfill';
import { compareInstants } from '../cases/watched-now.ts';

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  compareInstants(a, b) < 0;

export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  isBefore(b, a) ? b : a;

export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  isBefore(a, b) ? b : a;

/** Length in milliseconds; 0 for a stretch that ends before it starts. */
export const lengthMs = ({ start, end }: Span): number =>
  Math.max(0, end.epochMilliseconds - start.epochMilliseconds);

/** Spans that meet or overlap made one, in order; empty ones left out. */
export const merged = (spans: readonly Span[]): readonly Span[] => {
  const inOrder = spans
    .filter(({ start, end }) => isBefore(start, end))
    .toSorted((a, b) => compareInstants(a.start, b.start));
  const result: Span[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    if (last === undefined || isBefore(last.end, span.start)) result.push(span);
    else result[result.length - 1] = { start: last.start, end: later(last.end, span.end) };
  }
  return result;
};

/** What is left of `span` when the pauses are taken out, in order. */
export const without = (span: Span, pauses: readonly Span[]): readonly Span[] => {
  const left: Span[] = [];
  let from = span.start;
  for (const pause of merged(pauses)) {
    const until = earlier(pause.start, span.end);
    if (isBefore(from, until)) left.push({ start: from, end: until });
    from = later(from, pause.end);
  }
  if (isBefore(from, span.end)) left.push({ start: from, end: span.end });
  return left;
};
