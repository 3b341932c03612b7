import { service } from '../sheet/column.ts';

/**
 * What is wrong with a row of a register and what to do, wherever people fill rows that have no ticket. Staff keep a
 * column *Keterangan* of their own in some tabs: what they wrote there stays (`register-remarks.ts`).
 */
export const rowRemarks = service('remarks', 'Keterangan', 'long', {
  synonyms: ['Keterangan Layanan'],
  hint: 'Diisi layanan: apa yang belum terbaca pada baris ini dan apa yang perlu dilakukan. Kosong berarti tidak ada. Tulisan Anda sendiri di sini dibiarkan.',
});
