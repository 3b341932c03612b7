import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { appendLines, deleteLines, insertLines, moveLines, spanOf } from './lines.ts';

/** Requests about rows and columns as such. */
export const lineRequests: Handlers = {
  insertDimension: silent((draft, { insertDimension }) =>
    insertLines(draft, spanOf(draft, insertDimension?.range)),
  ),
  deleteDimension: silent((draft, { deleteDimension }) =>
    deleteLines(draft, spanOf(draft, deleteDimension?.range)),
  ),
  appendDimension: silent((draft, { appendDimension }) =>
    appendLines(draft, appendDimension ?? {}),
  ),
  moveDimension: silent((draft, { moveDimension }) => {
    const to = moveDimension?.destinationIndex;
    if (typeof to !== 'number') throw invalid('No destination index.');
    moveLines(spanOf(draft, moveDimension?.source), to);
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
  /** Widths are not measured here: the lines keep what they have. */
  autoResizeDimensions: silent((draft, { autoResizeDimensions }) => {
    spanOf(draft, autoResizeDimensions?.dimensions);
  }),
};
