import type { OfficeSettings } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';

/** The setting's name in Pengaturan. */
export const photosOfConfidentialEvents = 'Foto Kegiatan Terbatas dan Rahasia dalam Laporan';

/** Whether photos of this event may be looked into and printed. */
export const mayPrintPhotos = (
  { request: { answers } }: Pick<Case, 'request'>,
  { printsConfidentialPhotos }: Pick<OfficeSettings, 'printsConfidentialPhotos'>,
): boolean => answers.sensitivity === 'biasa' || printsConfidentialPhotos;
