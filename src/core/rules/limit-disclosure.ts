/**
 * How far topic, link and recording of an event may travel (clause I).
 *
 * `biasa`: everywhere. `terbatas`: the topic is printed, so that the month's recap stays readable; link and
 * recording are not. `rahasia`: recaps, overviews and messages say only that there was a confidential event; its
 * topic stands in the report alone.
 */
import type { Ticket } from '../cases/ledger-state.ts';
import type { Answers } from '../cases/request.ts';
import type { Case, Disclosure, Judgement, Rule } from '../cases/situation.ts';
import { headerOf } from '../columns/request-tab.ts';

export const limitDisclosure: Rule = (cases) =>
  new Map(cases.map((subject): [Ticket, Judgement] => [subject.ticket, judge(subject)]));

const judge = ({ request: { answers } }: Case): Judgement => {
  const disclosure = disclosureOf(answers);
  return answers.streaming && answers.sensitivity !== 'biasa'
    ? { decided: { disclosure }, findings: [{ kind: 'warning', ...streamedSecret(answers) }] }
    : { decided: { disclosure } };
};

const disclosureOf = ({ sensitivity, event }: Answers): Disclosure => {
  const topic = event ?? '(nama kegiatan belum diisi)';
  switch (sensitivity) {
    case 'biasa':
      return { publicTopic: topic, mayPrintLink: true, mayPrintRecording: true };
    case 'terbatas':
      return { publicTopic: topic, mayPrintLink: false, mayPrintRecording: false };
    case 'rahasia':
      return { publicTopic: 'Kegiatan rahasia', mayPrintLink: false, mayPrintRecording: false };
  }
};

const streamedSecret = ({ sensitivity }: Answers) => ({
  field: headerOf('streaming'),
  text: `Kegiatan bersifat ${sensitivity} tetapi meminta siaran langsung. Pastikan kepada pemohon mana yang benar.`,
});
