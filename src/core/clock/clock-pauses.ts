/** When the service clock stood still: while answers were missing, and while the requester had a question open. */
import type { Temporal } from 'temporal-polyfill';
import type { Moment, MomentKind } from '../cases/ledger-state.ts';
import type { Pauses } from './service-clock.ts';
import { earlier, isBefore, later, merged, type Span } from './spans.ts';

/**
 * The pauses between `start` and `end`, overlapping ones made one.
 *
 * @param end When the clock stopped; absent while it runs, and then a pause may still be open.
 */
export const pausesWithin = (
  moments: readonly Moment[],
  start: Temporal.Instant,
  end: Temporal.Instant | undefined,
): Pauses => {
  const all = [
    stretches(moments, { begins: 'incomplete', ends: 'completed' }),
    stretches(moments, { begins: 'asked', ends: 'answered' }),
  ];
  const open = all.flatMap(({ openSince }) => (openSince === undefined ? [] : [openSince]));
  const openSince = open.length === 0 ? undefined : later(open.reduce(earlier), start);
  const closed = all.flatMap(({ spans }) => spans);
  if (end === undefined) {
    return { closed: clipped(closed, start, openSince), openSince };
  }
  const untilEnd = openSince === undefined ? [] : [{ start: openSince, end }];
  return { closed: clipped([...closed, ...untilEnd], start, end), openSince: undefined };
};

const clipped = (
  spans: readonly Span[],
  start: Temporal.Instant,
  end: Temporal.Instant | undefined,
): readonly Span[] =>
  merged(
    spans.map((span) => ({
      start: later(span.start, start),
      end: end === undefined ? span.end : earlier(span.end, end),
    })),
  );

const stretches = (
  moments: readonly Moment[],
  { begins, ends }: { readonly begins: MomentKind; readonly ends: MomentKind },
): { readonly spans: readonly Span[]; readonly openSince: Temporal.Instant | undefined } => {
  const spans: Span[] = [];
  let openSince: Temporal.Instant | undefined;
  for (const { kind, at } of moments) {
    if (kind === begins) openSince ??= at;
    if (kind !== ends || openSince === undefined) continue;
    if (isBefore(openSince, at)) spans.push({ start: openSince, end: at });
    openSince = undefined;
  }
  return { spans, openSince };
};
