/** The small workbook behind a chart: what Word opens for "Edit data". */

import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { officeRelations, packageRelations } from '../../../office-package/relationships.ts';
import { deflated, writeZip } from '../../../office-package/write-zip.ts';
import type { PackedPart } from '../../../office-package/zip-directory.ts';
import { xmlHead } from '../file/xml.ts';
import type { ChartData } from '../values/chart-data.ts';
import { flatText } from '../values/text.ts';
import { chartSheet } from './chart-part.ts';

const spreadsheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything but the sheet is the same for every chart. */
const fixedParts: readonly PackedPart[] = [
  deflated(
    '[Content_Types].xml',
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/></Types>`,
  ),
  deflated(
    '_rels/.rels',
    `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  deflated(
    'xl/workbook.xml',
    `${xmlHead}<workbook xmlns="${spreadsheetSpace}" xmlns:r="${officeRelations}"><sheets><sheet name="${chartSheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  deflated(
    'xl/_rels/workbook.xml.rels',
    `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
];

/** Categories down column A, one series a column beside them, names in the first row. */
export const chartWorkbook = (data: ChartData): Uint8Array => {
  const names = data.series.map(({ name }, index) =>
    textCell(`${columnLetters(index + 2)}1`, name),
  );
  const rows = data.categories.map((category, index) => {
    const row = index + 2;
    const figures = data.series.map(({ values }, column) =>
      numberCell(`${columnLetters(column + 2)}${row}`, values[index]),
    );
    return `<row r="${row}">${textCell(`A${row}`, category)}${figures.join('')}</row>`;
  });
  const sheet = `${xmlHead}<worksheet xmlns="${spreadsheetSpace}"><sheetData><row r="1">${names.join('')}</row>${rows.join('')}</sheetData></worksheet>`;
  return writeZip([...fixedParts, deflated('xl/worksheets/sheet1.xml', sheet)]);
};

const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${flatText(text)}</t></is></c>`;

const numberCell = (at: string, value: number | null | undefined): string =>
  typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : '';
