import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { depthAt, groupAnswers, grouped, ungrouped } from './line-groups.ts';
import { type Span, spanOnGrid } from './lines.ts';
import type { Sheet } from './model.ts';

const deepest = 8;

/** Requests about groups of rows or columns. */
export const groupRequests: Handlers = {
  addDimensionGroup: (draft, { addDimensionGroup }) => {
    const span = spanOnGrid(draft, addDimensionGroup?.range);
    const groups = grouped(groupsOf(span), rangeOf(span));
    if (groups.some((each) => (each.depth ?? 0) > deepest)) {
      throw invalid(`Groups can't be more than ${deepest} deep.`);
    }
    setGroups(span, groups);
    showControl(span);
    return { addDimensionGroup: { dimensionGroups: groupAnswers(groups) } };
  },
  deleteDimensionGroup: (draft, { deleteDimensionGroup }) => {
    const span = spanOnGrid(draft, deleteDimensionGroup?.range);
    const before = groupsOf(span);
    for (let index = span.start; index < span.end; index += 1) {
      if (depthAt(before, index) === 0) {
        throw invalid(`There is no group over the whole range ${span.start} to ${span.end}.`);
      }
    }
    const groups = ungrouped(before, rangeOf(span));
    setGroups(span, groups);
    return {
      deleteDimensionGroup: groups.length > 0 ? { dimensionGroups: groupAnswers(groups) } : {},
    };
  },
  updateDimensionGroup: silent((draft, { updateDimensionGroup }) => {
    const { dimensionGroup, fields } = updateDimensionGroup ?? {};
    const span = spanOnGrid(draft, dimensionGroup?.range);
    const groups = groupsOf(span);
    const group = groups.find(
      ({ range, depth }) =>
        range?.startIndex === span.start &&
        range.endIndex === span.end &&
        depth === dimensionGroup?.depth,
    );
    if (!group) throw invalid('There is no such group: range and depth must be those of one.');
    const changed = assign(group, dimensionGroup, maskOf(fields));
    const isCollapsed = changed['collapsed'] === true;
    const { collapsed: _was, ...kept } = group;
    const becomes = isCollapsed ? { ...kept, collapsed: true } : kept;
    setGroups(
      span,
      groups.map((each) => (each === group ? becomes : each)),
    );
    if (isCollapsed !== (group.collapsed ?? false)) hideLines(span, isCollapsed);
  }),
};

const groupsOf = ({ sheet, dimension }: Span): Sheet['rowGroups'] =>
  dimension === 'ROWS' ? sheet.rowGroups : sheet.columnGroups;

function setGroups({ sheet, dimension }: Span, groups: Sheet['rowGroups']): void {
  if (dimension === 'ROWS') sheet.rowGroups = groups;
  else sheet.columnGroups = groups;
}

const rangeOf = ({ sheet, dimension, start, end }: Span) => ({
  sheetId: sheet.sheetId,
  dimension,
  startIndex: start,
  endIndex: end,
});

/** As recorded: with the first group the control stands after it, and stays when the group goes. */
function showControl({ sheet, dimension }: Span): void {
  const name = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const { gridProperties } = sheet.properties;
  sheet.properties = { ...sheet.properties, gridProperties: { [name]: true, ...gridProperties } };
}

/** Folding hides every line of the group, unfolding shows them. */
function hideLines({ sheet, dimension, start, end }: Span, isHidden: boolean): void {
  const lines = dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
  for (let index = start; index < end; index += 1) {
    const { hiddenByUser: _was, ...kept } = lines[index] ?? {};
    lines[index] = isHidden ? { ...kept, hiddenByUser: true } : kept;
  }
}
