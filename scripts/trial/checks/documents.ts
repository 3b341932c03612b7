/** Whether every document is there once, in its folder, and says what its row says. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { Known, Memory } from '../memory.ts';
import { pathOf } from '../printout.ts';
import { linkIn, rowIn, type ViewedTab } from '../sheet-view.ts';
import type { StandIn, World } from '../stand-in.ts';
import { type Check, checkEach } from './check.ts';

type File = World['files'][number];

/** A Word file of the service. */
interface Document {
  readonly file: File;
  /** `laporan/VC-2026-0123#1`. */
  readonly key: string;
  readonly text: string;
}

export const checkDocuments = async (
  standIn: StandIn,
  world: World,
  tab: ViewedTab,
  memory: Memory,
): Promise<readonly Check[]> => {
  const documents: Document[] = [];
  const unreadable: string[] = [];
  for (const file of world.files) {
    const key = keyOf(file);
    if (key === undefined || file.trashed) continue;
    const text = textOf(await standIn.content(file.id));
    if (text === undefined) unreadable.push(file.name);
    documents.push({ file, key, text: text ?? '' });
  }
  return [
    {
      what: 'documents that open as Word files',
      counted: documents.length,
      faults: unreadable.map((name) => `"${name}" does not open`),
    },
    onePerKey(documents),
    inTheirFolders(documents, world, tab, memory),
    reportsOfHeldEvents(documents, tab, memory),
    sayTheirFacts(documents, tab, memory),
    linkedFromTheirRows(documents, tab, memory),
    recapsOfAllMonths(documents, memory),
    await leftToPeople(standIn, memory),
  ];
};

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const keyOf = ({ mimeType, appProperties }: File): string | undefined =>
  mimeType === docx
    ? Object.values(appProperties)
        .flatMap(({ kunci, edisi = '1' }) => (kunci === undefined ? [] : [`${kunci}#${edisi}`]))
        .at(0)
    : undefined;

/** The words of all paragraphs; `undefined` when it is no Word file. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    const main = unzipSync(bytes)['word/document.xml'];
    if (main === undefined) return undefined;
    const paragraphs = strFromU8(main).split('</w:p>');
    const words = paragraphs.map((paragraph) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    );
    return words.join('\n').replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');
  } catch {
    return undefined;
  }
};

const onePerKey = (documents: readonly Document[]): Check => {
  const byKey = new Map<string, string[]>();
  for (const { key, file } of documents) byKey.set(key, [...(byKey.get(key) ?? []), file.name]);
  return checkEach('documents with one file', byKey, ([key, names]) =>
    names.length === 1 ? undefined : `${key} lies there ${names.length} times`,
  );
};

const folders: Readonly<Record<string, string>> = {
  laporan: 'Laporan',
  'surat-tugas': 'Surat Tugas',
  kekurangan: 'Pemberitahuan',
  rekap: 'Rekap',
  evaluasi: 'Evaluasi',
  kinerja: 'Kinerja',
  pemeriksaan: 'Pemeriksaan',
  usulan: 'Usulan',
};

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** Those of one event lie by the month of the event, recaps by the year. */
const inTheirFolders = (
  documents: readonly Document[],
  world: World,
  tab: ViewedTab,
  memory: Memory,
): Check =>
  checkEach('documents in their folders', documents, ({ key, file }) => {
    const [kind = '', rest = ''] = key.replace(/#\d+$/, '').split('/');
    const wanted = [folders[kind] ?? '?'];
    if (kind === 'rekap') wanted.push(rest.slice(0, 4));
    const known = memory.known.find(({ ticket }) => ticket === rest);
    // Whoever deleted the row took its day along; its documents stay where they were.
    if (known !== undefined && rowIn(tab, known.row) !== undefined) {
      const { first } = known.when;
      wanted.push(String(first.year));
      wanted.push(`${String(first.month).padStart(2, '0')} ${months[first.month - 1]}`);
    }
    const path = pathOf(file, world).slice(1, -1).join('/');
    return path.startsWith(wanted.join('/'))
      ? undefined
      : `"${file.name}" lies in "${path}" instead of "${wanted.join('/')}"`;
  });

const ended: ReadonlySet<string> = new Set(['Selesai', 'Ditutup']);

const reportsOfHeldEvents = (
  documents: readonly Document[],
  tab: ViewedTab,
  { living }: Memory,
): Check => {
  const reported = new Set(
    documents.flatMap(({ key }) => /^laporan\/(.+)#\d+$/.exec(key)?.[1] ?? []),
  );
  const held = living.filter(({ row }) => ended.has(rowIn(tab, row)?.reads('Status') ?? ''));
  return checkEach('events that were held, with a report', held, ({ ticket = '' }) =>
    reported.has(ticket) ? undefined : `${ticket} has no report`,
  );
};

const sayTheirFacts = (documents: readonly Document[], tab: ViewedTab, memory: Memory): Check => {
  const ofTickets = documents.flatMap((document) => {
    const [, kind = '', ticket] = /^([\w-]+)\/(VC-.+)#\d+$/.exec(document.key) ?? [];
    const known = memory.living.find((each) => each.ticket === ticket);
    return known ? [{ ...document, kind, known }] : [];
  });
  return checkEach(
    'documents that say the facts of their row',
    ofTickets,
    ({ kind, known, file, text }) => {
      // A letter of an event that is over says what was so when it was written.
      if (kind !== 'laporan' || wasLeft(file, memory)) return undefined;
      const row = rowIn(tab, known.row);
      const facts = [
        known.ticket ?? '',
        known.wish.event,
        row?.reads('Tempat Kegiatan') ?? '',
        longDay(known),
        ...(row?.reads('Petugas') ?? '')
          .split('\n')
          .map((name) => name.replace(' (sementara)', '')),
        row?.reads('Pejabat Memimpin').replace(/ \(.*$/, '') ?? '',
      ];
      const flat = text.replaceAll(/\s+/g, ' ');
      const missing = facts.filter(
        (fact) => fact !== '' && !flat.includes(fact.replaceAll(/\s+/g, ' ')),
      );
      return missing.length > 0 ? `"${file.name}" does not say ${missing.join('; ')}` : undefined;
    },
  );
};

const wasLeft = (file: File, { touched }: Memory): boolean =>
  touched.some(({ fileId, what }) => fileId === file.id && what === 'edited');

/** Of several days the last, which every wording writes out. */
const longDay = ({ when: { last } }: Known): string =>
  `${last.day} ${months[last.month - 1]} ${last.year}`;

/** A link leads to the newest edition of its document. */
const linkedFromTheirRows = (
  documents: readonly Document[],
  tab: ViewedTab,
  { living, touched }: Memory,
): Check => {
  const newest = new Map<string, { readonly edition: number; readonly id: string }>();
  for (const { key, file } of documents) {
    const [, name = '', edition = '1'] = /^(.+)#(\d+)$/.exec(key) ?? [];
    const known = newest.get(name);
    if (known === undefined || known.edition < Number(edition))
      newest.set(name, { edition: Number(edition), id: file.id });
  }
  const leadsToTrash = (link = ''): boolean =>
    touched.some(({ what, fileId }) => what === 'trashed' && link.includes(fileId));
  const links = living.flatMap((known) =>
    (
      [
        ['Laporan', 'laporan'],
        ['Surat Tugas', 'surat-tugas'],
        ['Pemberitahuan', 'kekurangan'],
      ] as const
    ).map(([header, kind]) => ({
      known,
      header,
      link: linkIn(rowIn(tab, known.row)?.cells.get(header)),
      id: newest.get(`${kind}/${known.ticket}`)?.id,
    })),
  );
  const there = links.filter(
    ({ header, link, id }) =>
      (link !== undefined || id !== undefined) &&
      // A letter that somebody threw away after its event is not written again.
      !(header !== 'Laporan' && id === undefined && leadsToTrash(link)),
  );
  return checkEach(
    'links in the sheet to the newest edition',
    there,
    ({ known, header, link, id }) =>
      id !== undefined && link?.includes(id)
        ? undefined
        : `${header} of ${known.ticket} leads to ${link ?? 'nothing'} instead of ${id ?? 'nothing'}`,
  );
};

/** One for every month in which an event lay, and an evaluation of the year that ended. */
const recapsOfAllMonths = (documents: readonly Document[], { living }: Memory): Check => {
  const days = living.map(({ when: { first } }) => first);
  const wanted = new Set(days.map((day) => `rekap/${day.toPlainYearMonth()}`));
  if (days.some(({ year }) => year === 2026) && days.some(({ year }) => year === 2027))
    wanted.add('evaluasi/2026');
  const keys = new Set(documents.map(({ key }) => key.replace(/#\d+$/, '')));
  return checkEach('recaps of months and years', wanted, (key) =>
    keys.has(key) ? undefined : `${key} is missing`,
  );
};

const leftToPeople = async (standIn: StandIn, { touched }: Memory): Promise<Check> => {
  const edited = touched.filter(({ what }) => what === 'edited');
  const hashes = new Map<string, string>();
  for (const { fileId } of edited) {
    const bytes = await standIn.content(fileId);
    hashes.set(fileId, createHash('sha256').update(bytes).digest('hex'));
  }
  return checkEach('documents that people edited, left as they saved them', edited, (each) =>
    hashes.get(each.fileId) === each.sha256 ? undefined : `"${each.name}" was overwritten`,
  );
};
