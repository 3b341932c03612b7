import type { EquipmentItem } from '../../cases/desk.ts';
import { list } from '../../cases/wording.ts';
import { quote } from '../cell-text.ts';

/** Names of what could be handed out if anybody had said how many there are. */
export const uncountedNames = (equipment: readonly EquipmentItem[]): readonly string[] =>
  equipment
    .filter(({ usable, quantity }) => usable && quantity === undefined)
    .map(({ name }) => name);

/** At most a sentence for what has no count and one for counts that are unreadable, as staff read them in Ringkasan. */
export const uncountedNotices = (equipment: readonly EquipmentItem[]): readonly string[] => {
  const uncounted = equipment.filter(({ usable, quantity }) => usable && quantity === undefined);
  const blank = uncounted.flatMap(({ name, unreadQuantity }) =>
    unreadQuantity === undefined ? [name] : [],
  );
  const unread = uncounted.flatMap(({ name, unreadQuantity }) =>
    unreadQuantity === undefined ? [] : [`${name} (${quote(unreadQuantity)})`],
  );
  return [
    ...(blank.length === 0
      ? []
      : [
          `Jumlah peralatan ${list(blank)} belum diisi di tab Peralatan; ketersediaannya tidak dapat dipastikan. Isi jumlahnya, atau 0 bila tidak ada.`,
        ]),
    ...(unread.length === 0
      ? []
      : [
          `Jumlah peralatan ${list(unread)} tidak terbaca di tab Peralatan; ketersediaannya tidak dapat dipastikan. Tulis satu angka.`,
        ]),
  ];
};
