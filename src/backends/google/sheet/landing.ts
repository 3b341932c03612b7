/**
 * What became of a write, seen from the sheet as it is afterwards.
 *
 * Between our last look and the write somebody may sort, insert or delete, and Google has no precondition against
 * that. So every write is held against the sheet that it left behind: a value that fell beside its row is put where
 * it belongs, and the cell it fell into gets back what its row had there. Beyond help is only a cell that was
 * filled after our last look and moved under our write in the same instant: nobody had read it.
 */
import type { Locate, Location } from '../../../core/sheet/edits.ts';
import { asRead, type TabSnapshot, type WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Repair } from '../../backend.ts';
import { cellAt, cellsOf, likenessOf, type Placed, type Spot, type Target } from './placing.ts';

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
    const bare = without(fallen, tab);
    const ownCells = new Set<string>();
    for (const each of oncePerTarget(due)) {
      const homes = cellsOf(each.address, each.address.kind === 'like' ? bare : tab, sheet.at);
      /** More of the row may have been hit by now. */
      const addressed = ({ row }: Spot): Pick<Target, 'address'> => {
        if (each.address.kind !== 'like') return { address: each.address };
        const { header, hit } = each.address;
        const allHit = [...new Set([...hit, ...hitHeaders(fallen, sheet)])];
        return { address: likenessOf({ row, header, hit: allHit }, tab, sheet.at) };
      };
      let isOpen = false;
      let isThere = false;
      for (const cell of homes) {
        ownCells.add(spot(cell));
        const now = cellAt(tab, cell.row, cell.column);
        if (now === asRead(each.content) && each.was !== now) isThere = true;
        // A link that leads elsewhere now reads as before: only the write's own answer tells that it is there.
        else if (now === each.was || fallen.has(spot(cell))) {
          isOpen = true;
          const isHit = fallen.has(spot(cell));
          open.push({ ...each, ...addressed(cell), was: now, ...(isHit && { amends: true }) });
          if (fallen.size > 0) repairs.push({ tab: tab.name, address: { kind: 'fixed', ...cell } });
        }
      }
      if (isThere && !isOpen) written.push(each);
    }
    for (const [position, each] of fallen) {
      const { row, column } = each;
      if (ownCells.has(position)) continue;
      const restored = restoration(each, sheet, fallen);
      if (restored === undefined) continue;
      open.push(restored);
      repairs.push({ tab: tab.name, address: { kind: 'fixed', row, column } });
    }
  }
  return { written, open: oncePerTarget(open), repairs };
};

interface TabsCompared {
  readonly now: TabSnapshot;
  readonly old: TabSnapshot;
  readonly at: Location;
  readonly wasAt: Location;
}

const spot = ({ row, column }: Spot): string => `${row},${column}`;

const hitHeaders = (
  fallen: ReadonlyMap<string, Spot>,
  { now, at }: Pick<TabsCompared, 'now' | 'at'>,
): readonly string[] => {
  const headers = now.rows[at.headerRow - 1] ?? [];
  return [...new Set([...fallen.values()].map(({ column }) => String(headers[column - 1] ?? '')))];
};

/** What fell into a row is nothing to know it by. */
const without = (fallen: ReadonlyMap<string, Spot>, { name, rows }: TabSnapshot): TabSnapshot => ({
  name,
  rows: rows.map((cells, row) =>
    cells.map((cell, column) =>
      fallen.has(spot({ row: row + 1, column: column + 1 })) ? '' : cell,
    ),
  ),
});

/** One target stands in several cells where rows are filled alike. */
const oncePerTarget = <T extends Target>(targets: readonly T[]): readonly T[] => {
  const byTarget = new Map(
    targets.map((each) => [JSON.stringify([each.tab, each.address, each.was]), each]),
  );
  return [...byTarget.values()];
};

/** Cells that hold a value of ours which belongs elsewhere. */
const fallenBeside = (
  due: readonly Placed[],
  { now, at }: TabsCompared,
): ReadonlyMap<string, Placed> =>
  new Map(
    due.flatMap((each) => {
      const isHome = cellsOf(each.address, now, at).some((home) => spot(home) === spot(each));
      return !isHome && cellAt(now, each.row, each.column) === asRead(each.content)
        ? [[spot(each), each] as const]
        : [];
    }),
  );

/** Gives the cell that a value fell into what its row had there before; `undefined` when that is the same. */
const restoration = (
  { tab, row, column, content }: Placed,
  { now, old, at, wasAt }: TabsCompared,
  fallen: ReadonlyMap<string, Spot>,
): Target | undefined => {
  const headers = now.rows[at.headerRow - 1] ?? [];
  const header = headers[column - 1];
  const key = [...at.rowOf].find(([, present]) => present === row)?.[0];
  if (typeof header !== 'string') return undefined;
  const address =
    key === undefined
      ? likenessOf({ row, header, hit: hitHeaders(fallen, { now, at }) }, now, at)
      : ({ kind: 'row', key, header } as const);
  const places = cellsOf(address, old, wasAt);
  const values = new Set(places.map((place) => cellAt(old, place.row, place.column)));
  // A link cannot be read, so it cannot be given back: emptied, the cell is filled by the next pass.
  const isLink = typeof content === 'object' && content.kind === 'link';
  const [had = ''] = isLink ? [] : values;
  const was = asRead(content);
  // Which of several it was, nobody knows: what fell there stays in sight.
  if (values.size > 1) return undefined;
  return had === was ? undefined : { tab, address, was, content: had, edits: [], amends: true };
};
