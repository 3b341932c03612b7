/** A plan as the edits that a workbook carries out, and what is known once it has. */
import type { ConfirmedCell } from '../cases/ledger-state.ts';
import { messageTab } from '../columns/message-tab.ts';
import type { CellEdit, Outcome } from '../sheet/edits.ts';
import { goesBy } from '../sheet/locate-columns.ts';
import { asRead } from '../sheet/snapshot.ts';
import type { CellChange, Plan } from './plan.ts';

/** @param tab The tab of requests as the workbook names it. */
export const editsOf = (
  { cells, strays, remarks, overview }: Plan,
  tab: string,
): readonly CellEdit[] => [
  ...cells.map(
    ({ ticket, header, was, becomes }): CellEdit => ({
      tab,
      address: { kind: 'row', key: ticket, header },
      was,
      becomes,
    }),
  ),
  ...strays,
  ...remarks,
  ...overview,
];

/**
 * Those beside rows without a number and in other tabs that an undo takes back; what stands in Pesan the next pass brings up to date.
 *
 * @param outcomes As below; all of them are named where none are given.
 */
export const remarksOf = (
  { cells, strays, remarks }: Plan,
  outcomes?: readonly Outcome[],
): readonly CellEdit[] =>
  [...strays, ...remarks].filter(
    ({ tab }, index) =>
      !goesBy(tab, messageTab) &&
      (outcomes === undefined || outcomes[cells.length + index] === 'written'),
  );

/** @param outcomes Of `editsOf` that plan, in its order. */
export const confirmedCells = (
  { cells }: Plan,
  outcomes: readonly Outcome[],
): readonly ConfirmedCell[] =>
  cells.filter((_, index) => outcomes[index] === 'written').map(confirmed);

const confirmed = ({ ticket, field, becomes }: CellChange): ConfirmedCell => ({
  ticket,
  field,
  value: asRead(becomes),
  ...(typeof becomes === 'object' && becomes.kind === 'link' && { link: becomes.url }),
});

export const countOutcomes = (outcomes: readonly Outcome[]): Readonly<Record<Outcome, number>> => {
  const count = (kind: Outcome): number => outcomes.filter((outcome) => outcome === kind).length;
  return {
    written: count('written'),
    overtaken: count('overtaken'),
    failed: count('failed'),
  };
};
