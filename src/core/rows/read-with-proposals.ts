/**
 * A row read with what others told of its event in the cells that staff left to us, so that rules and documents see the
 * facts in the pass in which they came.
 */
import { factFields } from '../cases/desk.ts';
import type { Request } from '../cases/request.ts';
import type { Proposals } from '../cases/situation.ts';
import type { ProposedFacts, StaffCells } from '../facts/propose-facts.ts';
import type { RowRead } from '../reading/read-held-row.ts';
import { holderOf, type WrittenValue } from '../sheet/three-way.ts';
import type { CellsByField } from './request-rows.ts';

export const readWithProposals = (
  cells: CellsByField,
  {
    shown,
    memory,
    propose,
    readCells,
  }: {
    /** What the sheet shows, with what was copied into it: that is nothing of ours. */
    readonly shown: CellsByField;
    readonly memory: ReadonlyMap<string, WrittenValue>;
    /** What is proposed beside the row as staff alone filled it. */
    readonly propose: (plain: Request, around: StaffCells) => ProposedFacts;
    readonly readCells: (cells: CellsByField) => RowRead;
  },
): RowRead & { readonly told: ProposedFacts } => {
  const open = new Set(
    factFields.filter((field) => holderOf(shown[field], memory.get(field)) !== 'hand-made'),
  );
  const holding = (proposals: Proposals): CellsByField => ({
    ...cells,
    ...Object.fromEntries([...open].map((field) => [field, proposals[field]?.cell ?? ''])),
  });
  const plain = readCells(holding({}));
  const told = propose(plain.request, {
    isOpen: (field) => open.has(field),
    standing: (field) => cells[field],
  });
  const isAsPlain = [...open].every((field) => told.proposals[field] === undefined);
  return { ...(isAsPlain ? plain : readCells(holding(told.proposals))), told };
};
