/** Surat Tugas: sends the officers to one event. Number, date and signature are the e-office's to fill. */

import { z } from 'zod';
import { isLateEntry } from '../../core/cases/case-facts.ts';
import type { Desk } from '../../core/cases/desk.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import type { State } from '../../core/cases/state.ts';
import { awaitedStates, isIn } from '../../core/cases/state-groups.ts';
import type { EventDocumentKind } from '../document-kind.ts';
import { eventDocument } from '../parts/event-document.ts';
import {
  eventOf,
  eventShape,
  officerSchema,
  officersOf,
  publicTopicOf,
} from '../parts/event-parts.ts';
import { answerGaps, officerGaps, signatoryGaps, stillDraft } from '../parts/letter-gaps.ts';
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
  draf: z.boolean().describe('Benar selama petugas masih dapat berganti atau ada yang belum diisi'),
  alasanDraf: z.array(z.string()).describe('Mengapa surat masih draf'),
  dasarHukum: z.array(z.string()),
  petugas: z
    .array(officerSchema)
    .describe('Petugas yang diberi tugas, operator utama lebih dahulu'),
  penandaTangan: signatorySchema,
});

export type DutyLetterView = z.output<typeof dutyLetterSchema>;

/** A duty letter passes many hands, so it names a confidential event only as it may travel. */
export const dutyLetterView = (subject: Case, { desk }: Situation): DutyLetterView => {
  const petugas = officersOf(subject, desk);
  const isProvisional = (subject.decided.officers?.people ?? []).some(
    ({ provisional }) => provisional,
  );
  const alasanDraf = [
    ...(isProvisional ? ['sebagian petugas masih dapat berganti'] : []),
    ...answerGaps(subject),
    ...registerGaps(subject, desk),
  ];
  return {
    ...officeOf(desk.settings),
    ...eventOf(subject, publicTopicOf(subject)),
    draf: alasanDraf.length > 0,
    alasanDraf,
    dasarHukum: [...desk.legalBasis],
    petugas,
    penandaTangan: signatoryFor(desk.settings, 'dutyLetter'),
  };
};

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
  draf: false,
  alasanDraf: [],
  dasarHukum: sampleLegalBasis,
  petugas: sampleOfficers,
  penandaTangan: sampleHead,
};

/** None for an event keyed in afterwards: nobody is sent to what has been. */
const wanted: EventDocumentKind['wanted'] = (subject, situation) => {
  if (!isIn(toServe, subject) || isLateEntry(subject)) return undefined;
  const view = dutyLetterView(subject, situation);
  if (view.petugas.length === 0) return undefined;
  return eventDocument(dutyLetter, subject, {
    situation,
    view,
    isDraft: view.draf,
    because: 'Kegiatan sudah terjadwal dan petugasnya ditetapkan.',
  });
};

const remarksBeside: EventDocumentKind['remarksBeside'] = (subject, { desk }) =>
  isIn(toServe, subject) ? stillDraft('Surat Tugas', registerGaps(subject, desk)) : [];

const toServe: ReadonlySet<State> = new Set([...awaitedStates, 'Berlangsung']);

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
} as const satisfies EventDocumentKind;
