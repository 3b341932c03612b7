/** The cells *Peralatan Disiapkan* and *Peralatan oleh Pemohon*: "Speaker (2); Kamera Zoom (1)". */
import type { EquipmentAllocation, Quantity } from '../cases/situation.ts';

const cellOf = (items: readonly Quantity[]): string =>
  items.map(({ name, quantity }) => `${name} (${quantity})`).join('; ');

export const reservedCell = ({ reserved }: Pick<EquipmentAllocation, 'reserved'>): string =>
  cellOf(reserved);

export const shortageCell = ({ shortage }: Pick<EquipmentAllocation, 'shortage'>): string =>
  cellOf(shortage);

/**
 * Reads either cell, also as people type it: "2 Speaker", "Speaker 2 unit", "Speaker x2", one a line. Without a
 * number one is meant. The same thing named twice adds up.
 */
export const readReservedCell = (text: string): readonly Quantity[] => {
  const quantities = new Map<string, number>();
  for (const part of partsOf(text)) {
    const item = readItem(part);
    if (item) quantities.set(item.name, (quantities.get(item.name) ?? 0) + item.quantity);
  }
  return [...quantities].map(([name, quantity]) => ({ name, quantity }));
};

/** Parts that name no thing: "0.", "2". */
export const namelessParts = (text: string): readonly string[] =>
  partsOf(text).filter((part) => part !== '' && readItem(part) === undefined);

const partsOf = (text: string): readonly string[] =>
  text.split(/[;\n\r]+/).map((part) => part.replace(/^\s*(?:\d+[.)]\s|[-•*])\s*/, '').trim());

const unit = '(?:unit|buah|bh|set|pcs)?';
const shapes = [
  new RegExp(`^(?<name>.+?)\\s*\\(\\s*(?<quantity>\\d+)\\s*${unit}\\s*\\)$`, 'i'),
  new RegExp(`^(?<quantity>\\d+)\\s*${unit}\\s*[x×]?\\s+(?<name>.+)$`, 'i'),
  new RegExp(`^(?<name>.+?)(?:\\s*[:=]\\s*|\\s+[x×]?\\s*)(?<quantity>\\d+)\\s*${unit}$`, 'i'),
];

const readItem = (text: string): Quantity | undefined => {
  if (!/\p{L}/u.test(text)) return undefined;
  for (const shape of shapes) {
    const found = shape.exec(text)?.groups;
    if (found) return { name: (found['name'] ?? '').trim(), quantity: Number(found['quantity']) };
  }
  return { name: text, quantity: 1 };
};
