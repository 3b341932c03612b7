import { strToU8, zipSync } from 'fflate';
import type { Cell } from '../../src/core/sheet/snapshot.ts';

/** A tab of a workbook made for a test; `rows[i]` is row `i + 1`, `''` leaves the cell out. */
export interface TabToBuild {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Where cells lead, by `spotOf`. */
  readonly links?: ReadonlyMap<string, string>;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A minimal valid workbook, as Excel would lay it out: shared strings, two styles (1 is a day and time).
 *
 * Text is escaped for XML only, so keep control characters out of it; numbers and booleans become such cells.
 */
export const buildXlsx = (tabs: readonly TabToBuild[]): Uint8Array => packXlsx(xlsxParts(tabs));

/** The parts of that workbook by name, for tests that change one of them before packing. */
export const xlsxParts = (tabs: readonly TabToBuild[]): Record<string, string> => {
  const strings = new Map<string, number>();
  const sheets = tabs.map((tab) => sheetXml(tab, strings));
  return {
    '[Content_Types].xml': contentTypes(tabs.length),
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheets>${tabs
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${[
      ...tabs.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]
      .map(
        ([type, target], i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...Object.fromEntries(
      tabs.flatMap(({ links }, i) =>
        links === undefined || links.size === 0
          ? []
          : [[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, linkTargets([...links.values()])]],
      ),
    ),
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${SPREADSHEET}" count="${strings.size}" uniqueCount="${strings.size}">${[
      ...strings.keys(),
    ]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
  };
};

/** Packs parts into a workbook file. */
export const packXlsx = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));

const contentTypes = (count: number): string => {
  const sheets = Array.from(
    { length: count },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;
};

const STYLES = `${DECLARATION}<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const linkTargets = (urls: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${urls
    .map(
      (url, i) =>
        `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/hyperlink" Target="${escaped(url)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`;

const hyperlinks = (links: ReadonlyMap<string, string> = new Map()): string =>
  links.size === 0
    ? ''
    : `<hyperlinks>${[...links.keys()]
        .map((spot, i) => {
          const [row, column] = spot.split(',').map(Number);
          return `<hyperlink ref="${columnLetters(column ?? 1)}${row}" r:id="rId${i + 1}"/>`;
        })
        .join('')}</hyperlinks>`;

const sheetXml = ({ rows, links }: TabToBuild, strings: Map<string, number>): string => {
  const cells = (row: readonly Cell[], number: number): string =>
    row.map((cell, i) => cellXml(`${columnLetters(i + 1)}${number}`, cell, strings)).join('');
  return `${DECLARATION}<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheetData>${rows
    .map((row, i) => `<row r="${i + 1}">${cells(row, i + 1)}</row>`)
    .join('')}</sheetData>${hyperlinks(links)}</worksheet>`;
};

const cellXml = (address: string, cell: Cell, strings: Map<string, number>): string => {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const index = strings.get(cell) ?? strings.size;
  strings.set(cell, index);
  return `<c r="${address}" t="s"><v>${index}</v></c>`;
};

const columnLetters = (column: number): string => {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
};

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
