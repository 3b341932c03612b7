/** Moves the tags of one block up to the element that holds them all, taking emptied lines along. */
import {
  anElement,
  childOf,
  cloneOf,
  elementsOf,
  insert,
  pathTo,
  replaceChild,
  type XmlElement,
  type XmlNode,
  type XmlTag,
} from '../file/xml.ts';

/** A block with the tags that bound it, in reading order: opener, any else, closer. */
export interface Block {
  readonly open: XmlTag;
  readonly bounds: readonly XmlTag[];
}

/** Things that are seen on paper although they hold no letters. */
const visibleElements = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'mc:AlternateContent',
  'w:fldChar',
  'w:instrText',
  'w:fldSimple',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:sym',
  'w:tbl',
  'w:sectPr',
  'w:altChunk',
  'm:oMath',
  'm:oMathPara',
]);

/** Lifts every tag of the block to be a child of `target`, or says which cannot be and why. */
export const liftBlock = (
  block: Block,
  target: XmlElement,
): { readonly tag: XmlTag; readonly message: string } | undefined => {
  const rows = block.bounds.map((bound) => rowBelow(target, bound));
  const row = rows[0];
  if (row !== undefined && rows.every((other) => other === row)) return liftToRow(block, row);
  for (const bound of block.bounds) {
    const message = liftOut(bound, target);
    if (message !== undefined) return { tag: bound, message };
  }
  return undefined;
};

/** Whether anything visible stands before and after the tag inside the element. */
export const around = (element: XmlElement, tag: XmlTag): { before: boolean; after: boolean } => {
  let before = false;
  let after = false;
  let passed = false;
  const visit = (holder: XmlElement): void => {
    for (const child of holder.children) {
      if (child === tag) passed = true;
      else if (isVisible(child, holder)) {
        if (passed) after = true;
        else before = true;
      }
      if (child.kind === 'element') visit(child);
    }
  };
  visit(element);
  return { before, after };
};

const isVisible = (node: XmlNode, holder: XmlElement): boolean => {
  if (node.kind === 'tag') return true;
  if (node.kind === 'text') return holder.name === 'w:t' && /\S/.test(node.text);
  if (node.name === 'w:br') {
    const type = node.attributes.get('w:type');
    return type === 'page' || type === 'column';
  }
  return visibleElements.has(node.name);
};

const rowBelow = (target: XmlElement, tag: XmlTag): XmlElement | undefined => {
  const path = pathTo(target, tag);
  return path[0]?.name === 'w:tr' ? path[0] : undefined;
};

/** A block whose tags stand in cells of one row is about that row. */
const liftToRow = (block: Block, row: XmlElement): { tag: XmlTag; message: string } | undefined => {
  const [open, close] = block.bounds;
  const holder = row.parent;
  if (open === undefined || close === undefined || holder === undefined) return undefined;
  if (block.bounds.length !== 2) {
    return {
      tag: block.bounds[1] ?? open,
      message: `"${block.bounds[1]?.tag.source}" berada di sel lain dari pembukanya. Satu baris tabel tidak dapat dibelah oleh else.`,
    };
  }
  if (tagsAround(row, open).before) {
    return {
      tag: open,
      message: `"${open.tag.source}" mengulang atau menyaring seluruh baris tabel, jadi harus berdiri sebelum tag lain di baris itu.`,
    };
  }
  if (tagsAround(row, close).after) {
    return {
      tag: close,
      message: `"${close.tag.source}" menutup seluruh baris tabel, jadi harus berdiri sesudah tag lain di baris itu.`,
    };
  }
  for (const tag of [open, close]) takeOut(row, tag);
  replaceChild(holder, row, open, row, close);
  return undefined;
};

const tagsAround = (row: XmlElement, tag: XmlTag): { before: boolean; after: boolean } => {
  const tags: XmlTag[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'tag') tags.push(child);
      else if (child.kind === 'element') visit(child);
    }
  };
  visit(row);
  const at = tags.indexOf(tag);
  return { before: at > 0, after: at < tags.length - 1 };
};

/** Takes a tag out of a cell; a paragraph that held nothing else goes too, if the cell has another. */
const takeOut = (row: XmlElement, tag: XmlTag): void => {
  const path = pathTo(row, tag);
  const paragraph = path.findLast(({ name }) => name === 'w:p');
  const alone = paragraph !== undefined && isAlone(paragraph, tag);
  const direct = path.at(-1) ?? row;
  replaceChild(direct, tag);
  const holder = paragraph?.parent;
  if (!alone || holder === undefined) return;
  if (elementsOf(holder).filter(({ name }) => name === 'w:p').length > 1) {
    replaceChild(holder, paragraph);
  }
};

const isAlone = (element: XmlElement, tag: XmlTag): boolean => {
  const { before, after } = around(element, tag);
  return !before && !after;
};

const liftOut = (tag: XmlTag, target: XmlElement): string | undefined => {
  const path = pathTo(target, tag);
  if (path.some(({ name }) => name === 'w:tbl')) {
    return `"${tag.tag.source}" berada di dalam tabel, sedangkan pasangannya di luar tabel itu.`;
  }
  for (const element of path.reverse()) {
    // A cell cannot go or be cut; where its tag belongs is decided by the row.
    if (element.name === 'w:tc') continue;
    const message = liftOver(tag, element);
    if (message !== undefined) return message;
  }
  return undefined;
};

const liftOver = (tag: XmlTag, element: XmlElement): string | undefined => {
  const holder = element.parent;
  if (holder === undefined) return undefined;
  const { before, after } = around(element, tag);
  if (before && after) return misplaced(tag, element);
  if (!before && !after) {
    replaceChild(holder, element, ...emptyParagraphFor(holder, element), tag, ...marksIn(element));
    return undefined;
  }
  const direct = pathTo(holder, tag).at(-1) ?? element;
  replaceChild(direct, tag);
  const at = holder.children.indexOf(element);
  insert(holder, before ? at + 1 : at, tag);
  return undefined;
};

const misplaced = (tag: XmlTag, element: XmlElement): string => {
  const { source } = tag.tag;
  if (element.name === 'w:tr') {
    return `"${source}" berada di tengah baris tabel. Taruh di awal baris pertama, di akhir baris terakhir, atau di baris tersendiri.`;
  }
  if (element.name === 'w:p') {
    return `"${source}" berada di tengah kalimat, sedangkan pasangannya di paragraf lain. Taruh di paragraf tersendiri.`;
  }
  return `"${source}" berada di tengah tautan atau kontrol isian, sedangkan pasangannya di luarnya.`;
};

/** A cell must keep a paragraph, which is its height too. */
const emptyParagraphFor = (holder: XmlElement, paragraph: XmlElement): XmlElement[] => {
  if (paragraph.name !== 'w:p' || holder.name !== 'w:tc') return [];
  if (elementsOf(holder).filter(({ name }) => name === 'w:p').length > 1) return [];
  const look = childOf(paragraph, 'w:pPr');
  return [anElement('w:p', new Map(), look === undefined ? [] : [cloneOf(look)])];
};

/** Bookmarks of a line that goes stay beside it; their partners may be elsewhere. */
const marksIn = (element: XmlElement): XmlElement[] => {
  if (element.name !== 'w:p') return [];
  return elementsOf(element).filter(({ name }) => name.startsWith('w:bookmark'));
};
