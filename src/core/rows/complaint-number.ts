/** `ADU-2026-0001`: how the number of a complaint is written and read. */
import type { ComplaintNumber } from '../cases/desk.ts';
import type { Cell } from '../sheet/snapshot.ts';

export const isComplaintNumber = (cell: Cell): cell is ComplaintNumber =>
  typeof cell === 'string' && pattern.test(cell.trim());

const pattern = /^ADU-(\d{4})-(\d{4,9})$/;

/** The highest numbers by year: what is given out lies above them. */
export interface ComplaintCounter {
  /** Counts a number that is in use. */
  readonly use: (number: ComplaintNumber) => void;
  readonly next: (year: number) => ComplaintNumber;
  /** The number is one of the next so many of its year. */
  readonly isAmongNext: (number: ComplaintNumber, most: number) => boolean;
}

export const complaintCounter = (used: Iterable<ComplaintNumber>): ComplaintCounter => {
  const counts = new Map<number, number>();
  const highest = (year: number): number => counts.get(year) ?? 0;
  const use = (number: ComplaintNumber): void => {
    const { year, count } = partsOf(number);
    counts.set(year, Math.max(highest(year), count));
  };
  for (const number of used) use(number);
  return {
    use,
    next: (year) => {
      const number = `ADU-${year}-${String(highest(year) + 1).padStart(4, '0')}`;
      use(number);
      return number;
    },
    isAmongNext: (number, most) => {
      const { year, count } = partsOf(number);
      return count > highest(year) && count <= highest(year) + most;
    },
  };
};

const partsOf = (number: ComplaintNumber): { readonly year: number; readonly count: number } => {
  const [, year, count] = pattern.exec(number) ?? [];
  return { year: Number(year), count: Number(count) };
};
