/** What the history keeps of one ticket, told in sentences for whoever runs the command; cells and reasons are quoted. */
import { Temporal } from 'temporal-polyfill';
import type { HistoryLine, LedgerState, MomentKind, Ticket } from '../cases/ledger-state.ts';
import type { MessageRecord, MessageState } from '../cases/messages.ts';
import { clockTime } from '../cases/wording.ts';
import { zoneOf } from '../clock/zones.ts';
import { headerOf, type RequestField, requestTab } from '../columns/request-tab.ts';
import { rowNameOf } from '../messages/shown/message-words.ts';
import { dayOfMark } from '../rows/series-marks.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { quoted, quotedCell } from './quoted-cell.ts';

/** Something that happened, and what is to be said of it. */
export interface LifeLine {
  readonly at: Temporal.Instant;
  /** The pass that did it; absent of what happened beside one. */
  readonly pass?: string;
  readonly text: string;
}

/** Oldest first; of one moment in the order in which it was noted. */
export const tellLife = (
  ticket: Ticket,
  {
    history,
    ledger,
    timeZone,
  }: {
    readonly history: readonly (HistoryLine & {
      readonly at: Temporal.Instant;
      readonly pass: string;
    })[];
    readonly ledger: Pick<LedgerState, 'messages' | 'moments'>;
    /** The office's: moments are told in it. */
    readonly timeZone: string;
  },
): readonly LifeLine[] => {
  const noted = history.map(({ at, pass, ...line }) => ({
    at,
    pass,
    text: sentence(line, timeZone),
  }));
  const heard = [...ledger.messages.values()]
    .flat()
    .filter((message) => message.ticket === ticket)
    .flatMap(sentenceOfMessage);
  return [...noted, ...heard].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
};

const sentence = (
  { kind, ticket = '', subject = '', was = '', becomes = '', because }: HistoryLine,
  timeZone: string,
): string => {
  const why = because === '' ? '' : `, because ${reason(because)}`;
  switch (kind) {
    case 'ticket-given':
      return `The request got the ticket ${ticket}: ${reason(because)}.`;
    case 'ticket-adopted':
      return `The ticket ${ticket} was taken over from the sheet: ${reason(because)}.`;
    case 'ticket-rebound':
      return `The ticket went to another row${why}.`;
    case 'ticket-missing':
      return 'Its row is gone from the sheet.';
    case 'ticket-found':
      return 'Its row is back in the sheet.';
    case 'moment':
      return `Noted that ${momentWords[subject as MomentKind] ?? subject}${momentTold(becomes, timeZone)}.`;
    case 'cell': {
      const day = dayOfMark(subject);
      if (day !== undefined) return `Its row for ${day} was promised${why}.`;
      return `${headerFor(subject)} ${becomes === '' ? 'was emptied' : `became ${quotedCell(subject, becomes)}`}${why}${had(subject, was)}.`;
    }
    case 'repair':
      return `${headerFor(subject)} was put back to ${quotedCell(subject, becomes)}${why}; it had been ${quotedCell(subject, was)}.`;
    case 'document':
      return `Document ${subject}: ${reason(because)}${becomes === '' ? '' : `, ${shownPlace(String(becomes))}`}.`;
    case 'signature': {
      const header = because.replace(/^isi /, '');
      return becomes === ''
        ? `${header} of the document ${subject} was emptied again.`
        : `${header} of the document ${subject} was filled with ${quoted(String(becomes))}.`;
    }
    case 'message':
      return `${messageNamed(subject)} ${messageTold(because)}.`;
    case 'undo':
      return isField(subject)
        ? `${headerFor(subject)} was taken back to ${quotedCell(subject, becomes)}; it had been ${quotedCell(subject, was)}.`
        : `${subject === '' ? 'An undo' : `An undo, ${subject}`}: ${reason(because)}.`;
    case 'complaint':
      return `A complaint: ${reason(because)}.`;
    case 'pass':
      return `The pass: ${because}.`;
  }
};

/** In the staff's words; the sentence around it has a full stop of its own. */
const reason = (because: string): string => quoted(because.replace(/\.$/, ''));

const momentWords: Readonly<Record<MomentKind, string>> = {
  received: 'it came in',
  completed: 'it was complete',
  incomplete: 'something was lacking again',
  asked: 'its requester was asked',
  answered: 'its requester answered',
  confirmed: 'it was confirmed',
  unconfirmed: 'its confirmation was taken back',
  refused: 'it was refused',
  cancelled: 'it was called off',
  resumed: 'it goes on after all',
  rescheduled: 'its day, hour or place changed',
};

const momentTold = (at: Cell, timeZone: string): string => {
  try {
    return `: ${momentIn(Temporal.Instant.from(String(at)), timeZone)}`;
  } catch {
    return '';
  }
};

/** "2026-11-23 09.05 WITA" */
export const momentIn = (at: Temporal.Instant, timeZone: string): string => {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate().toString()} ${clockTime(local.toPlainTime())} ${zoneOf(timeZone)}`;
};

/** When a pass began, and its name for "undo --pass". */
export const passWords = (pass: string, timeZone: string): string => {
  try {
    return `${momentIn(Temporal.Instant.from(pass), timeZone)} (${pass})`;
  } catch {
    return pass;
  }
};

const had = (field: string, was: Cell): string =>
  was === '' ? '' : `; it had been ${quotedCell(field, was)}`;

/** By the name under which its row stands in Pesan. */
const messageNamed = (key: string): string => `Message ${rowNameOf({ key })}`;

const messageTold = (because: string): string => {
  const [, what, why = ''] = /^pesan (direncanakan|ditarik): (.*)$/s.exec(because) ?? [];
  if (what === undefined) return `has news: ${reason(because)}`;
  return `was ${what === 'ditarik' ? 'withdrawn' : 'planned'}, because ${reason(why)}`;
};

/** As people see it in the folder; an address on the web stays one that can be opened. */
const shownPlace = (link: string): string => {
  if (/^\w+:\/\//.test(link)) return link;
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
};

const headerFor = (field: string): string => (isField(field) ? headerOf(field) : field);

const fields: ReadonlySet<string> = new Set(requestTab.columns.map(({ field }) => field));
const isField = (field: string): field is RequestField => fields.has(field);

/** That it was promised stands in the ticket's history; here, what became of it. To whom is not told by address. */
const sentenceOfMessage = ({ key, state }: MessageRecord): readonly LifeLine[] => {
  const words = stateWords(state);
  return words === undefined || !('at' in state) || state.at === undefined
    ? []
    : [{ at: state.at, text: `${messageNamed(key)} ${words}.` }];
};

const stateWords = (state: MessageState): string | undefined => {
  switch (state.kind) {
    case 'sent':
      return 'was handed over';
    case 'unsure':
      return 'was handed over; whether it arrived is not known';
    case 'failed':
      return `was refused: ${reason(state.why)}`;
    case 'waiting':
      return state.why === undefined ? undefined : `was tried in vain: ${reason(state.why)}`;
    case 'withdrawn':
      return `was withdrawn, because ${reason(state.why)}`;
    case 'by-hand':
      return undefined;
  }
};
