/** Surat Tugas: sends the officers to one event. Number, date and signature are the e-office's to fill. */

import { z } from 'zod';
import { settlesAt } from '../../core/assignment/settles-at.ts';
import { isLateEntry } from '../../core/cases/case-facts.ts';
import type { Desk } from '../../core/cases/desk.ts';
import type { MomentKind } from '../../core/cases/ledger-state.ts';
import type { Finding } from '../../core/cases/request.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import type { State } from '../../core/cases/state.ts';
import { awaitedStates, endedStates, isIn } from '../../core/cases/state-groups.ts';
import { clockTime, list, longDay } from '../../core/cases/wording.ts';
import { zoneName } from '../../core/clock/event-time.ts';
import type { EventDocumentKind, LetterRules } from '../document-kind.ts';
import { eventDocument } from '../parts/event-document.ts';
import {
  eventOf,
  eventShape,
  officerSchema,
  officersOf,
  publicTopicOf,
} from '../parts/event-parts.ts';
import { answerGaps, officerGaps, signatoryGaps, stillDraft } from '../parts/letter-gaps.ts';
import { eventTold, standingShape, valid, whyCalledOff } from '../parts/letter-standing.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import {
  sampleEvent,
  sampleHead,
  sampleLegalBasis,
  sampleOffice,
  sampleOfficers,
} from '../parts/sample-event.ts';

export const dutyLetterSchema = z.object({
  ...officeShape,
  ...eventShape,
  ...standingShape,
  draf: z.boolean().describe('Benar selama petugas masih dapat berganti atau ada yang belum diisi'),
  alasanDraf: z.array(z.string()).describe('Mengapa surat masih draf'),
  dasarHukum: z.array(z.string()),
  petugas: z
    .array(officerSchema)
    .describe('Petugas yang diberi tugas, operator utama lebih dahulu'),
  petugasTerlampir: z
    .boolean()
    .describe('Benar bila petugas terlalu banyak untuk badan surat dan dimuat dalam lampiran'),
  penandaTangan: signatorySchema,
});

export type DutyLetterView = z.output<typeof dutyLetterSchema>;

/** A duty letter passes many hands, so it names a confidential event only as it may travel. */
export const dutyLetterView = (subject: Case, { desk }: Situation): DutyLetterView => {
  const petugas = officersOf(subject, desk);
  const alasanDraf = [
    ...(isProvisional(subject) ? ['sebagian petugas masih dapat berganti'] : []),
    ...answerGaps(subject),
    ...registerGaps(subject, desk),
  ];
  return {
    ...officeOf(desk.settings),
    ...eventOf(subject, publicTopicOf(subject)),
    ...valid,
    draf: alasanDraf.length > 0,
    alasanDraf,
    dasarHukum: [...desk.legalBasis],
    petugas,
    petugasTerlampir: petugas.length > mostInLetter,
    penandaTangan: signatoryFor(desk.settings, 'dutyLetter'),
  };
};

/** More stand in an annex. */
const mostInLetter = 10;

const isProvisional = ({ decided }: Case): boolean =>
  (decided.officers?.people ?? []).some(({ provisional }) => provisional);

/** What other tabs lack, and no other finding of the row asks for. */
const registerGaps = (subject: Case, desk: Desk): readonly string[] => [
  ...officerGaps(
    officersOf(subject, desk).map(({ nama }) => nama),
    desk,
  ),
  ...signatoryGaps(desk.settings, 'dutyLetter'),
];

const sample: DutyLetterView = {
  ...sampleOffice,
  ...sampleEvent,
  ...valid,
  draf: false,
  alasanDraf: [],
  dasarHukum: sampleLegalBasis,
  petugas: sampleOfficers,
  petugasTerlampir: false,
  penandaTangan: sampleHead,
};

/**
 * None for an event keyed in afterwards: nobody is sent to what has been. One that was still a draft, or marked, when its
 * event began is settled even afterwards, for perhaps no pass ran meanwhile.
 */
const wanted: EventDocumentKind['wanted'] = (subject, situation, made) => {
  const isUnsettled = made !== undefined && (made.isDraft || made.void !== undefined);
  if (!isIn(toServe, subject) && !(isUnsettled && isIn(endedStates, subject))) return undefined;
  if (isLateEntry(subject)) return undefined;
  const view = dutyLetterView(subject, situation);
  if (view.petugas.length === 0) return undefined;
  return eventDocument(dutyLetter, subject, {
    situation,
    view,
    isDraft: view.draf,
    because: 'Kegiatan sudah terjadwal dan petugasnya ditetapkan.',
  });
};

const invalid: LetterRules['invalid'] = (subject) => {
  if (subject.decided.state === undefined || isLateEntry(subject)) return undefined;
  const calledOff = whyCalledOff(subject);
  if (calledOff !== undefined || isIn(endedStates, subject)) return calledOff;
  if (!isIn(toServe, subject)) {
    const last = subject.moments.findLast(({ kind }) => aboutSchedule.has(kind));
    return last?.kind === 'rescheduled'
      ? 'jadwal atau tempat kegiatan berubah dan belum dikonfirmasi'
      : 'kegiatan tidak terjadwal lagi';
  }
  const { officers } = subject.decided;
  if (officers === undefined || officers.people.length > 0) return undefined;
  return officers.kind === 'not-needed'
    ? 'kegiatan tidak memerlukan petugas lagi'
    : 'petugasnya tidak ada lagi';
};

const aboutSchedule: ReadonlySet<MomentKind> = new Set(['confirmed', 'unconfirmed', 'rescheduled']);

const remarksBeside: EventDocumentKind['remarksBeside'] = (subject, { desk }) =>
  isIn(toServe, subject)
    ? [...notSettled(subject, desk), ...stillDraft('Surat Tugas', registerGaps(subject, desk))]
    : [];

/** When it will be definite, and how to have that now. */
const notSettled = (subject: Case, desk: Desk): readonly Finding[] => {
  const settles = settlesAt(subject, desk);
  return settles === undefined || !isProvisional(subject)
    ? []
    : [
        {
          kind: 'warning',
          text: `Surat Tugas masih Draf: petugas ditetapkan ${longDay(settles.toPlainDate())} pukul ${clockTime(settles)} ${zoneName(settles)}. Untuk menetapkannya sekarang, hapus tulisan (sementara) di kolom Petugas.`,
        },
      ];
};

const toServe: ReadonlySet<State> = new Set([...awaitedStates, 'Berlangsung']);

const tells: LetterRules['tells'] = (view) => [
  {
    label: 'petugas',
    value: list(dutyLetterSchema.shape.petugas.parse(view['petugas']).map(({ nama }) => nama)),
  },
  ...eventTold(view),
];

export const dutyLetter = {
  about: 'event',
  key: 'surat-tugas',
  title: 'Surat Tugas',
  folder: 'Surat Tugas',
  template: 'surat-tugas.docx',
  schema: dutyLetterSchema,
  mustPrint: ['acara', 'petugas.nama', 'tempat', 'hariPelaksanaan', 'waktuPelaksanaan'],
  sample,
  linkedBy: 'dutyLetter',
  wanted,
  remarksBeside,
  letter: {
    invalid,
    recall: 'Tarik salinan yang sudah dibagikan dan beri tahu petugasnya.',
    tells,
    view: dutyLetterView,
  },
} as const satisfies EventDocumentKind;
