/** What messages say of an event and of the office, worded once: each is whole in itself, with day, hour, zone and place. */
import { institutionOf } from '../cases/case-facts.ts';
import type { MessageView } from '../cases/messages.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { dayPhrase, timePhrase } from '../clock/event-time.ts';

/** The office, as a message signs. */
export const officeWords = ({ desk: { settings } }: Pick<Situation, 'desk'>): MessageView => ({
  kantor: settings.office,
  tim: settings.team,
  kontak: settings.contact,
});

/** The request, as far as it may be told in a message (clause I). */
export const requestWords = ({ ticket, request, decided }: Case): MessageView => ({
  tiket: ticket,
  pemohon: request.answers.requesterName ?? '',
  instansi: institutionOf({ request }),
  kegiatan: decided.disclosure?.publicTopic ?? '',
});

/** When and where, for whoever goes there: also of a confidential event. */
export const scheduleWords = ({
  request: {
    answers: { schedule, place },
  },
}: Pick<Case, 'request'>): MessageView => ({
  hari: inText(dayPhrase(schedule)),
  waktu: inText(timePhrase(schedule)),
  tempat: place ?? '',
});

/** A mail's lines are the reader's to break. */
const inText = (phrase: string): string => phrase.replaceAll('\u00A0', ' ');
