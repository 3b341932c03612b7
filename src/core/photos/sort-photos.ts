/** From folders and files as they lie in *Dokumentasi* to the photos of each ticket, and what belongs to none. */
import type { Ticket } from '../cases/ledger-state.ts';
import type { FiledPhoto, LeftPhoto, PhotoFolder, TicketPhotos, WhyLeft } from '../cases/photos.ts';
import { onceFor } from '../sheet/once-for.ts';

/** So many are printed in one report: three pages. */
export const mostPhotos = 24;

/** A larger file is no photo of a phone. */
export const mostPhotoBytes = 40 * 1024 * 1024;

/** What a program exports; Zoom's reports of who took part are among them. */
export const isTable = ({ name, size, mark }: FiledPhoto): boolean =>
  mark !== '' && size > 0 && /\.(?:csv|tsv|txt)$/i.test(name);

/** Whether something is a ticket of the desk: of thousands few are asked about. */
export type Tickets = Pick<ReadonlySet<Ticket>, 'has'>;

export interface SortedPhotos {
  readonly of: ReadonlyMap<Ticket, TicketPhotos>;
  readonly folders: ReadonlySet<Ticket>;
  /** Names of folders that belong to no ticket though something lies in them, and of files beside the folders. */
  readonly strays: readonly string[];
}

/** What a look into files of this content said: fit to print, or why not; `undefined` before that look. */
export type Verdicts = (mark: string) => 'fit' | WhyLeft | undefined;

/**
 * @param tickets All that the desk knows.
 * @param isReport Of tables, by their mark: whether they tell who took part; those that nobody read yet are left out.
 */
export const sortPhotos = (
  folders: readonly PhotoFolder[],
  {
    tickets,
    verdicts,
    isReport = new Map(),
  }: {
    readonly tickets: Tickets;
    readonly verdicts: Verdicts;
    readonly isReport?: ReadonlyMap<string, boolean>;
  },
): SortedPhotos => {
  const files = new Map<Ticket, readonly FiledPhoto[]>();
  const strays: string[] = [];
  for (const { name, files: found } of folders) {
    const shown = found.filter(
      (file) => !isOfTheSystem(file.name) && !(isTable(file) && isReport.get(file.mark) !== false),
    );
    const ticket = ticketOfFolder(name, tickets);
    if (ticket !== undefined) files.set(ticket, [...(files.get(ticket) ?? []), ...shown]);
    else if (name === '') strays.push(...shown.map((file) => file.name));
    else if (shown.length > 0) strays.push(name);
  }
  return {
    of: new Map(
      [...files]
        .filter(([, found]) => found.length > 0)
        .map(([ticket, found]) => [ticket, judged(found, verdicts)]),
    ),
    folders: new Set(files.keys()),
    strays: strays.toSorted(byName),
  };
};

/** "VC-2026-0012", also as people write it: in small letters, with words behind. */
export const ticketOfFolder = (name: string, tickets: Tickets): Ticket | undefined => {
  const begin = ticketIn(name);
  return begin !== undefined && tickets.has(begin) ? begin : undefined;
};

const ticketIn = (name: string): Ticket | undefined =>
  /^\s*([A-Za-z]+-\d{4}-\d+)(?!\d)/.exec(name)?.[1]?.toUpperCase();

/** Whether these folders belong to the same tickets as when they were sorted, though the desk may know others by now. */
export const isSortedBy = (
  { folders }: SortedPhotos,
  of: readonly PhotoFolder[],
  tickets: Tickets,
) => ticketsNamed(of).every((ticket) => folders.has(ticket) === tickets.has(ticket));

const ticketsNamed = onceFor((folders: readonly PhotoFolder[]): readonly Ticket[] => [
  ...new Set(folders.flatMap(({ name }) => ticketIn(name) ?? [])),
]);

/** What file systems and Word leave in every folder. */
const isOfTheSystem = (name: string): boolean =>
  /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name);

const judged = (files: readonly FiledPhoto[], verdicts: Verdicts): TicketPhotos => {
  const printed: FiledPhoto[] = [];
  const left: LeftPhoto[] = [];
  for (const file of files.toSorted((one, other) => byName(one.name, other.name))) {
    const why = whyLeft(file, verdicts) ?? (printed.length < mostPhotos ? undefined : 'too many');
    if (why === undefined) printed.push(file);
    else left.push({ name: file.name, why });
  }
  return { printed, left };
};

const whyLeft = ({ name, size, mark }: FiledPhoto, verdicts: Verdicts): WhyLeft | undefined => {
  if (mark === '') return 'folder';
  if (/\.hei[cf]s?$/i.test(name)) return 'heic';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'no report';
  if (!mayBePicture(name)) return 'no picture';
  if (size === 0) return 'empty';
  if (size > mostPhotoBytes) return 'too large';
  const verdict = verdicts(mark);
  return verdict === 'fit' ? undefined : verdict;
};

/** By its name; what bears no ending has to be looked into. */
const mayBePicture = (name: string): boolean =>
  /\.(?:jpe?g|jpe|jfif|png|webp|gif|tiff?|avif)$/i.test(name) || !/\.[A-Za-z0-9]{1,5}$/.test(name);

/** As people count: "foto 2" before "foto 10". */
const names = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

const byName = (one: string, other: string): number =>
  names.compare(one, other) || (one < other ? -1 : Number(one > other));
