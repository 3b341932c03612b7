/** Surat Tugas: sends the officers to one event. Number, date and signature are the e-office's to fill. */
import { z } from 'zod';
import type { Case, Situation } from '../../core/situation.ts';
import {
  eventOf,
  eventShape,
  officerSchema,
  officersOf,
  publicTopicOf,
} from '../parts/event-parts.ts';
import { officeOf, officeShape, signatoryOf, signatorySchema } from '../parts/office-parts.ts';

export const dutyLetterSchema = z.object({
  ...officeShape,
  ...eventShape,
  draf: z
    .boolean()
    .describe('Benar selama petugas masih dapat berganti atau penanda tangan belum diisi'),
  dasarHukum: z.array(z.string()),
  petugas: z
    .array(officerSchema)
    .describe('Petugas yang diberi tugas, operator utama lebih dahulu'),
  penandaTangan: signatorySchema,
});

export type DutyLetterView = z.output<typeof dutyLetterSchema>;

/** A duty letter passes many hands, so it names a confidential event only as it may travel. */
export const dutyLetterView = (subject: Case, { desk }: Situation): DutyLetterView => ({
  ...officeOf(desk.settings),
  ...eventOf(subject, publicTopicOf(subject)),
  draf:
    desk.settings.head.name === '' ||
    (subject.decided.officers?.people ?? []).some(({ provisional }) => provisional),
  dasarHukum: [...desk.legalBasis],
  petugas: officersOf(subject, desk),
  penandaTangan: signatoryOf(desk.settings.head),
});
