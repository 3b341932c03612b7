/**
 * What each officer of an event is to be told: his duty, what became otherwise, or that he need not come.
 *
 * Held against what he last heard, and not against what stood in the sheet: who was never told of a duty never hears that it
 * is withdrawn, and who heard of one that is not true any more hears so once. What is wanted follows what was heard
 * (`setelah`), so that a duty that is taken back and given again is told again.
 */
import type { Temporal } from 'temporal-polyfill';
import { findByName } from '../../assignment/names.ts';
import { settlesAt } from '../../assignment/settles-at.ts';
import { isCalledOff, isComplete, isLateEntry } from '../../cases/case-facts.ts';
import type { Invitation, MessageRecord, MessageView, Recipient } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { awaitedStates, isIn } from '../../cases/state-groups.ts';
import { dayAt } from '../../cases/watched-now.ts';
import { list } from '../../cases/wording.ts';
import { isWorkingDay } from '../../clock/office-time.ts';
import { isBefore, later } from '../../clock/spans.ts';
import { instantOf } from '../../sheet/local-time.ts';
import { officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageLook, WantedMessage } from '../message-kind.ts';
import { isReachable, officerRecipient } from '../recipients.ts';
import { leavingBeside, type RequestLook, wordsAbout } from '../request-look.ts';
import { invitationOf } from '../requester/invitations.ts';
import { isNew, isReceivedSince, nextMorning, settleMinutes } from '../requester/telling.ts';
import { type DutyKind, type DutyStanding, dutyKinds, standingsOf } from './duty-lines.ts';
import { dutyDifferences, dutyWords, type OnDuty, peopleOnDuty } from './duty-words.ts';

/** How one officer stands to one event. */
export interface DutyNews {
  readonly subject: Case;
  /** Absent where he does not go. */
  readonly person?: OnDuty;
  readonly to: Recipient;
  /** The last that he heard of it. */
  readonly heard?: MessageRecord;
  /** What he is to hear, or has heard and is still true. */
  readonly wanted?: { readonly kind: DutyKind; readonly message: WantedMessage };
}

export const messagesOf = (kind: DutyKind, look: MessageLook): readonly WantedMessage[] =>
  dutyNews(look).flatMap(({ wanted }) => (wanted?.kind === kind ? [wanted.message] : []));

export const dutyNews = (look: MessageLook): readonly DutyNews[] =>
  wordsAbout(look, newsAbout).map(
    ({ wanted, ...news }): DutyNews =>
      wanted === undefined
        ? news
        : {
            ...news,
            wanted: { ...wanted, message: leavingBeside(wanted.message, look.situation.now) },
          },
  );

const newsAbout = (subject: Case, look: RequestLook): readonly DutyNews[] => {
  const last = subject.request.answers.schedule?.sessions.at(-1);
  if (last !== undefined && !isBefore(look.situation.now, instantOf(last.start))) return [];
  return standingsOf(subject, look).flatMap((standing) => newsFor(subject, standing, look));
};

const newsFor = (subject: Case, standing: DutyStanding, look: RequestLook): readonly DutyNews[] => {
  const { name, person, line } = standing;
  const heard = line.said.at(-1);
  const officer = findByName(name, look.situation.desk.officers);
  const to = officer ? officerRecipient(officer) : heard?.to;
  if (to === undefined || !isReachable(to)) return [];
  const wanted = wantedFor(subject, { ...standing, to: { ...to, name } }, look);
  return [
    {
      subject,
      to: { ...to, name },
      ...(person && { person }),
      ...(heard && { heard }),
      ...(wanted && { wanted }),
    },
  ];
};

const wantedFor = (
  subject: Case,
  { person, line: { root, said }, to }: DutyStanding & { readonly to: Recipient },
  look: RequestLook,
): DutyNews['wanted'] => {
  const heard = said.at(-1);
  const since = heard?.ticket === subject.ticket ? heard : undefined;
  const isTold = heard !== undefined && heard.kind !== 'duty-withdrawn';
  const { schedule } = subject.request.answers;
  const { officers, disclosure } = subject.decided;
  // Nobody knows then what to tell: what was heard stands until it is known again.
  const isUnknown = disclosure === undefined || officers === undefined;
  if (isUnknown || (schedule === undefined && !isCalledOff(subject)))
    return since && unchanged(since, { to, before: said.at(-2) });
  if (person === undefined) {
    if (heard === undefined) return undefined;
    return isTold
      ? { kind: 'duty-withdrawn', message: withdrawal(subject, { heard, root, to, look }) }
      : unchanged(heard, { to, before: said.at(-2) });
  }
  const view = {
    ...dutyWords(subject, person, look.situation),
    ...begunWith(root, subject),
    ...(isTold && since === undefined && { digeser: true }),
  };
  if (isTold) {
    const perubahan = dutyDifferences(heard.view, view);
    return perubahan.length === 0
      ? unchanged(heard, { to, before: said.at(-2) })
      : {
          kind: 'duty-change',
          message: {
            ...dutyMessage(subject, { view: { ...view, perubahan }, heard, to, look }),
            because: 'tugas berubah dari yang sudah disampaikan',
          },
        };
  }
  return isTellable(subject, person, { look, heard })
    ? {
        kind: 'duty',
        message: {
          ...dutyMessage(subject, { view, heard, to, look }),
          because: 'ditugaskan',
        },
      }
    : since && unchanged(since, { to, before: said.at(-2) });
};

/** Where a line goes on under another number, so that it is known again. */
const begunWith = (root: string, { ticket }: Case): MessageView =>
  root === ticket ? {} : { nomorAwal: root };

/**
 * The lead is told as soon as the request is whole, the others once they are settled. Of a request from before this ledger
 * told anything, everybody is told when his event settles, for who was named until then has heard of it otherwise.
 */
const isTellable = (
  subject: Case,
  { provisional }: OnDuty,
  { look, heard }: { readonly look: RequestLook; readonly heard: MessageRecord | undefined },
): boolean => {
  if (provisional || isLateEntry(subject)) return false;
  if (!isComplete(subject) && !isIn(awaitedStates, subject)) return false;
  if (heard !== undefined || isReceivedSince(subject, look)) return true;
  const settles = settlesAt(subject, look.situation.desk)?.toInstant();
  return isNew(settles, look) && !isBefore(look.situation.now, settles);
};

const dutyMessage = (
  subject: Case,
  {
    view,
    heard,
    to,
    look: { situation },
  }: {
    readonly view: MessageView;
    readonly heard: MessageRecord | undefined;
    readonly to: Recipient;
    readonly look: RequestLook;
  },
): Omit<WantedMessage, 'because'> => {
  const { now } = situation;
  const sessions = subject.request.answers.schedule?.sessions ?? [];
  const start = sessions[0]?.start.toInstant() ?? now;
  const invitation = invitationOf(subject, {
    method: 'request',
    person: calendarName(to),
    details: detailsOf(view),
  });
  const soon = isBefore(start, now.add({ hours: soonHours }));
  const end = sessions.at(-1)?.start.toInstant();
  return {
    ticket: subject.ticket,
    to,
    view,
    facts: { ...view, setelah: heard?.key ?? '' },
    ...(invitation && {
      invitation: { ...invitation, ...(heard?.invitation && { uid: heard.invitation.uid }) },
    }),
    notBefore: soon || heard !== undefined ? now : atOffice(start, { from: now, situation }),
    ...(!soon && { settleMinutes: settleMinutes(subject) }),
    ...(end && { notAfter: end }),
  };
};

/** Then there is no time for second thoughts. */
const soonHours = 3;

/** Nobody is told in the evening of a duty that is days away. */
const atOffice = (
  start: Temporal.Instant,
  { from, situation }: { readonly from: Temporal.Instant; readonly situation: Situation },
): Temporal.Instant => {
  const { timeZone, desk } = situation;
  const { officeHours } = desk.settings;
  const day = dayAt(from, timeZone);
  const on = (plainTime: Temporal.PlainTime): Temporal.Instant =>
    day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const isOpen =
    isWorkingDay(day, desk) &&
    !isBefore(from, on(officeHours.start)) &&
    isBefore(from, on(officeHours.end));
  const morning = nextMorning(from, situation);
  return isOpen || !isBefore(morning.add({ hours: daysHours }), start)
    ? from
    : later(from, morning);
};

const daysHours = 48;

const withdrawal = (
  subject: Case,
  {
    heard,
    root,
    to,
    look,
  }: {
    readonly heard: MessageRecord;
    readonly root: string;
    readonly to: Recipient;
    readonly look: RequestLook;
  },
): WantedMessage => {
  const { situation } = look;
  const { hari, waktu, tempat, peran } = heard.view;
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    hari,
    waktu,
    tempat,
    peran,
    ...begunWith(root, subject),
    sebab: whyWithdrawn(subject, look),
  };
  const { now } = situation;
  const soon = isBefore(heard.notAfter ?? now, now.add({ hours: soonHours }));
  return {
    ticket: subject.ticket,
    to,
    view,
    facts: { ...view, setelah: heard.key },
    ...(heard.invitation && { invitation: cancelled(heard.invitation, subject) }),
    notBefore: now,
    ...(!soon && { settleMinutes: settleMinutes(subject) }),
    ...(heard.notAfter && { notAfter: heard.notAfter }),
    because: 'tugas yang sudah disampaikan tidak berlaku lagi',
  };
};

const whyWithdrawn = (subject: Case, { cases, situation }: RequestLook): string => {
  switch (subject.handMade.state) {
    case 'Ditolak':
      return 'permohonannya ditolak';
    case 'Dibatalkan':
      return 'kegiatannya dibatalkan';
    case 'Dijadwalkan Ulang':
      return subject.movedTo === undefined
        ? 'kegiatannya dijadwalkan ulang; jadwal barunya menyusul'
        : movedWords(subject.movedTo, cases);
    case 'Tidak Terlaksana':
      return 'kegiatannya tidak dilaksanakan';
    default: {
      const others = peopleOnDuty(subject, situation).filter(({ provisional }) => !provisional);
      return others.length === 0
        ? 'kegiatan ini tidak memerlukan petugas lagi atau petugasnya belum ditetapkan kembali'
        : `susunan petugas berubah; yang bertugas ${list(others.map(({ name }) => name))}`;
    }
  }
};

const movedWords = (movedTo: string, cases: readonly Case[]): string => {
  const later = cases.find(({ ticket }) => ticket === movedTo);
  const { hari } = later === undefined ? { hari: '' } : scheduleWords(later);
  return hari === ''
    ? `kegiatannya digeser sebagai nomor ${movedTo}`
    : `kegiatannya digeser ke ${hari} sebagai nomor ${movedTo}`;
};

/** Of what has become confidential the calendar keeps nothing. */
const cancelled = (invitation: Invitation, { request: { answers } }: Case): Invitation => {
  const { uid, start, end, days, summary, location, confidential } = invitation;
  const when = {
    method: 'cancel',
    uid,
    start,
    ...(end !== undefined && { end }),
    ...(days !== undefined && { days }),
  } as const;
  return confidential || answers.sensitivity !== 'biasa'
    ? { ...when, summary: 'Sibuk', confidential: true }
    : { ...when, summary, ...(location !== undefined && { location }), confidential: false };
};

/** As it was said: told again only where he has another address by now. */
const unchanged = (
  { kind, ticket, view, invitation, notBefore, notAfter, because }: MessageRecord,
  { to, before }: { readonly to: Recipient; readonly before: MessageRecord | undefined },
): DutyNews['wanted'] => {
  const { sequence: _, ...event } = invitation ?? {};
  const message: WantedMessage = {
    ...(ticket !== undefined && { ticket }),
    to,
    view,
    facts: { ...view, setelah: before?.key ?? '' },
    isOnce: true,
    ...(invitation && { invitation: event as Invitation }),
    notBefore,
    ...(notAfter && { notAfter }),
    because,
  };
  const known = dutyKinds.find((each) => each === kind);
  return known && { kind: known, message };
};

const calendarName = ({ name = '' }: Recipient): string =>
  `petugas-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

const detailsOf = ({ peran, siap, kontakTempat }: MessageView): string =>
  [
    `Tugas: ${String(peran)}`,
    ...(siap === '' ? [] : [`Persiapan: ${String(siap)}`]),
    ...(kontakTempat === '' ? [] : [`Kontak di tempat: ${String(kontakTempat)}`]),
  ].join('\n');
