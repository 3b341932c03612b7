/** An event as it goes into somebody's calendar beside a message. */
import type { Invitation, MessageMemory, MessageView } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { isSaid } from '../plan-messages.ts';

/**
 * The event, to be held free or not any more; none without a schedule. All days are one entry, because a message carries only
 * one: the hours are the same on each. An open end is taken to be the one that people and things are reserved for.
 *
 * Of an event that is not `biasa` the calendar says nothing but when: calendars are shared with whole offices.
 *
 * @param person Keeps the entries of different people apart; the same for as long as it is the same person.
 * @param details For whoever the message is for.
 */
export const invitationOf = (
  { ticket, request: { answers }, decided }: Pick<Case, 'ticket' | 'request' | 'decided'>,
  {
    method,
    person,
    details = '',
  }: {
    readonly method: Invitation['method'];
    readonly person: string;
    readonly details?: string;
  },
): Invitation | undefined => {
  const { schedule, place, sensitivity } = answers;
  const first = schedule?.sessions[0];
  if (schedule === undefined || first === undefined) return undefined;
  const days = schedule.sessions.length;
  const when = {
    method,
    uid: uidOf(ticket, person),
    start: first.start.toInstant().toString(),
    end: first.end.toInstant().toString(),
    ...(days > 1 && { days }),
  };
  if (sensitivity !== 'biasa') return { ...when, summary: 'Sibuk', confidential: true };
  const description = [
    ...(details === '' ? [] : [details]),
    ...(schedule.openEnd ? ['Jam selesai diperkirakan.'] : []),
  ].join('\n');
  return {
    ...when,
    summary: `${ticket} ${decided.disclosure?.publicTopic ?? ''}`.trim(),
    ...(place !== undefined && { location: place }),
    ...(description !== '' && { description }),
    confidential: false,
  };
};

/** In the requester's own calendar. */
export const requesterInvitation = (
  subject: Case,
  { method, view }: { readonly method: Invitation['method']; readonly view: MessageView },
): Invitation | undefined =>
  invitationOf(subject, {
    method,
    person: requesterKey,
    details: method === 'cancel' ? '' : detailsOf(view),
  });

/** What the requester's calendar was last sent about an event. */
export const lastRequesterInvitation = (
  { ticket }: Pick<Case, 'ticket'>,
  told: MessageMemory,
): Invitation | undefined => {
  const uid = uidOf(ticket, requesterKey);
  const sent = [...told.values()]
    .flat()
    .filter((record) => isSaid(record) && record.invitation?.uid === uid);
  return sent
    .toSorted((a, b) => (a.invitation?.sequence ?? 0) - (b.invitation?.sequence ?? 0))
    .at(-1)?.invitation;
};

const requesterKey = 'pemohon';

const uidOf = (ticket: string, person: string): string => `${ticket}-${person}`;

const detailsOf = (view: MessageView): string =>
  [
    { label: 'Petugas', name: 'petugas' },
    { label: 'Tautan rapat', name: 'tautan' },
    { label: 'ID rapat', name: 'idRapat' },
  ]
    .filter(({ name }) => typeof view[name] === 'string' && view[name] !== '')
    .map(({ label, name }) => `${label}: ${String(view[name])}`)
    .join('\n');
