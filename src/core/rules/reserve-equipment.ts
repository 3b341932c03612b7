/**
 * Sets equipment aside for each event's time, and says what the requester has to bring.
 *
 * What was promised stays promised while it fits; what is left goes by priority, then by time received. *Internet* is a
 * capacity: where the office has it, every event may use it. Hand-made reservations stand, with a warning where there
 * is not as much. An event that has begun keeps what stood there. A shortage never blocks anything.
 * Where nobody has counted, nothing is promised and nothing is called short. What was handed out and is not back is not there.
 */

import { Temporal } from 'temporal-polyfill';
import { type EquipmentKinds, equipmentKinds } from '../assignment/equipment-kinds.ts';
import { type AwayPieces, awayPieces } from '../assignment/out-of-office.ts';
import { inPolicyOrder } from '../assignment/policy-order.ts';
import { hasEnded, hasStarted, isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Finding } from '../cases/request.ts';
import type {
  Case,
  EquipmentAllocation,
  Judgement,
  Quantity,
  Rule,
  Situation,
} from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { blocksOf, occupancyOf, overlap, placeKey, type Window } from '../clock/window.ts';
import { readReservedCell } from '../columns/equipment-cell.ts';
import { handOutTab } from '../columns/hand-out-tab.ts';
import { headerOf } from '../columns/request-tab.ts';

export const reserveEquipment: Rule = (cases, situation) => {
  const stock = stockOf(situation.desk);
  const away = awayPieces(situation.desk, { cases, now: situation.now });
  const orders = inPolicyOrder(cases).map((subject) => orderOf(subject, situation, stock));
  for (const order of orders.filter(({ stage }) => stage === 'hand-made' || stage === 'standing')) {
    for (const { key, quantity } of order.stood) order.reserved.set(key, quantity);
  }
  const open = orders.filter(({ stage }) => stage === 'open');
  const reserve = (order: Order, key: string, wanted: number): void => {
    const free = capacities.has(key)
      ? wanted
      : stock.count(key) - usedDuring({ orders, away }, order, key);
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
  return new Map(
    orders.map((order) => [order.subject.ticket, judge(order, { orders, away, stock, situation })]),
  );
};

/** What has no count: one line serves all. */
const capacities: ReadonlySet<string> = new Set(['internet']);

/** A quantity with what it is counted under, so that a camera is a camera whatever it was called. */
interface Keyed extends Quantity {
  readonly key: string;
}

interface Order {
  readonly subject: Case;
  readonly stage: 'hand-made' | 'standing' | 'open' | 'none';
  readonly blocks: readonly Window[];
  readonly wishes: readonly Keyed[];
  /** What a person or the last pass wrote. */
  readonly stood: readonly Keyed[];
  /** By key. */
  readonly reserved: Map<string, number>;
}

const orderOf = (subject: Case, { desk, now }: Situation, stock: Stock): Order => {
  const { schedule, place, equipment } = subject.request.answers;
  const stage = stageOf(subject, now);
  return {
    subject,
    stage,
    blocks:
      schedule === undefined || isCalledOff(subject)
        ? []
        : blocksOf(occupancyOf(schedule, { place, allowances: desk.settings })),
    wishes: addedUp(equipment, stock),
    stood: addedUp(
      subject.handMade.reserved ?? readReservedCell(String(subject.previous.reserved ?? '')),
      stock,
    ),
    reserved: new Map(),
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
interface Stock extends EquipmentKinds {
  readonly count: (key: string) => number;
  /** There may be more than the count says. */
  readonly isUncounted: (key: string) => boolean;
}

const stockOf = ({ equipment }: Desk): Stock => {
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
};

/** What is set aside for an event, or more where more was taken along to it. */
const heldBy = (
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
const usedDuring = (
  { orders, away }: Pick<EquipmentStore, 'orders' | 'away'>,
  order: Order,
  key: string,
): number => {
  const reserved = orders.flatMap((other) => {
    // Of years of events few are at its time.
    const isBeside = other !== order && overlap(other.blocks, order.blocks);
    const quantity = isBeside ? heldBy(other, key, away) : 0;
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

interface EquipmentStore {
  readonly orders: readonly Order[];
  readonly away: readonly AwayPieces[];
  readonly stock: Stock;
  readonly situation: Situation;
}

const judge = (order: Order, store: EquipmentStore): Judgement => {
  const as = (equipment: EquipmentAllocation, findings: readonly Finding[] = []): Judgement => ({
    decided: { equipment },
    findings,
  });
  switch (order.stage) {
    case 'none':
      return as({ reserved: [], shortage: [] });
    case 'standing':
      return as(
        {
          reserved: asWritten(order.stood),
          shortage: stoodShort(order),
          ...uncountedOf(order, store),
        },
        askBack(order, store),
      );
    case 'hand-made':
      return as(
        { reserved: asWritten(order.stood), shortage: shortageOf(order, store) },
        hasEnded(order.subject, store.situation.now) || isCalledOff(order.subject)
          ? askBack(order, store)
          : checkHandMade(order, store),
      );
    case 'open':
      return as({
        reserved: order.wishes.flatMap(({ name, key }) => {
          const quantity = order.reserved.get(key) ?? 0;
          return quantity > 0 ? [{ name, quantity }] : [];
        }),
        shortage: shortageOf(order, store),
        ...uncountedOf(order, store),
      });
    default:
      return order.stage satisfies never;
  }
};

const asWritten = (items: readonly Keyed[]): readonly Quantity[] =>
  items.map(({ name, quantity }) => ({ name, quantity }));

const stoodShort = ({ subject }: Order): EquipmentAllocation['shortage'] =>
  readReservedCell(String(subject.previous.shortage ?? '')).map((item) => ({
    ...item,
    why: 'tercatat sebelum kegiatan dimulai',
  }));

const shortageOf = (order: Order, store: EquipmentStore): EquipmentAllocation['shortage'] =>
  isCalledOff(order.subject)
    ? []
    : order.wishes.flatMap(({ name, key, quantity }) => {
        const missing = quantity - (order.reserved.get(key) ?? 0);
        const isKnown = order.stage === 'hand-made' || !store.stock.isUncounted(key);
        return missing > 0 && isKnown
          ? [{ name, quantity: missing, why: whyShort(order, key, store) }]
          : [];
      });

/** What is neither set aside nor short, because nobody knows. What staff chose by hand is known. */
const uncountedOf = (
  order: Order,
  { stock }: EquipmentStore,
): Pick<EquipmentAllocation, 'uncounted'> => {
  const short = new Set(stoodShort(order).map(({ name }) => stock.keyFor(name)));
  const uncounted = order.wishes.flatMap(({ name, key, quantity }) => {
    const missing = quantity - (order.reserved.get(key) ?? 0);
    const isNoted = order.stage === 'standing' && short.has(key);
    return missing > 0 && stock.isUncounted(key) && !isNoted ? [{ name, quantity: missing }] : [];
  });
  return uncounted.length === 0 ? {} : { uncounted };
};

const whyShort = (order: Order, key: string, { orders, away, stock }: EquipmentStore): string => {
  if (!stock.knows(key)) return 'tidak ada dalam daftar peralatan kantor';
  const owned = stock.count(key);
  if (owned === 0 && !stock.isUncounted(key)) return 'tidak ada unit yang layak pakai';
  if (order.stage === 'hand-made') return 'tidak disiapkan menurut pilihan petugas';
  const holders = orders.filter(
    (other) =>
      other !== order &&
      heldBy(other, key, away) > 0 &&
      other.blocks.some((one) =>
        order.blocks.some((own) => one.from < own.to && own.from < one.to),
      ),
  );
  const out = away
    .filter((pieces) => pieces.key === key && overlap(pieces.windows, order.blocks))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    `kantor memiliki ${owned} unit`,
    ...(out === 0 ? [] : [`${out} belum kembali`]),
    ...(holders.length === 0
      ? []
      : [`pada waktu yang sama dipakai ${list(holders.map(({ subject }) => subject.ticket))}`]),
  ].join('; ');
};

/** From the day after the event on: what went along and is not noted as back. */
const askBack = ({ subject }: Order, { situation }: EquipmentStore): readonly Finding[] => {
  const { endDay } = subject.request.answers.schedule ?? {};
  const isPast = endDay !== undefined && Temporal.PlainDate.compare(endDay, situation.today) < 0;
  const out = situation.desk.handOuts.filter(
    ({ ticket, back }) => ticket === subject.ticket && back.kind === 'out',
  );
  return isPast && out.length > 0
    ? [
        {
          kind: 'warning',
          field: headerOf('reserved'),
          text: `Belum kembali: ${list(out.map(({ item, quantity, to }) => `${quantity} ${item}${to === undefined ? '' : ` (${to})`}`))}. Catat kembalinya di tab ${handOutTab.name}.`,
        },
      ]
    : [];
};

const checkHandMade = (order: Order, { orders, away, stock }: EquipmentStore): readonly Finding[] =>
  order.stood.flatMap(({ name, key, quantity }) => {
    const free = stock.count(key) - usedDuring({ orders, away }, order, key);
    if (!stock.knows(key)) {
      return [
        warning(`${name} tidak ada di tab Peralatan. Perbaiki namanya atau tambahkan di sana.`),
      ];
    }
    if (capacities.has(key) || stock.isUncounted(key) || quantity <= free) return [];
    return [
      warning(
        `${name} disiapkan ${quantity} menurut pilihan petugas, tetapi yang bebas pada waktu itu ${Math.max(0, free)}. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.`,
      ),
    ];
  });

const warning = (text: string): Finding => ({
  kind: 'warning',
  field: headerOf('reserved'),
  text,
});
