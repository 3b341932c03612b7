import { describe, expect, test } from 'vitest';
import { readShortReason } from '../../../src/core/reading/short-reason.ts';

const said = (reason: string | undefined): string => {
  const read = readShortReason(reason, ['Speaker', 'Tripod Kamera']);
  return read.kind === 'short' ? [...read.of].sort().join(' ') : read.kind;
};

describe('the reason for which an event was called off', () => {
  test.each([
    ['Semua petugas bertugas pada waktu yang sama', 'officer'],
    ['operator tidak tersedia', 'officer'],
    ['Tdk ada akun zoom; dialihkan ke Dinas Kominfo', 'licence'],
    ['Zoom penuh', 'licence'],
    ['kekurangan peralatan', 'equipment'],
    ['tripod  kamera rusak', 'equipment'],
    ['Petugas dan akun tidak ada pada jam itu', 'licence officer'],
    ['petugas, akun, laptop dan speaker tidak tersedia', 'equipment licence officer'],
    ['tidak ada petugas, akun, dan speaker', 'equipment licence officer'],
    ['Semua petugas, baik operator maupun teknisi, bertugas di luar kantor', 'officer'],
    ['Aula dipakai rapat lain, semua petugas cuti', 'officer'],
    ['Petugas belum siap, akun siap', 'officer'],
    ['Narasumber hadir, operator sakit', 'officer'],
    ['Akun siap tetapi petugas tidak bisa hadir', 'officer'],
    ['petugas yang siap kurang', 'officer'],
    ['operator yang siap sakit', 'officer'],
    ['petugas belum tersedia saat itu', 'officer'],
    ['petugas tersedia hanya satu, kurang operator', 'officer'],
    ['petugas ada yang sakit', 'officer'],
    ['petugas dan akun ada, alat rusak', 'equipment'],
  ])('names what was short: %s', (reason, what) => {
    expect(said(reason)).toBe(what);
  });

  test.each([undefined, '', 'Jadwal penuh', 'bentrok dengan kegiatan lain'])(
    'leaves open what was short: %s',
    (reason) => {
      expect(said(reason)).toBe('untold');
    },
  );

  test.each([
    'Diminta pemohon',
    'Surat tidak lengkap',
    'Narasumber sakit',
    'tidak perlu operator',
    'Tidak ada kegiatan zoom hari itu',
    'Dipindah ke aula, speaker dari pemohon',
    'Petugas sudah siap, narasumber berhalangan',
    'Petugas siap, narasumber sakit',
    'Narasumber sakit, petugas siap',
    'Operator hadir, pimpinan berhalangan',
    'Petugas, akun, dan speaker siap, narasumber sakit',
    'petugas siap dan narasumber sakit',
    'petugas siap narasumber sakit',
    'Alat lengkap, listrik gedung rusak',
    'Petugas standby namun peserta tidak ada',
    'Ruang rapat tidak tersedia, petugas sudah memberi tahu pemohon',
    'Listrik gedung rusak, teknisi dan operator kami sudah dihubungi',
  ])('is another: %s', (reason) => {
    expect(said(reason)).toBe('other');
  });
});
