/**
 * Looks, drop-downs and prompts as the parts of a workbook spell them, as text (not yet raw); element names stand under
 * `prefix`.
 */
import type { CellLook, Choices, Prompt } from '../../../book/column-look.ts';
import { ink, type Tint } from '../../../book/palette.ts';
import { escapeAttribute } from '../../../office-package/xml-text.ts';
import { escapeCellText } from './cell-text.ts';

const fontName = 'Arial';
const fontSize = 10;

export const fontMarkup = ({ bold, italic, size, text }: CellLook, prefix = ''): string =>
  `<${prefix}font>${bold ? `<${prefix}b/>` : ''}${italic ? `<${prefix}i/>` : ''}<${prefix}sz val="${size ?? fontSize}"/><${prefix}color rgb="FF${text ?? ink}"/><${prefix}name val="${fontName}"/><${prefix}family val="2"/></${prefix}font>`;

export const fillMarkup = (colour: string, prefix = ''): string =>
  `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;

export const borderMarkup = (line: CellLook['line'], prefix = ''): string => {
  const side = (name: string, isDrawn: boolean): string =>
    isDrawn && line
      ? `<${prefix}${name} style="thin"><${prefix}color rgb="FF${line.colour}"/></${prefix}${name}>`
      : `<${prefix}${name}/>`;
  const isAround = line?.where === 'around';
  const sides = ['left', 'right', 'top'].map((name) => side(name, isAround)).join('');
  return `<${prefix}border>${sides}${side('bottom', line !== undefined)}<${prefix}diagonal/></${prefix}border>`;
};

/** The numbers of a look's font, fill, border and number format in their lists; 0 is the plain one of each. */
export interface LookParts {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

export const cellFormatMarkup = (
  { across, down, wrap, indent }: CellLook,
  { format, font, fill, border }: LookParts,
  prefix = '',
): string => {
  const applied = (name: string, number: number): string => (number === 0 ? '' : ` ${name}="1"`);
  const alignment = [
    ...(across ? [` horizontal="${across}"`] : []),
    ` vertical="${down ?? 'top'}"`,
    ...(wrap ? [' wrapText="1"'] : []),
    ...(indent ? [` indent="${indent}"`] : []),
  ].join('');
  return `<${prefix}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied('applyNumberFormat', format)} applyFont="1"${applied('applyFill', fill)}${applied('applyBorder', border)} applyAlignment="1"><${prefix}alignment${alignment}/></${prefix}xf>`;
};

export const choicesMarkup = (range: string, { from, warns }: Choices, prefix = ''): string => {
  const warning = warns
    ? ' showErrorMessage="1" errorTitle="Di luar pilihan" error="Isian ini tidak ada di daftar pilihan. Tetap dipakai? Layanan akan berusaha memahaminya."'
    : '';
  return `<${prefix}dataValidation type="list"${warns ? ' errorStyle="warning"' : ''} allowBlank="1"${warning} sqref="${range}"><${prefix}formula1>${escapeAttribute(from)}</${prefix}formula1></${prefix}dataValidation>`;
};

export const promptMarkup = (cell: string, { title, text }: Prompt, prefix = ''): string =>
  `<${prefix}dataValidation allowBlank="1" showInputMessage="1" promptTitle="${attribute(title)}" prompt="${attribute(text)}" sqref="${cell}"/>`;

/** What a rule of colour adds to a cell. */
export const tintMarkup = ({ fill, text, bold, strike, lineBelow }: Tint, prefix = ''): string => {
  const font =
    (bold ? `<${prefix}b/>` : '') +
    (strike ? `<${prefix}strike/>` : '') +
    (text ? `<${prefix}color rgb="FF${text}"/>` : '');
  return `<${prefix}dxf>${font === '' ? '' : `<${prefix}font>${font}</${prefix}font>`}${
    fill
      ? `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${fill}"/><${prefix}bgColor rgb="FF${fill}"/></${prefix}patternFill></${prefix}fill>`
      : ''
  }${
    lineBelow
      ? `<${prefix}border><${prefix}bottom style="thin"><${prefix}color rgb="FF${lineBelow}"/></${prefix}bottom></${prefix}border>`
      : ''
  }</${prefix}dxf>`;
};

/** @param style The number of its tint among those of the workbook. */
export const conditionMarkup = (
  range: string,
  {
    when,
    style,
    priority,
  }: { readonly when: string; readonly style: number; readonly priority: number },
): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${style}" priority="${priority}"><formula>${escapeAttribute(when)}</formula></cfRule></conditionalFormatting>`;

const attribute = (text: string): string => escapeAttribute(escapeCellText(text));
