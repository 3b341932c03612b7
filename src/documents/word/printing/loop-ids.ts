/** Keeps apart what a loop repeats and a document may have once. */

import { escapeAttribute } from '../../../office-package/xml-text.ts';
import { anElement, openingOf, writeXml, type XmlElement } from '../file/xml.ts';
import type { PartContext } from './part-context.ts';
import type { Sequence } from './sequence.ts';

/** Ids that may occur once in a document get a fresh number at every turn of a loop. */
export const printInLoop = (element: XmlElement, context: PartContext, into: Sequence): boolean => {
  if (element.name === 'w:bookmarkStart') {
    const id = element.attributes.get('w:id') ?? '';
    const name = element.attributes.get('w:name') ?? 'penanda';
    into.add(({ state }) => {
      const fresh = state.openBookmark(id);
      return `<w:bookmarkStart w:id="${fresh}" w:name="${name.slice(0, 30)}_${fresh}"/>`;
    });
    return true;
  }
  if (element.name === 'w:bookmarkEnd') {
    const id = element.attributes.get('w:id') ?? '';
    into.add(({ state }) => `<w:bookmarkEnd w:id="${state.closeBookmark(id)}"/>`);
    return true;
  }
  if (element.name === 'w:permStart') {
    const rest = openingOf(without(element, 'w:id'), '/>').slice('<w:permStart'.length);
    const key = `perm ${element.attributes.get('w:id')}`;
    into.add(({ state }) => `<w:permStart w:id="${state.openBookmark(key)}"${rest}`);
    return true;
  }
  if (element.name === 'w:permEnd') {
    const key = `perm ${element.attributes.get('w:id')}`;
    into.add(({ state }) => `<w:permEnd w:id="${state.closeBookmark(key)}"/>`);
    return true;
  }
  if (element.name === 'wp:docPr') {
    const open = openingOf(without(element, 'id'), '>').slice(0, -1);
    const rest = element.children.map(writeXml).join('');
    into.add(({ state }) => `${open} id="${state.nextId()}">${rest}</wp:docPr>`);
    return true;
  }
  if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference') {
    context.faults.add({
      place: context.label,
      message:
        'Catatan kaki tidak dapat berada di dalam {{#each …}}. Pindahkan ke luar pengulangan.',
    });
  }
  if (element.name === 'w:numId' && element.parent?.name === 'w:numPr') {
    const list = element.attributes.get('w:val') ?? '';
    if (!context.restarting.has(list)) return false;
    into.add(({ state }) => `<w:numId w:val="${state.listNow(list)}"/>`);
    return true;
  }
  // A content control without an id is given one by Word.
  return element.name === 'w:id' && element.parent?.name === 'w:sdtPr';
};

const without = ({ name, attributes }: XmlElement, dropped: string): XmlElement =>
  anElement(name, new Map([...attributes].filter(([attribute]) => attribute !== dropped)));

/** The opening tag; in a loop, drawings of the older kind (VML) get ids of their own at every turn. */
export const printOpening = (
  element: XmlElement,
  { end, context, into }: { end: '>' | '/>'; context: PartContext; into: Sequence },
): void => {
  const isVml = element.name.startsWith('v:');
  const isId = (name: string): boolean => isVml && vmlIds.has(name);
  const isPointer = (name: string, value: string): boolean =>
    isVml ? name === 'type' && value.startsWith('#') : shapePointers.has(name);
  const attributes = [...element.attributes];
  if (
    !context.inLoop ||
    !attributes.some(([name, value]) => isId(name) || isPointer(name, value))
  ) {
    into.text(openingOf(element, end));
    return;
  }
  into.text(`<${element.name}`);
  for (const [name, value] of attributes) {
    const hash = value.startsWith('#') ? '#' : '';
    const id = escapeAttribute(value.slice(hash.length));
    if (isId(name)) into.add(({ state }) => ` ${name}="${state.openShape(id)}"`);
    else if (isPointer(name, value))
      into.add(({ state }) => ` ${name}="${hash}${state.shape(id)}"`);
    else into.text(` ${name}="${escapeAttribute(value)}"`);
  }
  into.text(end);
};

const vmlIds = new Set(['id', 'o:spid']);
/** An embedded object and a control name the shape that shows them. */
const shapePointers = new Set(['ShapeID', 'w:shapeid']);
