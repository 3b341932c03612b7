/** What every document says about the office itself: letterhead and signatures. */
import { z } from 'zod';
import type { LetterKind, OfficeSettings, Signatory } from '../../core/cases/desk.ts';

export const letterheadSchema = z
  .object({
    pemerintah: z.string().describe('Nama pemerintah daerah, baris pertama kop'),
    dinas: z.string().describe('Nama dinas, baris kedua kop'),
    alamat: z.string().describe('Alamat kantor'),
    kontak: z.string().describe('Telepon, surel, atau laman; boleh kosong'),
  })
  .describe('Kop surat, dari tab Pengaturan');

export const signatorySchema = z
  .object({
    jabatan: z.string().describe('Jabatan penanda tangan'),
    nama: z.string().describe('Nama penanda tangan; tercetak BELUM DIISI bila kosong'),
    nip: z.string().describe('NIP penanda tangan; boleh kosong'),
    pangkat: z.string().describe('Pangkat/golongan penanda tangan; boleh kosong'),
  })
  .describe('Penanda tangan, dari tab Pengaturan');

/** The fields with which every document begins. */
export const officeShape = {
  kop: letterheadSchema,
  logo: z
    .string()
    .optional()
    .describe('Gambar logo untuk kop; templat memakai gambarnya sendiri bila kosong'),
  tim: z.string().describe('Nama tim kerja, misalnya Tim Kerja Persandian'),
  kota: z.string().describe('Kota tempat surat dibuat'),
};

export const officeOf = (settings: OfficeSettings) => ({
  kop: {
    pemerintah: settings.government,
    dinas: settings.office,
    alamat: settings.address,
    kontak: settings.contact,
  },
  tim: settings.team,
  kota: settings.city,
});

/** Who signs a letter of this kind, as the settings say. */
export const signatoryFor = (
  { signedBy, head, teamLead }: OfficeSettings,
  letter: LetterKind,
): z.output<typeof signatorySchema> => {
  switch (signedBy[letter]) {
    case 'head':
      return signatoryOf(head);
    case 'lead':
      return signatoryOf(teamLead);
    case 'lead-for-head':
      return { ...signatoryOf(teamLead), jabatan: `a.n. ${head.title}\n${teamLead.title}` };
  }
};

/** The setting that names whoever signs a letter of this kind. */
export const nameSettingFor = ({ signedBy }: OfficeSettings, letter: LetterKind): string =>
  signedBy[letter] === 'head' ? 'Nama Kepala Dinas' : 'Nama Ketua Tim';

const signatoryOf = ({
  title,
  name,
  nip = '',
  rank = '',
}: Signatory): z.output<typeof signatorySchema> => ({
  jabatan: title,
  nama: name,
  nip,
  pangkat: rank,
});
