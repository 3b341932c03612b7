import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign, type FieldMask } from '../field-mask.ts';
import { asStyles, styleMask, withColours } from './colour-styles.ts';
import { boundedRange, refuseBeyondGrid, sheetById } from './draft.ts';
import { answeredRange, fromGridRange } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Sheet, Spreadsheet } from './model.ts';

type FilterView = sheets_v4.Schema$FilterView;

/** What a tab's own filter and its filter views have in common. */
type Filter = Pick<FilterView, 'range' | 'sortSpecs' | 'filterSpecs' | 'criteria'>;

/** Requests about a tab's filter and its filter views. Filters are kept; what they would hide is not worked out. */
export const filterRequests: Handlers = {
  setBasicFilter: silent((draft, { setBasicFilter }) => {
    const filter = setBasicFilter?.filter ?? {};
    const sheet = sheetToFilter(draft, filter);
    sheet.basicFilter = kept({ ...filter, range: boundedRange(sheet, filter.range) });
  }),
  clearBasicFilter: silent((draft, { clearBasicFilter }) => {
    sheetById(draft, clearBasicFilter?.sheetId).basicFilter = undefined;
  }),
  addFilterView: (draft, { addFilterView }, { mint }) => {
    const given = addFilterView?.filter ?? {};
    const filterViewId = given.filterViewId ?? mint.number();
    if (holderOf(draft, filterViewId)) {
      throw invalid(`A filter view with id: ${filterViewId} already exists.`);
    }
    const sheet = sheetToFilter(draft, given);
    const range = boundedRange(sheet, given.range);
    const filter = kept({ ...given, range, filterViewId });
    sheet.filterViews = [...sheet.filterViews, filter];
    return { addFilterView: { filter: filterAnswer(filter) } };
  },
  updateFilterView: silent((draft, { updateFilterView }) => {
    const { filter = {}, fields } = updateFilterView ?? {};
    const { sheet, view } = viewOf(draft, filter.filterViewId);
    const mask = specsMask(styleMask(maskOf(fields)));
    const changed: FilterView = {
      ...assign(view, kept(filter), mask),
      filterViewId: view.filterViewId ?? 0,
    };
    const target = sheetToFilter(draft, changed);
    const range = boundedRange(target, changed.range);
    sheet.filterViews = sheet.filterViews.filter((each) => each !== view);
    target.filterViews = [...target.filterViews, { ...changed, range }];
  }),
  duplicateFilterView: (draft, { duplicateFilterView }, { mint }) => {
    const { sheet, view } = viewOf(draft, duplicateFilterView?.filterId);
    const filter = { ...view, filterViewId: mint.number(), title: `Copy of ${view.title ?? ''}` };
    sheet.filterViews = [...sheet.filterViews, filter];
    return { duplicateFilterView: { filter: filterAnswer(filter) } };
  },
  deleteFilterView: silent((draft, { deleteFilterView }) => {
    const { sheet, view } = viewOf(draft, deleteFilterView?.filterId);
    sheet.filterViews = sheet.filterViews.filter((each) => each !== view);
  }),
};

/** A filter as an answer tells it: with `criteria` besides the newer `filterSpecs`. */
export function filterAnswer<Value extends Filter>(filter: Value): Value {
  const specs = filter.filterSpecs ?? [];
  const criteria = specs.map((each) => [each.columnIndex ?? 0, each.filterCriteria ?? {}] as const);
  return withColours({
    ...filter,
    range: answeredRange(filter.range ?? {}),
    ...(specs.length > 0 && { criteria: Object.fromEntries(criteria) }),
  });
}

/** A filter as we keep it: with `filterSpecs` alone, which win where a request gives both. */
function kept<Value extends Filter>(given: Value): Value {
  const { criteria, ...filter } = given;
  if (!criteria || filter.filterSpecs) return asStyles(filter as Value);
  const filterSpecs = Object.entries(criteria).map(([column, filterCriteria]) => ({
    columnIndex: Number(column),
    filterCriteria,
  }));
  return asStyles({ ...filter, filterSpecs } as unknown as Value);
}

const specsMask = ({ children }: FieldMask): FieldMask => ({
  children: new Map(
    [...children].map(([name, child]) => [name === 'criteria' ? 'filterSpecs' : name, child]),
  ),
});

function sheetToFilter(draft: Spreadsheet, { range }: Filter): Sheet {
  const sheet = sheetById(draft, range?.sheetId);
  refuseBeyondGrid(sheet, fromGridRange(range ?? {}));
  return sheet;
}

const holderOf = (draft: Spreadsheet, id: number | null | undefined): Sheet | undefined =>
  draft.sheets.find((sheet) => sheet.filterViews.some((each) => each.filterViewId === id));

function viewOf(
  draft: Spreadsheet,
  id: number | null | undefined,
): { readonly sheet: Sheet; readonly view: FilterView } {
  const sheet = holderOf(draft, id);
  const view = sheet?.filterViews.find((each) => each.filterViewId === id);
  if (!sheet || !view) throw invalid(`No filter view with id: ${id ?? 0}`);
  return { sheet, view };
}
