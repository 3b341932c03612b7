/**
 * Turns a settled part into a function that prints it: fixed XML joined once, values and blocks between.
 *
 * Compiling costs milliseconds and happens once a template; printing is string joining and nothing else.
 */

import { TemplateDataError } from '../faults/faults.ts';
import {
  anElement,
  childOf,
  cloneOf,
  elementsOf,
  openingOf,
  writeXml,
  type XmlElement,
  type XmlNode,
} from '../file/xml.ts';
import { isTrue } from '../helpers/helpers.ts';
import type { BlockHead } from '../language/expression.ts';
import type { Tag } from '../language/tags.ts';
import { flatText, printedText, wordText } from '../values/text.ts';
import { type Branch, branchesOf, endOfBlock } from './branches.ts';
import { printDrawing } from './drawings.ts';
import type { Evaluate } from './evaluate.ts';
import { refuseLeftTags } from './left-tags.ts';
import { printInLoop, printOpening } from './loop-ids.ts';
import { checkFieldCodes, checkFields, checkPlaces } from './misplaced-tags.ts';
import {
  type CompiledPart,
  compileTagExpression,
  type PartContext,
  type Print,
} from './part-context.ts';
import { Sequence } from './sequence.ts';
import { compileEach, compileWith } from './steps.ts';
import { mayTouch, withGaps } from './table-gaps.ts';

export const compilePart = (root: XmlElement, context: PartContext): CompiledPart => {
  const sequence = new Sequence();
  checkFieldCodes(root, context);
  compileElement(root, context, sequence);
  refuseLeftTags(root, context);
  return { name: context.part, isFixed: sequence.isFixed, print: sequence.print() };
};

/** What holds letters, and prints even when it holds none. */
const letterElements = new Set(['w:t', 'a:t', 'm:t']);

/** These must end with a paragraph; Word calls a file without it damaged. */
const endsWithParagraph = new Set([
  'w:tc',
  'w:txbxContent',
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
]);

const compileElement = (element: XmlElement, context: PartContext, into: Sequence): void => {
  const own = context.special(element, context) ?? printDrawing(element, context);
  if (own !== undefined) {
    into.add(own);
    return;
  }
  checkPlaces(element, context);
  if (context.inLoop && printInLoop(element, context, into)) return;
  const isLetters = letterElements.has(element.name);
  if (element.children.length === 0 && element.name !== 'w:p' && !isLetters) {
    if (endsWithParagraph.has(element.name))
      into.text(`${openingOf(element, '>')}<w:p></w:p></${element.name}>`);
    else printOpening(element, { end: '/>', context, into });
    return;
  }
  if (element.name === 'w:tbl' && !hasFixedChild(element, 'w:tr')) {
    into.add(vanishingTable(element, context));
    return;
  }
  printOpening(element, { end: '>', context, into });
  if (endsWithParagraph.has(element.name) && !endsWithFixedParagraph(element)) {
    into.add(endingWithParagraph(element, context));
  } else if (mayTouch(element.children)) {
    const print = childrenOf(element, context);
    into.add((frame) => withGaps(print(frame)));
  } else {
    compileNodes(element.children, { holder: element, context }, into);
  }
  into.text(`</${element.name}>`);
};

const childrenOf = (element: XmlElement, context: PartContext): Print => {
  const inner = new Sequence();
  compileNodes(element.children, { holder: element, context }, inner);
  return inner.print();
};

interface Surroundings {
  readonly holder: XmlElement;
  readonly context: PartContext;
}

const compileNodes = (
  nodes: readonly XmlNode[],
  { holder, context }: Surroundings,
  into: Sequence,
): void => {
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    if (node.kind === 'text') into.text(writeXml(node));
    else if (node.kind === 'element') compileElement(node, context, into);
    else if (node.tag.meaning.kind === 'value') into.add(compileValue(node.tag, holder, context));
    else if (node.tag.meaning.kind === 'open') {
      const end = endOfBlock(nodes, at);
      into.add(compileBlock(nodes.slice(at, end + 1), { holder, context }));
      at = end;
    }
  }
};

const compileValue = (tag: Tag, holder: XmlElement, context: PartContext): Print => {
  if (tag.meaning.kind !== 'value') return () => '';
  context.reached.add(tag);
  const evaluate = compileTagExpression(tag.meaning.expression, { tag, purpose: 'print', context });
  const written = holder.name === 'w:t' ? wordText : flatText;
  return (frame) => {
    const value = evaluate(frame);
    return written(typeof value === 'string' ? value : textOrFault(value, tag));
  };
};

const textOrFault = (value: unknown, tag: Tag): string => {
  const text = printedText(value);
  if (text !== undefined) return text;
  const message = Array.isArray(value)
    ? `"${tag.source}" adalah daftar. Cetak dengan {{#each …}} atau {{daftar …}}.`
    : `"${tag.source}" adalah kelompok data. Sebut isinya, misalnya {{pegawai.nama}}.`;
  throw new TemplateDataError({ place: tag.place, message, near: tag.near });
};

const compileBlock = (nodes: readonly XmlNode[], around: Surroundings): Print => {
  const [first, ...rest] = branchesOf(nodes);
  if (first?.tag.meaning.kind !== 'open') return () => '';
  around.context.reached.add(first.tag);
  const { head, inverted } = first.tag.meaning;
  const body = (context: PartContext): Print => compileBranch(first, { ...around, context });
  const otherwise = compileElse(rest, around);
  if (head.word === 'each' || head.word === 'with') {
    const compile = head.word === 'each' ? compileEach : compileWith;
    const step = { tag: first.tag, head, context: around.context };
    return inverted
      ? compile({ ...step, bodyIn: () => otherwise, otherwise: body(around.context) })
      : compile({ ...step, bodyIn: body, otherwise });
  }
  const test = compileTest(first.tag, head, around.context);
  const then = body(around.context);
  return inverted
    ? (frame) => (test(frame) ? otherwise(frame) : then(frame))
    : (frame) => (test(frame) ? then(frame) : otherwise(frame));
};

const compileElse = (branches: readonly Branch[], around: Surroundings): Print => {
  const choices = branches.flatMap((branch) => {
    const { tag } = branch;
    if (tag.meaning.kind !== 'else') return [];
    const then = compileBranch(branch, around);
    const { head } = tag.meaning;
    const test = head === undefined ? () => true : compileTest(tag, head, around.context);
    return [{ test, then }];
  });
  return (frame) => choices.find(({ test }) => test(frame))?.then(frame) ?? '';
};

const compileBranch = ({ tag, nodes }: Branch, { holder, context }: Surroundings): Print => {
  checkFields(nodes, tag, context);
  const sequence = new Sequence();
  compileNodes(nodes, { holder, context }, sequence);
  return sequence.print();
};

const compileTest = (tag: Tag, head: BlockHead, context: PartContext): Evaluate => {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'test', context });
  const holds = head.includeZero
    ? (value: unknown): boolean => value === 0 || isTrue(value)
    : isTrue;
  return head.word === 'unless'
    ? (frame) => !holds(evaluate(frame))
    : (frame) => holds(evaluate(frame));
};

const vanishingTable = (element: XmlElement, context: PartContext): Print => {
  const print = childrenOf(element, context);
  return (frame) => {
    const rows = print(frame);
    return rows.includes('<w:tr>') || rows.includes('<w:tr ') ? `<w:tbl>${rows}</w:tbl>` : '';
  };
};

const endingWithParagraph = (element: XmlElement, context: PartContext): Print => {
  const print = childrenOf(element, context);
  const keepApart = mayTouch(element.children) ? withGaps : (xml: string): string => xml;
  const look = firstParagraphLook(element);
  const empty = `<w:p>${look === undefined ? '' : writeXml(cloneOf(look))}</w:p>`;
  return (frame) => {
    const content = keepApart(print(frame));
    return content.endsWith('</w:p>') ? content : content + empty;
  };
};

const firstParagraphLook = (element: XmlElement): XmlElement | undefined => {
  const paragraph = elementsOf(element).find(({ name }) => name === 'w:p');
  const look = paragraph === undefined ? undefined : childOf(paragraph, 'w:pPr');
  if (look === undefined) return undefined;
  const kept = elementsOf(look).filter(({ name }) => name !== 'w:sectPr' && name !== 'w:numPr');
  return anElement('w:pPr', new Map(), kept.map(cloneOf));
};

/** Whether a child of this name stands outside every block. */
const hasFixedChild = (element: XmlElement, name: string): boolean => {
  let depth = 0;
  for (const child of element.children) {
    depth += blockStep(child);
    if (child.kind === 'element' && child.name === name && depth === 0) return true;
  }
  return false;
};

const endsWithFixedParagraph = (element: XmlElement): boolean => {
  const last = element.children.findLast((child) => child.kind !== 'text');
  return last?.kind === 'element' && last.name === 'w:p';
};

const blockStep = (node: XmlNode): number => {
  if (node.kind !== 'tag') return 0;
  if (node.tag.meaning.kind === 'open') return 1;
  return node.tag.meaning.kind === 'close' ? -1 : 0;
};
