import type { LocaleCustoms } from './locale.ts';

/** A number that nobody gave a format: ten digits that count, whole numbers in full up to fifteen. */
export function plainNumber(number: number, { decimal }: Pick<LocaleCustoms, 'decimal'>): string {
  const size = Math.abs(number);
  if (size >= 1e15 || (size > 0 && size < 1e-10)) {
    return scientific(number, { least: 0, most: 5 }).replace('.', decimal);
  }
  if (Number.isInteger(number)) return String(number);
  const places = Math.max(0, 9 - Math.floor(Math.log10(size)));
  return String(withoutZeros(fixed(number, places))).replace('.', decimal);
}

/** A number by a pattern of `0`, `#`, the grouping comma, decimals, `%` and `E+00`, and what stands around them. */
export function patternedNumber(number: number, pattern: string, customs: LocaleCustoms): string {
  const sections = sectionsOf(pattern);
  const own = number < 0 ? sections[1] : number === 0 ? sections[2] : undefined;
  const section = own ?? sections[0] ?? '';
  const dressed = dressedDigits(Math.abs(number), section, customs);
  return number < 0 && own === undefined ? `-${dressed}` : dressed;
}

/** The parts of a pattern for what is above, below and at zero; a `;` in quotes parts nothing. */
const sectionsOf = (pattern: string): readonly string[] =>
  (pattern.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/gu) ?? []).map(String);

const literals = /"([^"]*)"|\\(.)/gu;

function dressedDigits(size: number, section: string, customs: LocaleCustoms): string {
  // What is in quotes is no pattern: it is put aside for as long as the digits are looked for.
  const kept: string[] = [];
  const bare = section.replace(literals, (_, quoted?: string, escaped?: string) => {
    kept.push(quoted ?? escaped ?? '');
    return '\0';
  });
  const digits = /[#0,]*[#0](?:\.([#0]+))?(E\+0+)?|\.[#0]+/u.exec(bare);
  const shown = digits
    ? bare.replace(digits[0], () =>
        digitsOf(bare.includes('%') ? size * 100 : size, digits[0], customs),
      )
    : bare;
  return shown.replaceAll('\0', () => kept.shift() ?? '');
}

function digitsOf(size: number, digits: string, customs: LocaleCustoms): string {
  const [head = '', places = ''] = digits.replace(/E\+0+$/u, '').split('.');
  const bounds = { least: [...places].filter((each) => each === '0').length, most: places.length };
  if (digits.includes('E')) return scientific(size, bounds).replace('.', customs.decimal);
  const [whole = '0', fraction = ''] = fixed(size, bounds.most).split('.');
  const zeros = [...head].filter((each) => each === '0').length;
  const padded = (zeros === 0 && whole === '0' ? '' : whole).padStart(zeros, '0');
  const grouped = head.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/gu, customs.group) : padded;
  const ending = fraction.slice(0, bounds.least) + fraction.slice(bounds.least).replace(/0+$/u, '');
  return grouped + (ending === '' ? '' : customs.decimal + ending);
}

/** So many decimals, rounded as people round what they read: half of the last one goes up. */
function fixed(number: number, places: number): string {
  const [digits, exponent = '0'] = String(number).split('e');
  const rounded = Math.round(Math.abs(Number(`${digits}e${Number(exponent) + places}`)));
  const size = Number.isSafeInteger(rounded) ? Number(`${rounded}e-${places}`) : Math.abs(number);
  return (number < 0 ? '-' : '') + size.toFixed(places);
}

const withoutZeros = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+$/u, '') : text;

/** `1.23457E+15`. */
function scientific(
  number: number,
  { least, most }: { readonly least: number; readonly most: number },
): string {
  const [digits = '', exponent = '0'] = number.toExponential(most).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const ending = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/u, '');
  const power = Number(exponent);
  const sign = power < 0 ? '-' : '+';
  return `${whole}${ending === '' ? '' : `.${ending}`}E${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
