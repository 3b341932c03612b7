/** The branches of a block among the nodes that it lies in. */
import type { XmlNode } from '../file/xml.ts';
import type { Tag } from '../language/tags.ts';

/** One branch of a block: the tag that begins it and what lies under it. */
export interface Branch {
  readonly tag: Tag;
  readonly nodes: readonly XmlNode[];
}

export const branchesOf = (nodes: readonly XmlNode[]): Branch[] => {
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
};

/** Where the block ends that opens at `start`. */
export const endOfBlock = (nodes: readonly XmlNode[], start: number): number => {
  let depth = 0;
  for (let at = start; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.kind !== 'tag') continue;
    if (node.tag.meaning.kind === 'open') depth += 1;
    if (node.tag.meaning.kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return nodes.length - 1;
};
