/**
 * The small XML tree that templates are taken apart in and put together from.
 *
 * Names keep their prefix (`w:p`): Word, LibreOffice and Google Docs all write the usual ones. The tree
 * may be changed: lifting block tags moves nodes about.
 */
import { SaxesParser } from 'saxes';
import { deepestTree, mostTreePieces } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import type { Tag } from '../language/tags.ts';

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Map<string, string>;
  children: XmlNode[];
  parent: XmlElement | undefined;
}

export interface XmlText {
  readonly kind: 'text';
  text: string;
}

/** A Handlebars tag that was found in the text, standing where it was typed or was lifted to. */
export interface XmlTag {
  readonly kind: 'tag';
  readonly tag: Tag;
}

export type XmlNode = XmlElement | XmlText | XmlTag;

/** How much the parts of one package may still grow to; a tree takes many times the room of its text. */
export class TreeRoom {
  #pieces = 0;

  /** @throws PackageFault when these are too many. */
  take(pieces: number): void {
    this.#pieces += pieces;
    if (this.#pieces > mostTreePieces) throw new PackageFault('too-large');
  }
}

/** @throws PackageFault when the tree is too large or too deep; what goes over it is recursive. */
export const parseXml = (source: string, room = new TreeRoom()): XmlElement => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const top = anElement('#document', new Map());
  let current = top;
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('attribute', () => room.take(1));
  parser.on('opentag', (tag) => {
    room.take(1);
    depth += 1;
    if (depth > deepestTree) throw new PackageFault('too-large');
    const element = anElement(tag.name, new Map(Object.entries(tag.attributes)));
    append(current, element);
    current = element;
  });
  parser.on('text', (text) => {
    current.children.push({ kind: 'text', text });
  });
  parser.on('cdata', (text) => {
    current.children.push({ kind: 'text', text });
  });
  parser.on('closetag', () => {
    depth -= 1;
    current = current.parent ?? top;
  });
  parser.write(source.startsWith('\uFEFF') ? source.slice(1) : source).close();
  const root = elementsOf(top)[0];
  if (root === undefined) throw new Error('no root element');
  root.parent = undefined;
  return root;
};

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const writeXml = (node: XmlNode): string => {
  if (node.kind === 'text') return escapeText(node.text);
  if (node.kind === 'tag') return '';
  const inner = node.children.map(writeXml).join('');
  return inner === ''
    ? `${openingOf(node, '/>')}`
    : `${openingOf(node, '>')}${inner}</${node.name}>`;
};

/** `<w:p a="b"` and what closes it. */
export const openingOf = (element: XmlElement, end: '>' | '/>'): string => {
  let out = `<${element.name}`;
  for (const [name, value] of element.attributes) out += ` ${name}="${escapeAttribute(value)}"`;
  return out + end;
};

export const anElement = (
  name: string,
  attributes: Map<string, string>,
  children: readonly XmlNode[] = [],
): XmlElement => {
  const element: XmlElement = {
    kind: 'element',
    name,
    attributes,
    children: [],
    parent: undefined,
  };
  for (const child of children) append(element, child);
  return element;
};

export const append = (parent: XmlElement, child: XmlNode): void => {
  parent.children.push(child);
  if (child.kind === 'element') child.parent = parent;
};

/** Puts other nodes in the place of one child. */
export const replaceChild = (parent: XmlElement, child: XmlNode, ...others: XmlNode[]): void => {
  parent.children.splice(parent.children.indexOf(child), 1, ...others);
  for (const other of others) if (other.kind === 'element') other.parent = parent;
};

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => child.kind === 'element');

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name);

/** Every element below this one with one of the names, in reading order. */
export function* descendants(element: XmlElement, ...names: string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (names.length === 0 || names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

/** A copy of the subtree that can be changed on its own. */
export const cloneOf = (element: XmlElement): XmlElement =>
  anElement(
    element.name,
    new Map(element.attributes),
    element.children.map((child) => (child.kind === 'element' ? cloneOf(child) : { ...child })),
  );

export const plainTextOf = (element: XmlElement): string =>
  element.children
    .map((child) =>
      child.kind === 'text' ? child.text : child.kind === 'element' ? plainTextOf(child) : '',
    )
    .join('');

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

export const escapeAttribute = (value: string): string =>
  escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
