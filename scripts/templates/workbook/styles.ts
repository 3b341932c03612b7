import {
  borderMarkup,
  cellFormatMarkup,
  fillMarkup,
  fontMarkup,
  tintMarkup,
} from '../../../src/backends/local/sheet/look-markup.ts';
import type { CellLook } from '../../../src/book/column-look.ts';
import type { Tint } from '../../../src/book/palette.ts';
import { element } from './xml.ts';

export interface StyleBook {
  /** The number of a look, given once and kept. */
  readonly look: (look: CellLook) => number;
  readonly tint: (tint: Tint) => number;
  /** `xl/styles.xml` with everything asked for so far. */
  readonly xml: () => string;
}

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

  const look = (wanted: CellLook): number => {
    const format = formatNumber(wanted.format, formats);
    const font = fonts.numberOf(fontMarkup(wanted));
    const fill = wanted.fill === undefined ? 0 : fills.numberOf(fillMarkup(wanted.fill));
    const border = borders.numberOf(borderMarkup(wanted.line));
    return looks.numberOf(cellFormatMarkup(wanted, { format, font, fill, border }));
  };
  look({});

  return {
    look,
    tint: (wanted) => tints.numberOf(tintMarkup(wanted)),
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
