/** What the look of a cell says by itself: that it was crossed out, that it stands on a colour, that its number is a moment. */
import {
  attributeOf,
  findElement,
  findElements,
  isOn,
  type RawElement,
} from '../../../office-package/xml-scan.ts';
import { childrenOf } from './xml-list.ts';

export interface StyleLook {
  readonly isStruck: boolean;
  /** As the file names the colour; absent where there is none. */
  readonly fill?: string;
  /** Shows hours, or a day. */
  readonly isMoment: boolean;
}

const plain: StyleLook = { isStruck: false, isMoment: false };

/** The looks of the styles, by their number. */
export const openLooks = (
  styles: string | undefined,
  isDate: (style: number) => boolean,
): ((style: number | undefined) => StyleLook) => {
  const xml = styles ?? '';
  const list = findElement(xml, 'cellXfs');
  if (list === undefined) return () => plain;
  const fonts = itemsOf(xml, 'fonts').map((font) => isStruckFont(xml, font));
  const fills = itemsOf(xml, 'fills').map((fill) => colourOf(xml, fill));
  const formats = new Map(
    itemsOf(xml, 'numFmts').map(({ open }) => [
      Number(attributeOf(xml, open, 'numFmtId')),
      attributeOf(xml, open, 'formatCode') ?? '',
    ]),
  );
  const looks = childrenOf(xml, list).map(({ open }, style): StyleLook => {
    const numberOf = (name: string): number => Number(attributeOf(xml, open, name) ?? 0);
    const fill = fills[numberOf('fillId')];
    const format = numberOf('numFmtId');
    return {
      isStruck: fonts[numberOf('fontId')] ?? false,
      ...(fill !== undefined && { fill }),
      isMoment: isDate(style) || showsTime(format, formats.get(format)),
    };
  });
  return (style) => looks[style ?? 0] ?? plain;
};

const itemsOf = (xml: string, name: string): readonly RawElement[] => {
  const list = findElement(xml, name);
  return list === undefined ? [] : childrenOf(xml, list);
};

const isStruckFont = (xml: string, { open, contentEnd }: RawElement): boolean => {
  const [strike] = findElements(xml, 'strike', open.end, contentEnd);
  return strike !== undefined && isOn(attributeOf(xml, strike.open, 'val') ?? '1');
};

const colourOf = (xml: string, { open, contentEnd }: RawElement): string | undefined => {
  const [pattern] = findElements(xml, 'patternFill', open.end, contentEnd);
  if (pattern === undefined || attributeOf(xml, pattern.open, 'patternType') !== 'solid')
    return undefined;
  const [colour] = findElements(xml, 'fgColor', pattern.open.end, pattern.contentEnd);
  if (colour === undefined) return undefined;
  const said = ['rgb', 'theme', 'indexed', 'tint'].flatMap((name) => {
    const value = attributeOf(xml, colour.open, name);
    return value === undefined ? [] : [`${name} ${value}`];
  });
  return said.join(' ');
};

/** Source: ECMA-376 part 1, 18.8.30 numFmt; 18 to 21 and 45 to 47 show hours, minutes or seconds. */
const showsTime = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? (id >= 18 && id <= 21) || (id >= 45 && id <= 47)
    : /[hs]/i.test(code.replaceAll(/"[^"]*"|\\./g, '').replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, ''));
