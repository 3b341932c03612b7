import type { Case, Quantity } from '../cases/situation.ts';

export interface ShortItem {
  readonly nama: string;
  readonly jumlah: number;
}

/** What the requester has to bring; why is told in the letter, because it names other people's events. */
export const shortItems = ({ decided }: Pick<Case, 'decided'>): readonly ShortItem[] =>
  (decided.equipment?.shortage ?? []).map(({ name, quantity }: Quantity) => ({
    nama: name,
    jumlah: quantity,
  }));
