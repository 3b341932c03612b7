/** Finds tags in corners of a file that nothing is printed into: addresses of links, diagrams. */
import type { FaultList } from '../faults/faults.ts';
import type { OfficeFile } from '../file/office-file.ts';
import type { Story } from '../file/stories.ts';
import { plainTextOf } from '../file/xml.ts';

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
    if (!/^word\/(diagrams\/data|charts\/chartEx)\d*\.xml$/i.test(part)) continue;
    const root = file.xml(part);
    const text = root === undefined ? '' : plainTextOf(root);
    if (part.includes('chartEx')) {
      faults.add({
        place: 'Grafik',
        message:
          'Jenis grafik ini tidak dapat diisi. Pakai grafik batang, garis, atau lingkaran biasa.',
      });
    } else if (text.includes('{{')) {
      faults.add({
        place: 'Diagram (SmartArt)',
        message:
          'Tag di dalam diagram SmartArt tidak dapat diisi. Pindahkan ke tabel atau kotak teks.',
        near: text.slice(0, 60),
      });
    }
  }
};
