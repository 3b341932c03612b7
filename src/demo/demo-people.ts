import type { DemoRow } from './demo-tab.ts';

/** RFC 2606 keeps this ending free: no mail to it can reach a stranger. */
export const mailDomain = 'prov.test';

/**
 * Everybody here is invented. Telephone numbers begin with 0812-0000, which no operator gives out, staff numbers
 * end in 99x.
 */
export const officers = {
  rahmat: 'Rahmat Hulukati, S.Kom.',
  sri: 'Sri Wahyuni Pakaya, S.T.',
  ikbal: 'Moh. Ikbal Lamadlaw, A.Md.Kom.',
  fadli: 'Fadli Botutihe, S.Kom., M.T.',
  nurain: 'Nurain Tangahu, S.T.',
} as const;

type Requester = Pick<
  DemoRow<'Permohonan'>,
  'email' | 'requesterName' | 'requesterPosition' | 'requesterNip' | 'institution' | 'phone'
>;

const requester = (
  mailbox: string,
  requesterName: string,
  requesterPosition: string,
  requesterNip: string,
  institution: string,
  phone: string | number,
): Requester => ({
  email: `${mailbox}@${mailDomain}`,
  requesterName,
  requesterPosition,
  requesterNip,
  institution,
  phone,
});

/** Those who ask, each with the spelling habits of a real form: NIPs too short, too long or "-", telephones without 0. */
export const requesters = {
  education: requester(
    'umum.dikbud',
    'Yusuf Mantali, S.Pd.',
    'Kepala Subbagian Umum',
    '198504122010011991',
    'Dinas Pendidikan dan Kebudayaan Provinsi Gorontalo',
    '081200001101',
  ),
  health: requester(
    'sekretariat.dinkes',
    'Nursinta Abas, S.K.M.',
    'Perencana Ahli Muda',
    '19870230201101299',
    'Dinas Kesehatan Provinsi Gorontalo',
    81200001102,
  ),
  planning: requester(
    'program.bapppeda',
    'Hendra Yunus, S.E., M.Si.',
    'Kepala Subbidang Program',
    '197911052005011992',
    'Bapppeda',
    '0812-0000-1103',
  ),
  governance: requester(
    'biro.pemotda',
    'Ratna Djafar, S.IP.',
    'Analis Kebijakan Ahli Muda',
    '-',
    'biro pem otda',
    '+62 812-0000-1104',
  ),
  law: requester(
    'biro.hukum',
    'Irwan Pomalingo, S.H.',
    'Penyusun Produk Hukum',
    '198801172015031993',
    'Biro Hukum Setda Provinsi Gorontalo',
    '081200001105',
  ),
  agriculture: requester(
    'distan',
    'Wahyudin Rauf',
    'Staf Sekretariat',
    '1990061520190310019912',
    'Dinas Pertanian Prov. Gorontalo',
    '6281200001106',
  ),
  personnel: requester(
    'bkd',
    'Meilan Husain, S.STP.',
    'Kepala Bidang Pengembangan Kompetensi',
    '198602282006022994',
    'Badan Kepegawaian Daerah',
    '081200001107',
  ),
  finance: requester(
    'badan.keuangan',
    'Arifin Katili, S.E.',
    'Bendahara',
    '198309092008041995',
    'Badan Keuangan Prov Gorontalo',
    81200001108,
  ),
  inspection: requester(
    'inspektorat',
    'Hartati Lihawa, S.E., Ak.',
    'Auditor Ahli Madya',
    '197708082003122996',
    'Inspektorat Provinsi Gorontalo',
    '081200001109',
  ),
  secretariat: requester(
    'setda.umum',
    'Abdul Gani Suleman, S.Sos.',
    'Kepala Bagian Tata Usaha',
    '197404041998031997',
    'Sekretariat Daerah Provinsi Gorontalo',
    '081200001110',
  ),
  women: requester(
    'dp3a',
    'Lusiana Bobihu, S.Psi.',
    'Konselor',
    '199203142019022998',
    'Dinas PPPA',
    '0812 0000 1111',
  ),
  disaster: requester(
    'bpbd',
    'Ferdi Kasim',
    'Operator Pusdalops',
    '',
    'BPBD Prov. Gorontalo',
    '081200001112',
  ),
} as const satisfies Readonly<Record<string, Requester>>;

/** Officials who lead meetings, as people write them into a cell. */
export const officials = {
  governor: 'Gubernur Gorontalo',
  secretary: 'Drs. H. Anwar Dunggio, M.Si. (Sekretaris Daerah)',
  firstAssistant: 'Dr. Syamsul Biya, S.H., M.H. (Asisten I)',
  education: 'Dra. Hj. Ningsih Maku, M.Pd. (Kepala Dinas Pendidikan dan Kebudayaan)',
  health: 'dr. Taufik Olii, M.Kes. (Kepala Dinas Kesehatan)',
  planning: 'Ir. Rusdin Ali, M.T. (Kepala Bapppeda)',
  personnel: 'Zulkifli Nento, S.STP., M.Si. (Kepala BKD)',
} as const;
