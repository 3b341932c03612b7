/**
 * Lembar Hari Ini: what the officers of one day take in hand in the morning. It is made at 06.30 of the office, goes on saying
 * what is true until the day is over, and stays as it is then.
 *
 * It lies about and rides along, so it knows events only as they may travel; no link and no passcode is on it.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { institutionOf } from '../../core/cases/case-facts.ts';
import { casesThat } from '../../core/cases/cases-that.ts';
import type { LicenceAllocation, Quantity, Situation } from '../../core/cases/situation.ts';
import { clockTime } from '../../core/cases/wording.ts';
import { spanPhrase, unbreakable, zoneName } from '../../core/clock/event-time.ts';
import { isBefore } from '../../core/clock/spans.ts';
import { headerOf } from '../../core/columns/request-tab.ts';
import { contactOf } from '../../core/day/contact.ts';
import {
  type ComingBack,
  comingBack,
  type DayEvent,
  eventsOn,
  isAroundToday,
  mayComeBack,
} from '../../core/day/day-events.ts';
import { openChecksOf } from '../../core/day/preparation.ts';
import type { PeriodDocumentKind } from '../document-kind.ts';
import { monthFolder } from '../parts/event-document.ts';
import { itemSchema, officersOf, publicTopicOf } from '../parts/event-parts.ts';
import { officeOf, officeShape } from '../parts/office-parts.ts';
import { sampleEvent, sampleOffice, sampleOfficers } from '../parts/sample-event.ts';

export const daySheetSchema = z.object({
  ...officeShape,
  hari: z.string().describe('Hari lembar ini; cetak dengan {{hariTanggal this.hari}}'),
  kegiatan: z
    .array(
      z.object({
        nomorTiket: z.string(),
        acara: z.string().describe('Nama kegiatan; kegiatan rahasia tanpa nama'),
        instansi: z.string(),
        status: z.string(),
        waktu: z.string().describe('Misalnya 09.00 s.d. 11.00 WITA'),
        tempat: z.string(),
        kontak: z.string().describe('Yang dapat dihubungi di lokasi, dengan nomor teleponnya'),
        perluPetugas: z.boolean().describe('Salah bila hanya tautan yang diminta'),
        petugas: z.array(z.object({ nama: z.string(), peran: z.string() })),
        dibawa: z.array(itemSchema).describe('Peralatan dinas yang dibawa ke lokasi'),
        dariPemohon: z.array(itemSchema).describe('Peralatan yang disiapkan pemohon'),
        akunZoom: z.string().describe('Akun Zoom, atau mengapa tidak ada'),
        belum: z.array(z.string()).describe('Pemeriksaan yang belum dicatat'),
      }),
    )
    .describe('Kegiatan hari itu menurut jam'),
  kembali: z
    .array(
      z.object({
        nomorTiket: z.string(),
        acara: z.string(),
        tempat: z.string(),
        petugas: z.string(),
        peralatan: z.array(itemSchema),
      }),
    )
    .describe('Peralatan kegiatan sebelumnya yang harus sudah kembali'),
});

export type DaySheetView = z.output<typeof daySheetSchema>;

export const daySheetView = (
  events: readonly DayEvent[],
  back: readonly ComingBack[],
  situation: Situation,
): DaySheetView => ({
  ...officeOf(situation.desk.settings),
  hari: situation.today.toString(),
  kegiatan: events.map((event) => eventRow(event, situation)),
  kembali: back.map(({ subject, items }) => ({
    nomorTiket: subject.ticket,
    acara: publicTopicOf(subject),
    tempat: subject.request.answers.place ?? '',
    petugas: officersOf(subject, situation.desk)
      .map(({ nama }) => nama)
      .join('; '),
    peralatan: itemsIn(items),
  })),
});

const eventRow = (
  { subject, session }: DayEvent,
  { desk }: Situation,
): DaySheetView['kegiatan'][number] => {
  const { decided, request } = subject;
  const { reserved = [], shortage = [], uncounted = [] } = decided.equipment ?? {};
  const uncertain = uncounted.map(({ name, quantity }) => `ketersediaan ${name} (${quantity})`);
  return {
    nomorTiket: subject.ticket,
    acara: publicTopicOf(subject),
    instansi: institutionOf(subject),
    status: decided.state?.is ?? '',
    waktu: hoursOf({ subject, session }),
    tempat: request.answers.place ?? '',
    kontak: contactOf(subject),
    perluPetugas: decided.officers?.kind !== 'not-needed',
    petugas: officersOf(subject, desk).map(({ nama, peran }) => ({ nama, peran })),
    dibawa: itemsIn(reserved),
    dariPemohon: itemsIn(shortage),
    akunZoom: licenceWords(decided.licence),
    belum: [...openChecksOf(subject), ...uncertain],
  };
};

/** Of this day's session alone: the others have sheets of their own. */
const hoursOf = ({ subject, session }: DayEvent): string =>
  subject.request.answers.schedule?.openEnd
    ? unbreakable(`${clockTime(session.start)} ${zoneName(session.start)} s.d. selesai`)
    : spanPhrase(session);

const licenceWords = (licence: LicenceAllocation | undefined): string => {
  switch (licence?.kind) {
    case 'allocated':
      return licence.name ?? '';
    case 'short':
      return 'belum ada akun yang bebas';
    case 'not-needed':
      return 'tidak diperlukan';
    case undefined:
      return '';
  }
};

const itemsIn = (items: readonly Quantity[]): z.output<typeof itemSchema>[] =>
  items.map(({ name, quantity }) => ({ nama: name, jumlah: quantity }));

/** Early enough to load the car, late enough that what was typed last evening is on it. */
const madeAt = Temporal.PlainTime.from('06:30');

const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) => {
  const { today, now, timeZone } = situation;
  const { key, title, folder } = daySheet;
  if (isBefore(now, today.toZonedDateTime({ timeZone, plainTime: madeAt }).toInstant())) return [];
  const events = eventsOn(casesThat(isAroundToday, cases, situation), today);
  if (events.length === 0) return [];
  return attempt(`${key}/${today}`, () => ({
    key: `${key}/${today}`,
    kind: key,
    folder: [folder, String(today.year), monthFolder(today)],
    name: `${title} ${today}.docx`,
    view: daySheetView(
      events,
      comingBack(casesThat(mayComeBack, cases, situation), situation),
      situation,
    ),
    because: `Ada kegiatan hari ini: ${events.length}.`,
  }));
};

const sample: DaySheetView = {
  ...sampleOffice,
  hari: '2026-11-23',
  kegiatan: [
    {
      nomorTiket: sampleEvent.nomorTiket,
      acara: sampleEvent.acara,
      instansi: sampleEvent.instansi,
      status: 'Disiapkan',
      waktu: sampleEvent.waktuPelaksanaan,
      tempat: sampleEvent.tempat,
      kontak: 'Sri Contoh; pemohon: Rahmat Contoh, 081200000001',
      perluPetugas: true,
      petugas: sampleOfficers.map(({ nama, peran }) => ({ nama, peran })),
      dibawa: [
        { nama: 'Kamera Zoom', jumlah: 1 },
        { nama: 'Speaker', jumlah: 2 },
      ],
      dariPemohon: [{ nama: 'Televisi/LCD Proyektor', jumlah: 1 }],
      akunZoom: 'Zoom 300',
      belum: [headerOf('systemTested'), headerOf('participantsConfigured')],
    },
    {
      nomorTiket: 'VC-2026-0126',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      status: 'Siap',
      waktu: '13.30\u00A0s.d.\u00A015.30\u00A0WITA',
      tempat: 'Ruang rapat Badan Kesatuan Bangsa dan Politik',
      kontak: 'Budi Contoh, 081200000021',
      perluPetugas: true,
      petugas: [{ nama: 'Andi Contoh, S.Kom.', peran: 'Operator utama' }],
      dibawa: [{ nama: 'Kamera Zoom', jumlah: 1 }],
      dariPemohon: [],
      akunZoom: 'Zoom 100',
      belum: [],
    },
  ],
  kembali: [
    {
      nomorTiket: 'VC-2026-0119',
      acara: 'Sosialisasi Layanan Kesehatan',
      tempat: 'Aula Dinas Kesehatan',
      petugas: 'Rini Contoh, A.Md.',
      peralatan: [{ nama: 'Speaker', jumlah: 2 }],
    },
  ],
};

export const daySheet = {
  about: 'period',
  key: 'lembar',
  title: 'Lembar Hari Ini',
  folder: 'Lembar Harian',
  template: 'lembar-hari-ini.docx',
  schema: daySheetSchema,
  mustPrint: [
    'hari',
    'kegiatan.acara',
    'kegiatan.waktu',
    'kegiatan.tempat',
    'kegiatan.kontak',
    'kegiatan.belum',
    'kegiatan.petugas.nama',
    'kegiatan.dibawa.nama',
    'kembali.peralatan.nama',
  ],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
