import { strToU8, zipSync } from 'fflate';
import type { Sheet } from './sheet.ts';
import { letters } from './sheet.ts';
import { filterRange, sheetXml } from './sheet-xml.ts';
import type { StyleBook } from './styles.ts';
import { declaration, element, escaped } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The same sheets give the same bytes: no clock in names, properties or zip entries. */
const MADE = '2026-01-01T00:00:00Z';
const ZIP_TIME = new Date(2026, 0, 1);

/** The sheets as the bytes of an .xlsx file. */
export const packWorkbook = (sheets: readonly Sheet[], styles: StyleBook): Uint8Array => {
  const texts = new Map<string, number>();
  const numberOfText = (text: string): number => {
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    return number;
  };
  const sheetParts = sheets.map((sheet) => sheetXml(sheet, styles, numberOfText));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([
      [`${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${RELATIONSHIPS}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': coreProperties,
    'docProps/app.xml': element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
      },
      element('Application', {}, 'layanan-vicon'),
    ),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheetParts.map((_, i): [string, string] => [
        `${RELATIONSHIPS}/worksheet`,
        `worksheets/sheet${i + 1}.xml`,
      ]),
      [`${RELATIONSHIPS}/styles`, 'styles.xml'],
      [`${RELATIONSHIPS}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': element(
      'sst',
      { xmlns: MAIN, uniqueCount: texts.size },
      [...texts.keys()]
        .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
        .join(''),
    ),
    ...Object.fromEntries(sheetParts.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)]),
    ),
    { level: 9, mtime: ZIP_TIME },
  );
};

const workbookXml = (sheets: readonly Sheet[]): string =>
  element(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS },
    element(
      'bookViews',
      {},
      element('workbookView', {
        xWindow: 0,
        yWindow: 0,
        windowWidth: 28800,
        windowHeight: 15600,
        tabRatio: 850,
      }),
    ) +
      element(
        'sheets',
        {},
        sheets
          .map(({ name }, i) => element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }))
          .join(''),
      ) +
      element('definedNames', {}, sheets.map(definedNames).join('')),
  );

/** What a filter covers and which rows and columns stand on every printed page. */
const definedNames = (sheet: Sheet, index: number): string => {
  const quoted = `'${sheet.name}'!`;
  const name = (built: string, refersTo: string, hidden?: 1): string =>
    element(
      'definedName',
      { name: `_xlnm.${built}`, localSheetId: index, hidden },
      escaped(refersTo),
    );
  const { repeatColumns } = sheet.print;
  const repeated = [
    ...(repeatColumns > 0 ? [`${quoted}$A:$${letters(repeatColumns)}`] : []),
    ...(sheet.frozen.rows > 0 ? [`${quoted}$1:$${sheet.frozen.rows}`] : []),
  ];
  return (
    (sheet.filtered
      ? name(
          '_FilterDatabase',
          quoted + filterRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
          1,
        )
      : '') + (repeated.length > 0 ? name('Print_Titles', repeated.join(',')) : '')
  );
};

const contentTypes = (sheetCount: number): string => {
  const override = (part: string, type: string): string =>
    element('Override', { PartName: part, ContentType: type });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }) +
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
      override('/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`) +
      Array.from({ length: sheetCount }, (_, i) =>
        override(`/xl/worksheets/sheet${i + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`),
      ).join('') +
      override('/xl/styles.xml', `${SHEET_TYPE}.styles+xml`) +
      override('/xl/sharedStrings.xml', `${SHEET_TYPE}.sharedStrings+xml`) +
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      override(
        '/docProps/app.xml',
        'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      ),
  );
};

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets
      .map(([type, target], i) =>
        element('Relationship', {
          Id: `rId${i + 1}`,
          Type: type,
          Target: target,
        }),
      )
      .join(''),
  );

const coreProperties = element(
  'cp:coreProperties',
  {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  },
  element('dc:title', {}, 'Buku Layanan Video Conference') +
    element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, MADE),
);
