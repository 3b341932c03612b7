import type { EquipmentItem } from './desk.ts';
import { list } from './wording.ts';

/** Names of what could be handed out if anybody had said how many there are. */
export const uncountedNames = (equipment: readonly EquipmentItem[]): readonly string[] =>
  equipment
    .filter(({ usable, quantity }) => usable && quantity === undefined)
    .map(({ name }) => name);

/** One sentence for all of them, as staff read it among the concerns and in Ringkasan. */
export const uncountedNotices = (equipment: readonly EquipmentItem[]): readonly string[] => {
  const names = uncountedNames(equipment);
  return names.length === 0
    ? []
    : [
        `Jumlah peralatan ${list(names)} belum diisi di tab Peralatan; ketersediaannya tidak dapat dipastikan. Isi jumlahnya, atau 0 bila tidak ada.`,
      ];
};
