/**
 * The small XML tree that templates are taken apart in and put together from.
 *
 * Names keep their prefix (`w:p`): Word, LibreOffice and Google Docs all write the usual ones. The tree
 * may be changed: lifting block tags moves nodes about.
 */
import { PackageFault } from '../../../office-package/package-fault.ts';
import { readXml, TreeRoom } from '../../../office-package/read-xml.ts';
import { escapeAttribute, escapeText } from '../../../office-package/xml-text.ts';
import type { Tag } from '../language/tags.ts';

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Changed only by the functions here, which keep every `parent` true. */
  readonly children: readonly XmlNode[];
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
  parent: XmlElement | undefined;
}

export type XmlNode = XmlElement | XmlText | XmlTag;

/** @throws PackageFault when it is no XML, too large or too deep; what goes over the tree is recursive. */
export const parseXml = (bytes: Buffer, room = new TreeRoom()): XmlElement => {
  const top = anElement('#document', new Map());
  let current = top;
  const opened = (name: string, attributes: Map<string, string>): void => {
    const element = anElement(name, attributes);
    append(current, element);
    current = element;
  };
  const text = (said: string): void => append(current, aText(said));
  const closed = (): void => {
    current = current.parent ?? top;
  };
  readXml(bytes, { opened, text, closed }, room);
  const root = elementsOf(top)[0];
  if (root === undefined) throw new PackageFault('malformed');
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

export const aText = (text: string): XmlText => ({ kind: 'text', text });

export const aTag = (tag: Tag): XmlTag => ({ kind: 'tag', tag, parent: undefined });

export const append = (parent: XmlElement, child: XmlNode): void => insert(parent, -1, child);

/** Puts a node before the child at this place; behind the last one when the place is negative. */
export const insert = (parent: XmlElement, at: number, ...nodes: readonly XmlNode[]): void => {
  const children = childrenOf(parent);
  if (at < 0) children.push(...nodes);
  else children.splice(at, 0, ...nodes);
  adopt(parent, nodes);
};

/** Puts other nodes in the place of one child. */
export const replaceChild = (
  parent: XmlElement,
  child: XmlNode,
  ...others: readonly XmlNode[]
): void => {
  childrenOf(parent).splice(parent.children.indexOf(child), 1, ...others);
  if (child.kind !== 'text') child.parent = undefined;
  adopt(parent, others);
};

/** Puts these nodes in the place of all children. */
export const setChildren = (parent: XmlElement, nodes: readonly XmlNode[]): void => {
  const children = childrenOf(parent);
  const wanted = [...nodes];
  for (const child of children) if (child.kind !== 'text') child.parent = undefined;
  children.length = 0;
  children.push(...wanted);
  adopt(parent, wanted);
};

/** The elements from just below `from` down to the one that holds the node; none when it is not below. */
export const pathTo = (from: XmlElement, node: XmlElement | XmlTag): XmlElement[] => {
  const path: XmlElement[] = [];
  for (let holder = node.parent; holder !== from; holder = holder.parent) {
    if (holder === undefined) return [];
    path.push(holder);
  }
  return path.reverse();
};

const childrenOf = (element: XmlElement): XmlNode[] => element.children as XmlNode[];

const adopt = (parent: XmlElement, nodes: readonly XmlNode[]): void => {
  for (const node of nodes) if (node.kind !== 'text') node.parent = parent;
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
