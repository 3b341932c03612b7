/** Pemberitahuan Kekurangan Peralatan: what the requester's office has to bring, why, and by when (A.2.5). */
import { z } from 'zod';
import type { Case, Situation } from '../../core/situation.ts';
import { eventOf, eventShape, publicTopicOf } from '../parts/event-parts.ts';
import { zoneName } from '../parts/event-time.ts';
import { officeOf, officeShape, signatoryOf, signatorySchema } from '../parts/office-parts.ts';

export const shortageNoticeSchema = z.object({
  ...officeShape,
  ...eventShape,
  draf: z.boolean().describe('Benar selama penanda tangan belum diisi'),
  jabatanPemohon: z.string().describe('Jabatan pemohon; boleh kosong'),
  peralatan: z
    .array(
      z.object({
        nama: z.string().describe('Nama peralatan'),
        jumlah: z.number().describe('Jumlah yang kurang'),
        alasan: z.string().describe('Mengapa dinas tidak dapat menyediakannya'),
      }),
    )
    .describe('Peralatan yang perlu dilengkapi pemohon'),
  tanggalDibutuhkan: z.string().describe('Hari peralatan sudah harus di lokasi'),
  jamDibutuhkan: z.string().describe('Jam peralatan sudah harus di lokasi'),
  zonaWaktu: z.string().describe('Zona waktu jam tersebut, misalnya WITA'),
  penandaTangan: signatorySchema,
});

export type ShortageNoticeView = z.output<typeof shortageNoticeSchema>;

/** The equipment is needed when preparation on site begins. The letter leaves the office, so the topic is the public one. */
export const shortageNoticeView = (subject: Case, { desk }: Situation): ShortageNoticeView => {
  const { answers } = subject.request;
  const neededBy = answers.schedule?.sessions[0]?.start.subtract({
    minutes: desk.settings.preparationMinutes,
  });
  return {
    ...officeOf(desk.settings),
    ...eventOf(subject, publicTopicOf(subject)),
    draf: desk.settings.teamLead.name === '',
    jabatanPemohon: answers.requesterPosition ?? '',
    peralatan: (subject.decided.equipment?.shortage ?? []).map(({ name, quantity, why }) => ({
      nama: name,
      jumlah: quantity,
      alasan: why,
    })),
    tanggalDibutuhkan: neededBy?.toPlainDate().toString() ?? '',
    jamDibutuhkan: neededBy?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
    zonaWaktu: neededBy === undefined ? '' : zoneName(neededBy),
    penandaTangan: signatoryOf(desk.settings.teamLead),
  };
};
