/** A picture put into the frame of the template's, at its own proportions; without data the template's stays. */
import { TemplateDataError } from '../faults/faults.ts';
import { descendants, writeXml, type XmlElement } from '../file/xml.ts';
import { fittedInto, pictureIn } from '../values/pictures.ts';
import type { Key } from './drawing-keys.ts';
import { filled, refuseLeftInDrawing, sizeOf, withoutKey, withSlots } from './drawing-slots.ts';
import { compileTagExpression, type PartContext, type Print } from './part-context.ts';

export const printPicture = (element: XmlElement, key: Key, context: PartContext): Print => {
  const tag = { place: context.label, near: key.written };
  const evaluate = compileTagExpression(key.subject, { tag, purpose: 'picture', context });
  const frame = sizeOf(element);
  if (frame === undefined || [...descendants(element, 'a:blip')].length === 0) {
    context.faults.add({
      ...tag,
      message: `"${key.written}" tidak berada pada gambar. Sisipkan gambar (Insert, Pictures), lalu isi teks alternatifnya.`,
    });
    return () => '';
  }
  const own = withoutKey(element, key, context.inLoop);
  refuseLeftInDrawing(own, key, context);
  const ownXml = writeXml(own);
  const slots = writeXml(withSlots(own));
  return (turn) => {
    const value = evaluate(turn);
    if (value === undefined || value === null || value === '') {
      return filled(ownXml, { id: context.inLoop ? turn.state.nextId() : 0 });
    }
    const picture = pictureIn(value);
    if (picture === undefined) {
      throw new TemplateDataError({ ...tag, message: 'Data gambar ini bukan PNG atau JPEG.' });
    }
    return filled(slots, {
      id: context.inLoop ? turn.state.nextId() : 0,
      picture: turn.state.show(context.part, picture),
      ...fittedInto(frame, picture),
    });
  };
};
