import { mailDomain } from './demo-people.ts';
import type { DemoRow } from './demo-tab.ts';

/** What the invented office wrote into Pengaturan; everything else keeps its default. */
export const demoSettings: readonly DemoRow<'Pengaturan'>[] = [
  { name: 'Alamat', value: 'Jalan Contoh Nomor 1, Kota Gorontalo 96100' },
  { name: 'Kontak', value: `Telepon (0435) 000000 · persandian@${mailDomain}` },
  { name: 'Nama Kepala Dinas', value: 'Dr. Hj. Marwah Pulubuhu, S.Kom., M.T.' },
  { name: 'NIP Kepala Dinas', value: '19730514 199803 2 991' },
  { name: 'Pangkat Kepala Dinas', value: 'Pembina Utama Muda, IV/c' },
  { name: 'Nama Ketua Tim', value: 'Iskandar Mooduto, S.T., M.M.' },
  { name: 'NIP Ketua Tim', value: '19790923 200604 1 992' },
  { name: 'Pangkat Ketua Tim', value: 'Pembina, IV/a' },
  { name: 'Email Tim Kerja Jaringan', value: `Tim Kerja Jaringan = jaringan@${mailDomain}` },
  {
    name: 'Email Pengawas',
    value: `Iskandar Mooduto, S.T., M.M. = iskandar@${mailDomain}\nDr. Hj. Marwah Pulubuhu, S.Kom., M.T. = kadis@${mailDomain}`,
  },
  { name: 'Email Pengelola Layanan', value: `Rahmat Hulukati, S.Kom. = rahmat@${mailDomain}` },
];
