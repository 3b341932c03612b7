/**
 * Takes out of a part what Word leaves in it and no letter needs.
 *
 * Spelling marks and revision numbers split the runs that a tag is typed in; tracked changes and comments
 * are the office's talk about the template. Insertions are kept as text, deletions go: the letter is
 * printed as if everything had been accepted.
 */
import {
  childOf,
  descendants,
  elementsOf,
  insert,
  replaceChild,
  setChildren,
  type XmlElement,
  type XmlNode,
} from '../file/xml.ts';
import { settleTrackedCells } from './tracked-cells.ts';

const droppedElements = new Set([
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:del',
  'w:moveFrom',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:smartTagPr',
]);

/** What editors know a paragraph or a drawing by; a loop would repeat it. */
const editorMarks = new Set(['w14:paraId', 'w14:textId', 'wp14:anchorId', 'wp14:editId']);

const unwrappedElements = new Set(['w:ins', 'w:moveTo', 'w:smartTag']);
const markHolders = new Set(['w:rPr', 'w:trPr', 'w:numPr']);

export const clean = (root: XmlElement): void => {
  settleTrackedCells(root);
  mergeParagraphsWithDeletedMarks(root);
  const goBack = new Set<string | undefined>();
  for (const mark of descendants(root, 'w:bookmarkStart')) {
    if (mark.attributes.get('w:name') === '_GoBack') goBack.add(mark.attributes.get('w:id'));
  }
  cleanBelow(root, goBack);
};

const cleanBelow = (element: XmlElement, goBack: ReadonlySet<string | undefined>): void => {
  const kept: XmlNode[] = [];
  const keep = (nodes: readonly XmlNode[], holder: string): void => {
    for (const node of nodes) {
      if (node.kind !== 'element') kept.push(node);
      else if (isDropped(node, holder, goBack)) continue;
      else if (unwrappedElements.has(node.name)) {
        if (!markHolders.has(holder)) keep(node.children, holder);
      } else {
        cleanBelow(node, goBack);
        if (!isEmptiedRun(node)) kept.push(node);
      }
    }
  };
  keep(element.children, element.name);
  setChildren(element, kept);
  for (const name of [...element.attributes.keys()]) {
    if (name.startsWith('w:rsid') || editorMarks.has(name)) element.attributes.delete(name);
  }
};

const isDropped = (
  node: XmlElement,
  holder: string,
  goBack: ReadonlySet<string | undefined>,
): boolean => {
  if (node.name === 'w:del' && markHolders.has(holder)) return true;
  if (node.name === 'w:bookmarkStart' || node.name === 'w:bookmarkEnd') {
    return goBack.has(node.attributes.get('w:id'));
  }
  if (node.name === 'w:tr') {
    const properties = childOf(node, 'w:trPr');
    return properties !== undefined && childOf(properties, 'w:del') !== undefined;
  }
  return droppedElements.has(node.name);
};

/** A run that held only a comment's mark or a page-break hint. */
const isEmptiedRun = (node: XmlElement): boolean =>
  node.name === 'w:r' && node.children.every((child) => isProperties(child));

const isProperties = (node: XmlNode): boolean => node.kind === 'element' && node.name === 'w:rPr';

/** Deleting a paragraph's end joins it with the next one, whose layout stands. */
const mergeParagraphsWithDeletedMarks = (root: XmlElement): void => {
  for (const paragraph of [...descendants(root, 'w:p')]) {
    const properties = childOf(paragraph, 'w:pPr');
    const mark = properties === undefined ? undefined : childOf(properties, 'w:rPr');
    if (mark === undefined || childOf(mark, 'w:del') === undefined) continue;
    const holder = paragraph.parent;
    if (holder === undefined) continue;
    const siblings = elementsOf(holder);
    const next = siblings[siblings.indexOf(paragraph) + 1];
    if (next?.name !== 'w:p') continue;
    const moved = paragraph.children.filter((child) => child !== properties);
    const at = childOf(next, 'w:pPr') === undefined ? 0 : 1;
    setChildren(paragraph, []);
    insert(next, at, ...moved);
    replaceChild(holder, paragraph);
  }
};
