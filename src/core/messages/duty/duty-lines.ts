/**
 * What officers heard, as lines: all that one officer was told of one duty, also where it went on under another number
 * because its event was moved.
 *
 * A line begins with the request that he was first told of, whose entry stands in his calendar, and goes on with a later request
 * where he stays; there every message names the first (`nomorAwal`). So whoever stays hears one message, of the move, and his
 * entry moves with it.
 */
import { findByName } from '../../assignment/names.ts';
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Desk } from '../../cases/desk.ts';
import { groupBy } from '../../cases/group-by.ts';
import type { Ticket } from '../../cases/ledger-state.ts';
import type { MessageMemory, MessageRecord, Recipient } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { compareInstants } from '../../cases/watched-now.ts';
import { isSaid } from '../plan-messages.ts';
import type { RequestLook } from '../request-look.ts';
import { type OnDuty, peopleOnDuty } from './duty-words.ts';

export const dutyKinds = ['duty', 'duty-change', 'duty-withdrawn'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface DutyLine {
  /** The request that it began with. */
  readonly root: Ticket;
  readonly name: string;
  /** Oldest first. */
  readonly said: readonly MessageRecord[];
}

/** How one officer stands to one event. */
export interface DutyStanding {
  readonly name: string;
  /** Absent where he does not go. */
  readonly person?: OnDuty;
  readonly line: DutyLine;
}

/** Everybody who goes to an event, and whoever last heard of it that he does. */
export const standingsOf = (subject: Case, look: RequestLook): readonly DutyStanding[] => {
  const going = goingTo(subject, look);
  const { ticket } = subject;
  const heard = linesTouching(ticket, look).filter(
    (line) => line.said.at(-1)?.ticket === ticket && !isGoingOn(line, { subject, look }),
  );
  const chosen = new Set(going.map(({ line }) => line));
  return [
    ...going,
    ...heard
      .filter((line) => !chosen.has(line) && (line.root === ticket || isLive(line)))
      .map((line) => ({ name: line.name, line })),
  ];
};

/** With the line that each goes on with: his own of this event, else that of an event that was moved here. */
const goingTo = (
  subject: Case,
  look: RequestLook,
): readonly (DutyStanding & { person: OnDuty })[] => {
  if (isCalledOff(subject)) return [];
  const { ticket, moveAnswer } = subject;
  const from = moveAnswer?.kind === 'moved' ? moveAnswer.from : [];
  const own = linesTouching(ticket, look).filter(({ root }) => root === ticket);
  const left = from
    .flatMap((earlier) => linesTouching(earlier, look))
    .filter((line) => isLive(line) && from.includes(line.said.at(-1)?.ticket ?? ''));
  return peopleOnDuty(subject, look.situation).map((person) => {
    const { name } = person;
    const his = own.find((line) => line.name === name);
    const moved = his && isLive(his) ? undefined : goneOn({ subject, look }, name, left);
    return { name, person, line: moved ?? his ?? { root: ticket, name, said: [] } };
  });
};

/** What went on here before, unless he is back where it began; else what is to go on here. */
const goneOn = (
  { subject: { ticket }, look }: { readonly subject: Case; readonly look: RequestLook },
  name: string,
  left: readonly DutyLine[],
): DutyLine | undefined => {
  const isBack = ({ root }: DutyLine): boolean =>
    look.cases.some(
      (other) =>
        other.ticket === root &&
        !isCalledOff(other) &&
        peopleOnDuty(other, look.situation).some((person) => person.name === name),
    );
  const here = linesTouching(ticket, look).filter(
    (line) => isLive(line) && line.root !== ticket && line.said.at(-1)?.ticket === ticket,
  );
  return (
    here.find((line) => line.name === name && !isBack(line)) ??
    left.find((line) => line.name === name)
  );
};

/** The event that it was moved to, or that it came from and came back to, tells him. */
const isGoingOn = (
  line: DutyLine,
  { subject, look }: { readonly subject: Case; readonly look: RequestLook },
): boolean => {
  const elsewhere = [subject.movedTo, line.root].filter(
    (ticket) => ticket !== undefined && ticket !== subject.ticket,
  );
  if (elsewhere.length === 0) return false;
  return look.cases
    .filter(({ ticket }) => elsewhere.includes(ticket))
    .some((other) => goingTo(other, look).some((standing) => standing.line === line));
};

/** He believes that he goes. */
const isLive = ({ said }: DutyLine): boolean => {
  const last = said.at(-1);
  return last !== undefined && last.kind !== 'duty-withdrawn';
};

/** Whoever was written to under another spelling is the same officer. */
const nameIn = ({ name = '' }: Recipient, { desk }: Situation): string =>
  findByName(name, desk.officers)?.name ?? name;

/** Lines that began with a request, or in which it was told of. */
const linesTouching = (ticket: Ticket, { told, situation }: RequestLook): readonly DutyLine[] =>
  linesOf(told, situation).get(ticket) ?? [];

type Lines = ReadonlyMap<Ticket, readonly DutyLine[]>;

/** Of one memory every kind asks about every event. */
const remembered = new WeakMap<MessageMemory, WeakMap<Desk, Lines>>();

const linesOf = (told: MessageMemory, situation: Situation): Lines => {
  const known = remembered.get(told) ?? new WeakMap<Desk, Lines>();
  remembered.set(told, known);
  const { desk } = situation;
  const lines = known.get(desk) ?? linesIn(told, situation);
  known.set(desk, lines);
  return lines;
};

const linesIn = (told: MessageMemory, situation: Situation): Lines => {
  const kinds: ReadonlySet<string> = new Set(dutyKinds);
  const said = [...told.values()]
    .flat()
    .filter((record) => kinds.has(record.kind) && isSaid(record))
    .toSorted(
      (a, b) =>
        compareInstants(a.promisedAt, b.promisedAt) ||
        (a.invitation?.sequence ?? 0) - (b.invitation?.sequence ?? 0),
    );
  const byTicket = new Map<Ticket, DutyLine[]>();
  for (const [root, ofRoot] of groupBy(said, rootOf))
    for (const [name, his] of groupBy(ofRoot, ({ to }) => nameIn(to, situation))) {
      const line: DutyLine = { root, name, said: his };
      for (const ticket of new Set([root, ...his.map((record) => record.ticket ?? root)]))
        byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), line]);
    }
  return byTicket;
};

const rootOf = ({ view, ticket = '' }: MessageRecord): Ticket =>
  typeof view['nomorAwal'] === 'string' ? view['nomorAwal'] : ticket;

/** The entry in an officer's calendar where it began with another request: by request and name. */
export const movedEntries = (
  told: MessageMemory,
  situation: Situation,
): ReadonlyMap<string, string> =>
  new Map(
    [...linesOf(told, situation).values()].flat().flatMap(({ root, name, said }) => {
      const last = said.at(-1);
      const uid = last?.invitation?.uid;
      return last?.ticket === undefined || last.ticket === root || uid === undefined
        ? []
        : [[entryKey(last.ticket, name), uid] as const];
    }),
  );

export const entryKey = (ticket: Ticket, name: string): string => `${ticket} ${name}`;
