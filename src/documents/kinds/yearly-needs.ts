/**
 * Usulan Kebutuhan: what was short in a year, how often and for whom, and what would have been enough, so that next year's
 * budget can be asked for with figures.
 *
 * Made once the year is over, and only where something was short or promised twice. It says nothing that the figures do not:
 * a suggestion stands there only where more was needed at one moment than there is.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { recalled } from '../../core/cases/remembered.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { clockTime, list, number, plainDay } from '../../core/cases/wording.ts';
import { unbreakable, zoneName } from '../../core/clock/event-time.ts';
import { casesWithin, monthsWithin, yearOf } from '../../core/figures/by-month.ts';
import { monthsCounted } from '../../core/figures/entries-within.ts';
import type { HeldTwice } from '../../core/figures/held-twice.ts';
import { type Need, needsOf } from '../../core/figures/needs.ts';
import type { Shortfall } from '../../core/figures/needs-by-month.ts';
import type { NeedKind } from '../../core/reading/short-reason.ts';
import type { PeriodDocumentKind } from '../document-kind.ts';
import { publicTopicOf } from '../parts/event-parts.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import { sampleEvent, sampleHead, sampleOffice } from '../parts/sample-event.ts';

export const yearlyNeedsSchema = z.object({
  ...officeShape,
  tahun: z.string().describe('Tahun yang dihitung'),
  tanggalLaporan: z.string().describe('Hari terakhir tahun itu'),
  kebutuhan: z
    .array(
      z.object({
        jenis: z.string().describe('Peralatan, Lisensi, atau Petugas'),
        nama: z.string(),
        kali: z.number().describe('Kegiatan yang kekurangan'),
        kurang: z.number().describe('Jumlah yang kurang seluruhnya'),
        satuan: z.string().describe('unit, akun, atau petugas'),
        dipenuhiPemohon: z.number().describe('Kegiatan yang kekurangannya dipenuhi pemohon'),
        tidakJadi: z
          .number()
          .describe('Kegiatan yang karenanya ditolak, dijadwalkan ulang, atau dibatalkan'),
        instansi: z.string().describe('Instansi yang kekurangan dan berapa kali'),
        serentak: z.number().optional().describe('Kebutuhan serentak terbesar'),
        serentakPada: z.string().describe('Hari dan jam kebutuhan terbesar; boleh kosong'),
        serentakTiket: z.string().describe('Kegiatan pada saat itu; boleh kosong'),
        dimiliki: z
          .number()
          .optional()
          .describe('Menurut buku sekarang; kosong bila belum dihitung'),
      }),
    )
    .describe('Yang pernah kurang dalam tahun itu, paling sering lebih dahulu'),
  usulan: z.array(z.string()).describe('Kalimat usulan; hanya yang didukung angka'),
  bentrok: z
    .array(
      z.object({
        apa: z.string().describe('Petugas, akun, atau peralatan yang tercatat ganda'),
        hari: z.string(),
        tiket: z.string(),
      }),
    )
    .describe('Yang tercatat di dua kegiatan pada waktu yang sama'),
  kejadian: z
    .array(
      z.object({
        nomorTiket: z.string(),
        hari: z.string(),
        acara: z.string().describe('Nama kegiatan; kegiatan rahasia tanpa nama'),
        instansi: z.string(),
        apa: z.string(),
        jumlah: z.number(),
        dipenuhiPemohon: z.boolean(),
        status: z
          .string()
          .describe('Ditolak, Dijadwalkan Ulang, dan sebagainya karenanya; kosong bila dilayani'),
      }),
    )
    .describe('Setiap kekurangan, menurut hari'),
  penandaTangan: signatorySchema,
});

export type YearlyNeedsView = z.output<typeof yearlyNeedsSchema>;

/** Absent where nothing was short and nothing promised twice. */
export const yearlyNeedsView = (
  cases: readonly Case[],
  situation: Situation,
  year: number,
): YearlyNeedsView | undefined => {
  const { desk, timeZone } = situation;
  const { needs, clashes } = needsOf(year, cases, situation);
  if (needs.length === 0 && clashes.length === 0) return undefined;
  const short = new Set(needs.flatMap(({ lacks }) => lacks.map(({ ticket }) => ticket)));
  const caseOf = new Map(
    casesWithin(yearOf(year), cases, timeZone)
      .filter(({ ticket }) => short.has(ticket))
      .map((subject) => [subject.ticket, subject]),
  );
  const topicOf = (ticket: string): string => {
    const subject = caseOf.get(ticket);
    return subject === undefined ? '' : publicTopicOf(subject);
  };
  const often = needs.toSorted(
    (a, b) => b.lacks.length - a.lacks.length || (a.name < b.name ? -1 : 1),
  );
  return {
    ...officeOf(desk.settings),
    tahun: String(year),
    tanggalLaporan: `${year}-12-31`,
    kebutuhan: often.map((need) => needRow(need, timeZone)),
    usulan: often.flatMap((need) => suggestion(need, timeZone)),
    bentrok: clashes.map(clashRow),
    kejadian: often
      .flatMap(({ name, lacks }) => lacks.map((lack) => ({ name, lack })))
      .sort((a, b) => (sortKey(a.lack, a.name) < sortKey(b.lack, b.name) ? -1 : 1))
      .map(({ name, lack }) => ({
        nomorTiket: lack.ticket,
        hari: lack.day.toString(),
        acara: topicOf(lack.ticket),
        instansi: lack.institution,
        apa: name,
        jumlah: lack.quantity,
        dipenuhiPemohon: lack.isMet,
        status: lack.calledOff ?? '',
      })),
    penandaTangan: signatoryFor(desk.settings, 'evaluation'),
  };
};

const sortKey = ({ day, ticket }: Shortfall, name: string): string => `${day} ${ticket} ${name}`;

const kindWords: Readonly<Record<NeedKind, { readonly title: string; readonly unit: string }>> = {
  equipment: { title: 'Peralatan', unit: 'unit' },
  licence: { title: 'Lisensi', unit: 'akun' },
  officer: { title: 'Petugas', unit: 'petugas' },
};

const needRow = (
  { kind, name, lacks, peak, owned }: Need,
  timeZone: string,
): YearlyNeedsView['kebutuhan'][number] => ({
  jenis: kindWords[kind].title,
  nama: name,
  kali: lacks.length,
  kurang: lacks.reduce((sum, { quantity }) => sum + quantity, 0),
  satuan: kindWords[kind].unit,
  dipenuhiPemohon: lacks.filter(({ isMet }) => isMet).length,
  tidakJadi: lacks.filter(({ calledOff }) => calledOff !== undefined).length,
  instansi: institutionsOf(lacks),
  ...(peak && { serentak: peak.quantity }),
  serentakPada: peak === undefined ? '' : momentWords(peak.at, timeZone),
  serentakTiket: peak === undefined ? '' : peak.tickets.toSorted().join('\n'),
  ...(owned !== undefined && { dimiliki: owned }),
});

/** "Dinas Sosial (3 kali), Dinas Kesehatan" */
const institutionsOf = (lacks: readonly Shortfall[]): string => {
  const counts = new Map<string, number>();
  for (const { institution } of lacks) counts.set(institution, (counts.get(institution) ?? 0) + 1);
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([name, count]) => (count === 1 ? name : `${name} (${count} kali)`))
    .join('; ');
};

const momentWords = (at: number, timeZone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return `${unbreakable(plainDay(local.toPlainDate()))} ${unbreakable(`pukul ${clockTime(local)} ${zoneName(local)}`)}`;
};

/** Only what more would have been enough for; where it is not known how many there are, that is to be counted first. */
const suggestion = (
  { kind, name, lacks, peak, owned, capacity }: Need,
  timeZone: string,
): readonly string[] => {
  const { unit } = kindWords[kind];
  const times = `${number(lacks.length)} kegiatan`;
  if (capacity !== undefined)
    return [
      `Satu akun Zoom untuk sedikitnya ${number(capacity.wanted)} peserta: ${times} melebihi kapasitas akun terbesar (${number(capacity.largest)} peserta).`,
    ];
  if (owned === undefined)
    return [`${name}: kurang pada ${times}; jumlah yang dimiliki belum dicatat di tab Peralatan.`];
  if (peak === undefined) return [];
  const need = `kebutuhan serentak terbesar ${number(peak.quantity)} ${unit} (${momentWords(peak.at, timeZone)})`;
  return peak.quantity > owned
    ? [
        `Menambah ${number(peak.quantity - owned)} ${name.toLowerCase().startsWith(unit) ? name : `${unit} ${name}`}: kurang pada ${times}; ${need}, sedangkan yang dimiliki ${number(owned)} ${unit}.`,
      ]
    : [
        `${name}: kurang pada ${times}, tetapi ${need} tidak melebihi yang dimiliki sekarang (${number(owned)} ${unit}); penambahan tidak didukung angka ini.`,
      ];
};

const clashRow = ({ kind, name, tickets, day }: HeldTwice): YearlyNeedsView['bentrok'][number] => ({
  apa: `${kindWords[kind].title}: ${name}`,
  hari: day.toString(),
  tiket: list(tickets),
});

const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) => {
  const { desk, timeZone, today } = situation;
  const { key, title, folder } = yearlyNeeds;
  const years = new Set(
    monthsCounted({ cases, desk, timeZone }).map((month) => Number(month.slice(0, 4))),
  );
  return [...years]
    .filter((year) => year < today.year)
    .flatMap((year) =>
      attempt(`${key}/${year}`, () => {
        const months = monthsWithin(yearOf(year), cases, timeZone);
        const what = { by: yearlyNeedsView, of: String(year), from: months };
        const view = recalled(what, situation, (around) => yearlyNeedsView(cases, around, year));
        return view === undefined
          ? []
          : [
              {
                key: `${key}/${year}`,
                kind: key,
                folder: [folder],
                name: `${year} ${title}.docx`,
                view,
                because: 'Tahun sudah berakhir dan ada yang kurang.',
              },
            ];
      }),
    )
    .flat();
};

const sample: YearlyNeedsView = {
  ...sampleOffice,
  tahun: '2026',
  tanggalLaporan: '2026-12-31',
  kebutuhan: [
    {
      jenis: 'Peralatan',
      nama: 'Televisi/LCD Proyektor',
      kali: 9,
      kurang: 11,
      satuan: 'unit',
      dipenuhiPemohon: 6,
      tidakJadi: 0,
      instansi:
        'Biro Perekonomian dan Pembangunan (4 kali); Dinas Kesehatan (3 kali); Dinas Sosial (2 kali)',
      serentak: 5,
      serentakPada: '10 November 2026 pukul 08.00 WITA',
      serentakTiket: 'VC-2026-0116\nVC-2026-0117\nVC-2026-0118',
      dimiliki: 3,
    },
    {
      jenis: 'Lisensi',
      nama: 'Akun Zoom',
      kali: 2,
      kurang: 2,
      satuan: 'akun',
      dipenuhiPemohon: 0,
      tidakJadi: 1,
      instansi: 'Badan Kesatuan Bangsa dan Politik; Dinas Sosial',
      serentak: 2,
      serentakPada: '3 Juni 2026 pukul 09.00 WITA',
      serentakTiket: 'VC-2026-0061\nVC-2026-0062',
      dimiliki: 2,
    },
  ],
  usulan: [
    'Menambah 2 unit Televisi/LCD Proyektor: kurang pada 9 kegiatan; kebutuhan serentak terbesar 5 unit (10 November 2026 pukul 08.00 WITA), sedangkan yang dimiliki 3 unit.',
    'Akun Zoom: kurang pada 2 kegiatan, tetapi kebutuhan serentak terbesar 2 akun (3 Juni 2026 pukul 09.00 WITA) tidak melebihi yang dimiliki sekarang (2 akun); penambahan tidak didukung angka ini.',
  ],
  bentrok: [
    {
      apa: 'Petugas: Andi Contoh, S.Kom.',
      hari: '2026-11-10',
      tiket: 'VC-2026-0117 dan VC-2026-0118',
    },
  ],
  kejadian: [
    {
      nomorTiket: 'VC-2026-0118',
      hari: '2026-11-10',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      apa: 'Akun Zoom',
      jumlah: 1,
      dipenuhiPemohon: false,
      status: 'Ditolak',
    },
    {
      nomorTiket: sampleEvent.nomorTiket,
      hari: '2026-11-23',
      acara: sampleEvent.acara,
      instansi: sampleEvent.instansi,
      apa: 'Televisi/LCD Proyektor',
      jumlah: 2,
      dipenuhiPemohon: true,
      status: '',
    },
  ],
  penandaTangan: sampleHead,
};

export const yearlyNeeds = {
  about: 'period',
  key: 'usulan',
  title: 'Usulan Kebutuhan',
  folder: 'Usulan',
  template: 'usulan-kebutuhan.docx',
  schema: yearlyNeedsSchema,
  mustPrint: [
    'tahun',
    'kebutuhan.nama',
    'kebutuhan.kali',
    'kebutuhan.serentak',
    'kebutuhan.dimiliki',
    'usulan',
    'bentrok.apa',
    'kejadian.nomorTiket',
    'kejadian.apa',
  ],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
