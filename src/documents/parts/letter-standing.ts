/** How letters say that they are not valid any more, or stand in the place of another; `letters.ts` fills it in. */
import { z } from 'zod';
import type { Case } from '../../core/cases/situation.ts';
import type { State } from '../../core/cases/state.ts';
import type { ToldFact } from '../document-kind.ts';

export const standingShape = {
  tidakBerlaku: z
    .string()
    .describe(
      'Mengapa surat tidak berlaku lagi; kosong selama berlaku. Selalu tercetak di atas surat',
    ),
  menggantikan: z
    .string()
    .describe('Edisi yang digantikan surat ini dan apa yang berubah; biasanya kosong'),
};

export const valid = { tidakBerlaku: '', menggantikan: '' };

/** Why a letter about an event that will not be, or was not, held is not valid. */
export const whyCalledOff = ({ movedTo, decided: { state } }: Case): string | undefined =>
  movedTo === undefined ? state && wordsFor[state.is] : `kegiatan digeser ke ${movedTo}`;

const wordsFor: Partial<Readonly<Record<State, string>>> = {
  Ditolak: 'permohonan ditolak',
  Dibatalkan: 'kegiatan dibatalkan',
  'Dijadwalkan Ulang': 'kegiatan dijadwalkan ulang',
  'Tidak Terlaksana': 'kegiatan tidak terlaksana',
};

/** What every letter tells of its event. The name of an event may have become confidential since. */
export const eventTold = (view: Readonly<Record<string, unknown>>): readonly ToldFact[] => [
  { label: 'kegiatan', value: String(view['acara']), isPrivate: true },
  { label: 'hari/tanggal', value: String(view['hariPelaksanaan']) },
  { label: 'waktu', value: String(view['waktuPelaksanaan']) },
  { label: 'tempat', value: String(view['tempat']) },
];
