/**
 * Sets equipment aside for each event's time, and says what the requester has to bring.
 *
 * What was promised stays promised while it fits; what is left goes by priority, then by time received. *Internet* is a
 * capacity: where the office has it, every event may use it. Hand-made reservations stand, with a warning where there
 * is not as much. An event that has begun keeps what stood there. A shortage never blocks anything.
 * Where nobody has counted, nothing is promised and nothing is called short. What was handed out and is not back is not there.
 */

import { Temporal } from 'temporal-polyfill';
import type { SettledEvent } from '../assignment/as-settled.ts';
import {
  capacities,
  type EquipmentStore,
  heldBy,
  type Keyed,
  type Order,
  orderOf,
  shareOut,
  storeOf,
  usedDuring,
} from '../assignment/equipment-orders.ts';
import { type AwayPieces, awayPieces } from '../assignment/out-of-office.ts';
import { inPolicyOrder } from '../assignment/policy-order.ts';
import { hasEnded, isCalledOff } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { keptTogether, recalled, remembering } from '../cases/remembered.ts';
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
import { daysApart } from '../clock/days-apart.ts';
import { overlap } from '../clock/window.ts';
import { readReservedCell } from '../columns/equipment-cell.ts';
import { handOutTab } from '../columns/hand-out-tab.ts';
import { headerOf } from '../columns/request-tab.ts';

export const reserveEquipment: Rule = (cases, situation) => {
  const { desk, now } = situation;
  // What is away may have left with an event of other days.
  const away = awayPieces(desk, { cases, now });
  return new Map(
    daysApart(cases, situation).flatMap((own) => {
      const days = keptTogether(own, situation, sharedOut);
      return recalled({ by: sharedOut, of: days, from: [away] }, situation, (around) =>
        sharedOut(days, away, around),
      );
    }),
  );
};

/** Of these cases, beside what is away. */
export const sharedOut = (
  cases: readonly Case[],
  away: readonly AwayPieces[],
  situation: Situation,
): readonly (readonly [Ticket, Judgement])[] => {
  const orders = inPolicyOrder(cases).map((subject) => orderOf(subject, situation));
  const store = storeOf(orders, { away, desk: situation.desk });
  shareOut(
    orders.filter(({ stage }) => stage === 'open'),
    store,
  );
  return orders.map((order) => [
    order.subject.ticket,
    {
      decided: { equipment: allocationOf(order, store) },
      findings: findingsOn(order, store, situation),
    },
  ]);
};

/** What an event gets beside others that keep what they have: nobody gives anything away for it. */
export const equipmentBeside = (
  others: readonly SettledEvent[],
  situation: Situation,
): ((subject: Case) => EquipmentAllocation) => {
  const { desk, now } = situation;
  const held = others.map((other) => heldOrder(other, situation));
  return (subject) => {
    const order = orderOf(subject, situation);
    const away = awayPieces(desk, { cases: [subject, ...others], now });
    const store = storeOf([order, ...held], { away, desk });
    if (order.stage === 'open') shareOut([order], store);
    return allocationOf(order, store);
  };
};

/** It stands, whatever is shared out. */
const heldOrder = remembering((settled: SettledEvent, situation: Situation) =>
  orderOf(settled, situation),
);

const allocationOf = (order: Order, store: EquipmentStore): EquipmentAllocation => {
  switch (order.stage) {
    case 'none':
      return { reserved: [], shortage: [] };
    case 'standing':
      return {
        reserved: asWritten(order.stood),
        shortage: stoodShort(order),
        ...uncountedOf(order, store),
      };
    case 'hand-made':
      return { reserved: asWritten(order.stood), shortage: shortageOf(order, store) };
    case 'open':
      return {
        reserved: order.wishes.flatMap(({ name, key }) => {
          const quantity = order.reserved.get(key) ?? 0;
          return quantity > 0 ? [{ name, quantity }] : [];
        }),
        shortage: shortageOf(order, store),
        ...uncountedOf(order, store),
      };
    default:
      return order.stage satisfies never;
  }
};

const findingsOn = (
  order: Order,
  store: EquipmentStore,
  situation: Situation,
): readonly Finding[] => {
  const isOver = hasEnded(order.subject, situation.now) || isCalledOff(order.subject);
  switch (order.stage) {
    case 'standing':
      return askBack(order, situation);
    case 'hand-made':
      return isOver ? askBack(order, situation) : checkHandMade(order, store);
    case 'none':
    case 'open':
      return [];
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

const whyShort = (order: Order, key: string, { besideOf, away, stock }: EquipmentStore): string => {
  if (!stock.knows(key)) return 'tidak ada dalam daftar peralatan kantor';
  const owned = stock.count(key);
  if (owned === 0 && !stock.isUncounted(key)) return 'tidak ada unit yang layak pakai';
  if (order.stage === 'hand-made') return 'tidak disiapkan menurut pilihan petugas';
  const holders = besideOf(order).filter((other) => heldBy(other, key, away) > 0);
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
const askBack = ({ subject }: Order, situation: Situation): readonly Finding[] => {
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

const checkHandMade = (order: Order, store: EquipmentStore): readonly Finding[] =>
  order.stood.flatMap(({ name, key, quantity }) => {
    const { stock } = store;
    const free = stock.count(key) - usedDuring(store, order, key);
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
