/** Keeps apart what a loop repeats and a document may have once. */

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
  if (element.name === 'wp:docPr') {
    const open = openingOf(
      anElement('wp:docPr', new Map([...element.attributes].filter(([name]) => name !== 'id'))),
      '>',
    ).slice(0, -1);
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
  // A content control without an id is given one by Word.
  return element.name === 'w:id' && element.parent?.name === 'w:sdtPr';
};
