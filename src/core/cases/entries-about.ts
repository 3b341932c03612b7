/** What was entered in other tabs about one event: asked of every event, so each tab is sorted out once. */
import { groupBy } from './group-by.ts';
import { onceFor } from './once-for.ts';

interface Entry {
  readonly ticket?: string;
}

/** In the order of their tab. */
export const entriesAbout = <Kind extends Entry>(
  entries: readonly Kind[],
  ticket: string,
): readonly Kind[] =>
  // Sorted out from this very list, so they are of its kind.
  (byTicket(entries).get(ticket) ?? []) as readonly Entry[] as readonly Kind[];

const byTicket = onceFor((entries: readonly Entry[]) =>
  groupBy(
    entries.filter(({ ticket }) => ticket !== undefined),
    ({ ticket = '' }) => ticket,
  ),
);
