/** What people do at an office in one step of a storm. */
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { isOurs } from '../../../src/core/sheet/column.ts';
import { dayToSerial, toSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { timeZone } from '../builders.ts';
import type { Office } from './office.ts';
import { wholeDesk } from './small-office.ts';
import { type Hand, typedCell } from './typed-cells.ts';

type Act = (hand: Hand) => void;

/** Does one thing at random. */
export const act = (hand: Hand): void => {
  let left = hand.chance() * allWeight;
  for (const { weight, does } of acts) {
    left -= weight;
    if (left < 0) {
      does(hand);
      return;
    }
  }
};

/** What is done in the sheet alone. */
export const editSheet: Act = (hand) => hand.chance.pick(sheetActs)?.(hand);

const type: Act = (hand) => {
  const tab = tabOf(hand);
  const rows = tab?.rows ?? [];
  const row = rows[1 + hand.chance.below(rows.length - 1)];
  const width = rows[0]?.length ?? 0;
  if (tab === undefined || row === undefined || width === 0) return;
  const column = hand.chance.below(width);
  while (row.length <= column) row.push('');
  row[column] = typedCell(hand, tab.name, rows[0]?.[column] ?? '');
};

const newRequest: Act = ({ office, chance, now }) => {
  const rows = rowsOf(office, requestTab.name);
  if (rows.length > mostRows) return;
  const base = chance.pick(rowsOf({ tabs: wholeDesk() }, requestTab.name).slice(1)) ?? [];
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  rows.push(
    (rows[0] ?? []).map((header, index): Cell => {
      const column = requestTab.columns.find((each) => each.header === header);
      if (column === undefined || isOurs(column)) return '';
      if (column.field === 'submittedAt') return toSerial(now, timeZone);
      if (column.field === 'startDay')
        return dayToSerial(today.add({ days: chance.below(14) - 1 }));
      return column.owner === 'form' || chance() < 0.3 ? (base[index] ?? '') : '';
    }),
  );
};

/** An answer of a form, or an entry of staff: a row of the demo, about a ticket of this desk, told now. */
const newEntry: Act = ({ office, chance, now }) => {
  const tab = chance.pick(entryTabs);
  const rows = rowsOf(office, tab ?? '');
  if (rows.length > mostRows) return;
  const base = chance.pick(rowsOf({ tabs: wholeDesk() }, tab ?? '').slice(1));
  const ticket = chance.pick(ticketsOf(office));
  if (base === undefined) return;
  rows.push(
    base.map((cell): Cell => {
      if (typeof cell === 'string' && /^VC-\d{4}-\d+$/.test(cell)) return ticket ?? cell;
      const isRecent = typeof cell === 'number' && cell > 40_000 && chance() < 0.8;
      return isRecent ? toSerial(now, timeZone) : cell;
    }),
  );
};

const mostRows = 25;
const fewestRows = 4;

const deleteRow: Act = (hand) => {
  const rows = tabOf(hand)?.rows ?? [];
  if (rows.length > fewestRows) rows.splice(1 + hand.chance.below(rows.length - 1), 1);
};

const copyRow: Act = (hand) => {
  const rows = tabOf(hand)?.rows ?? [];
  const row = rows[1 + hand.chance.below(rows.length - 1)];
  if (row === undefined || rows.length > mostRows) return;
  rows.splice(1 + hand.chance.below(rows.length), 0, [...row]);
};

const insertEmptyRow: Act = (hand) => {
  const rows = tabOf(hand)?.rows ?? [];
  if (rows.length > 1 && rows.length <= mostRows)
    rows.splice(1 + hand.chance.below(rows.length), 0, []);
};

const sortRows: Act = (hand) => {
  const rows = tabOf(hand)?.rows ?? [];
  const column = hand.chance.below(rows[0]?.length ?? 0);
  const way = hand.chance() < 0.5 ? 1 : -1;
  const [header = [], ...rest] = rows;
  const sorted = rest
    .map((row) => ({ row, by: String(row[column] ?? '') }))
    .sort((a, b) => (a.by < b.by ? -way : a.by > b.by ? way : 0))
    .map(({ row }) => row);
  rows.splice(0, rows.length, header, ...sorted);
};

/** Cells that were pasted over those of another row. */
const paste: Act = (hand) => {
  const rows = tabOf(hand)?.rows ?? [];
  const [from, to] = [0, 0].map(() => rows[1 + hand.chance.below(rows.length - 1)]);
  if (from === undefined || to === undefined) return;
  const start = hand.chance.below(from.length);
  const end = start + 1 + hand.chance.below(6);
  while (to.length < end) to.push('');
  to.splice(
    start,
    end - start,
    ...Array.from({ length: end - start }, (_, n) => from[start + n] ?? ''),
  );
};

const sheetActs: readonly Act[] = [type, type, type, deleteRow, sortRows, paste, newRequest];

/** Sorting and pasting leave links behind, or take them away. */
const changeLink: Act = ({ office: { tabs }, chance }) => {
  const links = tabs.find(({ name }) => name === requestTab.name)?.links;
  const spot = chance.pick([...(links?.keys() ?? [])]);
  const url = chance.pick([...(links?.values() ?? [])]);
  if (links === undefined || spot === undefined || url === undefined) return;
  if (chance() < 0.5) links.delete(spot);
  else links.set(spot, url);
};

const changeFile: Act = ({ office: { files }, chance }) => {
  const id = chance.pick([...files.keys()]);
  const file = files.get(id ?? '');
  if (id === undefined || file === undefined) return;
  if (chance() < 0.5) files.delete(id);
  else
    files.set(id, { ...file, bytes: Buffer.from(`edited ${chance.below(1000)}`), isEdited: true });
};

const changePhotos: Act = ({ office, chance }) => {
  const { photos } = office;
  const folder =
    (chance() < 0.7 ? chance.pick([...photos.keys()]) : undefined) ??
    `${chance.pick(ticketsOf(office)) ?? 'VC-2026-0001'} Rapat`;
  const held = photos.get(folder) ?? new Map<string, Uint8Array>();
  photos.set(folder, held);
  const kind = chance();
  if (kind < 0.2) held.delete(chance.pick([...held.keys()]) ?? '');
  else if (kind < 0.3) photos.delete(folder);
  else if (kind < 0.5) held.set('peserta.csv', attendance(chance.below(30)));
  else if (kind < 0.7) held.set('rusak.jpg', Buffer.from('no picture at all'));
  else held.set(`foto ${chance.below(4)}.png`, smallestPng);
};

const smallestPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const attendance = (people: number): Uint8Array =>
  Buffer.from(
    [
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)',
      ...Array.from(
        { length: people },
        (_, n) => `Peserta ${n},,11/25/2026 09:0${n % 10}:00 AM,11/25/2026 11:00:00 AM,110`,
      ),
    ].join('\n'),
  );

/** Something that is not in the sheet, which a desk that rests has to notice by itself. */
export const actBeside: Act = (hand) =>
  hand.chance.pick([changeFile, changePhotos, changeAnswerForm, changeTemplates, changeTexts])?.(
    hand,
  );

const changeTemplates: Act = ({ office }) => {
  office.templates += 1;
};

const changeTexts: Act = ({ office }) => {
  office.texts += 1;
};

const changeAnswerForm: Act = ({ office, chance }) => {
  office.answerForm =
    chance() < 0.3
      ? undefined
      : {
          address: `https://forms.contoh.go.id/${chance.below(3)}`,
          ...(chance() < 0.5 && { ticketQuestion: '1a2b3c' }),
        };
};

const acts: readonly { readonly weight: number; readonly does: Act }[] = [
  { weight: 60, does: type },
  { weight: 8, does: newRequest },
  { weight: 6, does: newEntry },
  { weight: 4, does: deleteRow },
  { weight: 4, does: copyRow },
  { weight: 2, does: insertEmptyRow },
  { weight: 4, does: sortRows },
  { weight: 4, does: paste },
  { weight: 4, does: changeLink },
  { weight: 4, does: changeFile },
  { weight: 5, does: changePhotos },
  { weight: 3, does: changeAnswerForm },
  { weight: 3, does: changeTemplates },
  { weight: 3, does: changeTexts },
];

const allWeight = acts.reduce((sum, { weight }) => sum + weight, 0);

const entryTabs = [
  'Serah Terima Alat',
  'Kendala',
  'Pengaduan',
  'Setelah Kegiatan',
  'Survei',
  'Tindak Lanjut',
];

/** Mostly the one that people work in all day. */
const tabOf = ({ office, chance }: Hand): Office['tabs'][number] | undefined =>
  chance() < 0.6
    ? office.tabs.find(({ name }) => name === requestTab.name)
    : chance.pick(office.tabs);

const rowsOf = ({ tabs }: Pick<Office, 'tabs'>, tab: string): Cell[][] =>
  tabs.find(({ name }) => name === tab)?.rows ?? [];

const ticketsOf = ({ tabs }: Office): readonly string[] =>
  rowsOf({ tabs }, requestTab.name)
    .slice(1)
    .flatMap((row) => row.filter((cell) => typeof cell === 'string'))
    .filter((cell) => /^VC-\d{4}-\d+$/.test(cell));
