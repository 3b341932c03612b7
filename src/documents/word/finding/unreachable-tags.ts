/** Finds tags in corners of a file that nothing is printed into: addresses of links, diagrams, embedded files. */

import type { PackedPart } from '../../../office-package/zip-directory.ts';
import type { FaultList } from '../faults/faults.ts';
import type { OfficeFile } from '../file/office-file.ts';
import type { Story } from '../file/stories.ts';
import { leftTagInPart } from './left-over.ts';

export const refuseUnreachableTags = (
  file: OfficeFile,
  stories: readonly Pick<Story, 'part' | 'label'>[],
  faults: FaultList,
): void => {
  for (const { part, label } of stories) {
    for (const { target, isExternal } of file.relationshipsOf(part)) {
      const address = target.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
      if (!isExternal || !address.includes('{{')) continue;
      const message =
        'Alamat tautan tidak dapat memuat tag. Tulis alamatnya sebagai teks: {{nama}}.';
      faults.add({ place: label, message, near: address.slice(0, 60) });
    }
  }
  for (const part of file.entries.keys()) {
    if (!/^word\/charts\/chartEx\d*\.xml$/i.test(part)) continue;
    faults.add({
      place: 'Grafik',
      message:
        'Jenis grafik ini tidak dapat diisi. Pakai grafik batang, garis, atau lingkaran biasa.',
    });
  }
};

interface Corner {
  readonly parts: RegExp;
  readonly place: string;
  readonly message: string;
}

const general =
  'Ada tag di bagian berkas yang tidak dapat diisi. Hapus dari sana, atau tulis sebagai teks biasa di isi dokumen.';

const corners: readonly Corner[] = [
  {
    parts: /\/diagrams\//i,
    place: 'Diagram (SmartArt)',
    message: 'Tag di dalam diagram SmartArt tidak dapat diisi. Pindahkan ke tabel atau kotak teks.',
  },
  {
    parts: /\/embeddings\//i,
    place: 'Berkas tersemat',
    message:
      'Tag di dalam berkas yang disematkan (misalnya tabel Excel) tidak dapat diisi. Ganti dengan tabel atau teks Word.',
  },
  {
    parts: /\/media\//i,
    place: 'Gambar',
    message: 'Tag di dalam gambar tidak dapat diisi. Tulis sebagai teks Word di samping gambarnya.',
  },
  {
    parts: /\/drawings\//i,
    place: 'Gambar di atas grafik',
    message:
      'Tag di dalam gambar atau kotak teks di atas grafik tidak dapat diisi. Pindahkan ke luar.',
  },
  { parts: /\/settings\.xml$/i, place: 'Pengaturan dokumen (variabel)', message: general },
  { parts: /\/styles\w*\.xml$/i, place: 'Gaya (styles)', message: general },
  { parts: /\/numbering\.xml$/i, place: 'Format penomoran', message: general },
  { parts: /^docProps\//i, place: 'Properti dokumen', message: general },
  { parts: /^customXml\//i, place: 'Data kontrol isian', message: general },
  { parts: /\.rels$/i, place: 'Alamat tautan', message: general },
];

/** The last look: whatever goes out as it lies in the template carries no tag. */
export const refuseTagsIn = (parts: readonly PackedPart[], faults: FaultList): void => {
  for (const part of parts) {
    const near = leftTagInPart(part);
    if (near === undefined) continue;
    const corner = corners.find(({ parts: pattern }) => pattern.test(part.name));
    faults.add({
      place: corner?.place ?? `Bagian ${part.name}`,
      message: corner?.message ?? general,
      near,
    });
  }
};
