import type { ConfirmedCell, LedgerState, Ticket } from '../cases/ledger-state.ts';
import type { OurField } from '../columns/request-tab.ts';
import type { Observation } from '../rows/observe.ts';
import type { ObservedRow } from '../rows/observed-row.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';
import type { LinkedKind } from './linked-kind.ts';

/**
 * Cells that already show what the ledger does not yet know to be shown: those of adopted rows, and those we wrote
 * before we were stopped.
 */
export const settledCells = (
  { rows, remembered }: Pick<Observation, 'rows' | 'remembered'>,
  links: Links,
): readonly ConfirmedCell[] => {
  const settled: ConfirmedCell[] = [];
  for (const row of rows)
    for (const { isOurs, ...cell } of settledIn(row))
      settled.push({ ...cell, ...(isOurs && linkBehind(links, cell)) });
  return [...remembered, ...settled];
};

interface SettledCell extends ConfirmedCell {
  /** We wrote it, so that it may have a link. */
  readonly isOurs: boolean;
}

const settledIn = onceFor(({ ticket, how, cells, memory }: ObservedRow): readonly SettledCell[] =>
  [...memory].flatMap(([field, { written, intended }]): readonly SettledCell[] => {
    if (how === 'adopted' && written !== undefined)
      return [{ ticket, field, value: written, isOurs: false }];
    // A draft may read as it did before, and open another one.
    if (field === ('draft' satisfies OurField)) return [];
    const shown = (cells as Readonly<Record<string, Cell>>)[field] ?? '';
    return intended !== undefined && sameCell(shown, intended)
      ? [{ ticket, field, value: intended, isOurs: true }]
      : [];
  }),
);

interface Links extends Pick<LedgerState, 'documents'> {
  readonly linked: readonly LinkedKind[];
}

/** Documents are saved and remembered before their link is written, so the link that we wrote is theirs still. */
const linkBehind = (
  { documents, linked }: Links,
  { ticket, field }: { readonly ticket: Ticket; readonly field: string },
): Pick<ConfirmedCell, 'link'> => {
  const kind = linked.find(({ linkedBy }) => linkedBy === field);
  const url = kind && documents.get(`${kind.key}/${ticket}`)?.url;
  return url === undefined ? {} : { link: url };
};
