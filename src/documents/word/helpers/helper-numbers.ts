/** Numbers as an Indonesian letter writes them: in figures and in words. */

/** 1234567.5 → "1.234.567,5"; with `digits` always so many after the comma. */
export const grouped = (value: unknown, digits: unknown): string => {
  const number = numberOf(value);
  if (number === undefined) return typeof value === 'string' ? value : '';
  const fixed = typeof digits === 'number' ? number.toFixed(clamp(digits)) : plain(number);
  const [whole = '', part] = fixed.replace('-', '').split('.');
  const sign = number < 0 && /[1-9]/.test(fixed) ? '-' : '';
  const figures = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? `${sign}${figures}` : `${sign}${figures},${part}`;
};

const numberWords = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];
const scales = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1000, 'ribu'],
  [100, 'ratus'],
] as const;

/** 1641 → "seribu enam ratus empat puluh satu"; whole numbers below a quadrillion. */
export const inWords = (value: unknown): string => {
  const number = numberOf(value);
  if (number === undefined) return typeof value === 'string' ? value : '';
  if (!Number.isInteger(number) || Math.abs(number) >= 1e15) return grouped(number, undefined);
  if (number === 0) return 'nol';
  return number < 0 ? `minus ${wordsOf(-number)}` : wordsOf(number);
};

const wordsOf = (number: number): string => {
  if (number < 12) return numberWords[number] ?? '';
  if (number < 20) return `${numberWords[number - 10]} belas`;
  if (number < 100) return spaced(`${numberWords[Math.floor(number / 10)]} puluh`, number % 10);
  for (const [scale, name] of scales) {
    if (number < scale) continue;
    const times = Math.floor(number / scale);
    const head = times === 1 && scale <= 1000 ? `se${name}` : `${wordsOf(times)} ${name}`;
    return spaced(head, number % scale);
  }
  return '';
};

const spaced = (head: string, rest: number): string =>
  rest === 0 ? head : `${head} ${wordsOf(rest)}`;

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  return Number(value);
};

const plain = (number: number): string => String(Math.round(number * 1e6) / 1e6);

const clamp = (digits: number): number => Math.min(6, Math.max(0, Math.trunc(digits)));
