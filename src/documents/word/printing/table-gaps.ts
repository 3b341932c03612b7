/**
 * Keeps tables apart that come to lie side by side because a loop or a condition left nothing between.
 *
 * Word and LibreOffice make one table of two that touch; an empty paragraph lies between them then.
 */
import { elementsOf, type XmlNode } from '../file/xml.ts';
import { type Branch, branchesOf, endOfBlock } from './branches.ts';

/** How a stretch of a part may begin and end. */
interface Edges {
  readonly begins: boolean;
  readonly ends: boolean;
  readonly mayBeEmpty: boolean;
  readonly touches: boolean;
}

const nothing: Edges = { begins: false, ends: false, mayBeEmpty: true, touches: false };
const something: Edges = { ...nothing, mayBeEmpty: false };

/** Whether blocks among these nodes may bring two tables together. */
export const mayTouch = (nodes: readonly XmlNode[]): boolean =>
  nodes.some(({ kind }) => kind === 'tag') &&
  nodes.some((node) => node.kind === 'element' && node.name === 'w:tbl') &&
  edgesOf(nodes).touches;

const touching = /<\/w:tbl>((?:<w:bookmark(?:Start|End)[^>]*\/>)*)(?=<w:tbl>)/g;

/** As low as it can be seen: what a table stands for may go on in the next one. */
const gapParagraph =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>';

export const withGaps = (xml: string): string => xml.replace(touching, `</w:tbl>$1${gapParagraph}`);

const edgesOf = (nodes: readonly XmlNode[]): Edges => {
  let edges = nothing;
  let isBehindTable = false;
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    const isTable = node.kind === 'element' && node.name === 'w:tbl';
    let next = edgesOfNode(node);
    if (node.kind === 'tag' && node.tag.meaning.kind === 'open') {
      const end = endOfBlock(nodes, at);
      next = edgesOfBlock(branchesOf(nodes.slice(at, end + 1)));
      at = end;
    }
    // Two tables that touch in the template are the author's.
    edges = joined(edges, next, isTable && isBehindTable);
    isBehindTable = isTable;
  }
  return edges;
};

const edgesOfNode = (node: XmlNode): Edges => {
  if (node.kind !== 'element' || node.name.startsWith('w:bookmark')) return nothing;
  if (node.name !== 'w:tbl') return something;
  const mayBeEmpty = node.children.some(({ kind }) => kind === 'tag');
  return { begins: elementsOf(node).length > 0, ends: true, mayBeEmpty, touches: false };
};

const edgesOfBlock = (branches: readonly Branch[]): Edges => {
  const all = branches.map(({ nodes }) => edgesOf(nodes));
  const [body] = all;
  const meaning = branches[0]?.tag.meaning;
  const isLoop = meaning?.kind === 'open' && meaning.head.word === 'each';
  const hasElse = branches.some(
    ({ tag }) => tag.meaning.kind === 'else' && tag.meaning.head === undefined,
  );
  return {
    begins: all.some(({ begins }) => begins),
    ends: all.some(({ ends }) => ends),
    mayBeEmpty: !hasElse || all.some(({ mayBeEmpty }) => mayBeEmpty),
    touches: all.some(({ touches }) => touches) || (isLoop && body?.begins === true && body.ends),
  };
};

const joined = (one: Edges, other: Edges, isOwn: boolean): Edges => ({
  begins: one.begins || (one.mayBeEmpty && other.begins),
  ends: other.ends || (other.mayBeEmpty && one.ends),
  mayBeEmpty: one.mayBeEmpty && other.mayBeEmpty,
  touches: one.touches || other.touches || (!isOwn && one.ends && other.begins),
});
