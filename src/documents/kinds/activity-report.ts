/** Laporan Kegiatan: what clause A.2.8 wants told about one event, and how it was prepared. */

import { z } from 'zod';
import type { Incident } from '../../core/cases/desk.ts';
import type { Official, RecordingResult, SignOff, StaffFacts } from '../../core/cases/request.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { endedStates, isIn } from '../../core/cases/state-groups.ts';
import { clockTime } from '../../core/cases/wording.ts';
import type { EventDocumentKind } from '../document-kind.ts';
import { eventDocument } from '../parts/event-document.ts';
import {
  eventOf,
  eventShape,
  itemSchema,
  officerSchema,
  officersOf,
} from '../parts/event-parts.ts';
import { unbreakable, zoneName } from '../parts/event-time.ts';
import { officeOf, officeShape, signatoryOf, signatorySchema } from '../parts/office-parts.ts';
import {
  sampleEvent,
  sampleLegalBasis,
  sampleOffice,
  sampleOfficers,
  sampleTeamLead,
} from '../parts/sample-event.ts';

const signOffSchema = z.object({
  nama: z.string().describe('Kosong berarti belum'),
  tanggal: z.string().describe('Tanggal; boleh kosong'),
});

export const activityReportSchema = z.object({
  ...officeShape,
  ...eventShape,
  draf: z.boolean().describe('Benar selama fakta laporan belum lengkap'),
  belumLengkap: z.array(z.string()).describe('Fakta yang masih kurang'),
  alasanPengecualian: z
    .string()
    .describe('Alasan bila laporan ditutup tanpa fakta lengkap; biasanya kosong'),
  tandaSifat: z.string().describe('TERBATAS atau RAHASIA; kosong untuk kegiatan biasa'),
  namaPemohon: z.string(),
  jabatanPemohon: z.string(),
  pejabat: z
    .object({
      nama: z.string().describe('Pejabat yang memimpin; kosong bila belum diisi'),
      jabatan: z.string(),
      diwakiliOleh: z.string().describe('Kosong bila hadir sendiri'),
      rencana: z.string().describe('Pejabat menurut permohonan, selama yang memimpin belum diisi'),
    })
    .describe('Pejabat yang memimpin kegiatan'),
  petugas: z.array(officerSchema).describe('Petugas yang bertugas, operator utama lebih dahulu'),
  tanpaPetugas: z.boolean().describe('Benar bila layanan tidak memerlukan petugas'),
  waktuAktual: z.string().describe('Waktu sebenarnya; boleh kosong'),
  jumlahPeserta: z.number().optional().describe('Peserta menurut permohonan'),
  pesertaHadir: z.number().optional().describe('Peserta yang hadir'),
  persiapan: z
    .array(z.object({ uraian: z.string(), keadaan: z.string() }))
    .describe('Langkah persiapan dan keadaannya'),
  peralatan: z.array(itemSchema).describe('Peralatan yang disiapkan dinas'),
  peralatanPemohon: z.array(itemSchema).describe('Peralatan yang dilengkapi pemohon'),
  kendala: z
    .array(
      z.object({
        waktu: z.string().describe('Waktu kejadian; boleh kosong'),
        jenis: z.string(),
        dialami: z.string(),
        uraian: z.string(),
        tindakan: z.string(),
        selesai: z.string().describe('Waktu teratasi; boleh kosong'),
      }),
    )
    .describe('Kendala yang dicatat'),
  tanpaKendala: z.boolean().describe('Benar bila petugas memastikan tidak ada kendala'),
  rekaman: z.string().describe('Kalimat tentang hasil rekaman; kosong bila belum diisi'),
  waktuLayanan: z.string().describe('Penjelasan waktu layanan 24 jam; boleh kosong'),
  dasarHukum: z.array(z.string()),
  tanggalLaporan: z.string().describe('Hari laporan diperiksa; kosong sebelum itu'),
  diperiksa: signOffSchema,
  disetujui: signOffSchema,
  penandaTangan: signatorySchema,
});

export type ActivityReportView = z.output<typeof activityReportSchema>;

/**
 * The report as the facts stand. It names the event as it is even when it is confidential: the report is the
 * office's own record. A recording's link is left out where it may not be printed.
 */
export const activityReportView = (
  subject: Case,
  { desk, timeZone }: Situation,
): ActivityReportView => {
  const { request, decided, ticket } = subject;
  const { answers, staff } = request;
  const facts = decided.reportFacts;
  const incidents = desk.incidents
    .filter((incident) => incident.ticket === ticket)
    .map((incident) => incidentOf(incident, timeZone));
  return {
    ...officeOf(desk.settings),
    ...eventOf(subject, answers.event ?? ''),
    draf: !(facts?.complete || facts?.waived),
    belumLengkap: (facts?.missing ?? []).map(({ header, what }) => `${header} (${what})`),
    alasanPengecualian: facts?.waived && !facts.complete ? (staff.reason ?? '') : '',
    tandaSifat: answers.sensitivity === 'biasa' ? '' : answers.sensitivity.toUpperCase(),
    namaPemohon: answers.requesterName ?? '',
    jabatanPemohon: answers.requesterPosition ?? '',
    pejabat: leaderOf(staff.actualLeader, answers.plannedLeader),
    petugas: officersOf(subject, desk),
    tanpaPetugas: decided.officers?.kind === 'not-needed',
    waktuAktual: actualTime(subject),
    ...(answers.participants !== undefined && { jumlahPeserta: answers.participants }),
    ...(staff.attended !== undefined && { pesertaHadir: staff.attended }),
    persiapan: preparationOf(staff),
    peralatan: (decided.equipment?.reserved ?? []).map(itemOf),
    peralatanPemohon: (decided.equipment?.shortage ?? []).map(itemOf),
    kendala: incidents,
    tanpaKendala: staff.incidents === false && incidents.length === 0,
    rekaman: recordingSentence(staff.recordingResult, {
      isAsked: answers.recording,
      mayPrintLink: decided.disclosure?.mayPrintRecording ?? answers.sensitivity === 'biasa',
    }),
    waktuLayanan: decided.clock?.sentence ?? '',
    dasarHukum: [...desk.legalBasis],
    tanggalLaporan: (staff.checkedBy?.day ?? staff.approvedBy?.day)?.toString() ?? '',
    diperiksa: signOffOf(staff.checkedBy),
    disetujui: signOffOf(staff.approvedBy),
    penandaTangan: signatoryOf(desk.settings.teamLead),
  };
};

const leaderOf = (
  actual: Official | undefined,
  planned: Official | undefined,
): ActivityReportView['pejabat'] => ({
  nama: actual?.name ?? '',
  jabatan: actual?.position ?? '',
  diwakiliOleh: actual?.representedBy ?? '',
  rencana:
    actual === undefined && planned !== undefined
      ? [planned.name, ...(planned.position ? [`(${planned.position})`] : [])].join(' ')
      : '',
});

const actualTime = ({ request: { answers, staff } }: Case): string => {
  const first = answers.schedule?.sessions[0];
  if (first === undefined || staff.actualStart === undefined) return '';
  const end = staff.actualEnd === undefined ? 'selesai' : clockTime(staff.actualEnd);
  return unbreakable(`${clockTime(staff.actualStart)} s.d. ${end} ${zoneName(first.start)}`);
};

const preparationOf = (staff: StaffFacts): ActivityReportView['persiapan'] => {
  const done = (uraian: string, isDone: boolean) => ({
    uraian,
    keadaan: isDone ? 'Terlaksana' : 'Belum dicatat',
  });
  return [
    { uraian: 'Koordinasi dengan pemohon', keadaan: staff.coordination || 'Belum dicatat' },
    {
      uraian: 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika',
      keadaan: networkWords[staff.network ?? 'unknown'],
    },
    done('Pengecekan lokasi kegiatan', staff.placeChecked),
    done('Seluruh alat dan jaringan berada di lokasi', staff.equipmentOnSite),
    done('Pengujian sistem', staff.systemTested),
    done('Konfigurasi peserta', staff.participantsConfigured),
    done('Pengaturan platform', staff.platformSet),
    done('Penyiapan konten materi', staff.contentReady),
  ];
};

const networkWords = {
  siap: 'Jaringan siap',
  'tidak siap': 'Jaringan tidak siap',
  'tidak perlu': 'Tidak diperlukan',
  unknown: 'Belum dicatat',
} as const;

const incidentOf = (
  { at, kind, who = '', what = '', action = '', solvedAt }: Incident,
  timeZone: string,
): ActivityReportView['kendala'][number] => ({
  waktu: at === undefined ? '' : clockTime(at.toZonedDateTimeISO(timeZone)),
  jenis: incidentWords[kind],
  dialami: who,
  uraian: what,
  tindakan: action,
  selesai: solvedAt === undefined ? '' : clockTime(solvedAt.toZonedDateTimeISO(timeZone)),
});

const incidentWords = {
  koneksi: 'Koneksi',
  login: 'Login',
  perangkat: 'Perangkat',
  lainnya: 'Lainnya',
} as const;

/** Without a request for a recording and without a word about one, there is none to hand over. */
const recordingSentence = (
  result: RecordingResult,
  { isAsked, mayPrintLink }: { readonly isAsked: boolean; readonly mayPrintLink: boolean },
): string => {
  switch (result.kind) {
    case 'unknown':
      return isAsked ? '' : 'Perekaman tidak diminta.';
    case 'not-recorded':
      return 'Kegiatan tidak direkam.';
    case 'link':
      return mayPrintLink
        ? `Kegiatan direkam. Hasil rekaman: ${result.link}`
        : 'Kegiatan direkam. Tautan hasil rekaman tidak dicantumkan karena sifat kegiatan.';
    case 'withheld':
      return result.why.trim() === ''
        ? ''
        : `Kegiatan direkam. Hasil rekaman tidak diserahkan: ${result.why}`;
  }
};

const itemOf = ({ name, quantity }: { readonly name: string; readonly quantity: number }) => ({
  nama: name,
  jumlah: quantity,
});

const signOffOf = (signOff: SignOff | undefined): z.output<typeof signOffSchema> => ({
  nama: signOff?.name ?? '',
  tanggal: signOff?.day?.toString() ?? '',
});

const sample: ActivityReportView = {
  ...sampleOffice,
  ...sampleEvent,
  draf: false,
  belumLengkap: [],
  alasanPengecualian: '',
  tandaSifat: '',
  namaPemohon: 'Rahmat Contoh, S.Sos.',
  jabatanPemohon: 'Kepala Subbagian Tata Usaha',
  pejabat: {
    nama: 'Drs. Karim Contoh, M.Si.',
    jabatan: 'Asisten Perekonomian dan Pembangunan',
    diwakiliOleh: '',
    rencana: '',
  },
  petugas: sampleOfficers,
  tanpaPetugas: false,
  waktuAktual: '09.10\u00A0s.d.\u00A011.45\u00A0WITA',
  jumlahPeserta: 80,
  pesertaHadir: 74,
  persiapan: [
    { uraian: 'Koordinasi dengan pemohon', keadaan: 'Susunan acara dan daftar peserta diterima' },
    { uraian: 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika', keadaan: 'Jaringan siap' },
    { uraian: 'Pengecekan lokasi kegiatan', keadaan: 'Terlaksana' },
    { uraian: 'Seluruh alat dan jaringan berada di lokasi', keadaan: 'Terlaksana' },
    { uraian: 'Pengujian sistem', keadaan: 'Terlaksana' },
    { uraian: 'Konfigurasi peserta', keadaan: 'Terlaksana' },
    { uraian: 'Pengaturan platform', keadaan: 'Terlaksana' },
    { uraian: 'Penyiapan konten materi', keadaan: 'Terlaksana' },
  ],
  peralatan: [
    { nama: 'Kamera Zoom', jumlah: 1 },
    { nama: 'Speaker', jumlah: 2 },
    { nama: 'Komputer/laptop', jumlah: 1 },
  ],
  peralatanPemohon: [{ nama: 'Televisi/LCD Proyektor', jumlah: 1 }],
  kendala: [
    {
      waktu: '09.35',
      jenis: 'Koneksi',
      dialami: 'peserta daring',
      uraian: 'Suara ruang rapat terputus-putus.',
      tindakan: 'Koneksi dialihkan ke jaringan kabel.',
      selesai: '09.42',
    },
  ],
  tanpaKendala: false,
  rekaman: 'Kegiatan direkam. Hasil rekaman: https://contoh.go.id/rekaman/0123',
  waktuLayanan: 'Diterima lengkap Rab 18/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j.',
  dasarHukum: sampleLegalBasis,
  tanggalLaporan: '2026-11-24',
  diperiksa: { nama: 'Siti Contoh, S.Kom., M.T.', tanggal: '2026-11-24' },
  disetujui: { nama: 'Drs. Abdul Contoh, M.Si.', tanggal: '2026-11-25' },
  penandaTangan: sampleTeamLead,
};

/** An event that passed without a word from staff is not assumed to have been held; it gets no report. */
const wanted: EventDocumentKind['wanted'] = (subject, situation) => {
  if (!isIn(endedStates, subject)) return undefined;
  const view = activityReportView(subject, situation);
  return eventDocument(activityReport, subject, {
    situation,
    view,
    isDraft: view.draf,
    signedOff: !view.draf && subject.request.staff.approvedBy !== undefined,
    because: view.draf
      ? 'Kegiatan selesai; isian laporan belum lengkap.'
      : 'Kegiatan selesai dan isian laporan lengkap.',
  });
};

export const activityReport = {
  about: 'event',
  key: 'laporan',
  title: 'Laporan Kegiatan',
  folder: 'Laporan',
  template: 'laporan-kegiatan.docx',
  schema: activityReportSchema,
  mustPrint: [
    'nomorTiket',
    'acara',
    'pejabat.nama',
    'petugas.nama',
    'tempat',
    'hariPelaksanaan',
    'rekaman',
    'belumLengkap',
  ],
  sample,
  linkedBy: 'report',
  wanted,
} as const satisfies EventDocumentKind;
