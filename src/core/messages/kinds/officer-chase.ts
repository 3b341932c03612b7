/**
 * What the report still lacks and whoever was there knows (A.2.8): the lead officer is asked once after the event and once on
 * the next working morning; what is missing then stands in the digest.
 */
import type { Temporal } from 'temporal-polyfill';
import { findByName } from '../../assignment/names.ts';
import { casesThat } from '../../cases/cases-that.ts';
import type { Recipient } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { threadOf } from '../plan-messages.ts';
import { isReachable, officerRecipient } from '../recipients.ts';
import { endedAt } from '../requester/after-event.ts';
import { nextMorning } from '../requester/telling.ts';
import { sampleEventWords } from '../samples.ts';
import { whoKnows } from '../who-knows.ts';

export const officerChase: MessageKind = {
  key: 'officer-chase',
  title: 'Permintaan isian petugas',
  audience: 'officer',
  template: 'isian-petugas.txt',
  mustPrint: ['tiket', 'kurang'],
  sample: {
    ...sampleEventWords,
    kurang: [{ isian: 'Selesai Aktual', soal: 'jam selesai sebenarnya' }],
    sekaliLagi: false,
  },
  wants: (look) =>
    casesThat(lacksSomething, look.cases, look.situation).flatMap((subject) =>
      chaseAbout(subject, look),
    ),
};

const lacksSomething = (subject: Case): boolean => missingFor(subject).length > 0;

const chaseAbout = (subject: Case, look: MessageLook): readonly WantedMessage[] => {
  const kurang = missingFor(subject);
  if (kurang.length === 0) return [];
  const end = endedAt(subject, look);
  const to = end && leadOf(subject, look);
  if (end === undefined || to === undefined) return [];
  const { situation } = look;
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    kurang,
  };
  const ask = (times: 'first' | 'second', notBefore: Temporal.Instant): WantedMessage => ({
    subject: times === 'first' ? subject.ticket : secondSubject(subject),
    ticket: subject.ticket,
    to,
    view: { ...view, sekaliLagi: times === 'second' },
    isOnce: true,
    notBefore,
    notAfter: notBefore.add({ hours: 24 * staleDays }),
    because: 'isian laporan masih kurang',
  });
  const { clearingMinutes } = situation.desk.settings;
  const first = ask('first', end.add({ minutes: clearingMinutes }));
  const asked = saidAt(first, look);
  return asked === undefined ? [first] : [first, ask('second', nextMorning(asked, situation))];
};

const staleDays = 4;

const secondSubject = ({ ticket }: Case): string => `${ticket} kedua`;

const leadOf = ({ decided }: Case, { situation: { desk } }: MessageLook): Recipient | undefined => {
  const lead = decided.officers?.people.find(({ role }) => role === 'lead');
  const officer = lead && findByName(lead.name, desk.officers);
  const to = officer && officerRecipient(officer);
  return to && isReachable(to) ? to : undefined;
};

const missingFor = ({
  decided: { reportFacts },
}: Case): readonly { readonly isian: string; readonly soal: string }[] =>
  reportFacts === undefined || reportFacts.complete || reportFacts.waived
    ? []
    : whoKnows(reportFacts.missing).officer.map(({ header, what }) => ({
        isian: header,
        soal: what,
      }));

const saidAt = (message: WantedMessage, { told }: MessageLook): Temporal.Instant | undefined => {
  const records = told.get(threadOf(officerChase, message)) ?? [];
  const state = records.findLast((each) => each.state.kind !== 'withdrawn')?.state;
  return state?.kind === 'sent' || state?.kind === 'unsure' ? state.at : undefined;
};
