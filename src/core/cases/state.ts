/** The states of a request, as *Status* says them. */
export const stateNames = [
  'Diajukan',
  'Perlu Perbaikan',
  'Diterima',
  'Dikoordinasikan',
  'Terjadwal',
  'Disiapkan',
  'Siap',
  'Berlangsung',
  'Selesai',
  'Ditutup',
  'Ditolak',
  'Dibatalkan',
  'Dijadwalkan Ulang',
  'Tidak Terlaksana',
] as const;

export type State = (typeof stateNames)[number];
