/**
 * The form that people fill after an event: what the report lacks (clause A.2.8), the survey of satisfaction, and what
 * they complain of or suggest. Whoever was there may send it, so only the ticket must be given.
 */
import { afterEventTab } from '../../../../core/columns/after-event-tab.ts';
import type { SurveyElement } from '../../../../core/columns/survey-elements.ts';
import {
  type Asked,
  type AskedField,
  choicesOf,
  type FormDesign,
  itemsOf,
  long,
  oneOf,
  type Page,
  questionsOf,
  scale,
  short,
  time,
} from './form-design.ts';

type Field = AskedField<typeof afterEventTab>;

/** A question of the survey, with what each of its four marks means. */
const mark = (question: string, meanings: readonly [string, string, string, string]): Asked => ({
  as: scale(meanings),
  help: `${question} ${meanings.map((meaning, i) => `${i + 1} = ${meaning}`).join(', ')}.`,
});

/** Source: Permenpan RB 14/2017, the questions of its annex. */
const survey: Readonly<Record<SurveyElement, Asked>> = {
  u1: mark('Apakah persyaratan layanan sesuai dengan jenis layanannya?', [
    'tidak sesuai',
    'kurang sesuai',
    'sesuai',
    'sangat sesuai',
  ]),
  u2: mark('Apakah prosedur permohonan dan pelayanan mudah diikuti?', [
    'tidak mudah',
    'kurang mudah',
    'mudah',
    'sangat mudah',
  ]),
  u3: mark('Apakah layanan diberikan dengan cepat?', [
    'tidak cepat',
    'kurang cepat',
    'cepat',
    'sangat cepat',
  ]),
  u4: mark('Bagaimana biaya layanan? Layanan ini gratis.', [
    'sangat mahal',
    'cukup mahal',
    'murah',
    'gratis',
  ]),
  u5: mark('Apakah layanan yang diterima sesuai dengan yang dimohonkan?', [
    'tidak sesuai',
    'kurang sesuai',
    'sesuai',
    'sangat sesuai',
  ]),
  u6: mark('Apakah petugas menguasai pekerjaannya?', [
    'tidak menguasai',
    'kurang menguasai',
    'menguasai',
    'sangat menguasai',
  ]),
  u7: mark('Apakah petugas sopan dan ramah?', [
    'tidak sopan dan ramah',
    'kurang sopan dan ramah',
    'sopan dan ramah',
    'sangat sopan dan ramah',
  ]),
  u8: mark('Bagaimana pengaduan pengguna layanan ditangani?', [
    'tidak ada penanganan',
    'ada, tetapi tidak berfungsi',
    'berfungsi, tetapi kurang maksimal',
    'dikelola dengan baik',
  ]),
  u9: mark('Bagaimana mutu sarana dan prasarana?', ['buruk', 'cukup', 'baik', 'sangat baik']),
};

const asked: Readonly<Record<Field, Asked>> = {
  ticket: {
    as: short,
    required: true,
    help: 'Tercantum dalam pesan dari kami, misalnya VC-2026-0123. Biarkan apabila sudah terisi.',
  },
  leader: {
    as: short,
    help: 'Nama pejabat yang benar-benar memimpin kegiatan, lengkap dengan gelarnya.',
  },
  leaderPosition: {
    as: short,
    help: 'Jabatan pejabat yang memimpin, misalnya Asisten Administrasi Umum.',
  },
  onBehalfOf: {
    as: short,
    help: 'Diisi hanya apabila pejabat yang memimpin mewakili pejabat lain, misalnya Gubernur Gorontalo.',
  },
  actualStart: { as: time, help: 'Jam kegiatan benar-benar dimulai.' },
  actualEnd: { as: time, help: 'Jam kegiatan benar-benar selesai.' },
  attended: {
    as: short,
    help: 'Jumlah peserta yang benar-benar hadir. Tulis dengan angka saja, misalnya 85.',
  },
  incidents: {
    as: oneOf(choicesOf(afterEventTab, 'incidents')),
    help: 'Apakah ada gangguan selama kegiatan, misalnya pada suara atau koneksi?',
  },
  incidentText: {
    as: long,
    help: 'Diisi apabila ada kendala: apa yang terjadi, dan bagaimana penyelesaiannya.',
  },
  recordingWished: {
    as: oneOf(choicesOf(afterEventTab, 'recordingWished')),
    help: 'Apakah Bapak/Ibu memerlukan rekaman kegiatan?',
  },
  recordingResult: {
    as: short,
    help: 'Diisi apabila diketahui: "tidak direkam", tautan rekaman, atau "tidak diserahkan" beserta alasannya. Tautan rekaman kegiatan yang bersifat Rahasia tidak dituliskan di sini.',
  },
  ...survey,
  complaintKind: {
    as: oneOf(choicesOf(afterEventTab, 'complaintKind')),
    help: 'Pilih "pungutan" apabila ada yang meminta bayaran. Layanan ini gratis.',
  },
  complaint: {
    as: long,
    help: 'Hal yang mengecewakan atau yang perlu diperbaiki. Boleh dikosongkan.',
  },
  name: { as: short, help: 'Boleh dikosongkan.' },
};

/** What happened stands on the first page, below the form's title. */
const pages: Readonly<Partial<Record<Field, Page>>> = {
  u1: {
    title: 'Survei Kepuasan',
    help: 'Nilai 1 adalah yang terendah dan 4 yang tertinggi. Pertanyaan yang tidak dapat dijawab boleh dilewati.',
  },
  complaintKind: {
    title: 'Pengaduan, Saran, dan Masukan',
    help: 'Diisi apabila ada. Setiap pengaduan dicatat dan ditindaklanjuti.',
  },
};

const questions = questionsOf(afterEventTab, asked);

export const afterEventDesign: FormDesign = {
  kind: 'after-event',
  tab: afterEventTab,
  title: 'Setelah Kegiatan: Laporan dan Survei Layanan Video Conference',
  description:
    'Terima kasih telah menggunakan fasilitasi video conference dari Tim Kerja Persandian. Formulir ini diisi setelah kegiatan selesai. Isilah yang Bapak/Ibu ketahui; selain nomor tiket, semuanya boleh dikosongkan. Jawaban digunakan untuk laporan kegiatan dan perbaikan layanan. Layanan ini GRATIS dan tidak dipungut biaya apa pun.',
  confirmation:
    'Terima kasih. Jawaban Bapak/Ibu telah kami terima dan digunakan untuk laporan kegiatan dan perbaikan layanan.',
  emails: 'DO_NOT_COLLECT',
  questions,
  items: itemsOf(questions, pages),
};
