/** Tells staff that passes went by something they remembered wrongly: what was made since the night before may be wrong. */
import type { Temporal } from 'temporal-polyfill';
import { list, plainDay } from '../cases/wording.ts';

/** What a nightly check found to be otherwise than it is: what was read, or what came of it. */
export type RememberedPart = keyof typeof words;

/** In the staff's words; what is read first. */
const words = {
  workbook: 'isi buku kerja',
  folders: 'isi folder Dokumentasi',
  templates: 'templat dokumen',
  texts: 'teks pesan',
  ledger: 'catatan layanan',
  cells: 'isian kolom layanan',
  overview: 'Ringkasan',
  promises: 'tiket, waktu, dan pesan',
  documents: 'dokumen',
  notices: 'pemberitahuan',
  rest: 'ada tidaknya pekerjaan',
} as const;

export const rememberedParts = Object.keys(words) as readonly RememberedPart[];

export interface Misremembered {
  readonly day: Temporal.PlainDate;
  readonly parts: readonly RememberedPart[];
}

export const misrememberedNotice = (found: Misremembered | undefined): readonly string[] =>
  found === undefined
    ? []
    : [
        `Pemeriksaan malam tanggal ${plainDay(found.day)} menemukan data sementara yang tidak cocok dengan keadaan sebenarnya: ${list(found.parts.map((part) => words[part]))}. Data itu sudah dibuang dan semuanya dihitung ulang, tetapi isian, dokumen, atau pesan yang dibuat sebelumnya mungkin keliru. Periksa yang penting, dan sampaikan pemberitahuan ini kepada pengelola layanan.`,
      ];
