/** Photos as a report prints them: two a row, each with the name of its file beneath. */
import { z } from 'zod';
import type { FiledPhoto } from '../../core/cases/photos.ts';
import type { ReportPhotos } from '../../core/cases/situation.ts';

const photoSchema = z.object({
  gambar: z.string().describe('Fotonya: {{gambar kiri.gambar}} sebagai teks alternatif gambar'),
  keterangan: z.string().describe('Nama berkas foto tanpa akhirannya'),
});

/** Absent where there is none, so that a report without photos is the same as before there were any. */
export const photoShape = {
  barisFoto: z
    .array(z.object({ kiri: photoSchema, kanan: photoSchema.optional() }))
    .optional()
    .describe('Foto kegiatan dari folder Dokumentasi, dua sebaris'),
  mintaFoto: z
    .string()
    .optional()
    .describe('Folder tempat foto diletakkan, selama laporan belum memuat foto'),
};

type PhotoView = z.output<z.ZodObject<typeof photoShape>>;

/** @param folder Where photos are to be put, as long as the report is a draft. */
export const photosIn = (photos: ReportPhotos | undefined, folder?: string): PhotoView => {
  if (photos === undefined || photos.kind === 'unseen') return {};
  const { printed, isAsked } = photos;
  if (printed.length === 0) {
    return isAsked && folder !== undefined ? { mintaFoto: folder } : {};
  }
  const rows: NonNullable<PhotoView['barisFoto']> = [];
  for (let at = 0; at < printed.length; at += 2) {
    const [left, right] = printed.slice(at, at + 2);
    if (left === undefined) break;
    rows.push({ kiri: shown(left), ...(right && { kanan: shown(right) }) });
  }
  return { barisFoto: rows };
};

const shown = ({ name, mark }: FiledPhoto) => ({
  gambar: mark,
  keterangan: name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replaceAll('_', ' '),
});

/** A grey field of the proportions of a photo. */
const samplePicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWM4efk+VsQwkBIA4CR3ETNfuU8AAAAASUVORK5CYII=';

export const samplePhotos: PhotoView = {
  barisFoto: [
    {
      kiri: { gambar: samplePicture, keterangan: '1 Pembukaan oleh Asisten Perekonomian' },
      kanan: { gambar: samplePicture, keterangan: '2 Peserta di ruang rapat' },
    },
    { kiri: { gambar: samplePicture, keterangan: '3 Pengujian perangkat' } },
  ],
};
