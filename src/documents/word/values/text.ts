/** Values as text, and text as the XML of a run: exactly what was typed, and nothing that breaks a file. */
import { escapeText } from '../../../office-package/xml-text.ts';

/** Signs that cannot go into XML as they are; a text without them goes in untouched. */
const special = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const eachSpecial = /\r\n?|[&<>]|[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

const lineBreakMarkup = '</w:t><w:br/><w:t xml:space="preserve">';
const tabMarkup = '</w:t><w:tab/><w:t xml:space="preserve">';

/** Text for a `w:t` that is open: line feeds and tabs become Word's own. */
export const wordText = (text: string): string =>
  special.test(text)
    ? replaced(text, { lineBreak: lineBreakMarkup, tab: tabMarkup, sign: escapeText })
    : text;

/** Text where only letters can stand, as in a chart's title: line feeds and tabs become spaces. */
export const flatText = (text: string): string => escapeText(flatLetters(text));

/** The same letters before they are written as XML. */
export const flatLetters = (text: string): string =>
  special.test(text) ? replaced(text, { lineBreak: ' ', tab: ' ', sign: (sign) => sign }) : text;

const replaced = (
  text: string,
  {
    lineBreak,
    tab,
    sign: signed,
  }: { lineBreak: string; tab: string; sign: (sign: string) => string },
): string =>
  text.replace(eachSpecial, (sign) => {
    switch (sign) {
      case '&':
      case '<':
      case '>':
        return signed(sign);
      case '\t':
        return tab;
      case '\n':
      case '\r':
      case '\r\n':
        return lineBreak;
      default:
        // C1 controls are letters to XML; C0 controls, lone surrogates and non-characters are not.
        return sign >= '\u007F' && sign <= '\u009F' ? sign : '';
    }
  });

/**
 * A value as it is printed: text as it is, numbers with a decimal comma, yes and no as ya and tidak,
 * a list of such values with commas.
 *
 * @returns undefined for a value that has no text: an object, or a list of them.
 */
export const printedText = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? String(value).replace('.', ',') : '';
    case 'boolean':
      return value ? 'ya' : 'tidak';
    case 'bigint':
      return String(value);
    case 'undefined':
      return '';
    default:
      break;
  }
  if (value === null) return '';
  if (!Array.isArray(value)) return undefined;
  const texts = value.map((item) => (Array.isArray(item) ? undefined : printedText(item)));
  return texts.some((text) => text === undefined) ? undefined : texts.join(', ');
};
