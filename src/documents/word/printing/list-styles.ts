/** Which paragraph styles number or bullet their paragraphs. */
import type { OfficeFile } from '../file/office-file.ts';
import { childOf, elementsOf, type XmlElement } from '../file/xml.ts';

const known = new WeakMap<OfficeFile, ReadonlySet<string>>();

export const listStylesIn = (file: OfficeFile): ReadonlySet<string> => {
  const found = known.get(file) ?? readListStyles(file);
  known.set(file, found);
  return found;
};

const readListStyles = (file: OfficeFile): ReadonlySet<string> => {
  const part = file.relationshipsOf(file.mainPart).find(({ type }) => type === 'styles')?.target;
  const root = part === undefined ? undefined : file.xml(part);
  if (root === undefined) return new Set();
  const styles = new Map(
    elementsOf(root).map((style) => [style.attributes.get('w:styleId') ?? '', style]),
  );
  return new Set([...styles.keys()].filter((id) => isList(id, styles, 0)));
};

/** A style is a list's when it, or the one that it is based on, says so; headings are none. */
const isList = (id: string, styles: ReadonlyMap<string, XmlElement>, depth: number): boolean => {
  const style = styles.get(id);
  if (style === undefined || depth > 20) return false;
  const look = childOf(style, 'w:pPr');
  const numbering = look === undefined ? undefined : childOf(look, 'w:numPr');
  if (numbering !== undefined) {
    return childOf(numbering, 'w:numId')?.attributes.get('w:val') !== '0';
  }
  return isList(childOf(style, 'w:basedOn')?.attributes.get('w:val') ?? '', styles, depth + 1);
};
