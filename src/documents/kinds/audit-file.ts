/**
 * Berkas Pemeriksaan: a quarter for auditors. Every figure of its recaps is followed to its tickets, and every ticket to its
 * request, letter, service time, checks, report and approval.
 *
 * Made once the quarter is over. One that came from an old ledger alone has none: nothing lies there to be followed to. It
 * leaves the office, so it knows events only as they may travel.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isArchived } from '../../core/cases/case-facts.ts';
import { entriesAbout } from '../../core/cases/entries-about.ts';
import { recalled, remembering } from '../../core/cases/remembered.ts';
import type { SignOff } from '../../core/cases/request.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { calledOffStates, isIn } from '../../core/cases/state-groups.ts';
import { monthNames, plainDay } from '../../core/cases/wording.ts';
import { isToldHeld } from '../../core/clock/held.ts';
import { preparationOf } from '../../core/day/preparation.ts';
import {
  casesBehind,
  casesWithin,
  dayOfCase,
  monthsBehind,
  monthsWithin,
  type Office,
  type Period,
  periodOfMonth,
} from '../../core/figures/by-month.ts';
import { complaintsWithin, monthsCounted } from '../../core/figures/entries-within.ts';
import { figureSources } from '../../core/figures/figure-sources.ts';
import { institutionCounted, tookPlace } from '../../core/figures/figures.ts';
import { sumOf } from '../../core/figures/sum-of.ts';
import type { PeriodDocumentKind, WantedDocument } from '../document-kind.ts';
import { byDayAndNumber } from '../parts/complaint-order.ts';
import { monthFolder } from '../parts/event-document.ts';
import { officersOf, publicTopicOf } from '../parts/event-parts.ts';
import { keptView } from '../parts/kept-view.ts';
import { officeOf, officeShape } from '../parts/office-parts.ts';
import { reportWords } from '../parts/report-words.ts';
import { sampleEvent, sampleOffice, sampleOfficers } from '../parts/sample-event.ts';
import { dayInColumn, servedTime } from '../parts/served-time.ts';
import { serviceTimeSentence } from '../parts/service-time.ts';

export const auditFileSchema = z.object({
  ...officeShape,
  triwulan: z.string().describe('I, II, III, atau IV'),
  tahun: z.string(),
  bulanPertama: z.string().describe('Cetak dengan {{bulan bulanPertama}}'),
  bulanTerakhir: z.string(),
  angka: z
    .array(
      z.object({
        bulan: z.string().describe('Nama bulan'),
        bagian: z.string().describe('Bagian rekap, misalnya Waktu layanan'),
        nama: z.string(),
        nilai: z.string(),
        asal: z.string().describe('Nomor tiket, pengaduan, atau survei di balik angka itu'),
      }),
    )
    .describe('Setiap angka rekap bulanan dan asalnya'),
  register: z
    .array(
      z.object({
        nomorTiket: z.string(),
        hariPelaksanaan: z.string(),
        acara: z.string().describe('Nama kegiatan; kegiatan rahasia tanpa nama'),
        instansi: z.string(),
        status: z.string(),
        suratPermohonan: z.string(),
        waktuLayanan: z.string().describe('Kalimat waktu layanan; boleh kosong'),
        petugas: z.string().describe('Nama-nama petugas; boleh kosong'),
        tanpaPetugas: z.string().describe('Dicetak bila petugas kosong, misalnya Tidak diperlukan'),
        suratTugas: z.string().describe('Nomor surat tugas menurut catatan; boleh kosong'),
        pemeriksaan: z.string().describe('Langkah persiapan yang tercatat dan yang belum'),
        pelaksanaan: z.string(),
        laporan: z.string().describe('Keadaan Laporan Kegiatan'),
        diperiksa: z.string().describe('Isian kolom Diperiksa; boleh kosong'),
        disetujui: z.string().describe('Isian kolom Disetujui; boleh kosong'),
        kendala: z.number().describe('Baris di tab Kendala'),
        kendalaTercatat: z
          .string()
          .describe('Berapa yang dicatat, atau jawaban Kendala Ada, misalnya belum dijawab'),
        pengaduan: z.string().describe('Nomor pengaduan tentang kegiatan ini; boleh kosong'),
        survei: z.number(),
        folder: z.string().describe('Subfolder berkasnya, misalnya 2026/11 November'),
      }),
    )
    .describe('Setiap permohonan yang dihitung dalam triwulan itu'),
  tanpaNomorSuratTugas: z.number().describe('Terlaksana dengan petugas, tanpa nomor surat tugas'),
  tanpaPersetujuan: z.number().describe('Terlaksana, kolom Disetujui masih kosong'),
  tanpaCatatan: z.number().describe('Terlaksana tanpa catatan pelaksanaan'),
  pengaduan: z
    .array(
      z.object({
        nomorPengaduan: z.string(),
        tanggal: z.string(),
        jenis: z.string(),
        nomorTiket: z.string(),
        penangan: z.string(),
        ditutup: z.string().describe('Hari ditutup; kosong selama terbuka'),
      }),
    )
    .describe('Pengaduan, saran, dan masukan triwulan itu'),
});

export type AuditFileView = z.output<typeof auditFileSchema>;

/** The first month of a quarter. */
const quarterFrom = (month: Temporal.PlainYearMonth): Temporal.PlainYearMonth =>
  month.with({ month: month.month - ((month.month - 1) % 3) });

const monthsOf = (first: Temporal.PlainYearMonth): readonly Temporal.PlainYearMonth[] =>
  [0, 1, 2].map((months) => first.add({ months }));

const quarterName = ({ month }: Temporal.PlainYearMonth): string =>
  ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? '';

const periodOf = (first: Temporal.PlainYearMonth): Period => {
  const last = first.add({ months: 2 });
  return { from: first.toPlainDate({ day: 1 }), to: last.toPlainDate({ day: last.daysInMonth }) };
};

export const auditFileView = (
  cases: readonly Case[],
  situation: Situation,
  first: Temporal.PlainYearMonth,
): AuditFileView => {
  const { desk, timeZone } = situation;
  const office: Office = { cases, desk, timeZone };
  const period = periodOf(first);
  const months = monthsWithin(period, cases, timeZone).map((month) => registerOf(month, situation));
  return {
    ...officeOf(desk.settings),
    triwulan: quarterName(first),
    tahun: String(first.year),
    bulanPertama: first.toString(),
    bulanTerakhir: first.add({ months: 2 }).toString(),
    angka: monthsOf(first).flatMap((month) => figureRows(month, office, situation)),
    register: months.flatMap(({ rows }) => rows),
    tanpaNomorSuratTugas: sumOf(months, ({ withoutNumber }) => withoutNumber),
    tanpaPersetujuan: sumOf(months, ({ unapproved }) => unapproved),
    tanpaCatatan: sumOf(months, ({ untold }) => untold),
    pengaduan: complaintsWithin(period, office)
      .map(({ number = '', at, kind, ticket = '', handler = '', closed }) => ({
        nomorPengaduan: number,
        tanggal: at?.toZonedDateTimeISO(timeZone).toPlainDate().toString() ?? '',
        jenis: kind.slice(0, 1).toUpperCase() + kind.slice(1),
        nomorTiket: ticket,
        penangan: handler,
        ditutup: closed?.toString() ?? '',
      }))
      .sort(byDayAndNumber),
  };
};

/** Each figure of a month, as the month's recap has it. */
const figureRows = (
  month: Temporal.PlainYearMonth,
  office: Office,
  situation: Situation,
): AuditFileView['angka'] => {
  const own = casesWithin(periodOfMonth(month), office.cases, office.timeZone);
  return recalled({ by: figureRows, of: own }, situation, () =>
    figureSources(month, office).map(({ group, name, value, sources }) => ({
      bulan: monthNames[month.month - 1] ?? '',
      bagian: group,
      nama: name,
      nilai: value,
      asal: inLines(sources),
    })),
  );
};

/** Of one month. */
interface Register {
  readonly rows: AuditFileView['register'];
  /** Of the events held. */
  readonly withoutNumber: number;
  readonly unapproved: number;
  readonly untold: number;
}

const registerOf = remembering((month: readonly Case[], situation): Register => {
  const { desk, timeZone } = situation;
  const received = inOrder(month, timeZone);
  const held = received.filter(tookPlace).filter((subject) => !isArchived(subject));
  const count = (isCounted: (subject: Case) => boolean): number => held.filter(isCounted).length;
  return {
    rows: received.map((subject) => registerRow(subject, situation)),
    withoutNumber: count(
      (subject) =>
        officersOf(subject, desk).length > 0 &&
        subject.request.staff.dutyLetterNumber === undefined,
    ),
    unapproved: count(({ request }) => request.staff.approvedBy?.kind !== 'signed'),
    untold: count((subject) => !isToldHeld(subject)),
  };
});

/** A line's end between two numbers and never within one, which the hyphens would allow. */
const inLines = (sources: readonly string[]): string => {
  const lines: string[] = [];
  for (const source of sources) {
    const line = lines.at(-1);
    const longer = `${line}; ${source}`;
    if (line === undefined || longer.length > mostInLine) lines.push(source);
    else lines[lines.length - 1] = longer;
  }
  return lines.join(';\n');
};

/** Three tickets. */
const mostInLine = 44;

/** By day, then by number. */
const inOrder = (cases: readonly Case[], timeZone: string): readonly Case[] =>
  cases
    .map((subject) => ({ subject, day: dayOfCase(subject, timeZone)?.toString() ?? '' }))
    .sort((a, b) => a.day.localeCompare(b.day) || (a.subject.ticket < b.subject.ticket ? -1 : 1))
    .map(({ subject }) => subject);

const registerRow = remembering((subject: Case, situation): AuditFileView['register'][number] => {
  const { desk, timeZone } = situation;
  const { ticket, request, decided } = subject;
  const { answers, staff } = request;
  const day = dayOfCase(subject, timeZone);
  return {
    nomorTiket: ticket,
    hariPelaksanaan: dayInColumn(answers),
    acara: publicTopicOf(subject),
    instansi: institutionCounted(subject),
    status: decided.state?.is ?? '',
    suratPermohonan: requestLetter(subject),
    waktuLayanan: serviceTimeSentence(subject, situation),
    petugas: officersOf(subject, desk)
      .map(({ nama }) => nama)
      .join('; '),
    tanpaPetugas:
      decided.officers?.kind === 'not-needed' ? 'Tidak diperlukan' : 'Tanpa petugas yang tercatat',
    suratTugas: staff.dutyLetterNumber ?? '',
    pemeriksaan: checksOf(subject),
    pelaksanaan: heldWords(subject),
    laporan: tookPlace(subject) ? reportWords(subject) : 'Tidak ada',
    diperiksa: signedWords(staff.checkedBy),
    disetujui: signedWords(staff.approvedBy),
    kendala: entriesAbout(desk.incidents, ticket).length,
    kendalaTercatat: incidentWords(subject, desk),
    pengaduan: entriesAbout(desk.complaints, ticket)
      .map(({ number = 'tanpa nomor' }) => number)
      .sort()
      .join('\n'),
    survei: entriesAbout(desk.surveys, ticket).length,
    folder: day === undefined ? '' : `${day.year}/${monthFolder(day)}`,
  };
});

const requestLetter = ({ request: { answers } }: Case): string => {
  const { letterNumber, letterDay, letterFile } = answers;
  const parts = [
    ...(letterNumber === undefined ? [] : [`Nomor ${letterNumber}`]),
    ...(letterDay === undefined ? [] : [plainDay(letterDay)]),
    ...(letterFile === undefined ? [] : ['berkas ada di kolomnya']),
  ];
  return parts.length === 0 ? 'Tidak dicatat' : parts.join(', ');
};

/** Steps on record, and by their columns those that are not. */
const checksOf = (subject: Case): string => {
  if (isArchived(subject)) return 'Arsip buku lama';
  const steps = preparationOf(subject);
  const open = steps.filter(({ kind }) => kind === 'unrecorded' || kind === 'failed');
  const done = steps.filter(({ kind }) => kind === 'done').length;
  const notNeeded = steps.length - open.length - done;
  const besides = notNeeded === 0 ? '' : `; ${notNeeded} tidak diperlukan`;
  const told = `${done} dari ${steps.length - notNeeded} tercatat${besides}`;
  return open.length === 0
    ? told
    : `${told}. Belum: ${open.map(({ header }) => header).join(', ')}`;
};

const heldWords = (subject: Case): string => {
  if (!tookPlace(subject))
    return isIn(calledOffStates, subject) ? 'Tidak terlaksana' : 'Belum diketahui';
  if (!isToldHeld(subject)) return 'Belum dicatat';
  const { phrase, basis } = servedTime(subject);
  const { attended } = subject.request.staff;
  const when = basis === 'noted' ? phrase : 'jam tidak dicatat';
  return attended === undefined ? when : `${when}; hadir ${attended} orang`;
};

/** As many as are logged; where none is, what staff say in *Kendala Ada*, or that nobody says anything. */
const incidentWords = (subject: Case, { incidents }: Situation['desk']): string => {
  const logged = entriesAbout(incidents, subject.ticket).length;
  if (logged > 0) return String(logged);
  if (!tookPlace(subject) || isArchived(subject)) return '-';
  switch (subject.request.staff.incidents) {
    case true:
      return 'ada, tetapi tidak dicatat';
    case false:
      return 'tidak ada';
    default:
      return 'belum dijawab';
  }
};

const signedWords = (mark: SignOff | undefined): string => {
  if (mark === undefined) return '';
  if (mark.kind === 'sent-back') return 'dikembalikan';
  return mark.day === undefined ? mark.name : `${mark.name}, ${plainDay(mark.day)}`;
};

/** Quarters in which something is counted, the old ledger's apart, and that are over. */
const quartersOver = (
  cases: readonly Case[],
  { desk, timeZone, today }: Situation,
): readonly Temporal.PlainYearMonth[] => {
  const running = quarterFrom(today.toPlainYearMonth());
  const firsts = new Set(
    monthsCounted({ cases, desk, timeZone }).map((month) =>
      quarterFrom(Temporal.PlainYearMonth.from(month)).toString(),
    ),
  );
  return [...firsts]
    .map((month) => Temporal.PlainYearMonth.from(month))
    .filter((month) => Temporal.PlainYearMonth.compare(month, running) < 0)
    .filter((month) => {
      const received = monthsWithin(periodOf(month), cases, timeZone);
      return received.length === 0 || received.some((own) => !own.every(isArchived));
    });
};

const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) => {
  const { desk, timeZone } = situation;
  const office = { cases, desk, timeZone };
  return quartersOver(cases, situation).flatMap((first) => {
    const own = `${auditFile.key}/${first.year}-${Math.ceil(first.month / 3)}`;
    return attempt(own, () => {
      const from = monthsBehind(periodOf(first), office);
      const view = keptView(own, { by: auditFileView, from, situation }, (around) =>
        auditFileView(casesBehind(periodOf(first), office), around, first),
      );
      return auditOf(view, situation);
    });
  });
};

const auditOf = remembering((view: AuditFileView): WantedDocument => {
  const { key, title, folder } = auditFile;
  const first = Temporal.PlainYearMonth.from(view.bulanPertama);
  return {
    key: `${key}/${first.year}-${Math.ceil(first.month / 3)}`,
    kind: key,
    folder: [folder, String(first.year)],
    name: `${title} ${first.year} Triwulan ${quarterName(first)}.docx`,
    view,
    because: 'Triwulan sudah berakhir dan ada yang dihitung.',
  };
});

const sample: AuditFileView = {
  ...sampleOffice,
  triwulan: 'IV',
  tahun: '2026',
  bulanPertama: '2026-10',
  bulanTerakhir: '2026-12',
  angka: [
    {
      bulan: 'November',
      bagian: 'Permohonan',
      nama: 'Permohonan tercatat',
      nilai: '2',
      asal: `VC-2026-0118; ${sampleEvent.nomorTiket}`,
    },
    {
      bulan: 'November',
      bagian: 'Permohonan',
      nama: 'Kegiatan terlaksana',
      nilai: '2',
      asal: `VC-2026-0118; ${sampleEvent.nomorTiket}`,
    },
    {
      bulan: 'November',
      bagian: 'Waktu layanan',
      nama: 'Terpenuhi',
      nilai: '1',
      asal: sampleEvent.nomorTiket,
    },
    {
      bulan: 'November',
      bagian: 'Kesiapan peralatan',
      nama: 'Speaker, diminta',
      nilai: '3',
      asal: `VC-2026-0118; ${sampleEvent.nomorTiket} (2)`,
    },
  ],
  register: [
    {
      nomorTiket: 'VC-2026-0118',
      hariPelaksanaan: 'Selasa, 10\u00A0November\u00A02026',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      status: 'Selesai',
      suratPermohonan: 'Tidak dicatat',
      waktuLayanan: '',
      petugas: sampleOfficers[0]?.nama ?? '',
      tanpaPetugas: 'Tanpa petugas yang tercatat',
      suratTugas: '',
      pemeriksaan: '6 dari 8 tercatat. Belum: Cek Lokasi, Uji Sistem',
      pelaksanaan: 'Belum dicatat',
      laporan: 'Draf',
      diperiksa: '',
      disetujui: '',
      kendala: 0,
      kendalaTercatat: 'belum dijawab',
      pengaduan: '',
      survei: 0,
      folder: '2026/11 November',
    },
    {
      nomorTiket: sampleEvent.nomorTiket,
      hariPelaksanaan: sampleEvent.hariPelaksanaan,
      acara: sampleEvent.acara,
      instansi: sampleEvent.instansi,
      status: 'Ditutup',
      suratPermohonan: `Nomor ${sampleEvent.nomorSuratPermohonan}, 18 November 2026`,
      waktuLayanan:
        'Diterima lengkap Rabu, 18 November 2026 pukul 09.10 WITA; dikonfirmasi pukul 15.40 WITA; 6 jam 30 menit dari 24 jam.',
      petugas: sampleOfficers.map(({ nama }) => nama).join('; '),
      tanpaPetugas: 'Tanpa petugas yang tercatat',
      suratTugas: '800/KOMINFO/321/XI/2026',
      pemeriksaan: '8 dari 8 tercatat',
      pelaksanaan: '09.10\u00A0s.d.\u00A011.45\u00A0WITA; hadir 74 orang',
      laporan: 'Lengkap',
      diperiksa: 'Rini Contoh, 24 November 2026',
      disetujui: 'Siti Contoh, 25 November 2026',
      kendala: 1,
      kendalaTercatat: '1',
      pengaduan: 'ADU-2026-0012',
      survei: 3,
      folder: '2026/11 November',
    },
  ],
  tanpaNomorSuratTugas: 1,
  tanpaPersetujuan: 1,
  tanpaCatatan: 1,
  pengaduan: [
    {
      nomorPengaduan: 'ADU-2026-0012',
      tanggal: '2026-11-25',
      jenis: 'Pengaduan',
      nomorTiket: sampleEvent.nomorTiket,
      penangan: 'Rini Contoh, A.Md.',
      ditutup: '2026-11-27',
    },
  ],
};

export const auditFile = {
  about: 'period',
  key: 'pemeriksaan',
  title: 'Berkas Pemeriksaan',
  folder: 'Pemeriksaan',
  template: 'berkas-pemeriksaan.docx',
  schema: auditFileSchema,
  mustPrint: [
    'triwulan',
    'tahun',
    'angka.nama',
    'angka.nilai',
    'angka.asal',
    'register.nomorTiket',
    'register.waktuLayanan',
    'register.suratTugas',
    'register.pemeriksaan',
    'register.laporan',
    'register.disetujui',
    'register.folder',
    'pengaduan.nomorPengaduan',
  ],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
