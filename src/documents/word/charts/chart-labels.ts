/** The rule by which a chart names its categories: every one, where Word would leave some out. */
import { anElement, childOf, descendants, insert, type XmlElement } from '../file/xml.ts';
import type { ChartData } from '../values/chart-data.ts';

/** The place where an axis will be told so. */
export const labelPlace = 'label-place';

const behindRule = new Set(['c:tickMarkSkip', 'c:noMultiLvlLbl', 'c:extLst']);

/** A template that has a rule of its own keeps it. */
export const placeLabelRule = (root: XmlElement): void => {
  for (const axis of descendants(root, 'c:catAx')) {
    if (childOf(axis, 'c:tickLblSkip') !== undefined) continue;
    const at = axis.children.findIndex(
      (child) => child.kind === 'element' && behindRule.has(child.name),
    );
    insert(axis, at, anElement(labelPlace, new Map()));
  }
};

/** As many as the days of a month; more than these only lie upon each other. */
const mostNamed = 31;

export const labelRule = ({ categories }: ChartData): string =>
  categories.length <= mostNamed ? '<c:tickLblSkip val="1"/>' : '';
