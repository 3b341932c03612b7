/**
 * The helpers that office staff may use in a template: `{{tanggal mulai}}`, `{{daftar petugas "nama"}}`.
 *
 * An empty value stays empty, so that `{{belumDiisi (tanggal mulai)}}` can see it; a text that is no
 * date or number is printed as it was typed.
 */

import { type Frame, ownValue } from '../values/scope.ts';
import { printedText } from '../values/text.ts';
import { dateRange, dateWords, dayName, monthName, timeRange, timeWords } from './helper-dates.ts';
import { grouped, inWords } from './helper-numbers.ts';

export interface HelperTurn {
  readonly frame: Frame;
  readonly options: ReadonlyMap<string, unknown>;
}

export interface Helper {
  readonly least: number;
  readonly most: number;
  readonly options: readonly string[];
  readonly needsLoop: boolean;
  /** How it is written, for the fault that somebody wrote it otherwise. */
  readonly example: string;
  readonly call: (inputs: readonly unknown[], turn: HelperTurn) => unknown;
}

/** What stands for a fact that nobody has filled in yet. */
export const notFilled = 'BELUM DIISI';

const nbsp = '\u00A0';

const helper = (example: string, least: number, most: number, call: Helper['call']): Helper => ({
  least,
  most,
  options: [],
  needsLoop: false,
  example,
  call,
});

export const helpers: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  ['tanggal', helper('{{tanggal mulai}}', 1, 1, ([date]) => dateWords(text(date)))],
  ['hari', helper('{{hari mulai}}', 1, 1, ([date]) => dayName(text(date)))],
  [
    'hariTanggal',
    helper('{{hariTanggal mulai}}', 1, 1, ([date]) => {
      const day = dayName(text(date));
      return day === '' ? dateWords(text(date)) : `${day}, ${dateWords(text(date))}`;
    }),
  ],
  ['bulan', helper('{{bulan mulai}}', 1, 1, ([date]) => monthName(text(date)))],
  [
    'pukul',
    helper('{{pukul mulai}} atau {{pukul mulai "WIB"}}', 1, 2, ([time, zone], { frame }) =>
      timeWords(text(time), zone === undefined ? frame.state.zone : text(zone)),
    ),
  ],
  [
    'rentangPukul',
    helper('{{rentangPukul mulai selesai}}', 2, 3, ([from, until, zone], { frame }) =>
      timeRange(text(from), text(until), zone === undefined ? frame.state.zone : text(zone)),
    ),
  ],
  [
    'rentangTanggal',
    helper('{{rentangTanggal mulai selesai}}', 2, 2, ([from, until]) =>
      dateRange(text(from), text(until)),
    ),
  ],
  [
    'angka',
    helper('{{angka jumlah}} atau {{angka rata 1}}', 1, 2, ([value, digits]) =>
      grouped(value, digits),
    ),
  ],
  ['terbilang', helper('{{terbilang jumlah}}', 1, 1, ([value]) => inWords(value))],
  [
    'jumlah',
    helper('{{jumlah petugas}}', 1, 1, ([list]) => (Array.isArray(list) ? list.length : 0)),
  ],
  ['nip', helper('{{nip pegawai.nip}}', 1, 1, ([digits]) => spacedNip(text(digits)))],
  [
    'daftar',
    helper('{{daftar nama}} atau {{daftar petugas "nama"}}', 1, 2, ([list, field]) =>
      sentenceList(list, field),
    ),
  ],
  ['kapital', helper('{{kapital acara}}', 1, 1, ([value]) => text(value).toLocaleUpperCase('id'))],
  [
    'isiAtau',
    helper('{{isiAtau kendala "Tidak ada"}}', 2, 2, ([value, other]) =>
      isEmpty(value) ? other : value,
    ),
  ],
  [
    'belumDiisi',
    helper('{{belumDiisi kendala}}', 1, 1, ([value]) => (isEmpty(value) ? notFilled : value)),
  ],
  ['nomor', { ...helper('{{nomor}}', 0, 0, (_, { frame }) => turnOf(frame) + 1), needsLoop: true }],
  ['eq', helper('(eq status "Selesai")', 2, 2, ([one, other]) => isSame(one, other))],
  ['ne', helper('(ne status "Selesai")', 2, 2, ([one, other]) => !isSame(one, other))],
  ['and', helper('(and a b)', 1, 9, (inputs) => inputs.every(isTrue))],
  ['or', helper('(or a b)', 1, 9, (inputs) => inputs.some(isTrue))],
  ['not', helper('(not a)', 1, 1, ([value]) => !isTrue(value))],
  ['gt', helper('(gt jumlah 3)', 2, 2, ([one, other]) => order(one, other) > 0)],
  ['gte', helper('(gte jumlah 3)', 2, 2, ([one, other]) => order(one, other) >= 0)],
  ['lt', helper('(lt jumlah 3)', 2, 2, ([one, other]) => order(one, other) < 0)],
  ['lte', helper('(lte jumlah 3)', 2, 2, ([one, other]) => order(one, other) <= 0)],
]);

/** What `{{#if}}` takes for yes: anything but nothing, no, zero, an empty text or an empty list. */
export const isTrue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value);

const text = (value: unknown): string => printedText(value) ?? '';

const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  return Array.isArray(value)
    ? value.length === 0
    : typeof value === 'string' && value.trim() === '';
};

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || text(one) === text(other);

const order = (one: unknown, other: unknown): number => {
  if (isEmpty(one) || isEmpty(other)) return Number.NaN;
  if (typeof one === 'string' && typeof other === 'string')
    return one < other ? -1 : Number(one > other);
  return Number(one) - Number(other);
};

/** The number of the turn: a `{{#with}}` inside a loop is still that turn. */
const turnOf = (frame: Frame): number => {
  let at: Frame | undefined = frame;
  while (at !== undefined && at.count < 0) at = at.parent;
  return at?.index ?? 0;
};

/** 196804111993031009 → 19680411 199303 1 009; anything else as it was typed. */
const spacedNip = (typed: string): string => {
  const digits = typed.replace(/\D/g, '');
  if (digits.length !== 18) return typed;
  const groups = [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14, 15), digits.slice(15)];
  return groups.join(nbsp);
};

/** "A", "A dan B", "A, B, dan C". */
const sentenceList = (list: unknown, field: unknown): string => {
  const items = Array.isArray(list) ? list : isEmpty(list) ? [] : [list];
  const texts = items
    .map((item) => text(typeof field === 'string' ? ownValue(item, field) : item))
    .filter((item) => item.trim() !== '');
  if (texts.length <= 2) return texts.join(' dan ');
  return `${texts.slice(0, -1).join(', ')}, dan ${texts.at(-1)}`;
};
