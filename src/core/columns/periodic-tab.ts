/** The tab Dokumen Berkala: a row a recap or an evaluation, for whoever checks and approves it. */
import { service, staff, type Tab } from '../sheet/column.ts';
import type { Cell } from '../sheet/snapshot.ts';

export const periodicTab = {
  name: 'Dokumen Berkala',
  synonyms: ['Rekap dan Evaluasi'],
  isOptional: true,
  columns: [
    service('name', 'Dokumen', 'text', {
      hint: 'Diisi layanan: satu baris untuk setiap rekap bulanan dan evaluasi tahunan.',
      width: 36,
    }),
    service('link', 'Tautan', 'link', {
      hint: 'Diisi layanan: tautan ke edisi terbaru dokumen.',
      width: 52,
    }),
    staff('checkedBy', 'Diperiksa', 'text', {
      synonyms: ['Diperiksa Oleh'],
      hint: 'Nama pemeriksa dan tanggalnya, misalnya: Rahmat, 24/11/2026. Untuk mengembalikan, tulis Dikembalikan: dan apa yang perlu diperbaiki.',
      width: 28,
      decisive: true,
    }),
    staff('approvedBy', 'Disetujui', 'text', {
      synonyms: ['Disetujui Oleh'],
      hint: 'Nama yang menyetujui dan tanggalnya, setelah Diperiksa terisi. Berlaku untuk edisi yang ditautkan saat diisi.',
      width: 28,
      decisive: true,
    }),
    staff('scan', 'Naskah Bertanda Tangan', 'text', {
      synonyms: ['Pindaian', 'Tautan Naskah'],
      hint: 'Tautan ke pindaian yang bertanda tangan atau ke naskah di e-office.',
      width: 36,
    }),
    service('remarks', 'Keterangan', 'long', {
      synonyms: ['Keterangan Layanan'],
      hint: 'Diisi layanan: apa yang perlu dilakukan pada dokumen ini. Kosong berarti tidak ada.',
    }),
  ],
} as const satisfies Tab;

/** What a row is known by, however people space its name and whichever capitals they give it. */
export const periodicKey = (name: Cell): string =>
  String(name).normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
