/** Rekap Bulanan: every event of one month and the totals (A.2.8). Public: it knows events only as they may travel. */

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Complaint } from '../../core/cases/desk.ts';
import { remembering } from '../../core/cases/remembered.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { instantText } from '../../core/cases/watched-now.ts';
import { monthNames } from '../../core/cases/wording.ts';
import { answeredDay, timePhrase } from '../../core/clock/event-time.ts';
import {
  casesBehind,
  casesWithin,
  dayOfCase,
  monthsBehind,
  type Office,
  type Period,
  periodOfMonth,
} from '../../core/figures/by-month.ts';
import { figuresOfCases, isDated } from '../../core/figures/case-figures.ts';
import { awaitsAnswer, complaintsOf } from '../../core/figures/complaints.ts';
import { complaintsWithin, monthsCounted } from '../../core/figures/entries-within.ts';
import {
  figuresFor,
  institutionCounted,
  tookPlace,
  unnamedInstitution,
} from '../../core/figures/figures.ts';
import { eachTextOnce } from '../../core/reading/each-text-once.ts';
import { instantOf } from '../../core/sheet/local-time.ts';
import type { PeriodDocumentKind, WantedDocument } from '../document-kind.ts';
import { byDayAndNumber } from '../parts/complaint-order.ts';
import { officersOf, publicTopicOf } from '../parts/event-parts.ts';
import { keptView } from '../parts/kept-view.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import {
  capitalised,
  chartSchema,
  percent,
  periodEvidence,
  periodShape,
  periodView,
  samplePeriod,
  satisfactionShape,
  satisfactionView,
} from '../parts/period-figures.ts';
import { sampleEvent, sampleHead, sampleOffice, sampleOfficers } from '../parts/sample-event.ts';
import { serviceTimeShown } from '../parts/service-time.ts';
import { periodSigning, signingOf, signingShape } from '../parts/signing.ts';

export const monthlyRecapSchema = z.object({
  ...officeShape,
  ...periodShape,
  periode: z.string().describe('Bulan laporan; cetak dengan {{bulan periode}}'),
  sementara: z.boolean().describe('Benar selama bulan belum berakhir'),
  tanggalLaporan: z.string().describe('Hari terakhir bulan itu; kosong selama sementara'),
  perInstansi: z
    .array(
      z.object({
        nama: z.string(),
        permohonan: z.number(),
        terlaksana: z.number(),
        persen: z.number().describe('Bagian dari seluruh permohonan'),
      }),
    )
    .describe('Permohonan menurut instansi, terbanyak lebih dahulu'),
  grafikBulan: chartSchema.describe('Permohonan dan kegiatan terlaksana sejak Januari'),
  grafikInstansi: chartSchema.describe('Sepuluh instansi dengan permohonan terbanyak'),
  pengaduan: z
    .array(
      z.object({
        nomorPengaduan: z.string().describe('Misalnya ADU-2026-0001; boleh kosong'),
        tanggal: z.string(),
        jenis: z.string(),
        isi: z.string().describe('Isi pengaduan pungutan tidak diuraikan'),
        penangan: z.string(),
        jawaban: z.string(),
        keadaan: z.string().describe('Selesai atau Terbuka'),
      }),
    )
    .describe('Pengaduan, saran, dan masukan'),
  pengaduanTerbuka: z
    .array(
      z.object({
        nomorPengaduan: z.string(),
        tanggal: z.string(),
        jenis: z.string(),
        penangan: z.string(),
        tenggat: z.string(),
        hari: z.number().describe('Berapa hari terbuka, sampai akhir bulan laporan atau hari ini'),
      }),
    )
    .describe('Pengaduan dari bulan sebelumnya yang masih terbuka'),
  kepuasanTriwulan: z
    .object({ triwulan: z.string().describe('I, II, III, atau IV'), ...satisfactionShape })
    .optional()
    .describe('IKM triwulan; hanya pada bulan terakhirnya'),
  kegiatan: z
    .array(
      z.object({
        nomorTiket: z.string(),
        hariPelaksanaan: z.string(),
        waktuPelaksanaan: z.string(),
        acara: z.string().describe('Nama kegiatan; kegiatan rahasia tanpa nama'),
        instansi: z.string(),
        tempat: z.string(),
        petugas: z
          .string()
          .describe('Nama-nama petugas, "Tidak diperlukan", atau bahwa belum dicatat'),
        status: z.string(),
        waktuLayanan: z.string(),
      }),
    )
    .describe('Seluruh kegiatan bulan itu'),
  tanpaHari: z
    .array(
      z.object({
        nomorTiket: z.string(),
        diterima: z.string().describe('Hari diterima'),
        acara: z.string(),
        instansi: z.string(),
        status: z.string(),
      }),
    )
    .describe('Permohonan yang diterima bulan itu tanpa hari kegiatan yang terbaca'),
  ...signingShape,
  penandaTangan: signatorySchema,
});

export type MonthlyRecapView = z.output<typeof monthlyRecapSchema>;

export const monthlyRecapView = (
  cases: readonly Case[],
  situation: Situation,
  month: Temporal.PlainYearMonth,
): MonthlyRecapView => {
  const { desk, timeZone, today } = situation;
  const period = periodOfMonth(month);
  const lastDay = period.to;
  const isRunning = Temporal.PlainDate.compare(today, lastDay) <= 0;
  const received = casesWithin(period, cases, timeZone);
  const counted = received.filter(isDated);
  const figures = figuresFor(period, { cases, desk, timeZone });
  const institutions = figures.byInstitution.map(({ name, count }) => ({
    nama: name,
    permohonan: count,
    terlaksana: counted.filter(
      (subject) => institutionCounted(subject) === name && tookPlace(subject),
    ).length,
    persen: percent(count, figures.requests),
  }));
  return {
    ...officeOf(desk.settings),
    ...periodView(figures, desk.settings),
    periode: month.toString(),
    sementara: isRunning,
    tanggalLaporan: isRunning ? '' : lastDay.toString(),
    perInstansi: institutions,
    grafikBulan: monthChart(cases, situation, month),
    grafikInstansi: institutionChart(institutions),
    pengaduan: complaintsWithin(period, { cases, desk, timeZone })
      .map((complaint) => complaintOf(complaint, cases, timeZone))
      .sort(byDayAndNumber),
    pengaduanTerbuka: carriedOver(situation, period),
    ...quarterOf(month, { cases, desk, timeZone }),
    ...rowsOf(received, situation),
    ...signingOf({}),
    tandaTanganElektronik: desk.settings.signsInOffice,
    penandaTangan: signatoryFor(desk.settings, 'recap'),
  };
};

/** From January, for its chart, to the end of its quarter. */
const shownIn = (month: Temporal.PlainYearMonth): Period => {
  const last = month.with({ month: Math.ceil(month.month / 3) * 3 });
  return { from: periodOfMonth(month.with({ month: 1 })).from, to: periodOfMonth(last).to };
};

/** All months of years are asked about in each pass. */
const recapMonth = eachTextOnce((name: string) => {
  const month = Temporal.PlainYearMonth.from(name);
  return { name, month, shown: shownIn(month) };
});

/** January up to the recap's month. */
const monthChart = (
  cases: readonly Case[],
  { desk, timeZone }: Situation,
  month: Temporal.PlainYearMonth,
): MonthlyRecapView['grafikBulan'] => {
  const months = Array.from({ length: month.month }, (_, before) =>
    figuresOfCases(
      casesWithin(periodOfMonth(month.with({ month: before + 1 })), cases, timeZone),
      desk,
    ),
  );
  return {
    categories: monthNames.slice(0, month.month).map((name) => name.slice(0, 3)),
    series: [
      { name: 'Permohonan', values: months.map(({ requests }) => requests) },
      { name: 'Terlaksana', values: months.map(({ held }) => held) },
    ],
  };
};

/** A bar chart draws its first category at the bottom, so the largest comes last. */
const institutionChart = (
  institutions: MonthlyRecapView['perInstansi'],
): MonthlyRecapView['grafikInstansi'] => {
  const largest = institutions
    .filter(({ nama }) => nama !== unnamedInstitution)
    .slice(0, 10)
    .toReversed();
  return {
    categories: largest.map(({ nama }) => nama),
    series: [{ name: 'Permohonan', values: largest.map(({ permohonan }) => permohonan) }],
  };
};

/** Who is said to have asked for money is a matter for supervisors. A complaint about a confidential event may quote it, so its words stay out of the recap; so they do while nobody
 * knows which event it is about. */
const complaintOf = (
  {
    number = '',
    at,
    ticket,
    unclearTicket,
    kind,
    text,
    handler = '',
    answer = '',
    closed,
  }: Complaint,
  cases: readonly Case[],
  timeZone: string,
): MonthlyRecapView['pengaduan'][number] => {
  const about = cases.find((subject) => subject.ticket === ticket);
  const isOpen =
    kind !== 'pungutan' &&
    unclearTicket === undefined &&
    (about === undefined || about.request.answers.sensitivity === 'biasa');
  const withheld =
    kind === 'pungutan'
      ? 'Tidak diuraikan dalam rekap.'
      : unclearTicket === undefined
        ? 'Tidak dicantumkan karena sifat kegiatan.'
        : 'Tidak dicantumkan sampai nomor tiketnya jelas.';
  return {
    nomorPengaduan: number,
    tanggal: at?.toZonedDateTimeISO(timeZone).toPlainDate().toString() ?? '',
    jenis: capitalised(kind),
    isi: isOpen ? text : withheld,
    penangan: handler,
    jawaban: isOpen || answer === '' ? answer : withheld,
    keadaan: closed === undefined ? 'Terbuka' : 'Selesai',
  };
};

/** As they stood when the month was over, so that its recap stays as it is when they are closed later. */
const carriedOver = (
  situation: Situation,
  { from, to }: Period,
): MonthlyRecapView['pengaduanTerbuka'] => {
  const { today } = situation;
  const day = Temporal.PlainDate.compare(today, to) < 0 ? today : to;
  return complaintsOf({ ...situation, today: day }).flatMap((tracked) => {
    const { complaint, number = '', kind, receivedOn, dueOn, handler = '' } = tracked;
    const { closed } = complaint;
    const isOlder = receivedOn && Temporal.PlainDate.compare(receivedOn, from) < 0;
    const isStillOpen = closed === undefined || Temporal.PlainDate.compare(closed, day) > 0;
    return awaitsAnswer(complaint) && isOlder && isStillOpen
      ? [
          {
            nomorPengaduan: number,
            tanggal: receivedOn.toString(),
            jenis: capitalised(kind),
            penangan: handler,
            tenggat: dueOn?.toString() ?? '',
            hari: receivedOn.until(day, { largestUnit: 'days' }).days,
          },
        ]
      : [];
  });
};

/** The quarter that ends with this month. */
const quarterOf = (
  month: Temporal.PlainYearMonth,
  office: Office,
): Pick<MonthlyRecapView, 'kepuasanTriwulan'> => {
  if (month.month % 3 !== 0) return {};
  const from = periodOfMonth(month.subtract({ months: 2 })).from;
  const figures = figuresFor({ from, to: periodOfMonth(month).to }, office);
  const triwulan = ['I', 'II', 'III', 'IV'][month.month / 3 - 1] ?? '';
  return { kepuasanTriwulan: { triwulan, ...satisfactionView(figures) } };
};

const byStart = (a: Case, b: Case): number =>
  startOf(a).localeCompare(startOf(b)) || a.ticket.localeCompare(b.ticket);

const startOf = ({ request }: Case): string => {
  const first = request.answers.schedule?.sessions[0];
  return first === undefined ? '' : instantText(instantOf(first.start));
};

/** A later month of the year is told again for its chart, and its rows stand. */
const rowsOf = remembering(
  (
    received: readonly Case[],
    situation: Situation,
  ): Pick<MonthlyRecapView, 'kegiatan' | 'tanpaHari'> => ({
    kegiatan: received
      .filter(isDated)
      .toSorted(byStart)
      .map((subject) => eventRow(subject, situation)),
    tanpaHari: received
      .filter((subject) => !isDated(subject))
      .toSorted(byStart)
      .map((subject) => undatedRow(subject, situation)),
  }),
);

const eventRow = remembering((subject: Case, situation): MonthlyRecapView['kegiatan'][number] => {
  const { answers } = subject.request;
  return {
    nomorTiket: subject.ticket,
    hariPelaksanaan: answeredDay(answers),
    waktuPelaksanaan: timePhrase(answers.schedule),
    acara: publicTopicOf(subject),
    instansi: institutionCounted(subject),
    tempat: answers.place ?? '',
    petugas: officersPhrase(subject, situation),
    status: subject.decided.state?.is ?? '',
    waktuLayanan: serviceTimeShown(subject, situation),
  };
});

const officersPhrase = (subject: Case, { desk }: Situation): string => {
  const names = officersOf(subject, desk).map(({ nama }) => nama);
  if (names.length > 0) return names.join('; ');
  if (subject.decided.officers?.kind === 'not-needed') return 'Tidak diperlukan';
  return tookPlace(subject) ? 'Belum dicatat' : 'Belum ditetapkan';
};

const undatedRow = (
  subject: Case,
  { timeZone }: Situation,
): MonthlyRecapView['tanpaHari'][number] => ({
  nomorTiket: subject.ticket,
  diterima: dayOfCase(subject, timeZone)?.toString() ?? '',
  acara: publicTopicOf(subject),
  instansi: institutionCounted(subject),
  status: subject.decided.state?.is ?? '',
});

const institutions = [
  { nama: 'Biro Perekonomian dan Pembangunan', permohonan: 6, terlaksana: 5, persen: 50 },
  { nama: 'Badan Perencanaan Pembangunan Daerah', permohonan: 4, terlaksana: 4, persen: 33.3 },
  { nama: 'Dinas Kesehatan', permohonan: 2, terlaksana: 2, persen: 16.7 },
];

const sample: MonthlyRecapView = {
  ...sampleOffice,
  ...samplePeriod,
  periode: '2026-11',
  sementara: false,
  tanggalLaporan: '2026-11-30',
  perInstansi: institutions,
  grafikBulan: {
    categories: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov'],
    series: [
      { name: 'Permohonan', values: [7, 9, 6, 8, 11, 10, 9, 5, 12, 14, 12] },
      { name: 'Terlaksana', values: [7, 8, 6, 8, 10, 10, 8, 5, 11, 13, 11] },
    ],
  },
  grafikInstansi: {
    categories: institutions.map(({ nama }) => nama).toReversed(),
    series: [
      { name: 'Permohonan', values: institutions.map(({ permohonan }) => permohonan).toReversed() },
    ],
  },
  pengaduan: [
    {
      nomorPengaduan: 'ADU-2026-0012',
      tanggal: '2026-11-12',
      jenis: 'Pengaduan',
      isi: 'Suara di ruang rapat kurang jelas.',
      penangan: 'Andi Contoh, S.Kom.',
      jawaban: 'Speaker diganti dan diuji ulang.',
      keadaan: 'Selesai',
    },
    {
      nomorPengaduan: 'ADU-2026-0013',
      tanggal: '2026-11-20',
      jenis: 'Saran',
      isi: 'Tautan rapat dikirim sehari sebelumnya.',
      penangan: '',
      jawaban: '',
      keadaan: 'Terbuka',
    },
  ],
  pengaduanTerbuka: [
    {
      nomorPengaduan: 'ADU-2026-0009',
      tanggal: '2026-10-28',
      jenis: 'Pengaduan',
      penangan: 'Rini Contoh, A.Md.',
      tenggat: '2026-11-04',
      hari: 33,
    },
  ],
  kegiatan: [
    {
      nomorTiket: 'VC-2026-0118',
      hariPelaksanaan: 'Selasa, 10\u00A0November\u00A02026',
      waktuPelaksanaan: '13.30\u00A0s.d.\u00A015.30\u00A0WITA',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      tempat: 'Ruang rapat Badan Kesatuan Bangsa dan Politik',
      petugas: 'Andi Contoh, S.Kom.',
      status: 'Ditutup',
      waktuLayanan: '3 jam 20 menit (terpenuhi)',
    },
    {
      nomorTiket: sampleEvent.nomorTiket,
      hariPelaksanaan: sampleEvent.hariPelaksanaan,
      waktuPelaksanaan: sampleEvent.waktuPelaksanaan,
      acara: sampleEvent.acara,
      instansi: sampleEvent.instansi,
      tempat: sampleEvent.tempat,
      petugas: sampleOfficers.map(({ nama }) => nama).join('; '),
      status: 'Selesai',
      waktuLayanan: '6 jam 30 menit (terpenuhi)',
    },
  ],
  tanpaHari: [],
  ...signingOf({}),
  tandaTanganElektronik: false,
  penandaTangan: sampleHead,
};

/** Every month that has anything to count and is over, and the running one for the time being. */
const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) => {
  const { desk, timeZone, today } = situation;
  const office = { cases, desk, timeZone };
  const running = today.toPlainYearMonth();
  return monthsCounted(office)
    .map(recapMonth)
    .filter(({ month }) => Temporal.PlainYearMonth.compare(month, running) <= 0)
    .flatMap(({ month, name, shown }) => {
      const own = `${monthlyRecap.key}/${name}`;
      return attempt(own, () => {
        const from = monthsBehind(shown, office);
        const view = keptView(own, { by: monthlyRecapView, from, situation }, (around) =>
          monthlyRecapView(casesBehind(shown, office), around, month),
        );
        return recapOf(view, situation);
      });
    });
};

const recapOf = remembering((view: MonthlyRecapView, situation): WantedDocument => {
  const { key, title, folder } = monthlyRecap;
  const month = Temporal.PlainYearMonth.from(view.periode);
  const shown = `${title} ${monthNames[month.month - 1]} ${month.year}`;
  return {
    key: `${key}/${month}`,
    kind: key,
    folder: [folder, String(month.year)],
    name: `${month} ${shown}${view.sementara ? ' (sementara)' : view.draf ? ' (Draf)' : ''}.docx`,
    view,
    signing: periodSigning(shown, { view, isDraft: view.sementara, situation }),
    because: view.sementara
      ? 'Rekap sementara bulan berjalan.'
      : 'Bulan sudah berakhir dan ada yang dihitung.',
  };
});

export const monthlyRecap = {
  about: 'period',
  key: 'rekap',
  title: 'Rekap Bulanan',
  folder: 'Rekap',
  template: 'rekap-bulanan.docx',
  schema: monthlyRecapSchema,
  mustPrint: [
    'periode',
    'jumlahPermohonan',
    'kegiatan.nomorTiket',
    'kegiatan.acara',
    'grafikBulan',
    'grafikInstansi',
    ...periodEvidence,
  ],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
