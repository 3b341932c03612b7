import type { ConfirmedCell, LedgerState, Ticket } from '../cases/ledger-state.ts';
import type { OurField } from '../columns/request-tab.ts';
import type { Observation } from '../rows/observe.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';
import type { LinkedKind } from './make-plan.ts';

/**
 * Cells that already show what the ledger does not yet know to be shown: those of adopted rows, and those we wrote
 * before we were stopped.
 */
export const settledCells = (
  { rows, remembered }: Pick<Observation, 'rows' | 'remembered'>,
  links: Links,
): readonly ConfirmedCell[] => [
  ...remembered,
  ...rows.flatMap(({ ticket, how, cells, memory }) =>
    [...memory].flatMap(([field, { written, intended }]): ConfirmedCell[] => {
      if (how === 'adopted' && written !== undefined) return [{ ticket, field, value: written }];
      // A draft may read as it did before, and open another one.
      if (field === ('draft' satisfies OurField)) return [];
      const shown = (cells as Readonly<Record<string, Cell>>)[field] ?? '';
      return intended !== undefined && sameCell(shown, intended)
        ? [{ ticket, field, value: intended, ...linkBehind(links, { ticket, field }) }]
        : [];
    }),
  ),
];

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
