/** Under what a piece of equipment is counted, whatever it is called: "Speaker JBL" of the register is a Speaker. */
import type { EquipmentItem } from '../cases/desk.ts';
import { placeKey } from '../clock/window.ts';
import { onceFor } from '../sheet/once-for.ts';

export interface EquipmentKinds {
  /** The kind that a name means: a kind's name, or one item's own. */
  readonly keyFor: (name: string) => string;
  readonly knows: (key: string) => boolean;
}

/** Asked about every event, and a register stays as it is. */
export const equipmentKinds = onceFor((equipment: readonly EquipmentItem[]): EquipmentKinds => {
  const kinds = new Set(equipment.map(({ kind }) => placeKey(kind)));
  const kindOf = new Map(equipment.map(({ name, kind }) => [placeKey(name), placeKey(kind)]));
  return {
    keyFor: (name) => {
      const typed = placeKey(name);
      return kinds.has(typed) ? typed : (kindOf.get(typed) ?? typed);
    },
    knows: (key) => kinds.has(key),
  };
});
