/**
 * What is said of single requests, remembered from pass to pass, of what is over by whole months: it rests on the request, on
 * what was heard of it and since when, and, where an event was ever moved, on all those that were.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Ticket } from '../cases/ledger-state.ts';
import type { MessageMemory, MessageRecord } from '../cases/messages.ts';
import { recalled } from '../cases/remembered.ts';
import type { Case, Recalled, Situation } from '../cases/situation.ts';
import { type TimeAxis, timeAxis } from '../cases/time-axis.ts';
import { momentMark, watchedBeside } from '../cases/watched-now.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { MessageLook, WantedMessage } from './message-kind.ts';

/** What words about one request may look at; the cases are those of moved events, and none beside any other. */
export type RequestLook = Omit<MessageLook, 'queue' | 'troubles'>;

/** What is said of each request, in the order of the cases; `wordsOn` looks at nothing but what it is given. */
export const wordsAbout = <T>(
  look: MessageLook,
  wordsOn: (subject: Case, look: RequestLook) => readonly T[],
): readonly T[] => {
  const axis = axisOf(look);
  const { parts, places } = axis;
  const beside = besideParts(axis, look);
  const saying = { look, within: rememberedWithin(look), wordsOn };
  const said = parts.flatMap((part, at) =>
    wordsOnTogether(part, beside[at] ?? nothingBeside, {
      ...saying,
      isLive: at === parts.length - 1,
    }).map(({ index, words }) => ({ words, place: places[at]?.[index] ?? 0 })),
  );
  return said.toSorted((a, b) => a.place - b.place).flatMap(({ words }) => words);
};

type WordsOn<T> = (subject: Case, look: RequestLook) => readonly T[];

/** Of the cases of which there is something to say: at which place in the part they are. */
type WordsInPart<T> = readonly { readonly index: number; readonly words: readonly T[] }[];

interface Saying<T> {
  readonly look: MessageLook;
  readonly within: Pick<Recalled, 'within'>;
  readonly wordsOn: WordsOn<T>;
  /** What is still under way is looked at one by one, since much is said of each. */
  readonly isLive: boolean;
}

const wordsOnTogether = <T>(
  part: readonly Case[],
  { told, cases }: ToldBeside,
  saying: Saying<T>,
): WordsInPart<T> => {
  const { look, within, wordsOn, isLive } = saying;
  const what = { by: wordsOn, of: part, from: [told, cases], ...within };
  return recalled(what, look.situation, (then) => {
    // Of years of requests most were never told anything.
    const untold = requestLook(look, nothingBeside, then);
    return part.flatMap((subject, index) => {
      const beside = besideOf([subject], look);
      const words = isLive
        ? wordsOnEach(subject, beside, { ...saying, then })
        : wordsOn(subject, beside === nothingBeside ? untold : requestLook(look, beside, then));
      return words.length === 0 ? [] : [{ index, words }];
    });
  });
};

const wordsOnEach = <T>(
  subject: Case,
  beside: ToldBeside,
  { look, within, wordsOn, then }: Saying<T> & { readonly then: Situation },
): readonly T[] => {
  const from = [...beside.cases, ...beside.told.flat()];
  return recalled({ by: wordsOn, of: subject, from, ...within }, then, (around) =>
    wordsOn(subject, requestLook(look, beside, around)),
  );
};

const rememberedWithin = ({
  situation,
  since,
  answerForm,
}: MessageLook): Pick<Recalled, 'within'> => {
  const within = situation.remembered?.same(`heard since ${momentMark(since)}`, { answerForm });
  return within === undefined ? {} : { within };
};

const requestLook = (
  { since, answerForm }: MessageLook,
  { cases, told }: ToldBeside,
  then: Situation,
): RequestLook => ({
  cases,
  situation: then,
  told: told.length === 0 ? nothingHeard : new Map(told),
  since: watchedBeside(since, then.now),
  ...(answerForm && { answerForm }),
});

const nothingHeard: MessageMemory = new Map();

/** What else words about requests may look at. */
interface ToldBeside {
  /** All events that were ever moved, beside one of them; none beside others. */
  readonly cases: readonly Case[];
  /** What was said of them, and of the event that comes again which they are days of; in the order of the memory. */
  readonly told: readonly HeardThread[];
}

/** Of a memory: the thread and what was said in it. */
type HeardThread = readonly [string, readonly MessageRecord[]];

const besideOf = (of: readonly Case[], { cases, told }: MessageLook): ToldBeside => {
  const moved = movedEvents(cases, told);
  const [only, ...more] = of;
  const isAlone = more.length === 0 && only?.request.staff.series === undefined;
  if (isAlone && only !== undefined && !moved.tickets.has(only.ticket))
    return alone(only.ticket, told);
  const isAnyMoved = of.some(({ ticket }) => moved.tickets.has(ticket));
  const beside = isAnyMoved ? moved.cases : [];
  // A moved event may itself be a day of one that comes again.
  const tickets = [...of, ...beside].flatMap(({ ticket, request: { staff } }) =>
    staff.series?.kind === 'made' ? [ticket, staff.series.from] : [ticket],
  );
  return {
    cases: beside,
    told: heardOf(new Set(isAnyMoved ? [...tickets, ...moved.tickets] : tickets), told),
  };
};

const alone = (ticket: Ticket, told: MessageMemory): ToldBeside => {
  const threads = threadsByTicket(told).get(ticket);
  return threads === undefined ? nothingBeside : { cases: [], told: threads.map(threadOf) };
};

const nothingBeside: ToldBeside = { cases: [], told: [] };

const besidePart = (part: readonly Case[], look: MessageLook): ToldBeside => {
  const { cases, tickets } = movedEvents(look.cases, look.told);
  const from = [look.told, cases, tickets];
  return recalled({ by: besidePart, of: part, from }, look.situation, () => besideOf(part, look));
};

/** Many kinds ask for the same. */
const besideBefore = new WeakMap<
  TimeAxis,
  { readonly told: MessageMemory; readonly beside: readonly ToldBeside[] }
>();

/** Of each part of the axis. */
const besideParts = (axis: TimeAxis, look: MessageLook): readonly ToldBeside[] => {
  const known = besideBefore.get(axis);
  if (known?.told === look.told) return known.beside;
  const beside = axis.parts.map((part) => besidePart(part, look));
  besideBefore.set(axis, { told: look.told, beside });
  return beside;
};

const heardOf = (tickets: ReadonlySet<Ticket>, told: MessageMemory): readonly HeardThread[] => {
  const threadsOf = threadsByTicket(told);
  const found = new Set([...tickets].flatMap((ticket) => threadsOf.get(ticket) ?? []));
  return [...found].sort((a, b) => a.place - b.place).map(threadOf);
};

const threadOf = ({ thread }: PlacedThread): HeardThread => thread;

interface PlacedThread {
  readonly place: number;
  readonly thread: HeardThread;
}

const threadsByTicket = onceFor((told: MessageMemory) => {
  const byTicket = new Map<string, PlacedThread[]>();
  let place = 0;
  for (const thread of told) {
    for (const ticket of new Set(thread[1].map((record) => record.ticket ?? ''))) {
      const threads = byTicket.get(ticket) ?? [];
      byTicket.set(ticket, threads);
      threads.push({ place, thread });
    }
    place += 1;
  }
  return byTicket;
});

/** The same for all kinds. */
const axisBefore = new WeakMap<
  readonly Case[],
  { readonly axis: TimeAxis; readonly of: Situation }
>();

const axisOf = ({ cases, situation }: MessageLook): TimeAxis => {
  const known = axisBefore.get(cases);
  if (known?.of.desk === situation.desk && known.of.today === situation.today) return known.axis;
  const axis = timeAxis(cases, situation, wordsAbout);
  axisBefore.set(cases, { axis, of: situation });
  return axis;
};

/** What leaves as long before or after the pass as it did when it was made: one that was remembered leaves by the present pass. */
export const leavingBeside = (message: WantedMessage, now: Temporal.Instant): WantedMessage => ({
  ...message,
  notBefore: watchedBeside(message.notBefore, now),
  ...(message.notAfter && { notAfter: watchedBeside(message.notAfter, now) }),
});

interface MovedEvents {
  readonly told: MessageLook['told'];
  readonly tickets: ReadonlySet<Ticket>;
  readonly cases: readonly Case[];
}

/** The same for all words of a look. */
const movedBefore = new WeakMap<readonly Case[], MovedEvents>();

/** Events that go on as another, or did when an officer heard of them (`nomorAwal`, as `duty-lines.ts` tells it). */
const movedEvents = (cases: readonly Case[], told: MessageLook['told']): MovedEvents => {
  const known = movedBefore.get(cases);
  if (known?.told === told) return known;
  const tickets = new Set(heardAsMoved(told));
  for (const { ticket, movedTo, moveAnswer } of cases) {
    if (movedTo !== undefined) tickets.add(ticket).add(movedTo);
    if (moveAnswer?.kind !== 'moved') continue;
    for (const other of [ticket, ...moveAnswer.from]) tickets.add(other);
  }
  const among = tickets.size === 0 ? [] : cases.filter(({ ticket }) => tickets.has(ticket));
  const moved = { told, tickets, cases: among };
  movedBefore.set(cases, moved);
  return moved;
};

const heardAsMoved = onceFor((told: MessageMemory): readonly Ticket[] =>
  [...told.values()].flat().flatMap(({ ticket, view }) => {
    const other = view['nomorAwal'];
    return ticket === undefined || typeof other !== 'string' ? [] : [ticket, other];
  }),
);
