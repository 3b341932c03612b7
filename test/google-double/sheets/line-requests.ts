import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { fitLines } from './fitted-lines.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { appendLines, deleteLines, insertLines, moveLines, spanOf, spanOnGrid } from './lines.ts';

/** Requests about rows and columns as such. */
export const lineRequests: Handlers = {
  insertDimension: silent((draft, { insertDimension }) => {
    const { range, inheritFromBefore } = insertDimension ?? {};
    insertLines(draft, spanOf(draft, range), inheritFromBefore ?? false);
  }),
  deleteDimension: silent((draft, { deleteDimension }, { caller }) =>
    deleteLines(draft, spanOf(draft, deleteDimension?.range), caller),
  ),
  appendDimension: silent((draft, { appendDimension }) =>
    appendLines(draft, appendDimension ?? {}),
  ),
  moveDimension: silent((draft, { moveDimension }, { caller }) => {
    const to = moveDimension?.destinationIndex;
    if (typeof to !== 'number') throw invalid('No destination index.');
    moveLines(draft, spanOnGrid(draft, moveDimension?.source), { to, caller });
  }),
  updateDimensionProperties: silent((draft, { updateDimensionProperties }) => {
    const { range, properties, fields } = updateDimensionProperties ?? {};
    const { sheet, dimension, start, end } = spanOf(draft, range);
    const mask = maskOf(fields);
    const lines = dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
    for (let index = start; index < end; index += 1) {
      lines[index] = assign(lines[index], properties, mask);
    }
  }),
  autoResizeDimensions: silent((draft, { autoResizeDimensions }, { caller }) => {
    fitLines(draft, spanOf(draft, autoResizeDimensions?.dimensions), caller.nowMs);
  }),
};
