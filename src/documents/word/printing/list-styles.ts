/** Which paragraph styles number or bullet their paragraphs, and how. */
import type { OfficeFile } from '../file/office-file.ts';
import { childOf, elementsOf, type XmlElement } from '../file/xml.ts';

export interface ParagraphStyle {
  /** The list that its paragraphs are items of; undefined when it makes none. */
  readonly list: { readonly id: string; readonly level: string } | undefined;
  /** Headings count through the whole document. */
  readonly isHeading: boolean;
  readonly indent: XmlElement | undefined;
}

const known = new WeakMap<OfficeFile, ReadonlyMap<string, ParagraphStyle>>();

export const paragraphStylesIn = (file: OfficeFile): ReadonlyMap<string, ParagraphStyle> => {
  const found = known.get(file) ?? readStyles(file);
  known.set(file, found);
  return found;
};

export const listStylesIn = (file: OfficeFile): ReadonlySet<string> =>
  new Set([...paragraphStylesIn(file)].flatMap(([id, { list }]) => (list === undefined ? [] : id)));

const readStyles = (file: OfficeFile): ReadonlyMap<string, ParagraphStyle> => {
  const part = file.relationshipsOf(file.mainPart).find(({ type }) => type === 'styles')?.target;
  const root = part === undefined ? undefined : file.xml(part);
  if (root === undefined) return new Map();
  const styles = new Map(
    elementsOf(root).map((style) => [style.attributes.get('w:styleId') ?? '', style]),
  );
  return new Map([...styles.keys()].map((id) => [id, styleOf(id, styles)]));
};

/** A style is a list's when it, or the one that it is based on, says so. */
const styleOf = (id: string, styles: ReadonlyMap<string, XmlElement>): ParagraphStyle => {
  const numbering = inherited('w:numPr', id, styles);
  const listId = numbering === undefined ? undefined : valueIn(numbering, 'w:numId');
  const outline = inherited('w:outlineLvl', id, styles)?.attributes.get('w:val');
  return {
    list:
      numbering === undefined || listId === '0'
        ? undefined
        : { id: listId ?? '', level: valueIn(numbering, 'w:ilvl') ?? '0' },
    isHeading: outline !== undefined && outline !== '9',
    indent: inherited('w:ind', id, styles),
  };
};

/** A property of the style, or of the nearest one that it is based on. */
const inherited = (
  property: string,
  id: string,
  styles: ReadonlyMap<string, XmlElement>,
): XmlElement | undefined => {
  let at = styles.get(id);
  for (let depth = 0; at !== undefined && depth <= 20; depth += 1) {
    const look = childOf(at, 'w:pPr');
    const found = look === undefined ? undefined : childOf(look, property);
    if (found !== undefined) return found;
    at = styles.get(valueIn(at, 'w:basedOn') ?? '');
  }
  return undefined;
};

const valueIn = (element: XmlElement, child: string): string | undefined =>
  childOf(element, child)?.attributes.get('w:val');
