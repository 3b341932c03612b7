import { eachTextOnce } from './each-text-once.ts';
import { fold } from './spelling.ts';

/**
 * What people type to get past a field or to try the form: "tes", "asdf", "xxx", "123". It answers nothing.
 *
 * Short names are left alone: BNN, PMD and RRI are offices.
 */
export const isKeyboardNoise = eachTextOnce((typed: string): boolean => {
  const words = fold(typed).split(' ').filter(Boolean);
  const [only, ...others] = words;
  if (only === undefined) return false;
  return others.length === 0 && alone.test(only) ? true : words.every(isNoise);
});

const isNoise = (word: string): boolean =>
  /^\d+$/.test(word) || trials.test(word) || isOneLetter(word) || isWalk(word);

const trials =
  /^(?:tes|test|testing|tester|coba|percobaan|dummy|abc|asd|qwe|zxc|xyz|lorem|ipsum|blabla|bla)\d*$/;

/** Names of kinds of offices and of examples, which mean something only beside another word. */
const alone = /^(?:contoh|sampel|instansi|opd|dinas|badan|biro|kantor|nama|terserah)$/;

const isOneLetter = (word: string): boolean => word.length >= 3 && new Set(word).size === 1;

/** Along a row of the keyboard, again and again: "asdf", "qwerty", "jkljkl". */
const isWalk = (word: string): boolean => {
  if (word.length < 4) return false;
  const steps = [...word].slice(1).map((letter, at) => stepBetween(word[at] ?? '', letter));
  const turns = steps.filter((step) => Math.abs(step) !== 1).length;
  return turns <= Math.floor((word.length - 1) / 4) && new Set(word).size > 2;
};

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** How far to the right on the same row; far where they are on different rows. */
const stepBetween = (from: string, to: string): number => {
  const row = rows.find((keys) => keys.includes(from) && keys.includes(to));
  return row === undefined ? Number.POSITIVE_INFINITY : row.indexOf(to) - row.indexOf(from);
};
