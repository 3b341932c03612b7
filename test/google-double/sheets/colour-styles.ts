import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { FieldMask } from '../field-mask.ts';
import { standardTheme } from './new-spreadsheet.ts';
import { storedColour } from './stored-colour.ts';

/**
 * Colours are written in either of two fields, `backgroundColor` or the newer `backgroundColorStyle`, and read in both.
 *
 * We keep the newer one alone, which wins where a request gives both: what is given, and the mask over it, are put
 * into the newer words, and an answer says both again.
 */
const styleNames: Readonly<Record<string, string>> = {
  backgroundColor: 'backgroundColorStyle',
  foregroundColor: 'foregroundColorStyle',
  tabColor: 'tabColorStyle',
  headerColor: 'headerColorStyle',
  firstBandColor: 'firstBandColorStyle',
  secondBandColor: 'secondBandColorStyle',
  footerColor: 'footerColorStyle',
  visibleBackgroundColor: 'visibleBackgroundColorStyle',
  visibleForegroundColor: 'visibleForegroundColorStyle',
  color: 'colorStyle',
};

const colourNames = new Map(Object.entries(styleNames).map(([colour, style]) => [style, colour]));

/** What was given, with every colour as a style, and as it is kept. */
export function asStyles<Value>(value: Value): Value {
  return mapped(value, (fields) => {
    const given = new Set(fields.map(([name]) => name));
    return fields.flatMap(([name, each]) => {
      const style = styleNames[name];
      if (style === undefined) return [[name, name === 'rgbColor' ? storedColour(each) : each]];
      return given.has(style) ? [] : [[style, { rgbColor: storedColour(each) }]];
    });
  });
}

/** The mask over what was given, in the same words. */
export function styleMask(mask: FieldMask): FieldMask {
  const children = [...mask.children].flatMap(([name, child]): (readonly [string, FieldMask])[] => {
    const style = styleNames[name];
    if (style === undefined) return [[name, styleMask(child)]];
    if (mask.children.has(style)) return [];
    return [
      [style, child.children.size === 0 ? child : { children: new Map([['rgbColor', child]]) }],
    ];
  });
  return { children: new Map(children) };
}

/** What we keep, with every style also told as a colour. */
export function withColours<Value>(value: Value): Value {
  return mapped(value, (fields) =>
    fields.flatMap(([name, each]) => {
      const colour = colourNames.get(name);
      return colour === undefined
        ? [[name, each]]
        : [
            [colour, colourOf(each)],
            [name, each],
          ];
    }),
  );
}

function colourOf(kept: unknown): sheets_v4.Schema$Color {
  const style = kept as sheets_v4.Schema$ColorStyle;
  const ofTheme = standardTheme.themeColors?.find((each) => each.colorType === style.themeColor);
  return style.rgbColor ?? ofTheme?.color?.rgbColor ?? {};
}

type Fields = readonly (readonly [name: string, value: unknown])[];

/** A copy of a value in which the fields of every object, from the innermost out, are mapped. */
function mapped<Value>(value: Value, change: (fields: Fields) => Fields): Value;
function mapped(value: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, each]) => [name, mapped(each, change)] as const);
  return Object.fromEntries(change(fields));
}
