/** A last look at a part: no tag may be left in it, and none may have vanished without being printed. */
import type { TemplateFault } from '../faults/faults.ts';
import { writeXml, type XmlElement } from '../file/xml.ts';
import { leftTagIn } from '../finding/left-over.ts';
import type { Tag } from '../language/tags.ts';
import type { PartContext } from './part-context.ts';

/** Told only when nothing else is wrong: a tag with a mistake is left over too. */
export const refuseLeftTags = (root: XmlElement, context: PartContext): void => {
  if (context.faults.all.length > 0) return;
  for (const { source, place, near } of tagsIn(root)) {
    context.faults.add({ place, message: cannotPrint(source), near });
  }
  const left = leftTagIn(writeXml(root).replace(/ [\w:]+="[^"]*"/g, ''));
  if (left !== undefined) context.faults.add(leftIn(context.label, left));

  function* tagsIn(element: XmlElement): Generator<Tag> {
    for (const child of element.children) {
      if (child.kind === 'element') yield* tagsIn(child);
      else if (child.kind === 'tag' && !context.reached.has(child.tag)) {
        const { kind } = child.tag.meaning;
        if (kind === 'value' || kind === 'open') yield child.tag;
      }
    }
  }
};

const cannotPrint = (source: string): string =>
  `"${source}" berada di tempat yang tidak dapat diisi, misalnya di dalam gambar yang juga diisi. Pindahkan ke luar.`;

/** A tag that is left, told with the words around it. */
export const leftIn = (place: string, near: string): TemplateFault => ({
  place,
  message:
    'Ada tag di tempat yang tidak dapat diisi, sehingga akan tercetak apa adanya. Hapus, atau tulis sebagai teks biasa di isi dokumen.',
  near,
});
