/** Tells of numbers in the sheet that the ledger did not know. */
import type { Ticket } from '../cases/ledger-state.ts';
import { firstOf, list, number } from '../cases/wording.ts';

const namedAtMost = 10;

/** That rows kept numbers which the ledger did not know, in the staff's words; nothing where none did. */
export const takenOverNotice = (tickets: readonly Ticket[]): readonly string[] => {
  if (tickets.length === 0) return [];
  const sorted = [...new Set(tickets)].sort();
  const named = firstOf(sorted, namedAtMost, (more) => `${number(more)} lainnya`);
  return [
    `Nomor tiket berikut tertulis di Permohonan tetapi tidak ada dalam catatan layanan, jadi diambil dari lembar dan tidak diberikan lagi: ${list(named)}. Catatan layanan mungkin dipulihkan dari salinan lama, atau nomornya diketik; periksa Status, Petugas, dan Waktu Layanan di baris itu.`,
  ];
};
