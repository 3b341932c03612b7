/** What people type into a cell, fit or unfit. */
import type { Temporal } from 'temporal-polyfill';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { type Column, tickMark } from '../../../src/core/sheet/column.ts';
import { dayToSerial, toSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { timeZone } from '../builders.ts';
import type { Chance } from './chance.ts';
import type { Office } from './office.ts';
import { wholeDesk } from './small-office.ts';

export interface Hand {
  readonly office: Office;
  readonly chance: Chance;
  readonly now: Temporal.Instant;
}

/** @param header What stands above the cell. */
export const typedCell = (hand: Hand, tab: string, header: Cell): Cell => {
  const { chance } = hand;
  const kind = chance();
  if (kind < 0.15) return '';
  if (kind < 0.5) return chance.pick(known(wholeDesk(), tab, header)) ?? '';
  if (kind < 0.6) return chance.pick(known(hand.office.tabs, tab, header)) ?? '';
  if (tab === 'Pengaturan' && header === 'Nilai') return chance.pick(settingValues) ?? '';
  const column = columnOf(tab, header);
  if (kind < 0.7 || column === undefined) return chance.pick(words) ?? '';
  return ofKind(column, hand);
};

const columnOf = (tab: string, header: Cell): Column | undefined =>
  tabs
    .find(({ name }) => name === tab)
    ?.columns.find((column): boolean => column.header === header);

/** What stands in a column already. */
const known = (from: Office['tabs'], tab: string, header: Cell): readonly Cell[] => {
  const { rows = [] } = from.find(({ name }) => name === tab) ?? {};
  const index = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).flatMap((row) => (index < 0 ? [] : [row[index] ?? '']));
};

const ofKind = ({ kind, choices, offers }: Column, hand: Hand): Cell => {
  const { chance, office, now } = hand;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  if (offers !== undefined && chance() < 0.8) {
    const header = tabs
      .find(({ name }) => name === offers.tab)
      ?.columns.find(({ field }) => field === offers.field)?.header;
    return chance.pick(known(office.tabs, offers.tab, header ?? '')) ?? '';
  }
  switch (kind) {
    case 'day':
      return dayToSerial(today.add({ days: chance.below(40) - 15 }));
    case 'moment':
      return toSerial(now.add({ minutes: chance.below(8000) - 7000 }), timeZone);
    case 'time':
      return chance() < 0.3 ? chance.below(96) / 96 : (chance.pick(times) ?? '');
    case 'number':
      return chance.below(chance() < 0.5 ? 6 : 400);
    case 'tick':
      return chance.pick([tickMark, true, false, 'ya', 'tidak']) ?? '';
    case 'choice':
      return chance.pick(choices ?? words) ?? '';
    case 'text':
    case 'long':
      return signed(hand, today);
    case 'link':
      return 'https://contoh.go.id/berkas';
  }
};

/** Who checked or approved something, and when; also what hangs on a ticket. */
const signed = ({ chance, office }: Hand, today: Temporal.PlainDate): string => {
  const ticket = String(chance.pick(known(office.tabs, 'Permohonan', 'Nomor Tiket')) ?? '');
  const day = today.subtract({ days: chance.below(4) });
  const date = `${day.day}/${day.month}/${day.year}`;
  return (
    chance.pick([
      `Rahmat Hulukati, ${date}`,
      `Iskandar Mooduto, ${date}`,
      `Marwah Pulubuhu, ${date}`,
      `Dikembalikan: nama kegiatan salah, ${date}`,
      `geser ke ${ticket}`,
      `digeser ke ${day.add({ days: 9 }).toString()}`,
      ticket,
    ]) ?? ''
  );
};

const times = ['07.30', '08.00', '09:00', '10.30', '13.00', '15.45', '23.59', '00.00', 'selesai'];

const words = [
  'batal',
  'dibatalkan pemohon',
  'geser',
  'ditolak',
  'selesai',
  'siap',
  'tidak siap',
  'ya',
  'tidak',
  'besok',
  '-',
  'x',
  '12',
];

const settingValues = [
  '',
  '0',
  '1',
  '2',
  '3',
  '12',
  '30',
  '48',
  '120',
  'ya',
  'tidak',
  '07.00',
  '08.30',
  '14.00',
  '17.00',
  '00.00–24.00',
  '08.00–10.00; 13.00–14.00',
  'Kepala Dinas',
  'Ketua Tim',
  'a.n. Kepala Dinas',
  'Tanda terima; Pengingat',
  'jam kerja',
  'Sdr. Contoh = contoh@dinas.contoh.go.id',
  'Dinas Contoh = Diskon; Dinas Contoh Lama',
];
