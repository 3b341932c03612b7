/** Requesters and staff: does what is planned, and remembers what was put where. */
import type { Chance } from './chance.ts';
import type { Planned, TypedWhat } from './life.ts';
import type { Known, Memory } from './memory.ts';
import type { Desk } from './set-up.ts';
import { rowIn, viewTab } from './sheet-view.ts';
import type { StandIn } from './stand-in.ts';
import type { Answers, Wish } from './wishes.ts';

export interface Office {
  readonly standIn: StandIn;
  readonly desk: Desk;
  readonly memory: Memory;
  readonly chance: Chance;
}

/** What was done, in the words of the transcript; `undefined` where it could not be done yet. */
export const doDeed = async (
  office: Office,
  { wish, deed }: Planned,
  /** As a form or a person writes the time. */
  moment: string,
): Promise<string | undefined> => {
  if (deed.kind === 'submit') {
    await submit(office, wish);
    return 'request by form';
  }
  if (deed.kind === 'type a new row') {
    await typeNewRow(office, wish);
    return 'request typed in by staff';
  }
  const known = office.memory.of(wish);
  switch (deed.kind) {
    case 'edit the answers':
      await editAnswers(office, known, deed.answers);
      known.when = deed.when;
      return 'answers edited by the requester';
    case 'delete the row':
      return (await deleteRow(office, known)) ? 'row deleted' : undefined;
    case 'type':
      await typeInto(office, known, deed.cells);
      return typedWords[deed.what];
    case 'note an incident':
      return noteIn(office, known, 'Kendala', (ticket) => incident(office.chance, ticket));
    case 'complain':
      return noteIn(office, known, 'Pengaduan', (ticket) => [
        moment,
        ...complaint(office.chance, ticket),
      ]);
    case 'answer the survey':
      return noteIn(office, known, 'Survei', (ticket) => [
        moment,
        ...survey(office.chance, ticket),
      ]);
  }
};

const typedWords: Readonly<Record<TypedWhat, string>> = {
  coordinate: 'coordinated',
  confirm: 'confirmed',
  prepare: 'prepared',
  'choose officers': 'officers chosen by hand',
  'choose a licence': 'licence chosen by hand',
  'hand a cell back': 'cell handed back',
  'call off': 'called off',
  'note what happened': 'facts of the event noted',
  'sign the report': 'report signed',
};

const submit = async ({ standIn, desk, memory }: Office, wish: Wish): Promise<void> => {
  const { formId } = desk;
  const { answers, email } = wish;
  const response = await standIn.people('submitResponse', { formId, answers, email });
  memory.known.push(newlyKnown(wish, { response }));
};

const newlyKnown = (wish: Wish, row: Known['row']): Known => ({
  wish,
  row,
  when: wish.when,
  typed: new Map(),
  ticket: undefined,
  otherTickets: [],
  isDeleted: false,
});

/** Into a row inserted above the last one, part by part as people type: the service may look at half a row. */
const typeNewRow = async (office: Office, wish: Wish): Promise<void> => {
  const { standIn, desk, memory } = office;
  const { spreadsheetId } = desk;
  const tab = viewTab(await standIn.world(), desk.tab);
  const at = Math.max(1, tab.rows.at(-1)?.index ?? 1);
  await standIn.people('insertLines', { spreadsheetId, tab: desk.tab, dimension: 'ROWS', at });
  const header = 'Nama Kegiatan';
  const range = `'${desk.tab}'!${columnLetters(tab.headers.indexOf(header))}${at + 1}`;
  await standIn.people('typeCells', { spreadsheetId, range, rows: [[wish.event]] });
  const known = newlyKnown(wish, { header, reads: wish.event });
  memory.known.push(known);
  const { [header]: event, ...others } = wish.answers;
  known.typed.set(header, { stringValue: String(event) });
  for (const part of inParts(others)) await typeInto(office, known, part);
};

const inParts = (answers: Answers): readonly Readonly<Record<string, string>>[] => {
  const cells = Object.entries(answers).map(([header, text]) => [header, String(text)] as const);
  const half = Math.ceil(cells.length / 2);
  return [cells.slice(0, half), cells.slice(half)].map((part) => Object.fromEntries(part));
};

export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);

const editAnswers = async (
  { standIn, desk: { formId } }: Office,
  { row }: Known,
  answers: Answers,
): Promise<void> => {
  if (!('response' in row)) throw new Error('Only who answered the form can change the answers.');
  await standIn.people('editResponse', { formId, responseId: row.response, answers });
};

const typeInto = async (
  { standIn, desk }: Office,
  known: Known,
  cells: Readonly<Record<string, string | boolean>>,
): Promise<void> => {
  const { spreadsheetId, tab } = desk;
  const { holds } = await standIn.people('typeInRow', {
    spreadsheetId,
    tab,
    row: known.row,
    cells,
  });
  for (const [header, held] of Object.entries(holds)) known.typed.set(header, held);
};

/** Columns in which the service writes as long as nobody else does. */
export const sharedHeaders: ReadonlySet<string> = new Set([
  'Status',
  'Petugas',
  'Akun Zoom',
  'Peralatan Disiapkan',
]);

/**
 * Whoever typed into a shared cell in the very instant of a write sees it overwritten, and types it again; Google gives
 * no lock against that. How often it came to that comes back.
 */
export const typeAgain = async (office: Office): Promise<number> => {
  const tab = viewTab(await office.standIn.world(), office.desk.tab);
  let again = 0;
  for (const known of office.memory.living) {
    const row = rowIn(tab, known.row);
    for (const [header, held] of known.typed) {
      const text = held?.stringValue ?? '';
      if (!sharedHeaders.has(header) || text === '' || row?.reads(header) === text) continue;
      await typeInto(office, known, { [header]: text });
      again += 1;
    }
  }
  return again;
};

/** Only a row whose ticket somebody has seen; the number must never come back. */
const deleteRow = async ({ standIn, desk }: Office, known: Known): Promise<boolean> => {
  const { spreadsheetId, tab } = desk;
  if (known.ticket === undefined) return false;
  const at = await standIn.people('findRow', { spreadsheetId, tab, row: known.row });
  if (at === undefined) throw new Error(`The row of "${known.wish.event}" is gone already.`);
  await standIn.people('deleteLines', { spreadsheetId, tab, dimension: 'ROWS', at });
  known.isDeleted = true;
  return true;
};

const noteIn = async (
  { standIn, desk, memory }: Office,
  { ticket }: Known,
  tab: 'Kendala' | 'Pengaduan' | 'Survei',
  cellsFor: (ticket: string) => readonly string[],
): Promise<string | undefined> => {
  if (ticket === undefined) return undefined;
  const cells = cellsFor(ticket);
  const row = memory.registerRows.filter((each) => each.tab === tab).length + 2;
  const range = `'${tab}'!A${row}`;
  await standIn.people('typeCells', { spreadsheetId: desk.spreadsheetId, range, rows: [cells] });
  memory.registerRows.push({ tab, cells });
  return { Kendala: 'incident', Pengaduan: 'complaint', Survei: 'survey' }[tab];
};

/** In the order of the tab's columns. */
const incident = (chance: Chance, ticket: string): readonly string[] => [
  ticket,
  '',
  chance.oneOf(['koneksi', 'login', 'perangkat', 'lainnya']),
  'Moderator',
  'Suara terputus-putus.',
  'Perangkat diganti.',
];

const complaint = (chance: Chance, ticket: string): readonly string[] => [
  ticket,
  chance.oneOf(['pengaduan', 'saran', 'masukan']),
  'Suara di ruang rapat kecil sekali.',
  'Peserta',
];

const survey = (chance: Chance, ticket: string): readonly string[] => [
  ticket,
  ...Array.from({ length: 9 }, () => String(chance.between(2, 4))),
];
