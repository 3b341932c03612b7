/** Pemberitahuan Kekurangan Peralatan: what the requester's office has to bring, why, and by when (A.2.5). */

import { z } from 'zod';
import { hasEnded, isCalledOff, isLateEntry } from '../../core/cases/case-facts.ts';
import type { OfficeSettings } from '../../core/cases/desk.ts';
import type { LetterRecord } from '../../core/cases/ledger-state.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import type { State } from '../../core/cases/state.ts';
import { awaitedStates, isIn } from '../../core/cases/state-groups.ts';
import { list } from '../../core/cases/wording.ts';
import { zoneName } from '../../core/clock/event-time.ts';
import { offeredHours } from '../../core/rules/word-other-hours.ts';
import type { EventDocumentKind, LetterRules } from '../document-kind.ts';
import { eventDocument } from '../parts/event-document.ts';
import { eventOf, eventShape, publicTopicOf } from '../parts/event-parts.ts';
import { answerGaps, signatoryGaps, stillDraft } from '../parts/letter-gaps.ts';
import { eventTold, standingShape, valid, whyCalledOff } from '../parts/letter-standing.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import { sampleEvent, sampleOffice, sampleTeamLead } from '../parts/sample-event.ts';

export const shortageNoticeSchema = z.object({
  ...officeShape,
  ...eventShape,
  ...standingShape,
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
  jamLain: z
    .array(
      z.object({
        waktu: z
          .string()
          .describe('Waktu lain pada hari yang sama, misalnya 10.30 s.d. 12.30 WITA'),
        tersedia: z.string().describe('Yang dapat disediakan pada waktu itu'),
        kurang: z.string().describe('Yang tetap kurang pada waktu itu; biasanya kosong'),
      }),
    )
    .optional()
    .describe('Jam lain dengan kekurangan lebih sedikit, menurut keadaan saat surat dibuat'),
  tanggalKeadaan: z.string().optional().describe('Hari keadaan itu, misalnya 2026-11-18'),
  jamKeadaan: z.string().optional().describe('Jam keadaan itu, misalnya 09:15'),
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
    ...valid,
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
  ...valid,
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
  jamLain: [
    {
      waktu: '10.30 s.d. 12.30 WITA',
      tersedia: '2 petugas, akun Zoom, 1 Tripod Kamera',
      kurang: '1 Televisi/LCD Proyektor',
    },
    {
      waktu: '13.00 s.d. 15.00 WITA',
      tersedia: '2 petugas, akun Zoom, 1 Televisi/LCD Proyektor, 1 Tripod Kamera',
      kurang: '',
    },
  ],
  tanggalKeadaan: '2026-11-18',
  jamKeadaan: '09:15',
  penandaTangan: sampleTeamLead,
};

const wanted: EventDocumentKind['wanted'] = (subject, situation, made) => {
  if (!isShort(subject) || subject.request.staff.shortageMet) return undefined;
  if (!isIn(toPrepare, subject) || isLateEntry(subject)) return undefined;
  const view = withOffers(shortageNoticeView(subject, situation), { subject, situation, made });
  return eventDocument(shortageNotice, subject, {
    situation,
    view,
    isDraft: view.draf,
    because: 'Ada peralatan yang tidak dapat disediakan dan belum dipenuhi pemohon.',
  });
};

/**
 * The other hours are those of the moment at which the letter was made, and stay as long as it tells the same: they change with
 * every event of others, and a letter that followed them would be another one every day.
 */
const withOffers = (
  view: ShortageNoticeView,
  {
    subject,
    situation,
    made,
  }: {
    readonly subject: Case;
    readonly situation: Situation;
    readonly made: LetterRecord | undefined;
  },
): ShortageNoticeView => {
  const before = made && shortageNoticeSchema.safeParse(made.view).data;
  if (before !== undefined && isSameLetter(before, view)) {
    const { jamLain, tanggalKeadaan, jamKeadaan } = before;
    return jamLain === undefined ? view : { ...view, jamLain, tanggalKeadaan, jamKeadaan };
  }
  const jamLain = offeredHours(subject);
  if (jamLain.length === 0) return view;
  const { timeZoneId } = subject.request.answers.schedule?.sessions[0]?.start ?? {
    timeZoneId: situation.timeZone,
  };
  const at = situation.now.toZonedDateTimeISO(timeZoneId);
  return {
    ...view,
    jamLain: [...jamLain],
    tanggalKeadaan: at.toPlainDate().toString(),
    jamKeadaan: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
};

const isSameLetter = (before: ShortageNoticeView, after: ShortageNoticeView): boolean =>
  before.draf === after.draf && JSON.stringify(tells(before)) === JSON.stringify(tells(after));

const isShort = ({ decided }: Case): boolean => (decided.equipment?.shortage.length ?? 0) > 0;

const toPrepare: ReadonlySet<State> = new Set(['Diterima', 'Dikoordinasikan', ...awaitedStates]);

const remarksBeside: EventDocumentKind['remarksBeside'] = (subject, { now, desk }) =>
  isShort(subject) && !isCalledOff(subject) && !hasEnded(subject, now)
    ? stillDraft('Pemberitahuan Kekurangan Peralatan', leadGaps(desk.settings))
    : [];

/** What the requester brought was lacking all the same: the letter was true, and stays. */
const invalid: LetterRules['invalid'] = (subject, { now }) => {
  if (isLateEntry(subject)) return undefined;
  const calledOff = whyCalledOff(subject);
  if (calledOff !== undefined) return calledOff;
  const isAwaited = isIn(toPrepare, subject) && !hasEnded(subject, now);
  return isAwaited && subject.decided.equipment !== undefined && !isShort(subject)
    ? 'tidak ada peralatan yang kurang'
    : undefined;
};

const tells: LetterRules['tells'] = (view) => [
  {
    label: 'peralatan yang kurang',
    value: list(
      shortageNoticeSchema.shape.peralatan
        .parse(view['peralatan'])
        .map(({ nama, jumlah }) => `${nama} (${jumlah})`),
    ),
  },
  ...eventTold(view),
];

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
  letter: {
    invalid,
    recall: 'Bila suratnya sudah dikirim, beri tahu pemohon.',
    tells,
    view: shortageNoticeView,
  },
} as const satisfies EventDocumentKind;
