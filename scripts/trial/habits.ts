/** What staff do to the sheet and to documents as a whole, while the service writes. */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Office } from './people.ts';
import { columnLetters } from './people.ts';
import { viewTab } from './sheet-view.ts';

/** What was done, in the words of the transcript. */
type Habit = (office: Office) => Promise<string | undefined>;

export const sortTheSheet: Habit = async ({ standIn, desk, chance }) => {
  const { spreadsheetId, tab } = desk;
  const { headers, rows } = viewTab(await standIn.world(), tab);
  const header = chance.oneOf(['Stempel waktu', 'Tanggal Mulai', 'Instansi / Perangkat Daerah']);
  const column = headers.indexOf(header);
  const last = (rows.at(-1)?.index ?? 1) + 1;
  if (column < 0 || last < 3) return undefined;
  const range = `'${tab}'!A2:${columnLetters(headers.length - 1)}${last}`;
  const columns = [{ column, descending: chance.hits(0.5) }];
  await standIn.people('sortRows', { spreadsheetId, range, columns });
  return 'sheet sorted';
};

export const insertRows: Habit = async ({ standIn, desk, chance }) => {
  const { spreadsheetId, tab } = desk;
  const { rows } = viewTab(await standIn.world(), tab);
  const at = chance.between(1, Math.max(1, rows.length));
  const count = chance.between(1, 2);
  await standIn.people('insertLines', { spreadsheetId, tab, dimension: 'ROWS', at, count });
  return 'rows inserted';
};

/** Only rows in which people have nothing. */
export const deleteEmptyRow: Habit = async ({ standIn, desk, chance }) => {
  const { spreadsheetId, tab } = desk;
  const { rows } = viewTab(await standIn.world(), tab);
  const empty = rows.filter(
    (row) => row.reads('Nama Kegiatan') === '' && row.response === undefined,
  );
  if (empty.length === 0) return undefined;
  const at = chance.oneOf(empty).index;
  await standIn.people('deleteLines', { spreadsheetId, tab, dimension: 'ROWS', at });
  return 'empty row deleted';
};

export const moveColumn: Habit = async ({ standIn, desk, chance }) => {
  const { spreadsheetId, tab } = desk;
  const { headers } = viewTab(await standIn.world(), tab);
  const at = chance.between(0, headers.length - 1);
  const to = chance.between(0, headers.length - 1);
  if (to === at || to === at + 1) return undefined;
  await standIn.people('moveLines', { spreadsheetId, tab, dimension: 'COLUMNS', at, to });
  return 'column moved';
};

/** Somebody opens a document in Word, adds a sentence and saves. */
export const editDocument: Habit = async (office) => {
  const { standIn, memory } = office;
  const file = await someDocument(office);
  if (file === undefined) return undefined;
  const parts = unzipSync(await standIn.content(file.id));
  const main = parts['word/document.xml'];
  if (main === undefined) throw new Error(`"${file.name}" is no Word document.`);
  const addition = '<w:p><w:r><w:t>Catatan staf: sudah dibaca.</w:t></w:r></w:p>';
  const edited = strFromU8(main).replace(/<w:body>/, `<w:body>${addition}`);
  const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(edited) });
  const base64 = Buffer.from(bytes).toString('base64');
  await standIn.people('replaceContent', { fileId: file.id, base64 });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  memory.touched.push({ fileId: file.id, name: file.name, what: 'edited', sha256 });
  return 'document edited';
};

/** By mistake; the service makes it anew. */
export const trashDocument: Habit = async (office) => {
  const file = await someDocument(office);
  if (file === undefined) return undefined;
  await office.standIn.people('trashFile', { fileId: file.id });
  office.memory.touched.push({ fileId: file.id, name: file.name, what: 'trashed' });
  return 'document thrown away';
};

/** For everybody with the link, which the service must tell and never do. */
export const shareDocument: Habit = async (office) => {
  const file = await someDocument(office);
  if (file === undefined) return undefined;
  await office.standIn.people('shareFile', { fileId: file.id, with: 'anyone', role: 'reader' });
  office.memory.touched.push({ fileId: file.id, name: file.name, what: 'shared' });
  return 'document opened to anybody';
};

/** A report or a duty letter that nobody has worked on yet. */
const someDocument = async ({ standIn, memory, chance }: Office) => {
  const { files } = await standIn.world();
  const touched = new Set(memory.touched.map(({ fileId }) => fileId));
  const open = files.filter(
    ({ id, name, trashed }) =>
      !trashed && !touched.has(id) && /^VC-.* (Laporan Kegiatan|Surat Tugas)/.test(name),
  );
  return open.length === 0 ? undefined : chance.oneOf(open);
};

/** One sitting's share of all that, in the order in which it is done. */
export const habitsOf = ({ chance }: Office): readonly Habit[] => [
  ...(chance.hits(0.7) ? [sortTheSheet] : []),
  ...(chance.hits(0.3) ? [insertRows] : []),
  ...(chance.hits(0.2) ? [deleteEmptyRow] : []),
  ...(chance.hits(0.15) ? [moveColumn] : []),
  ...(chance.hits(0.12) ? [editDocument] : []),
  ...(chance.hits(0.06) ? [trashDocument] : []),
  ...(chance.hits(0.05) ? [shareDocument] : []),
];
