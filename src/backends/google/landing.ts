/**
 * What became of a write, seen from the sheet as it is afterwards.
 *
 * Between our last look and the write somebody may sort, insert or delete, and Google has no precondition against
 * that. So every write is held against the sheet that it left behind: a value that fell beside its row is put where
 * it belongs, and the cell it fell into gets back what its row had there. Beyond help is only a cell that was
 * filled after our last look and moved under our write in the same instant: nobody had read it.
 */
import type { Locate, Location } from '../../core/edits.ts';
import { asRead, type Cell, type TabSnapshot, type WorkbookSnapshot } from '../../core/snapshot.ts';
import type { Repair } from '../backend.ts';
import { cellAt, cellOf, type Placed, type Target } from './placing.ts';

export interface Landing {
  readonly written: readonly Placed[];
  /** What has to be written now: values still missing in their row, and cells that ours fell into. */
  readonly open: readonly Target[];
  /** Those of `open` that put right what fell beside its row. */
  readonly repairs: readonly Repair[];
}

/**
 * @param before The sheet that `placed` was made from.
 * @param after The sheet as it is now, whether or not the write took effect.
 */
export const judgeLanding = (
  placed: readonly Placed[],
  {
    before,
    after,
    locate,
  }: {
    readonly before: WorkbookSnapshot;
    readonly after: WorkbookSnapshot;
    readonly locate: Locate;
  },
): Landing => {
  const written: Placed[] = [];
  const open: Target[] = [];
  const repairs: Repair[] = [];
  for (const tab of after.tabs) {
    const due = placed.filter((each) => each.tab === tab.name);
    const old = before.tabs.find(({ name }) => name === tab.name);
    if (due.length === 0 || old === undefined) continue;
    const sheet = { now: tab, old, at: locate(tab), wasAt: locate(old) };
    const fallen = fallenBeside(due, sheet);
    const ownCells = new Set<string>();
    for (const each of due) {
      const cell = cellOf(each.address, tab, sheet.at);
      if (cell === undefined) continue;
      ownCells.add(spot(cell));
      const now = cellAt(tab, cell.row, cell.column);
      if (now === asRead(each.content) && each.was !== now) {
        written.push(each);
        // A link that leads elsewhere now reads as before: only the write's own answer tells that it is there.
      } else if (now === each.was || fallen.has(spot(cell))) {
        const isHit = fallen.has(spot(cell));
        open.push({ ...each, was: now, ...(isHit && { amends: true }) });
        if (fallen.size > 0) repairs.push({ tab: tab.name, address: { kind: 'fixed', ...cell } });
      }
    }
    for (const [position, each] of fallen) {
      const { row, column } = each;
      if (ownCells.has(position)) continue;
      const restored = restoration(each, sheet);
      if (restored === undefined) continue;
      open.push(restored);
      repairs.push({ tab: tab.name, address: { kind: 'fixed', row, column } });
    }
  }
  return { written, open, repairs };
};

interface Sheet {
  readonly now: TabSnapshot;
  readonly old: TabSnapshot;
  readonly at: Location;
  readonly wasAt: Location;
}

const spot = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row},${column}`;

/** Cells that hold a value of ours which belongs elsewhere. */
const fallenBeside = (due: readonly Placed[], { now, at }: Sheet): ReadonlyMap<string, Placed> =>
  new Map(
    due.flatMap((each) => {
      const home = cellOf(each.address, now, at);
      const isHome = home !== undefined && spot(home) === spot(each);
      return !isHome && cellAt(now, each.row, each.column) === asRead(each.content)
        ? [[spot(each), each] as const]
        : [];
    }),
  );

/** Gives the cell that a value fell into what its row had there before; `undefined` when that is the same. */
const restoration = (
  { tab, row, column, content }: Placed,
  { now, old, at, wasAt }: Sheet,
): Target | undefined => {
  const header = now.rows[at.headerRow - 1]?.[column - 1];
  const key = [...at.rowOf].find(([, present]) => present === row)?.[0];
  if (typeof header !== 'string') return undefined;
  const address =
    key === undefined
      ? ({ kind: 'like', cells: now.rows[row - 1] ?? [], header } as const)
      : ({ kind: 'row', key, header } as const);
  const place = cellOf(address, old, wasAt);
  // A link cannot be read, so it cannot be given back: emptied, the cell is filled by the next pass.
  const isLink = typeof content === 'object' && content.kind === 'link';
  const had: Cell = place && !isLink ? cellAt(old, place.row, place.column) : '';
  const was = asRead(content);
  return had === was ? undefined : { tab, address, was, content: had, edits: [], amends: true };
};
