import type { Tint } from '../../../src/book/palette.ts';
import { ink } from '../../../src/book/palette.ts';
import { attributes, element } from './xml.ts';

/** How a cell looks. Everything left out is the workbook's plain look. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'center';
  readonly indent?: number;
  /** A number format code; `@` is text. */
  readonly format?: string;
  /** A line below, or around. */
  readonly line?: {
    readonly where: 'below' | 'around';
    readonly colour: string;
  };
}

export interface StyleBook {
  /** The number of a look, given once and kept. */
  readonly look: (look: Look) => number;
  readonly tint: (tint: Tint) => number;
  /** `xl/styles.xml` with everything asked for so far. */
  readonly xml: () => string;
}

const FONT = 'Arial';
const SIZE = 10;
/** Number formats of our own count from here; those below are built in. */
const FIRST_OWN_FORMAT = 164;

/** Collects looks while the sheets are drawn, so that equal looks share one entry of the styles part. */
export const openStyleBook = (): StyleBook => {
  const formats = numbered();
  const fonts = numbered();
  const fills = numbered();
  const borders = numbered();
  const looks = numbered();
  const tints = numbered();
  fills.numberOf(element('fill', {}, element('patternFill', { patternType: 'none' })));
  fills.numberOf(element('fill', {}, element('patternFill', { patternType: 'gray125' })));

  const look = (wanted: Look): number => {
    const format = formatNumber(wanted.format, formats);
    const font = fonts.numberOf(fontXml(wanted));
    const fill = wanted.fill === undefined ? 0 : fills.numberOf(fillXml(wanted.fill));
    const border = borders.numberOf(borderXml(wanted.line));
    return looks.numberOf(
      element(
        'xf',
        {
          numFmtId: format,
          fontId: font,
          fillId: fill,
          borderId: border,
          xfId: 0,
          applyNumberFormat: format === 0 ? undefined : 1,
          applyFont: 1,
          applyFill: fill === 0 ? undefined : 1,
          applyBorder: border === 0 ? undefined : 1,
          applyAlignment: 1,
        },
        element('alignment', {
          horizontal: wanted.across,
          vertical: wanted.down ?? 'top',
          wrapText: wanted.wrap ? 1 : undefined,
          indent: wanted.indent,
        }),
      ),
    );
  };
  look({});

  return {
    look,
    tint: (wanted) => tints.numberOf(tintXml(wanted)),
    xml: () =>
      element(
        'styleSheet',
        { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
        formats.listed('numFmts', FIRST_OWN_FORMAT) +
          fonts.listed('fonts') +
          fills.listed('fills') +
          borders.listed('borders') +
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
          looks.listed('cellXfs') +
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
          tints.listed('dxfs') +
          '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
      ),
  };
};

/** Entries of one list of the styles part; the same text keeps its number. */
const numbered = () => {
  const entries = new Map<string, number>();
  return {
    numberOf: (xml: string): number => {
      const number = entries.get(xml) ?? entries.size;
      entries.set(xml, number);
      return number;
    },
    listed: (name: string, first = 0): string =>
      entries.size === 0
        ? ''
        : element(
            name,
            { count: entries.size },
            [...entries].map(([xml, i]) => xml.replace('$NUMBER', String(first + i))).join(''),
          ),
  };
};

const formatNumber = (code: string | undefined, formats: ReturnType<typeof numbered>): number => {
  if (code === undefined) return 0;
  if (code === '@') return 49;
  return (
    FIRST_OWN_FORMAT +
    formats.numberOf(element('numFmt', { numFmtId: '$NUMBER', formatCode: code }))
  );
};

const fontXml = ({ bold, italic, size, text }: Look): string =>
  element(
    'font',
    {},
    (bold ? '<b/>' : '') +
      (italic ? '<i/>' : '') +
      element('sz', { val: size ?? SIZE }) +
      element('color', { rgb: `FF${text ?? ink}` }) +
      element('name', { val: FONT }) +
      element('family', { val: 2 }),
  );

const fillXml = (colour: string): string =>
  element(
    'fill',
    {},
    element(
      'patternFill',
      { patternType: 'solid' },
      element('fgColor', { rgb: `FF${colour}` }) + element('bgColor', { indexed: 64 }),
    ),
  );

const borderXml = (line: Look['line']): string => {
  const side = (name: string, drawn: boolean): string =>
    drawn && line
      ? element(name, { style: 'thin' }, element('color', { rgb: `FF${line.colour}` }))
      : element(name, {});
  const around = line?.where === 'around';
  return element(
    'border',
    {},
    side('left', around) +
      side('right', around) +
      side('top', around) +
      side('bottom', line !== undefined) +
      element('diagonal', {}),
  );
};

const tintXml = ({ fill, text, bold, strike, lineBelow }: Tint): string => {
  const font =
    (bold ? '<b/>' : '') +
    (strike ? '<strike/>' : '') +
    (text ? element('color', { rgb: `FF${text}` }) : '');
  return element(
    'dxf',
    {},
    (font && element('font', {}, font)) +
      (fill
        ? `<fill><patternFill patternType="solid"><fgColor${attributes({ rgb: `FF${fill}` })}/><bgColor${attributes({ rgb: `FF${fill}` })}/></patternFill></fill>`
        : '') +
      (lineBelow
        ? `<border><bottom style="thin"><color${attributes({ rgb: `FF${lineBelow}` })}/></bottom></border>`
        : ''),
  );
};
