import { strToU8, zipSync } from 'fflate';
import { type Call, piece, type Reply } from '../call.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import { localeOf, type Sheet, type Spreadsheet, title } from '../sheets/model.ts';
import { renderedValue } from '../sheets/shown-value.ts';
import { visibleFile } from './access.ts';
import { invalidParameter, mayNot } from './refusals.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet in another format: its first tab as CSV or TSV, all tabs as a workbook, or a page saying its title. */
export function exportFile(call: Call): Reply {
  const file = visibleFile(call, piece(call, 0));
  const spreadsheet = call.world.spreadsheets.get(file.id);
  if (!spreadsheet) throw mayNot('fileNotExportable', 'Export only supports Docs Editors files.');
  const mimeType = call.query.get('mimeType') ?? '';
  const first = textsOf(spreadsheet, spreadsheet.sheets[0], call.world.now());
  switch (mimeType) {
    case 'text/csv':
      return download(mimeType, delimited(first, ','));
    case 'text/tab-separated-values':
      return download(mimeType, delimited(first, '\t'));
    case workbookType:
      return download(mimeType, workbook(spreadsheet, call.world.now()));
    case 'application/pdf':
      return download(mimeType, strToU8(page(file.name)));
    default:
      throw invalidParameter('The requested conversion is not supported.', 'convertTo');
  }
}

const download = (mimeType: string, bytes: Uint8Array): Reply => ({
  headers: { 'content-type': mimeType },
  bytes,
});

function textsOf(
  spreadsheet: Spreadsheet,
  sheet: Sheet | undefined,
  nowMs: number,
): readonly (readonly string[])[] {
  const how = {
    values: 'FORMATTED_VALUE',
    moments: 'FORMATTED_STRING',
    locale: localeOf(spreadsheet),
  } as const;
  const rows = Array.from(sheet ? shownRows(spreadsheet, sheet, nowMs) : [], (row) =>
    Array.from(row ?? [], (cell) => String(renderedValue(cell, how))),
  );
  const used = rows.slice(0, rows.findLastIndex((row) => row.some((text) => text !== '')) + 1);
  const width = Math.max(0, ...used.map((row) => row.findLastIndex((text) => text !== '') + 1));
  return used.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

const delimited = (rows: readonly (readonly string[])[], mark: string): Uint8Array =>
  new TextEncoder().encode(
    rows
      .map((row) =>
        row
          .map((text) => (/["\r\n]/u.test(text) || text.includes(mark) ? quoted(text) : text))
          .join(mark),
      )
      .join('\r\n'),
  );

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The texts of all tabs as the smallest workbook that a reader takes. */
function workbook(spreadsheet: Spreadsheet, nowMs: number): Uint8Array {
  const { sheets } = spreadsheet;
  const each = (line: (sheet: Sheet, number: number) => string): string =>
    sheets.map((sheet, index) => line(sheet, index + 1)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${contentType}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((sheet, n) => `<sheet name="${escaped(title(sheet))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  };
  sheets.forEach((sheet, index) => {
    const rows = textsOf(spreadsheet, sheet, nowMs)
      .map(
        (row) =>
          `<row>${row.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join('')}</row>`,
      )
      .join('');
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  });
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)]),
    ),
  );
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** One empty page with a title: enough for a reader to open, not a picture of the sheet. */
function page(name: string): string {
  const ascii = name.replace(/[^ -~]|[()\\]/gu, '?');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${ascii}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
