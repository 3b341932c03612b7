/** For Ringkasan: a link a officer that opens a draft on WhatsApp about today's and tomorrow's duties. */
import { casesThat } from '../../cases/cases-that.ts';
import { recalled } from '../../cases/remembered.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { list } from '../../cases/wording.ts';
import { eventsOn } from '../../day/day-events.ts';
import { daysBetween } from '../../sheet/calendar-days.ts';
import { dayOfZoned } from '../../sheet/local-time.ts';
import type { Link } from '../../sheet/snapshot.ts';
import type { MessageKind, MessageLook } from '../message-kind.ts';
import { oldNewsLook, type StandingMessage, standingMessages } from '../standing-messages.ts';
import { type DraftWriter, withoutAccess } from './draft-writer.ts';

/** An officer, and what opens the draft: text alone where no number can have one. */
export interface OfficerDraft {
  readonly name: string;
  readonly content: Link | string;
}

/** Nobody where the program fails over it: the cells in Ringkasan are not worth a pass. */
export const officerDrafts = (
  look: MessageLook,
  kinds: readonly MessageKind[],
  writer: DraftWriter,
): readonly OfficerDraft[] => {
  const around = casesThat(isNearToday, look.cases, look.situation);
  const due = dueSubjects(around, look.situation);
  const standing = standingMessages(
    oldNewsLook(look),
    kinds.filter(({ audience }) => audience === 'officer'),
  );
  const byOfficer = new Map<string, Map<string, DraftedDuty>>();
  for (const each of standing) {
    const { ticket = '', to } = each.message;
    const duty = due.get(ticket);
    if (duty === undefined || to.name === undefined) continue;
    const duties = byOfficer.get(to.name) ?? new Map<string, DraftedDuty>();
    // Of each event the newest: they come newest first.
    if (!duties.has(ticket)) duties.set(ticket, { ...duty, ...each });
    byOfficer.set(to.name, duties);
  }
  return [...byOfficer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, duties]) => {
      try {
        return [rememberedDraft(name, [...duties.values()].sort(byOrder), { look, writer })];
      } catch {
        return [];
      }
    });
};

interface DueEvent {
  readonly subject: Case;
  readonly day: 'hari ini' | 'besok';
  readonly order: number;
}

type DraftedDuty = DueEvent & StandingMessage;

const byOrder = (a: DraftedDuty, b: DraftedDuty): number => a.order - b.order;

/** Whatever the hours of another zone: which of them are of today and tomorrow, `eventsOn` says. */
const isNearToday = ({ request }: Case, { today }: Situation): boolean =>
  (request.answers.schedule?.sessions ?? []).some(
    ({ start, end }) =>
      daysBetween(today, dayOfZoned(start)) <= 2 && daysBetween(dayOfZoned(end), today) <= 1,
  );

/** By ticket, in the order in which they take place. */
const dueSubjects = (
  cases: readonly Case[],
  { today }: Pick<Situation, 'today'>,
): ReadonlyMap<string, DueEvent> => {
  const events = [
    ...eventsOn(cases, today).map(({ subject }) => ({ subject, day: 'hari ini' as const })),
    ...eventsOn(cases, today.add({ days: 1 })).map(({ subject }) => ({
      subject,
      day: 'besok' as const,
    })),
  ];
  const due = new Map<string, DueEvent>();
  events.forEach((event, order) => {
    const { ticket } = event.subject;
    if (!due.has(ticket)) due.set(ticket, { ...event, order });
  });
  return due;
};

const rememberedDraft = (
  name: string,
  duties: readonly DraftedDuty[],
  { look, writer }: { readonly look: MessageLook; readonly writer: DraftWriter },
): OfficerDraft => {
  const said = duties.map(({ day, subject, kind, message: { to, view } }) => [
    day,
    subject,
    kind,
    to,
    view,
  ]);
  return recalled({ by: draftFor, of: name, from: [said, writer.mark] }, look.situation, () =>
    draftFor(name, duties, writer),
  );
};

const draftFor = (
  name: string,
  duties: readonly DraftedDuty[],
  writer: DraftWriter,
): OfficerDraft => {
  const days = list(duties.map(({ day, subject }) => `${day} ${subject.ticket}`));
  const phone = duties.find(({ message }) => message.to.phone !== undefined)?.message.to.phone;
  if (phone === undefined)
    return { name, content: `${days}. Nomor teleponnya belum diisi di tab Petugas.` };
  const text = duties
    .map(({ kind, message, subject }) => writer.textOf(kind, withoutAccess(message, subject)))
    .join('\n\n');
  const url = writer.linkTo(phone, text);
  return {
    name,
    content:
      url === undefined
        ? `${days}. Nomor teleponnya bukan nomor WhatsApp.`
        : { kind: 'link', url, text: `WhatsApp ${name}: ${days}` },
  };
};
