/** What was entered in other tabs about one event: asked of every event, so each tab is sorted out once. */

import { onceFor } from '../sheet/once-for.ts';
import { groupBy } from './group-by.ts';

interface AboutEvent {
  readonly ticket?: string;
}

/** In the order of their tab. */
export const entriesAbout = <Kind extends AboutEvent>(
  entries: readonly Kind[],
  ticket: string,
): readonly Kind[] =>
  // Sorted out from this very list, so they are of its kind.
  (byTicket(entries).get(ticket) ?? []) as readonly AboutEvent[] as readonly Kind[];

const byTicket = onceFor((entries: readonly AboutEvent[]) =>
  groupBy(
    entries.filter(({ ticket }) => ticket !== undefined),
    ({ ticket = '' }) => ticket,
  ),
);
