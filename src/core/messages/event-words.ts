/** What messages say of an event and of the office, worded once: each is whole in itself, with day, hour, zone and place. */
import type { Temporal } from 'temporal-polyfill';
import { institutionOf } from '../cases/case-facts.ts';
import type { MessageView } from '../cases/messages.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { clockTime, longDay } from '../cases/wording.ts';
import { dayPhrase, timePhrase, zoneName } from '../clock/event-time.ts';

/** The office, as a message signs. */
export const officeWords = ({ desk: { settings } }: Pick<Situation, 'desk'>): MessageView => ({
  kantor: settings.office,
  tim: settings.team,
  kontak: settings.contact,
});

/** The request, as far as it may be told in a message (clause I). */
export const requestWords = (subject: Case): MessageView => ({
  tiket: subject.ticket,
  pemohon: subject.request.answers.requesterName ?? '',
  instansi: institutionOf(subject),
  kegiatan: withoutLinks(subject.decided.disclosure?.publicTopic ?? '', subject),
});

/** When and where, for whoever goes there: also of a confidential event. */
export const scheduleWords = (subject: Pick<Case, 'request' | 'decided'>): MessageView => {
  const { schedule, place } = subject.request.answers;
  return {
    hari: inText(dayPhrase(schedule)),
    waktu: inText(timePhrase(schedule)),
    tempat: withoutLinks(place ?? '', subject),
  };
};

/** "Senin, 23 November 2026 pukul 08.00 WITA" */
export const momentWords = (moment: Temporal.ZonedDateTime): string =>
  `${longDay(moment.toPlainDate())} ${hourWords(moment)}`;

/** "pukul 08.00 WITA" */
export const hourWords = (moment: Temporal.ZonedDateTime): string =>
  `pukul ${clockTime(moment)} ${zoneName(moment)}`;

/** What somebody typed, and of a confidential event no link that stands among it (clause I). */
export const withoutLinks = (text: string, { decided }: Pick<Case, 'decided'>): string =>
  decided.disclosure?.mayPrintLink ? text : text.replaceAll(linkLike, '…');

const linkLike = /\b(?:https?:\/\/|www\.)\S+|\b(?:[a-z0-9-]+\.)+[a-z]{2,10}\/\S+/giu;

/** A mail's lines are the reader's to break. */
const inText = (phrase: string): string => phrase.replaceAll('\u00A0', ' ');
