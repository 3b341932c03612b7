/**
 * Holds the messages that should exist against those that were promised: what is missing is promised, and what waits and is
 * not true any more is withdrawn.
 *
 * Within a thread (kind, subject, person) only the latest message holds. Facts that change back to what they were are told
 * again: who heard "10.00" and then "11.00" must hear "10.00" once more.
 */
import type { Temporal } from 'temporal-polyfill';
import { ticketOf } from '../cases/case-facts.ts';
import { heldAmong, withoutHeld } from '../cases/failures.ts';
import type {
  MessagePromise,
  MessageRecord,
  MessageWithdrawal,
  Recipient,
} from '../cases/messages.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { quotedNames } from '../cases/wording.ts';
import { later } from '../clock/spans.ts';
import type { MessageKind, MessageLook, WantedMessage } from './message-kind.ts';
import { sequenceOf } from './sequence.ts';

export interface MessagePlan {
  readonly promised: readonly MessagePromise[];
  readonly withdrawn: readonly MessageWithdrawal[];
  /** Those that wait and still hold, with what would be printed of them now. */
  readonly standing: readonly MessageRecord[];
  /** Keys of those that were handed over and still hold. */
  readonly holding: readonly string[];
  /** Titles of kinds that the program failed over: what was promised of them stays as it is. */
  readonly failing: readonly string[];
}

export const nothingToTell: MessagePlan = {
  promised: [],
  withdrawn: [],
  standing: [],
  holding: [],
  failing: [],
};

/** @param kinds Those that the office has not turned off. */
export const planMessages = (look: MessageLook, kinds: readonly MessageKind[]): MessagePlan => {
  const now = look.situation.now;
  const held = new Set(heldAmong(look.cases).map(ticketOf));
  const given = { ...look, cases: withoutHeld(look.cases) };
  const failing: MessageKind[] = [];
  const holding: MessageRecord[] = [];
  const wanted = kinds.flatMap((kind) => {
    try {
      const wants = kind.wants(given);
      holding.push(...(kind.holds?.(given) ?? []));
      return wants.map((message) => ({ kind, message, thread: threadOf(kind, message) }));
    } catch {
      failing.push(kind);
      return [];
    }
  });
  const isKnown = ({ kind, ticket }: MessageRecord): boolean =>
    !(ticket !== undefined && held.has(ticket)) && !failing.some(({ key }) => key === kind);
  const inTime = wanted.filter(({ message }) => !isTooLate(message, now));
  const plans = inTime.map((each) => planOne(each, look));
  const due = new Set(inTime.map(({ thread }) => thread));
  const gone = [...look.told]
    .filter(([thread]) => !due.has(thread))
    .flatMap(([, records]) => records.filter((each) => isWaiting(each) && isKnown(each)))
    .map((record) => ({
      key: record.key,
      why: isTooLate(record, now) ? tooLate : 'tidak berlaku lagi',
    }));
  return {
    promised: plans.flatMap(({ promised }) => promised),
    withdrawn: [...plans.flatMap(({ withdrawn }) => withdrawn), ...gone],
    standing: plans.flatMap(({ standing = [] }) => standing),
    holding: [...plans.flatMap((plan) => plan.holding ?? []), ...holding.map(({ key }) => key)],
    failing: failing.map(({ title }) => title),
  };
};

/** Why one was withdrawn that nobody was told in time. */
export const tooLate = 'sudah lewat waktunya';

interface Threaded {
  readonly kind: MessageKind;
  readonly message: WantedMessage;
  readonly thread: string;
}

type ThreadPlan = Pick<MessagePlan, 'promised' | 'withdrawn'> &
  Partial<Pick<MessagePlan, 'standing' | 'holding'>>;

const planOne = ({ kind, message, thread }: Threaded, look: MessageLook): ThreadPlan => {
  const before = look.told.get(thread) ?? [];
  const waiting = before.filter(isWaiting);
  const facts = factsOf(message);
  const told = before.findLast(isSettled);
  if (told !== undefined && isToldAlready(message, facts, told))
    return {
      promised: [],
      withdrawn: waiting.map(backAsTold),
      holding: told.facts === facts ? [told.key] : [],
    };
  const last = waiting.at(-1);
  if (last?.facts === facts)
    return { promised: [], withdrawn: [], standing: [asItIsNow(last, message)] };
  const number = (before.at(-1)?.number ?? 0) + 1;
  return {
    promised: [promiseOf({ kind, message, thread }, { number, facts, look })],
    withdrawn: waiting.map(({ key }) => ({ key, why: 'digantikan karena isinya berubah' })),
  };
};

const isToldAlready = (
  { isOnce, to }: WantedMessage,
  facts: string,
  latest: MessageRecord,
): boolean => latest.facts === facts || (isOnce === true && latest.to.address === to.address);

/** What makes no other message of it may still be printed otherwise. */
const asItIsNow = (record: MessageRecord, message: WantedMessage): MessageRecord => {
  const { to, view, notAfter } = message;
  const { notAfter: _, ...rest } = record;
  const notBefore = leavesFrom(message, record.promisedAt);
  return { ...rest, to, view, notBefore, ...(notAfter && { notAfter }) };
};

const leavesFrom = (
  { notBefore, settleMinutes = 0 }: WantedMessage,
  promisedAt: Temporal.Instant,
): Temporal.Instant => later(notBefore, promisedAt.add({ minutes: settleMinutes }));

const backAsTold = ({ key }: MessageRecord): MessageWithdrawal => ({
  key,
  why: 'isinya kembali seperti yang sudah disampaikan',
});

/** Handed over, or refused by the way out: what waited after it never reached anybody. */
const isSettled = (record: MessageRecord): boolean =>
  !isWaiting(record) && record.state.kind !== 'withdrawn';

const promiseOf = (
  { kind, message, thread }: Threaded,
  {
    number,
    facts,
    look,
  }: { readonly number: number; readonly facts: string; readonly look: MessageLook },
): MessagePromise => {
  const { situation } = look;
  const { ticket, to, view, invitation, notAfter, because } = message;
  return {
    key: `${thread}/${number}`,
    thread,
    number,
    kind: kind.key,
    ...(ticket !== undefined && { ticket }),
    to,
    facts,
    view,
    ...(invitation && {
      invitation: { ...invitation, sequence: sequenceOf(invitation, { ticket, look }) },
    }),
    notBefore: leavesFrom(message, situation.now),
    ...(notAfter && { notAfter }),
    because,
    promisedAt: situation.now,
  };
};

/** For Ringkasan. */
export const failingKindsNotice = (titles: readonly string[]): readonly string[] =>
  titles.length === 0
    ? []
    : [
        `Pesan ${quotedNames(titles)} tidak dapat disusun karena kesalahan program; yang sudah direncanakan dibiarkan. Laporkan kepada pengelola layanan.`,
      ];

export const isWaiting = ({ state }: Pick<MessageRecord, 'state'>): boolean =>
  state.kind === 'waiting' || state.kind === 'by-hand';

/** Handed over, whether or not it is known to have arrived: the person may act on it. */
export const isSaid = ({ state }: Pick<MessageRecord, 'state'>): boolean =>
  state.kind === 'sent' || state.kind === 'unsure';

/** Stands in a thread where there is neither ticket nor subject. */
export const aboutTheDesk = 'desk';

export const threadOf = (
  kind: Pick<MessageKind, 'key'>,
  { subject, ticket, to }: Pick<WantedMessage, 'subject' | 'ticket' | 'to'>,
): string => `${kind.key}/${subject ?? ticket ?? aboutTheDesk}/${personOf(to)}`;

/** The requester of a request is one person, whatever his name; others are known by name, or by address where they have none. */
export const personOf = ({ audience, name, address }: Recipient): string =>
  audience === 'requester'
    ? audience
    : `${audience} ${name ?? address ?? ''}`
        .trim()
        .toLowerCase()
        .replaceAll(/[\s/]+/g, ' ');

const factsOf = ({ to, view, facts = view, invitation }: WantedMessage): string =>
  JSON.stringify({ to: to.address ?? null, facts, invitation: invitation ?? null });

const isTooLate = ({ notAfter }: Pick<WantedMessage, 'notAfter'>, now: Temporal.Instant): boolean =>
  notAfter !== undefined && compareInstants(notAfter, now) <= 0;
