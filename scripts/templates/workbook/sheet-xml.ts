import {
  choicesMarkup,
  conditionMarkup,
  promptMarkup,
} from '../../../src/backends/local/sheet/look-markup.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts';
import { letters } from './sheet.ts';
import type { StyleBook } from './styles.ts';
import { element, escaped } from './xml.ts';

/** Looks up the number of a text in the shared strings. */
export type NumberOfText = (text: string) => number;

/** Folio, the nearest that Excel knows to F4. */
const FOLIO = 14;
const PLAIN_ROW = 15;

/** One worksheet part, its children in the order that the schema demands. */
export const sheetXml = (sheet: Sheet, styles: StyleBook, numberOfText: NumberOfText): string =>
  element(
    'worksheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    properties(sheet) +
      element('dimension', { ref: `A1:${lastCell(sheet)}` }) +
      view(sheet) +
      element('sheetFormatPr', {
        defaultRowHeight: sheet.rowHeight,
        customHeight: sheet.rowHeight === PLAIN_ROW ? undefined : 1,
        outlineLevelCol: sheet.columns.some(({ outline }) => outline) ? 1 : undefined,
      }) +
      element('cols', {}, sheet.columns.map(columnXml).join('')) +
      element('sheetData', {}, sheet.rows.map((row) => rowXml(row, numberOfText)).join('')) +
      (sheet.filtered ? element('autoFilter', { ref: filterRange(sheet) }) : '') +
      merges(sheet) +
      tints(sheet, styles) +
      validations(sheet) +
      printing(sheet),
  );

/** What the filter covers; also named in the workbook part. */
export const filterRange = ({ columns, reach }: Sheet): string =>
  `A1:${letters(columns.length)}${reach ?? 1}`;

const lastCell = ({ columns, rows }: Sheet): string =>
  `${letters(columns.length)}${Math.max(1, ...rows.map(({ number }) => number))}`;

const properties = ({ tabColour, print }: Sheet): string =>
  element(
    'sheetPr',
    {},
    element('tabColor', { rgb: `FF${tabColour}` }) +
      element('outlinePr', { summaryRight: 0 }) +
      element('pageSetUpPr', { fitToPage: print.scale === undefined ? 1 : 0 }),
  );

const view = ({ frozen, showGrid, name }: Sheet): string => {
  const cell = `${letters(frozen.columns + 1)}${frozen.rows + 1}`;
  const pane =
    frozen.columns > 0 && frozen.rows > 0
      ? 'bottomRight'
      : frozen.rows > 0
        ? 'bottomLeft'
        : undefined;
  return element(
    'sheetViews',
    {},
    element(
      'sheetView',
      {
        showGridLines: showGrid ? undefined : 0,
        tabSelected: name === 'Permohonan' ? 1 : undefined,
        zoomScale: 100,
        workbookViewId: 0,
      },
      pane === undefined
        ? element('selection', { activeCell: 'A1', sqref: 'A1' })
        : element('pane', {
            xSplit: frozen.columns || undefined,
            ySplit: frozen.rows,
            topLeftCell: cell,
            activePane: pane,
            state: 'frozen',
          }) + element('selection', { pane, activeCell: cell, sqref: cell }),
    ),
  );
};

const columnXml = ({ width, look, outline }: SheetColumn, index: number): string =>
  element('col', {
    min: index + 1,
    max: index + 1,
    width,
    style: look,
    customWidth: 1,
    outlineLevel: outline,
  });

const rowXml = ({ number, height, cells }: SheetRow, numberOfText: NumberOfText): string =>
  element(
    'row',
    {
      r: number,
      ht: height,
      customHeight: height === undefined ? undefined : 1,
    },
    cells
      .map(({ column, value, look }) =>
        cellXml(`${letters(column)}${number}`, value, look, numberOfText),
      )
      .join(''),
  );

const cellXml = (r: string, value: Cell, s: number, numberOfText: NumberOfText): string => {
  if (value === '') return element('c', { r, s });
  if (typeof value === 'number') return element('c', { r, s }, element('v', {}, String(value)));
  if (typeof value === 'boolean')
    return element('c', { r, s, t: 'b' }, element('v', {}, value ? '1' : '0'));
  return element('c', { r, s, t: 's' }, element('v', {}, String(numberOfText(value))));
};

const merges = ({ merged }: Sheet): string =>
  merged.length === 0
    ? ''
    : element(
        'mergeCells',
        { count: merged.length },
        merged.map((ref) => element('mergeCell', { ref })).join(''),
      );

const tints = (sheet: Sheet, styles: StyleBook): string =>
  sheet.tints
    .map(({ range, when, tint }, i) =>
      conditionMarkup(range, { when, style: styles.tint(tint), priority: i + 1 }),
    )
    .join('');

const validations = ({ choices, prompts }: Sheet): string => {
  const all = [
    ...choices.map(({ range, ...each }) => choicesMarkup(range, each)),
    ...prompts.map(({ cell, ...each }) => promptMarkup(cell, each)),
  ];
  return all.length === 0 ? '' : element('dataValidations', { count: all.length }, all.join(''));
};

const printing = ({ name, print }: Sheet): string =>
  element('pageMargins', {
    left: 0.4,
    right: 0.4,
    top: 0.5,
    bottom: 0.6,
    header: 0.3,
    footer: 0.3,
  }) +
  element('pageSetup', {
    paperSize: FOLIO,
    scale: print.scale,
    fitToWidth: print.scale === undefined ? 1 : undefined,
    fitToHeight: print.scale === undefined ? 0 : undefined,
    pageOrder: 'overThenDown',
    orientation: print.landscape ? 'landscape' : 'portrait',
  }) +
  element(
    'headerFooter',
    {},
    element('oddFooter', {}, escaped(`&L&8${name.replaceAll('&', '&&')}&R&8Halaman &P dari &N`)),
  );
