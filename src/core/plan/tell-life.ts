/** What the history keeps of one ticket, told in sentences for whoever runs the command; cells and reasons are quoted. */
import type { Temporal } from 'temporal-polyfill';
import type { HistoryLine, LedgerState, Ticket } from '../cases/ledger-state.ts';
import type { MessageRecord, MessageState } from '../cases/messages.ts';
import { headerOf, type RequestField, requestTab } from '../columns/request-tab.ts';
import { rowNameOf } from '../messages/shown/message-words.ts';
import { dayOfMark } from '../rows/series-marks.ts';
import { oneLine, quotedCell } from './quoted-cell.ts';

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
  }: {
    readonly history: readonly (HistoryLine & {
      readonly at: Temporal.Instant;
      readonly pass: string;
    })[];
    readonly ledger: Pick<LedgerState, 'messages' | 'moments'>;
  },
): readonly LifeLine[] => {
  const noted = history.map(({ at, pass, ...line }) => ({ at, pass, text: sentence(line) }));
  const heard = [...ledger.messages.values()]
    .flat()
    .filter((message) => message.ticket === ticket)
    .flatMap(sentenceOfMessage);
  return [...noted, ...heard].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
};

const sentence = ({
  kind,
  ticket = '',
  subject = '',
  was = '',
  becomes = '',
  because,
}: HistoryLine): string => {
  const why = because === '' ? '' : ` (${oneLine(because)})`;
  switch (kind) {
    case 'ticket-given':
      return `The request got the ticket ${ticket}${why}.`;
    case 'ticket-adopted':
      return `The ticket ${ticket} was taken over from the sheet${why}.`;
    case 'ticket-rebound':
      return `The ticket went to another row${why}.`;
    case 'ticket-missing':
      return `Its row is gone from the sheet${why}.`;
    case 'ticket-found':
      return `Its row is back in the sheet${why}.`;
    case 'moment':
      return `Noted: ${subject}${why}.`;
    case 'cell': {
      const day = dayOfMark(subject);
      if (day !== undefined) return `Its row for ${day} was promised${why}.`;
      return `${headerFor(subject)} became ${quotedCell(subject, becomes)}, was ${quotedCell(subject, was)}${why}.`;
    }
    case 'repair':
      return `${headerFor(subject)} was put back to ${quotedCell(subject, becomes)}, had been ${quotedCell(subject, was)}${why}.`;
    case 'document':
      return `${subject}: ${oneLine(because)}${becomes === '' ? '' : `, ${shownPlace(String(becomes))}`}.`;
    case 'signature':
      return becomes === ''
        ? `${subject}: ${oneLine(because)} taken out again.`
        : `${subject}: ${oneLine(because)} "${becomes}".`;
    case 'message':
      return `${rowNameOf({ key: subject })}: ${oneLine(because)}.`;
    case 'undo':
      return isField(subject)
        ? `${headerFor(subject)} was taken back to ${quotedCell(subject, becomes)}, had been ${quotedCell(subject, was)}${why}.`
        : `${subject}${subject === '' ? '' : ': '}${oneLine(because)}.`;
    case 'complaint':
    case 'pass':
      return `${oneLine(because)}.`;
  }
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
    : [{ at: state.at, text: `${rowNameOf({ key })}: ${words}.` }];
};

const stateWords = (state: MessageState): string | undefined => {
  switch (state.kind) {
    case 'sent':
      return 'handed over';
    case 'unsure':
      return 'handed over without an answer';
    case 'failed':
      return `refused (${oneLine(state.why)})`;
    case 'waiting':
      return state.why === undefined ? undefined : `tried in vain (${oneLine(state.why)})`;
    case 'withdrawn':
      return `withdrawn (${oneLine(state.why)})`;
    case 'by-hand':
      return undefined;
  }
};
