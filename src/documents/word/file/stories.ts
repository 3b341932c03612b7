/** The parts of a document that hold text: body, letterheads, feet, notes. */
import { FaultList, TemplateFaultsError } from '../faults/faults.ts';
import type { OfficeFile } from './office-file.ts';
import { descendants, type XmlElement } from './xml.ts';

export interface Story {
  readonly part: string;
  /** What staff call it. */
  readonly label: string;
  readonly root: XmlElement;
}

const pageKinds: Readonly<Record<string, string>> = {
  first: ' (halaman pertama)',
  even: ' (halaman genap)',
};

export const storiesOf = (file: OfficeFile): readonly Story[] => {
  const body = file.xml(file.mainPart);
  if (body?.name !== 'w:document') {
    const faults = new FaultList();
    faults.add({
      place: 'Isi',
      message: 'Isi dokumen ini tidak dapat dibaca. Simpan ulang dari Word.',
    });
    throw new TemplateFaultsError(faults.all);
  }
  const stories: Story[] = [{ part: file.mainPart, label: 'Isi', root: body }];
  for (const { id, type, target } of file.relationshipsOf(file.mainPart)) {
    const label = labelOf(type, id, body);
    if (label === undefined || stories.some(({ part }) => part === target)) continue;
    const root = file.xml(target);
    if (root !== undefined) stories.push({ part: target, label, root });
  }
  return stories;
};

const labelOf = (type: string, id: string, body: XmlElement): string | undefined => {
  switch (type) {
    case 'header':
      return `Kepala surat${pageKind(body, 'w:headerReference', id)}`;
    case 'footer':
      return `Kaki surat${pageKind(body, 'w:footerReference', id)}`;
    case 'footnotes':
      return 'Catatan kaki';
    case 'endnotes':
      return 'Catatan akhir';
    default:
      return undefined;
  }
};

const pageKind = (body: XmlElement, name: string, id: string): string => {
  const reference = [...descendants(body, name)].find((one) => one.attributes.get('r:id') === id);
  return pageKinds[reference?.attributes.get('w:type') ?? ''] ?? '';
};
