/**
 * Content controls that show a value from elsewhere in the file, such as the company's name.
 *
 * Word puts that value over the control's own text whenever it opens the file. A control that carries a tag
 * is let loose from it, so that what was printed stays; one that shows a value with a tag and has none
 * itself is told, because other programs show its old text.
 */
import type { FaultList } from '../faults/faults.ts';
import { childOf, descendants, plainTextOf, replaceChild, type XmlElement } from '../file/xml.ts';

interface ControlSurroundings {
  readonly label: string;
  readonly faults: FaultList;
  /** The names of values that carry tags. */
  readonly taggedValues: ReadonlySet<string>;
}

export const releaseControls = (root: XmlElement, around: ControlSurroundings): void => {
  for (const control of descendants(root, 'w:sdt')) {
    const properties = childOf(control, 'w:sdtPr');
    const content = childOf(control, 'w:sdtContent');
    if (properties === undefined || content === undefined) continue;
    const bindings = ['w:dataBinding', 'w15:dataBinding'].flatMap(
      (name) => childOf(properties, name) ?? [],
    );
    if (plainTextOf(content).includes('{{')) {
      const hint = childOf(properties, 'w:showingPlcHdr');
      for (const dropped of [...bindings, ...(hint === undefined ? [] : [hint])])
        replaceChild(properties, dropped);
    } else if (bindings.some((binding) => around.taggedValues.has(boundNameOf(binding)))) {
      const name = childOf(properties, 'w:alias')?.attributes.get('w:val') ?? '';
      around.faults.add({
        place: around.label,
        message: `Kontrol isian "${name}" menampilkan nilai yang memuat tag, tetapi isinya sendiri tidak. Ketik tag itu di dalam kontrolnya, atau hapus kontrolnya dan tulis tag sebagai teks biasa.`,
      });
    }
  }
};

/** The last name of `/ns0:Properties[1]/ns0:Company[1]`. */
const boundNameOf = (binding: XmlElement): string =>
  /([^/:@[\]]+)(?:\[\d+\])?\s*$/.exec(binding.attributes.get('w:xpath') ?? '')?.[1] ?? '';
