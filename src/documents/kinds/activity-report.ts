/** Laporan Kegiatan: what clause A.2.8 wants told about one event, and how it was prepared. */

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { TypedMarks } from '../../core/approval/settle-approval.ts';
import type { Incident } from '../../core/cases/desk.ts';
import { entriesAbout } from '../../core/cases/entries-about.ts';
import { photoFolderOf } from '../../core/cases/photos.ts';
import type { Answers, Official, RecordingResult, StaffFacts } from '../../core/cases/request.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { endedStates, isIn } from '../../core/cases/state-groups.ts';
import { clockTime, plainDay } from '../../core/cases/wording.ts';
import { unbreakable } from '../../core/clock/event-time.ts';
import { isToldHeld } from '../../core/clock/held.ts';
import { headerOf } from '../../core/columns/request-tab.ts';
import { preparationOf } from '../../core/day/preparation.ts';
import { type EquipmentLine, equipmentOf } from '../../core/figures/event-equipment.ts';
import type { EventDocumentKind } from '../document-kind.ts';
import { actualTimePhrase } from '../parts/actual-time.ts';
import { complianceOf, isHandled, isLevy } from '../parts/compliance.ts';
import { eventDocument } from '../parts/event-document.ts';
import {
  eventOf,
  eventShape,
  itemSchema,
  officerSchema,
  officersOf,
} from '../parts/event-parts.ts';
import {
  nameSettingFor,
  officeOf,
  officeShape,
  signatoryFor,
  signatorySchema,
} from '../parts/office-parts.ts';
import { photoShape, photosIn, samplePhotos } from '../parts/photo-parts.ts';
import {
  sampleEvent,
  sampleLegalBasis,
  sampleOffice,
  sampleOfficers,
  sampleTeamLead,
} from '../parts/sample-event.ts';
import { serviceTimeSentence } from '../parts/service-time.ts';
import { signingOf, signingShape } from '../parts/signing.ts';
import { notFilled } from '../word/helpers/helpers.ts';

export const activityReportSchema = z.object({
  ...officeShape,
  ...eventShape,
  draf: z.boolean().describe('Benar selama fakta laporan atau penanda tangan belum lengkap'),
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
  terlaksana: z.boolean().describe('Benar bila ada catatan bahwa kegiatan dilaksanakan'),
  petugas: z.array(officerSchema).describe('Petugas yang bertugas, operator utama lebih dahulu'),
  tanpaPetugas: z.boolean().describe('Benar bila layanan tidak memerlukan petugas'),
  waktuAktual: z.string().describe('Waktu sebenarnya; boleh kosong'),
  jumlahPeserta: z.number().optional().describe('Peserta menurut permohonan'),
  pesertaHadir: z.number().optional().describe('Peserta yang hadir'),
  persiapan: z
    .array(z.object({ uraian: z.string(), keadaan: z.string() }))
    .describe('Langkah persiapan dan keadaannya'),
  peralatanDiminta: z.boolean().describe('Benar bila pemohon meminta peralatan'),
  peralatan: z.array(itemSchema).describe('Peralatan yang disiapkan dinas menurut catatan'),
  peralatanBelumTercatat: z
    .array(itemSchema)
    .describe('Peralatan yang diminta dan tidak tercatat disiapkan siapa pun'),
  peralatanPemohon: z.array(itemSchema).describe('Kekurangan yang menjadi tanggungan pemohon'),
  dipenuhiPemohon: z.boolean().describe('Benar bila Dipenuhi Pemohon dicentang'),
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
  kendalaBelumDitangani: z
    .number()
    .describe('Kendala yang uraian, tindakan, atau waktu teratasinya belum tercatat'),
  jumlahPungutan: z.number().describe('Pengaduan pungutan tentang kegiatan ini'),
  sesuaiStandar: z
    .boolean()
    .describe('Benar bila seluruh fakta standar pelayanan tercatat dan tidak ada yang menyangkal'),
  belumTercatat: z
    .array(z.string())
    .describe('Fakta yang kurang untuk menyatakan kesesuaian dengan standar'),
  tidakSesuai: z.array(z.string()).describe('Fakta yang tidak sesuai dengan standar pelayanan'),
  rekaman: z.string().describe('Kalimat tentang hasil rekaman; kosong bila belum diisi'),
  waktuLayanan: z.string().describe('Penjelasan waktu layanan 24 jam; boleh kosong'),
  dasarHukum: z.array(z.string()),
  ...photoShape,
  tanggalLaporan: z.string().describe('Hari laporan diperiksa; kosong sebelum itu'),
  ...signingShape,
  penandaTangan: signatorySchema,
});

export type ActivityReportView = z.output<typeof activityReportSchema>;

/**
 * The report as the facts stand. It names the event as it is even when it is confidential: the report is the
 * office's own record. A recording's link is left out where it may not be printed.
 */
export const activityReportView = (subject: Case, situation: Situation): ActivityReportView => {
  const { desk, timeZone } = situation;
  const { request, decided, ticket } = subject;
  const { answers, staff } = request;
  const facts = decided.reportFacts;
  const incidents = entriesAbout(desk.incidents, ticket);
  const complaints = entriesAbout(desk.complaints, ticket);
  const equipment = equipmentOf(subject, desk);
  const { unrecorded, against } = complianceOf({ subject, incidents, complaints, equipment });
  const isWaived = facts?.waived === true && !facts.complete;
  const signatory = signatoryFor(desk.settings, 'report');
  const isDraft = !(facts?.complete || facts?.waived) || signatory.nama === '';
  return withoutGaps(isWaived, {
    ...officeOf(desk.settings),
    ...eventOf(subject, answers.event ?? ''),
    draf: isDraft,
    belumLengkap: [
      ...(isWaived ? [] : (facts?.missing ?? []).map(({ header, what }) => `${header} (${what})`)),
      ...(signatory.nama === ''
        ? [`${nameSettingFor(desk.settings, 'report')} (tab Pengaturan)`]
        : []),
    ],
    alasanPengecualian: isWaived ? (staff.reason ?? '') : '',
    tandaSifat: answers.sensitivity === 'biasa' ? '' : answers.sensitivity.toUpperCase(),
    namaPemohon: answers.requesterName ?? '',
    jabatanPemohon: answers.requesterPosition ?? '',
    pejabat: leaderOf(staff.actualLeader, answers.plannedLeader),
    terlaksana: isToldHeld(subject),
    petugas: officersOf(subject, desk),
    tanpaPetugas: decided.officers?.kind === 'not-needed',
    waktuAktual: actualTimePhrase(answers.schedule, staff),
    ...(answers.participants !== undefined && { jumlahPeserta: answers.participants }),
    ...(staff.attended !== undefined && { pesertaHadir: staff.attended }),
    persiapan: preparationOf(subject).map(({ uraian, keadaan }) => ({ uraian, keadaan })),
    peralatanDiminta: answers.equipment.length > 0,
    peralatan: itemsOf(equipment, 'provided'),
    peralatanBelumTercatat: itemsOf(equipment, 'untold'),
    peralatanPemohon: itemsOf(equipment, 'short'),
    dipenuhiPemohon: staff.shortageMet,
    kendala: incidents.map((incident) => incidentOf(incident, { answers, timeZone })),
    tanpaKendala: staff.incidents === false && incidents.length === 0,
    kendalaBelumDitangani: incidents.filter((incident) => !isHandled(incident)).length,
    jumlahPungutan: complaints.filter(isLevy).length,
    sesuaiStandar: unrecorded.length === 0 && against.length === 0,
    belumTercatat: [...unrecorded],
    tidakSesuai: [...against],
    rekaman: recordingSentence(staff.recordingResult, {
      wish: recordingWish(subject),
      mayPrintLink: decided.disclosure?.mayPrintRecording ?? answers.sensitivity === 'biasa',
    }),
    waktuLayanan: serviceTimeSentence(subject, situation),
    dasarHukum: [...desk.legalBasis],
    ...photosIn(decided.photos, isDraft ? photoFolderOf(ticket) : undefined),
    tanggalLaporan: '',
    ...signingOf({}),
    tandaTanganElektronik: desk.settings.signsInOffice,
    penandaTangan: signatory,
  });
};

/** What a report that was closed without all facts prints for those that nobody will fill in any more. */
const withoutGaps = (isWaived: boolean, view: ActivityReportView): ActivityReportView => {
  if (!isWaived) return view;
  const told = (text: string): string =>
    text.trim() === '' ? unrecorded : text.replaceAll(notFilled, unrecorded);
  return {
    ...view,
    acara: told(view.acara),
    instansi: told(view.instansi),
    tempat: told(view.tempat),
    hariPelaksanaan: told(view.hariPelaksanaan),
    waktuPelaksanaan: told(view.waktuPelaksanaan),
    jenisLayanan: told(view.jenisLayanan),
    namaPemohon: told(view.namaPemohon),
    waktuAktual: told(view.waktuAktual),
    rekaman: view.rekaman === '' ? 'Hasil rekaman tidak dicatat.' : view.rekaman,
    pejabat: { ...view.pejabat, nama: told(view.pejabat.nama) },
    kendala: view.kendala.map((incident) => ({
      ...incident,
      uraian: told(incident.uraian),
      tindakan: told(incident.tindakan),
    })),
  };
};

const unrecorded = 'tidak dicatat';

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

const incidentOf = (
  { at, kind, who = '', what = '', action = '', solvedAt }: Incident,
  { answers, timeZone }: { readonly answers: Answers; readonly timeZone: string },
): ActivityReportView['kendala'][number] => {
  const { schedule } = answers;
  const isOneDay = schedule?.sessions.length === 1 && schedule.sessions[0] !== undefined;
  const time = (moment: Temporal.Instant | undefined): string => {
    const local = moment?.toZonedDateTimeISO(timeZone);
    if (local === undefined) return '';
    const isOnTheDay = isOneDay && schedule.startDay.equals(local.toPlainDate());
    return `${isOnTheDay ? '' : `${unbreakable(plainDay(local.toPlainDate()))} pukul `}${clockTime(local)}`;
  };
  return {
    waktu: time(at),
    jenis: incidentWords[kind],
    dialami: who,
    uraian: what,
    tindakan: action,
    selesai: time(solvedAt),
  };
};

const incidentWords = {
  koneksi: 'Koneksi',
  login: 'Login',
  perangkat: 'Perangkat',
  lainnya: 'Lainnya',
} as const;

/** Whether a recording was asked for; nobody knows where the answer could not be read. */
const recordingWish = ({
  request: { answers, findings },
  isRecordingWished = false,
}: Case): 'asked' | 'not-asked' | 'unread' => {
  if (answers.recording || isRecordingWished) return 'asked';
  return findings.some(({ field }) => field === headerOf('recording')) ? 'unread' : 'not-asked';
};

/** Without a request for a recording and without a word about one, there is none to hand over. */
const recordingSentence = (
  result: RecordingResult,
  {
    wish,
    mayPrintLink,
  }: { readonly wish: ReturnType<typeof recordingWish>; readonly mayPrintLink: boolean },
): string => {
  switch (result.kind) {
    case 'unknown':
      return wish === 'not-asked' ? 'Perekaman tidak diminta.' : '';
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

const itemsOf = (
  lines: readonly EquipmentLine[],
  part: 'provided' | 'untold' | 'short',
): ActivityReportView['peralatan'] =>
  lines.flatMap((line) => (line[part] > 0 ? [{ nama: line.name, jumlah: line[part] }] : []));

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
  terlaksana: true,
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
  peralatanDiminta: true,
  peralatan: [
    { nama: 'Kamera Zoom', jumlah: 1 },
    { nama: 'Speaker', jumlah: 2 },
    { nama: 'Komputer/laptop', jumlah: 1 },
  ],
  peralatanBelumTercatat: [],
  peralatanPemohon: [{ nama: 'Televisi/LCD Proyektor', jumlah: 1 }],
  dipenuhiPemohon: true,
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
  kendalaBelumDitangani: 0,
  jumlahPungutan: 0,
  sesuaiStandar: true,
  belumTercatat: [],
  tidakSesuai: [],
  rekaman: 'Kegiatan direkam. Hasil rekaman: https://contoh.go.id/rekaman/0123',
  waktuLayanan:
    'Diterima lengkap Rabu, 18 November 2026 pukul 09.10 WITA; dikonfirmasi pukul 15.40 WITA; 6 jam 30 menit dari 24 jam (menurut jam kerja 5 jam 30 menit).',
  dasarHukum: sampleLegalBasis,
  ...samplePhotos,
  tanggalLaporan: '2026-11-24',
  diperiksa: { nama: 'Siti Contoh, S.Kom., M.T.', tanggal: '2026-11-24' },
  disetujui: { nama: 'Drs. Abdul Contoh, M.Si.', tanggal: '2026-11-25' },
  edisiSebelumnya: '',
  perubahan: [],
  tandaTanganElektronik: false,
  penandaTangan: sampleTeamLead,
};

/**
 * An event that passed without a word from staff is not assumed to have been held; it gets no report. While nobody can
 * say which photos there are, the report that lies there is left as it is.
 */
const wanted: EventDocumentKind['wanted'] = (subject, situation) => {
  const { photos } = subject.decided;
  if (!isIn(endedStates, subject) || photos?.kind === 'unseen') return undefined;
  const view = activityReportView(subject, situation);
  return eventDocument(activityReport, subject, {
    situation,
    view,
    ...(photos && { photos: photos.printed }),
    isDraft: view.draf,
    signing: {
      title: activityReport.title,
      isDraft: view.draf,
      marks: marksOf(subject.request.staff),
      signed: (signatures) => ({
        ...view,
        ...signingOf(signatures),
        tanggalLaporan: (signatures.checked?.day ?? signatures.approved?.day)?.toString() ?? '',
      }),
    },
    because: view.draf
      ? 'Kegiatan selesai; isian laporan belum lengkap.'
      : 'Kegiatan selesai dan isian laporan lengkap.',
  });
};

/** The facts of the row are asked for by their rule; who signs is written in another tab. */
const remarksBeside: EventDocumentKind['remarksBeside'] = (subject, { desk }) =>
  isIn(endedStates, subject) && signatoryFor(desk.settings, 'report').nama === ''
    ? [
        {
          kind: 'warning',
          text: `Laporan Kegiatan masih Draf: ${nameSettingFor(desk.settings, 'report')} belum diisi di tab Pengaturan.`,
        },
      ]
    : [];

const marksOf = ({ checkedBy, approvedBy }: StaffFacts): TypedMarks => ({
  ...(checkedBy && { checked: checkedBy }),
  ...(approvedBy && { approved: approvedBy }),
});

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
    'draf',
    'belumLengkap',
    'terlaksana',
    'sesuaiStandar',
    'belumTercatat',
    'tidakSesuai',
    'kendalaBelumDitangani',
  ],
  sample,
  linkedBy: 'report',
  wanted,
  remarksBeside,
} as const satisfies EventDocumentKind;
