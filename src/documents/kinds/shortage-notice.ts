/** Pemberitahuan Kekurangan Peralatan: what the requester's office has to bring, why, and by when (A.2.5). */

import { z } from 'zod';
import { hasEnded, isCalledOff, isLateEntry } from '../../core/cases/case-facts.ts';
import type { OfficeSettings } from '../../core/cases/desk.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import type { State } from '../../core/cases/state.ts';
import { awaitedStates, isIn } from '../../core/cases/state-groups.ts';
import type { EventDocumentKind } from '../document-kind.ts';
import { eventDocument } from '../parts/event-document.ts';
import { eventOf, eventShape, publicTopicOf } from '../parts/event-parts.ts';
import { zoneName } from '../parts/event-time.ts';
import { answerGaps, signatoryGaps, stillDraft } from '../parts/letter-gaps.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import { sampleEvent, sampleOffice, sampleTeamLead } from '../parts/sample-event.ts';

export const shortageNoticeSchema = z.object({
  ...officeShape,
  ...eventShape,
  draf: z.boolean().describe('Benar selama ada yang belum diisi'),
  alasanDraf: z.array(z.string()).describe('Mengapa surat masih draf'),
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
  const alasanDraf = [...answerGaps(subject), ...leadGaps(desk.settings)];
  const neededBy = answers.schedule?.sessions[0]?.start.subtract({
    minutes: desk.settings.preparationMinutes,
  });
  return {
    ...officeOf(desk.settings),
    ...eventOf(subject, publicTopicOf(subject)),
    draf: alasanDraf.length > 0,
    alasanDraf,
    jabatanPemohon: answers.requesterPosition ?? '',
    peralatan: (subject.decided.equipment?.shortage ?? []).map(({ name, quantity, why }) => ({
      nama: name,
      jumlah: quantity,
      alasan: why,
    })),
    tanggalDibutuhkan: neededBy?.toPlainDate().toString() ?? '',
    jamDibutuhkan: neededBy?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
    zonaWaktu: neededBy === undefined ? '' : zoneName(neededBy),
    penandaTangan: signatoryFor(desk.settings, 'shortageNotice'),
  };
};

const leadGaps = (settings: OfficeSettings): readonly string[] =>
  signatoryGaps(settings, 'shortageNotice');

const sample: ShortageNoticeView = {
  ...sampleOffice,
  ...sampleEvent,
  draf: false,
  alasanDraf: [],
  jabatanPemohon: 'Kepala Subbagian Tata Usaha',
  peralatan: [
    {
      nama: 'Televisi/LCD Proyektor',
      jumlah: 1,
      alasan: 'Dipakai kegiatan lain pada waktu yang sama',
    },
    { nama: 'Tripod Kamera', jumlah: 1, alasan: 'Diminta 2, tersedia 1' },
  ],
  tanggalDibutuhkan: '2026-11-23',
  jamDibutuhkan: '08:00',
  zonaWaktu: 'WITA',
  penandaTangan: sampleTeamLead,
};

const wanted: EventDocumentKind['wanted'] = (subject, situation) => {
  if (!isShort(subject) || subject.request.staff.shortageMet) return undefined;
  if (!isIn(toPrepare, subject) || isLateEntry(subject)) return undefined;
  const view = shortageNoticeView(subject, situation);
  return eventDocument(shortageNotice, subject, {
    situation,
    view,
    isDraft: view.draf,
    because: 'Ada peralatan yang tidak dapat disediakan dan belum dipenuhi pemohon.',
  });
};

const isShort = ({ decided }: Case): boolean => (decided.equipment?.shortage.length ?? 0) > 0;

const toPrepare: ReadonlySet<State> = new Set(['Diterima', 'Dikoordinasikan', ...awaitedStates]);

/** The letter stays linked, for it may have been sent; its row says that there is no shortage any more. */
const remarksBeside: EventDocumentKind['remarksBeside'] = (subject, { now, desk }) => {
  if (isCalledOff(subject) || hasEnded(subject, now)) return [];
  return isShort(subject)
    ? stillDraft('Pemberitahuan Kekurangan Peralatan', leadGaps(desk.settings))
    : [
        {
          kind: 'warning',
          text: 'Pemberitahuan kekurangan peralatan tidak berlaku lagi: tidak ada peralatan yang kurang. Bila suratnya sudah dikirim, beri tahu pemohon.',
        },
      ];
};

export const shortageNotice = {
  about: 'event',
  key: 'kekurangan',
  title: 'Pemberitahuan Kekurangan Peralatan',
  folder: 'Pemberitahuan',
  template: 'pemberitahuan-kekurangan.docx',
  schema: shortageNoticeSchema,
  mustPrint: [
    'peralatan.nama',
    'peralatan.jumlah',
    'peralatan.alasan',
    'tanggalDibutuhkan',
    'hariPelaksanaan',
  ],
  sample,
  linkedBy: 'shortageNotice',
  wanted,
  remarksBeside,
} as const satisfies EventDocumentKind;
