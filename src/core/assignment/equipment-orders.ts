/** What events want of the office's equipment, what is set aside for each, and what others hold meanwhile. */
import { hasStarted, isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Case, Quantity, Situation } from '../cases/situation.ts';
import { blocksOf, occupancyOf, overlap, placeKey, type Window } from '../clock/window.ts';
import { readReservedCell } from '../columns/equipment-cell.ts';
import { onceFor } from '../sheet/once-for.ts';
import { type EquipmentKinds, equipmentKinds } from './equipment-kinds.ts';
import type { AwayPieces } from './out-of-office.ts';

/** All that is looked at where equipment is shared out. */
export interface EquipmentStore {
  /** Other orders that have their things at the same time: of years of events few. */
  readonly besideOf: (order: Order) => readonly Order[];
  readonly away: readonly AwayPieces[];
  readonly stock: Stock;
}

export const storeOf = (
  orders: readonly Order[],
  { away, desk }: { readonly away: readonly AwayPieces[]; readonly desk: Desk },
): EquipmentStore => ({
  besideOf: onceFor((order: Order) =>
    orders.filter((other) => other !== order && overlap(other.blocks, order.blocks)),
  ),
  away,
  stock: stockOf(desk),
});

/** Sets aside for these what others leave: first what was promised, then what else is wished. */
export const shareOut = (open: readonly Order[], store: EquipmentStore): void => {
  const { stock } = store;
  const reserve = (order: Order, key: string, wanted: number): void => {
    const free = capacities.has(key) ? wanted : stock.count(key) - usedDuring(store, order, key);
    const quantity = Math.min(wanted, Math.max(0, free));
    const isMore = quantity > (order.reserved.get(key) ?? 0);
    if (isMore && stock.count(key) > 0) order.reserved.set(key, quantity);
  };
  for (const order of open) {
    const promised = new Map(order.stood.map(({ key, quantity }) => [key, quantity]));
    for (const { key, quantity } of order.wishes) {
      const kept = Math.min(quantity, promised.get(key) ?? 0);
      if (!stock.isUncounted(key)) reserve(order, key, kept);
      else if (kept > 0) order.reserved.set(key, kept);
    }
  }
  for (const order of open) {
    for (const { key, quantity } of order.wishes) reserve(order, key, quantity);
  }
};

/** What has no count: one line serves all. */
export const capacities: ReadonlySet<string> = new Set(['internet']);

/** A quantity with what it is counted under, so that a camera is a camera whatever it was called. */
export interface Keyed extends Quantity {
  readonly key: string;
}

export interface Order {
  readonly subject: Case;
  readonly stage: 'hand-made' | 'standing' | 'open' | 'none';
  readonly blocks: readonly Window[];
  readonly wishes: readonly Keyed[];
  /** What a person or the last pass wrote. */
  readonly stood: readonly Keyed[];
  /** By key; before anything is shared out, what stands whatever others want. */
  readonly reserved: Map<string, number>;
}

export const orderOf = (subject: Case, { desk, now }: Situation): Order => {
  const { schedule, place, equipment } = subject.request.answers;
  const stock = stockOf(desk);
  const stage = stageOf(subject, now);
  const stood = addedUp(
    subject.handMade.reserved ?? readReservedCell(String(subject.previous.reserved ?? '')),
    stock,
  );
  const isFixed = stage === 'hand-made' || stage === 'standing';
  return {
    subject,
    stage,
    blocks:
      schedule === undefined || isCalledOff(subject)
        ? []
        : blocksOf(occupancyOf(schedule, { place, allowances: desk.settings })),
    wishes: addedUp(equipment, stock),
    stood,
    reserved: new Map(isFixed ? stood.map(({ key, quantity }) => [key, quantity]) : []),
  };
};

const stageOf = (subject: Case, now: Situation['now']): Order['stage'] => {
  if (subject.handMade.reserved !== undefined) return 'hand-made';
  if (hasStarted(subject, now)) return 'standing';
  if (isCalledOff(subject)) return 'none';
  const hadSome =
    (subject.previous.reserved ?? '') !== '' || (subject.previous.shortage ?? '') !== '';
  if (subject.request.answers.schedule === undefined) return hadSome ? 'standing' : 'none';
  return isComplete(subject) || hadSome ? 'open' : 'none';
};

/** The same thing wished twice is wished once, in sum. */
const addedUp = (quantities: readonly Quantity[], stock: Stock): readonly Keyed[] => {
  const sums = new Map<string, Keyed>();
  for (const { name, quantity } of quantities) {
    const key = stock.keyFor(name);
    const known = sums.get(key);
    sums.set(key, {
      key,
      name: known?.name ?? name,
      quantity: (known?.quantity ?? 0) + Math.max(0, Math.round(quantity)),
    });
  }
  return [...sums.values()].filter(({ quantity }) => quantity > 0);
};

/** How many usable pieces of each kind there are. */
export interface Stock extends EquipmentKinds {
  readonly count: (key: string) => number;
  /** There may be more than the count says. */
  readonly isUncounted: (key: string) => boolean;
}

export const stockOf = onceFor(({ equipment }: Desk): Stock => {
  const counts = new Map<string, number>();
  const uncounted = new Set<string>();
  for (const { kind, quantity, usable } of equipment) {
    const key = placeKey(kind);
    counts.set(key, (counts.get(key) ?? 0) + (usable ? (quantity ?? 0) : 0));
    if (usable && quantity === undefined) uncounted.add(key);
  }
  return {
    ...equipmentKinds(equipment),
    count: (key) => counts.get(key) ?? 0,
    isUncounted: (key) => uncounted.has(key),
  };
});

/** What is set aside for an event, or more where more was taken along to it. */
export const heldBy = (
  { subject, blocks, reserved }: Order,
  key: string,
  away: EquipmentStore['away'],
): number => {
  const along = away
    .filter(({ handOut, ...pieces }) => pieces.key === key && handOut.ticket === subject.ticket)
    .filter(({ window }) => overlap([window], blocks))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(reserved.get(key) ?? 0, along);
};

/** The most pieces that other events hold, or that are away, at any one moment of this event. */
export const usedDuring = (
  { besideOf, away }: Pick<EquipmentStore, 'besideOf' | 'away'>,
  order: Order,
  key: string,
): number => {
  const reserved = besideOf(order).flatMap((other) => {
    const quantity = heldBy(other, key, away);
    return quantity === 0 ? [] : other.blocks.map(({ from, to }) => ({ from, to, quantity }));
  });
  const taken = away
    .filter((pieces) => pieces.key === key)
    .flatMap(({ windows, quantity }) => windows.map((window) => ({ ...window, quantity })));
  const others = [...reserved, ...taken];
  return Math.max(
    0,
    ...order.blocks.flatMap((own) =>
      [own.from, ...others.map(({ from }) => from)]
        .filter((moment) => own.from <= moment && moment < own.to)
        .map((moment) =>
          others
            .filter(({ from, to }) => from <= moment && moment < to)
            .reduce((sum, { quantity }) => sum + quantity, 0),
        ),
    ),
  );
};
