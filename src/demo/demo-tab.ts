import type { AnyTab, TabName } from '../core/columns/tabs.ts';
import type { FieldOf } from '../core/sheet/column.ts';
import type { Cell } from '../core/sheet/snapshot.ts';

/** One row of a tab by field; fields left out are empty cells. */
export type DemoRow<N extends TabName> = Readonly<
  Partial<Record<FieldOf<Extract<AnyTab, { name: N }>>, Cell>>
>;

/** One row of Permohonan as requesters and staff left it. */
export type DemoRequest = DemoRow<'Permohonan'>;

/** What one tab of the invented desk holds. */
export type DemoTab = {
  readonly [N in TabName]: { readonly tab: N; readonly rows: readonly DemoRow<N>[] };
}[TabName];
