/** The form through which requests come in: clause A.1 of the service standard, in the order in which people answer. */
import { facilityNames } from '../../../../core/columns/choices.ts';
import { requestTab } from '../../../../core/columns/request-tab.ts';
import {
  type Asked,
  type AskedField,
  anyOf,
  choicesOf,
  day,
  type FormDesign,
  itemsOf,
  long,
  oneOf,
  type Page,
  questionsOf,
  short,
  time,
} from './form-design.ts';

const asked: Readonly<Record<AskedField<typeof requestTab>, Asked>> = {
  requesterName: {
    as: short,
    required: true,
    help: 'Nama lengkap beserta gelar pejabat atau pegawai yang mengajukan permohonan.',
  },
  requesterPosition: {
    as: short,
    required: true,
    help: 'Jabatan pemohon, misalnya Kepala Subbagian Umum.',
  },
  // With spaces it stays text; as a number it would lose its last digits in the sheet.
  requesterNip: {
    as: short,
    help: 'Boleh dikosongkan. Tulis 18 angka dengan spasi, misalnya 19900101 201503 1 001.',
  },
  institution: {
    as: short,
    required: true,
    help: 'Nama lengkap instansi atau perangkat daerah, tanpa singkatan.',
  },
  phone: {
    as: short,
    required: true,
    help: 'Nomor yang dapat dihubungi melalui telepon atau WhatsApp, misalnya 0812-3456-7890.',
  },
  event: {
    as: short,
    required: true,
    help: 'Nama kegiatan sebagaimana tercantum dalam surat permohonan.',
  },
  plannedLeader: {
    as: short,
    help: 'Nama pejabat yang direncanakan memimpin, dengan jabatannya dalam kurung.',
  },
  startDay: { as: day, required: true, help: 'Tanggal kegiatan dimulai.' },
  endDay: { as: day, help: 'Diisi hanya apabila kegiatan berlangsung lebih dari satu hari.' },
  startTime: {
    as: time,
    required: true,
    help: 'Jam kegiatan dimulai, menurut zona waktu yang dipilih di bawah.',
  },
  endTime: {
    as: short,
    help: 'Tulis jamnya, misalnya 12.00, atau tulis "selesai" apabila belum dapat dipastikan.',
  },
  zone: {
    as: oneOf(choicesOf(requestTab, 'zone')),
    help: 'Apabila tidak dipilih, jam dibaca menurut zona waktu kantor kami.',
  },
  place: {
    as: long,
    required: true,
    help: 'Ruangan dan gedung tempat kegiatan. Tulis "daring" apabila tidak memerlukan petugas di lokasi.',
  },
  placeContact: {
    as: short,
    help: 'Nama dan nomor telepon penanggung jawab di lokasi kegiatan.',
  },
  host: {
    as: oneOf(choicesOf(requestTab, 'host')),
    required: true,
    help: 'Pihak yang membuat ruang rapat daring. Pilih "Instansi lain" apabila tautannya berasal dari instansi lain.',
  },
  hostLink: {
    as: long,
    help: 'Diisi apabila penyelenggaranya instansi lain: tautan, atau ID rapat dan kode sandinya.',
  },
  serviceKind: {
    as: oneOf(choicesOf(requestTab, 'serviceKind')),
    required: true,
    help: 'Link Host saja: kami menyiapkan ruang rapat tanpa petugas di lokasi. Link Host + Operator: kami menyiapkan ruang rapat dan menugaskan petugas. Operator saja: ruang rapat dibuat pihak lain dan kami menugaskan petugas.',
  },
  platform: {
    as: oneOf(
      choicesOf(requestTab, 'platform').filter((choice) => choice !== 'Lainnya'),
      { other: true },
    ),
    help: 'Apabila tidak dipilih, kegiatan dilaksanakan melalui Zoom.',
  },
  participants: {
    as: short,
    help: 'Perkiraan jumlah peserta daring. Tulis dengan angka saja, misalnya 150.',
  },
  equipment: {
    as: anyOf(facilityNames),
    help: 'Pilih sarana yang diperlukan. Sarana yang tidak tersedia pada kami disiapkan oleh pemohon.',
  },
  recording: {
    as: oneOf(choicesOf(requestTab, 'recording')),
    help: 'Apakah kegiatan perlu direkam?',
  },
  streaming: {
    as: oneOf(choicesOf(requestTab, 'streaming')),
    help: 'Apakah kegiatan disiarkan langsung kepada umum?',
  },
  sensitivity: {
    as: oneOf(choicesOf(requestTab, 'sensitivity')),
    required: true,
    help: 'Nama dan tautan kegiatan yang bersifat Rahasia tidak dicantumkan dalam pesan dan rekapitulasi.',
  },
  letterNumber: { as: short, help: 'Nomor surat permohonan, apabila sudah ada.' },
  letterDay: { as: day, help: 'Tanggal surat permohonan, apabila sudah ada.' },
  letterFile: {
    as: short,
    help: 'Tautan ke berkas surat, misalnya di Google Drive, yang dapat dibuka oleh Tim Kerja Persandian. Surat yang bersifat Rahasia tidak dibagikan melalui tautan, tetapi diserahkan langsung kepada kami.',
  },
  notes: { as: long, help: 'Hal lain yang perlu kami ketahui.' },
};

/** Where a new page of a new form begins; the requester's own data stand on the first, below the form's title. */
const pages: Readonly<Partial<Record<AskedField<typeof requestTab>, Page>>> = {
  event: {
    title: 'Kegiatan',
    help: 'Nama, waktu, dan tempat kegiatan yang dimohonkan.',
  },
  host: {
    title: 'Rapat dan Peralatan',
    help: 'Ruang rapat daring, jenis layanan, dan sarana yang diperlukan.',
  },
  sensitivity: {
    title: 'Kerahasiaan dan Surat Permohonan',
    help: 'Sifat kegiatan dan surat permohonannya.',
  },
};

const questions = questionsOf(requestTab, asked);

export const requestDesign: FormDesign = {
  kind: 'request',
  tab: requestTab,
  title: 'Permohonan Fasilitasi Layanan Video Conference',
  description:
    'Formulir ini digunakan untuk mengajukan permohonan fasilitasi video conference kepada Tim Kerja Persandian. Layanan ini GRATIS dan tidak dipungut biaya apa pun. Permohonan ditindaklanjuti paling lambat 24 jam setelah diterima secara lengkap. Kerahasiaan data terjamin: isian hanya digunakan untuk penyelenggaraan layanan ini.',
  confirmation:
    'Terima kasih. Permohonan Bapak/Ibu telah kami terima dan ditindaklanjuti paling lambat 24 jam setelah lengkap. Layanan ini GRATIS; apabila ada yang meminta bayaran, laporkan kepada Tim Kerja Persandian.',
  goesTo: 'requesters',
  emails: 'RESPONDER_INPUT',
  questions,
  items: itemsOf(questions, pages),
};
