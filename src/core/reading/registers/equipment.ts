import type { EquipmentItem } from '../../cases/desk.ts';
import { equipmentTab } from '../../columns/equipment-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { readFacility } from '../facility-words.ts';
import { present } from '../present.ts';
import { readCount } from '../read-count.ts';
import { fold } from '../spelling.ts';
import { type Problems, registerRows } from './register-rows.ts';
import { uncountedNotices } from './uncounted-equipment.ts';

/**
 * The tab Peralatan. A kind that is none of the eleven facilities stays as typed, or is the item's own name. A blank
 * *Jumlah*, as in a new book, is no count: one problem names all that have none.
 */
export const readEquipmentItems = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly EquipmentItem[] => {
  const items = registerRows(snapshot, equipmentTab, problems).flatMap(
    (row): readonly EquipmentItem[] => {
      const name = row.text('name')?.replaceAll('\n', ' ');
      if (name === undefined) {
        row.problem('Nama peralatan belum diisi; baris ini tidak dipakai. Isi namanya.');
        return [];
      }
      const typedKind = row.text('kind');
      const condition = row.text('condition') ?? 'Baik';
      if (!knownCondition.test(fold(condition)))
        row.problem(
          `Kondisi ${quote(condition)} tidak dikenal; dibaca baik. Pilih kondisi dari daftar.`,
        );
      const quantity = row.take(
        'quantity',
        readCount(row.cell('quantity')),
        'Tulis satu angka, misalnya 2.',
      );
      return [
        {
          name,
          kind: kindOf(typedKind) ?? kindOf(name) ?? typedKind ?? name,
          usable: !unusable.test(fold(condition)),
          condition,
          ...present({
            quantity,
            unreadQuantity: quantity === undefined ? row.text('quantity') : undefined,
            standard: row.text('standard'),
          }),
        },
      ];
    },
  );
  problems.push(...uncountedNotices(items).map((text) => ({ tab: equipmentTab.name, text })));
  return items;
};

const unusable = /\b(?:berat|mati|hilang|total|rusak(?! ringan)|tidak (?:bisa|dapat))\b/;
const knownCondition =
  /\b(?:baik|bagus|normal|baru|layak|berfungsi|aktif|ok|oke|ringan|rusak|berat|mati|hilang|total|tidak (?:bisa|dapat))\b/;

/** Also "Speaker aktif JBL" says that it is a speaker. */
const kindOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const [first = '', second = ''] = fold(text).split(' ');
  return readFacility(text) ?? readFacility(`${first} ${second}`) ?? readFacility(first);
};
