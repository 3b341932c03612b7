import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { answeredSpan, type Shift, shiftedSpan } from './grid-range.ts';

type Group = sheets_v4.Schema$DimensionGroup;
type Span = sheets_v4.Schema$DimensionRange;

/**
 * Groups of rows or columns, which people fold and unfold.
 *
 * How deep a line lies is all there is to them: a group is an unbroken run of lines that lie at least so deep. That is
 * what Google's examples come to: B:D and C:E make B:E with C:D in it, and neighbours of one depth are one group.
 */
export const grouped = (groups: readonly Group[], span: Span): readonly Group[] =>
  regrouped([...groups, { range: span }], groups);

/** The groups after every line of a span came up by one. */
export function ungrouped(groups: readonly Group[], span: Span): readonly Group[] {
  const depths = depthsOf(groups);
  for (let index = span.startIndex ?? 0; index < (span.endIndex ?? 0); index += 1) {
    depths[index] = Math.max(0, (depths[index] ?? 0) - 1);
  }
  return runsOf(depths, { range: span, before: groups });
}

/** The groups after lines came or went. */
export const shiftedGroups = (groups: readonly Group[], shift: Shift): readonly Group[] => {
  const moved = groups.flatMap((group) => {
    const range = shiftedSpan(group.range ?? {}, shift);
    return range ? [{ ...group, range }] : [];
  });
  return regrouped(moved, moved);
};

export const groupAnswers = (groups: readonly Group[]): Group[] =>
  groups.map((each) => ({ ...each, range: answeredSpan(each.range ?? {}) }));

/** How many groups a line lies in. */
export const depthAt = (groups: readonly Group[], index: number): number =>
  groups.filter(({ range }) => (range?.startIndex ?? 0) <= index && index < (range?.endIndex ?? 0))
    .length;

function regrouped(groups: readonly Group[], before: readonly Group[]): readonly Group[] {
  const [first] = groups;
  return first?.range ? runsOf(depthsOf(groups), { range: first.range, before }) : [];
}

function depthsOf(groups: readonly Group[]): number[] {
  const end = Math.max(0, ...groups.map(({ range }) => range?.endIndex ?? 0));
  return Array.from({ length: end }, (_, index) => depthAt(groups, index));
}

/** The groups that depths come to; one that overlaps a folded one of its depth is folded. */
function runsOf(
  depths: readonly number[],
  { range, before }: { readonly range: Span; readonly before: readonly Group[] },
): readonly Group[] {
  const found: Group[] = [];
  for (let depth = 1; depth <= Math.max(0, ...depths); depth += 1) {
    for (let start = 0; start < depths.length; start += 1) {
      if ((depths[start] ?? 0) < depth) continue;
      let end = start;
      while ((depths[end] ?? 0) >= depth) end += 1;
      const isCollapsed = before.some(
        (each) =>
          each.collapsed &&
          each.depth === depth &&
          (each.range?.startIndex ?? 0) < end &&
          start < (each.range?.endIndex ?? 0),
      );
      found.push({
        range: { ...range, startIndex: start, endIndex: end },
        depth,
        ...(isCollapsed && { collapsed: true }),
      });
      start = end;
    }
  }
  return found;
}
