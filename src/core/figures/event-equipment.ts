/**
 * What became of the equipment of one event: the one source of its report and of the readiness of its month.
 *
 * Provided is what was set aside, and with *Alat di Lokasi* ticked all that was not short. Of the rest nobody knows.
 */
import { equipmentKinds } from '../assignment/equipment-kinds.ts';
import type { Desk } from '../cases/desk.ts';
import type { Case, Quantity } from '../cases/situation.ts';

export interface EquipmentLine {
  readonly name: string;
  readonly wished: number;
  readonly provided: number;
  /** The requester's to bring (A.2.5). */
  readonly short: number;
  /** Wished, and neither provided nor short by any record. */
  readonly untold: number;
}

/** Wishes first, in their order; then what staff brought besides. */
export const equipmentOf = (
  { request: { answers, staff }, decided }: Case,
  { equipment }: Pick<Desk, 'equipment'>,
): readonly EquipmentLine[] => {
  const { keyFor } = equipmentKinds(equipment);
  const { reserved = [], shortage = [] } = decided.equipment ?? {};
  const names = new Map<string, string>();
  for (const { name } of [...answers.equipment, ...reserved, ...shortage])
    if (!names.has(keyFor(name))) names.set(keyFor(name), name);
  const quantityOf = (things: readonly Quantity[], key: string): number =>
    things.reduce((sum, { name, quantity }) => sum + (keyFor(name) === key ? quantity : 0), 0);
  return [...names].map(([key, name]) => {
    const wished = quantityOf(answers.equipment, key);
    const short = quantityOf(shortage, key);
    const setAside = quantityOf(reserved, key);
    const provided = staff.equipmentOnSite ? Math.max(setAside, wished - short) : setAside;
    return { name, wished, provided, short, untold: Math.max(0, wished - provided - short) };
  });
};
