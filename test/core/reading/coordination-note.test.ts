import { describe, expect, test } from 'vitest';
import { saysCoordinated } from '../../../src/core/reading/coordination-note.ts';

describe('a note on the coordination with the requester', () => {
  test.each([
    'tidak dapat dihubungi',
    'Tdk bs dihub',
    'gagal dihubungi',
    'telepon tidak diangkat',
    'WA tidak dibalas',
    'Sudah di-WA, belum dibalas',
    'sudah ditelepon 3 kali tapi tidak ada jawaban',
    'Sudah ditelepon, nomor tidak aktif',
    'sudah ditelepon; nomornya salah',
    'dihubungi, tanpa respons',
    'tidak diangkat, sudah di-WA',
    'belum bisa dihubungi',
    'masih belum dihubungi',
    'blm',
    'akan dihubungi besok',
    'dihubungi besok pagi',
    'nanti ditelepon',
    'rencana ditelepon Senin',
    'perlu dihubungi',
    'sedang dihubungi',
    'Hubungi Bu Ani 0812 0000 1111',
    'tidak diangkat, dihubungi lagi',
    'sudah di-WA, menunggu kabar',
    'sudah dihubungi?',
    'sulit dihubungi',
    'tidak bisa dikontak',
    'no respon',
    'dihubungi Senin depan',
    'dalam proses',
    '✗ dihubungi',
    'tidak',
    'tdk',
    'x',
    'X',
    '-',
    'no',
    '0',
    'FALSE',
    'nihil',
    'tidak ada',
  ])('"%s" is no coordination', (note) => {
    expect(saysCoordinated(note)).toBe(false);
  });

  test.each([
    'daftar peserta diterima',
    'Sudah ditelepon.',
    'Dihubungi lewat WhatsApp.',
    'Pak Andi sudah dihubungi',
    'Sudah ditelepon 16/11 09.30, tidak ada kendala',
    'tidak ada perubahan, sudah dikonfirmasi Bu Ani',
    'Sudah dihubungi, materi akan dikirim besok',
    'pagi tidak diangkat, siang sudah ditelepon',
    'Senin gagal dihubungi; Selasa sudah dihubungi lagi',
    'Koordinasi berjalan tanpa hambatan',
    'Rapat dengan Pak Budi 16/11',
    'Perangkat desa sudah ditemui',
    'Ditelepon Bu Ani: perlu dua mikrofon',
    'ya',
    'sudah',
    'TRUE',
  ])('"%s" is one', (note) => {
    expect(saysCoordinated(note)).toBe(true);
  });
});
