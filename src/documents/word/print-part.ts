/**
 * Turns a settled part into a function that prints it: fixed XML joined once, values and blocks between.
 *
 * Compiling costs milliseconds and happens once a template; printing is string joining and nothing else.
 */
import { printDrawing } from './drawings.ts';
import { dataPathOf, type Evaluate } from './evaluate.ts';
import type { BlockHead } from './expression.ts';
import { TemplateDataError } from './faults.ts';
import { isTrue } from './helpers.ts';
import {
  type CompiledPart,
  compileTagExpression,
  type PartContext,
  type Print,
} from './part-context.ts';
import { type Frame, ITEM, type Scope } from './scope.ts';
import { Sequence } from './sequence.ts';
import type { Tag } from './tags.ts';
import { flatText, printedText, wordText } from './text.ts';
import {
  anElement,
  childOf,
  cloneOf,
  elementsOf,
  openingOf,
  writeXml,
  type XmlElement,
  type XmlNode,
} from './xml.ts';

export function compilePart(root: XmlElement, context: PartContext): CompiledPart {
  const sequence = new Sequence();
  compileElement(root, context, sequence);
  return { name: context.part, isFixed: sequence.isFixed, print: sequence.print() };
}

/** These must end with a paragraph; Word calls a file without it damaged. */
const ENDS_WITH_PARAGRAPH = new Set([
  'w:tc',
  'w:txbxContent',
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
]);

function compileElement(element: XmlElement, context: PartContext, into: Sequence): void {
  const own = context.special(element, context) ?? printDrawing(element, context);
  if (own !== undefined) {
    into.add(own);
    return;
  }
  if (context.inLoop && printInLoop(element, context, into)) return;
  checkPlaces(element, context);
  const isLetters = element.name === 'w:t' || element.name === 'a:t';
  if (element.children.length === 0 && element.name !== 'w:p' && !isLetters) {
    if (ENDS_WITH_PARAGRAPH.has(element.name))
      into.text(`${openingOf(element, '>')}<w:p></w:p></${element.name}>`);
    else into.text(openingOf(element, '/>'));
    return;
  }
  if (element.name === 'w:tbl' && !hasFixedChild(element, 'w:tr')) {
    into.add(vanishingTable(element, context));
    return;
  }
  into.text(openingOf(element, '>'));
  if (ENDS_WITH_PARAGRAPH.has(element.name) && !endsWithFixedParagraph(element)) {
    into.add(endingWithParagraph(element, context));
  } else {
    compileNodes(element.children, { holder: element, context }, into);
  }
  into.text(`</${element.name}>`);
}

interface Surroundings {
  readonly holder: XmlElement;
  readonly context: PartContext;
}

function compileNodes(
  nodes: readonly XmlNode[],
  { holder, context }: Surroundings,
  into: Sequence,
): void {
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
}

function compileValue(tag: Tag, holder: XmlElement, context: PartContext): Print {
  if (tag.meaning.kind !== 'value') return () => '';
  const evaluate = compileTagExpression(tag.meaning.expression, { tag, purpose: 'print', context });
  const written = holder.name === 'w:t' ? wordText : flatText;
  return (frame) => {
    const value = evaluate(frame);
    return written(typeof value === 'string' ? value : textOrFault(value, tag));
  };
}

function textOrFault(value: unknown, tag: Tag): string {
  const text = printedText(value);
  if (text !== undefined) return text;
  const message = Array.isArray(value)
    ? `"${tag.source}" adalah daftar. Cetak dengan {{#each …}} atau {{daftar …}}.`
    : `"${tag.source}" adalah kelompok data. Sebut isinya, misalnya {{pegawai.nama}}.`;
  throw new TemplateDataError({ place: tag.place, message, near: tag.near });
}

function endOfBlock(nodes: readonly XmlNode[], start: number): number {
  let depth = 0;
  for (let at = start; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.kind !== 'tag') continue;
    if (node.tag.meaning.kind === 'open') depth += 1;
    if (node.tag.meaning.kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return nodes.length - 1;
}

/** One branch of a block: the tag that begins it and what lies under it. */
interface Branch {
  readonly tag: Tag;
  readonly nodes: readonly XmlNode[];
}

function branchesOf(nodes: readonly XmlNode[]): Branch[] {
  const branches: { tag: Tag; nodes: XmlNode[] }[] = [];
  let depth = 0;
  for (const node of nodes.slice(0, -1)) {
    if (node.kind === 'tag') {
      const { kind } = node.tag.meaning;
      if ((kind === 'open' && depth === 0) || (kind === 'else' && depth === 1)) {
        branches.push({ tag: node.tag, nodes: [] });
        if (kind === 'open') depth += 1;
        continue;
      }
      if (kind === 'open') depth += 1;
      if (kind === 'close') depth -= 1;
    }
    branches.at(-1)?.nodes.push(node);
  }
  return branches;
}

function compileBlock(nodes: readonly XmlNode[], around: Surroundings): Print {
  const [first, ...rest] = branchesOf(nodes);
  if (first?.tag.meaning.kind !== 'open') return () => '';
  const { head, inverted } = first.tag.meaning;
  const body = (context: PartContext): Print => compileBranch(first, { ...around, context });
  const otherwise = compileElse(rest, around);
  if (head.word === 'each') {
    const print = compileEach(first.tag, head, around.context, body, otherwise);
    return inverted
      ? compileEach(first.tag, head, around.context, () => otherwise, body(around.context))
      : print;
  }
  if (head.word === 'with') return compileWith(first.tag, head, around.context, body, otherwise);
  const test = compileTest(first.tag, head, around.context);
  const then = body(around.context);
  return inverted
    ? (frame) => (test(frame) ? otherwise(frame) : then(frame))
    : (frame) => (test(frame) ? then(frame) : otherwise(frame));
}

function compileElse(branches: readonly Branch[], around: Surroundings): Print {
  const [first, ...rest] = branches;
  if (first?.tag.meaning.kind !== 'else') return () => '';
  const then = compileBranch(first, around);
  const { head } = first.tag.meaning;
  if (head === undefined) return then;
  const test = compileTest(first.tag, head, around.context);
  const otherwise = compileElse(rest, around);
  return (frame) => (test(frame) ? then(frame) : otherwise(frame));
}

function compileBranch({ tag, nodes }: Branch, { holder, context }: Surroundings): Print {
  checkFields(nodes, tag, context);
  const sequence = new Sequence();
  compileNodes(nodes, { holder, context }, sequence);
  return sequence.print();
}

function compileTest(tag: Tag, head: BlockHead, context: PartContext): Evaluate {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'test', context });
  const holds = head.includeZero
    ? (value: unknown): boolean => value === 0 || isTrue(value)
    : isTrue;
  return head.word === 'unless'
    ? (frame) => !holds(evaluate(frame))
    : (frame) => holds(evaluate(frame));
}

function compileEach(
  tag: Tag,
  head: BlockHead,
  context: PartContext,
  bodyIn: (context: PartContext) => Print,
  otherwise: Print,
): Print {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'list', context });
  const path = dataPathOf(head.subject, context.scope);
  const body = bodyIn({
    ...context,
    inLoop: true,
    scope: {
      kind: 'each',
      parent: context.scope,
      path: path === undefined ? undefined : [...path, ITEM],
      names: head.names,
    },
  });
  return (frame) => {
    const value = evaluate(frame);
    if (value === undefined || value === null || value === false || value === '')
      return otherwise(frame);
    if (typeof value !== 'object') {
      const message = `"${tag.source}" memerlukan daftar, tetapi datanya satu nilai saja.`;
      throw new TemplateDataError({ place: tag.place, message, near: tag.near });
    }
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    const count = items.length;
    if (count === 0) return otherwise(frame);
    const turn = frameBelow(frame);
    turn.count = count;
    let out = '';
    for (let index = 0; index < count; index += 1) {
      turn.value = items[index];
      turn.index = index;
      turn.key = keys?.[index];
      out += body(turn);
    }
    return out;
  };
}

function compileWith(
  tag: Tag,
  head: BlockHead,
  context: PartContext,
  bodyIn: (context: PartContext) => Print,
  otherwise: Print,
): Print {
  const evaluate = compileTagExpression(head.subject, { tag, purpose: 'group', context });
  const path = dataPathOf(head.subject, context.scope);
  const scope: Scope = { kind: 'with', parent: context.scope, path, names: head.names };
  const body = bodyIn({ ...context, scope });
  return (frame) => {
    const value = evaluate(frame);
    if (!isTrue(value)) return otherwise(frame);
    const inner = frameBelow(frame);
    inner.value = value;
    return body(inner);
  };
}

function frameBelow(frame: Frame): Frame {
  return {
    value: undefined,
    index: 0,
    count: -1,
    key: undefined,
    parent: frame,
    root: frame.root,
    state: frame.state,
  };
}

function vanishingTable(element: XmlElement, context: PartContext): Print {
  const inner = new Sequence();
  compileNodes(element.children, { holder: element, context }, inner);
  const print = inner.print();
  return (frame) => {
    const rows = print(frame);
    return rows.includes('<w:tr>') || rows.includes('<w:tr ') ? `<w:tbl>${rows}</w:tbl>` : '';
  };
}

function endingWithParagraph(element: XmlElement, context: PartContext): Print {
  const inner = new Sequence();
  compileNodes(element.children, { holder: element, context }, inner);
  const print = inner.print();
  const look = firstParagraphLook(element);
  const empty = `<w:p>${look === undefined ? '' : writeXml(cloneOf(look))}</w:p>`;
  return (frame) => {
    const content = print(frame);
    return content.endsWith('</w:p>') ? content : content + empty;
  };
}

function firstParagraphLook(element: XmlElement): XmlElement | undefined {
  const paragraph = elementsOf(element).find(({ name }) => name === 'w:p');
  const look = paragraph === undefined ? undefined : childOf(paragraph, 'w:pPr');
  if (look === undefined) return undefined;
  const kept = elementsOf(look).filter(({ name }) => name !== 'w:sectPr' && name !== 'w:numPr');
  return anElement('w:pPr', new Map(), kept.map(cloneOf));
}

/** Whether a child of this name stands outside every block. */
function hasFixedChild(element: XmlElement, name: string): boolean {
  let depth = 0;
  for (const child of element.children) {
    depth += blockStep(child);
    if (child.kind === 'element' && child.name === name && depth === 0) return true;
  }
  return false;
}

function endsWithFixedParagraph(element: XmlElement): boolean {
  const last = element.children.findLast((child) => child.kind !== 'text');
  return last?.kind === 'element' && last.name === 'w:p';
}

function blockStep(node: XmlNode): number {
  if (node.kind !== 'tag') return 0;
  if (node.tag.meaning.kind === 'open') return 1;
  return node.tag.meaning.kind === 'close' ? -1 : 0;
}

/** Ids that may occur once in a document get a fresh number at every turn of a loop. */
function printInLoop(element: XmlElement, context: PartContext, into: Sequence): boolean {
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
}

/** A page number, a date field or a link field must lie in a block as a whole. */
function checkFields(nodes: readonly XmlNode[], tag: Tag, context: PartContext): void {
  let open = 0;
  const visit = (node: XmlNode): void => {
    if (node.kind !== 'element') return;
    if (node.name === 'w:fldChar') {
      const type = node.attributes.get('w:fldCharType');
      if (type === 'begin') open += 1;
      if (type === 'end') open -= 1;
    }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  if (open === 0) return;
  context.faults.add({
    place: tag.place,
    message: `"${tag.source}" memotong bidang (field) Word, misalnya nomor halaman. Letakkan tag sebelum atau sesudah bidang itu.`,
    near: tag.near,
  });
}

/** Tags where nothing can be printed: field codes and attributes. */
function checkPlaces(element: XmlElement, context: PartContext): void {
  if (element.name === 'w:instrText' && writeXml(element).includes('{{')) {
    context.faults.add({
      place: context.label,
      message: 'Ada tag di dalam kode bidang (field) Word. Tulis tag sebagai teks biasa.',
    });
  }
  for (const value of element.attributes.values()) {
    if (!value.includes('{{')) continue;
    context.faults.add({
      place: context.label,
      message:
        'Ada tag di teks alternatif, nama, atau alamat. Di sana hanya {{gambar …}} dan {{grafik …}} yang dapat dipakai, sebagai teks alternatif.',
      near: value.slice(0, 60),
    });
  }
}
