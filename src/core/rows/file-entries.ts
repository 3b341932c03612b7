/**
 * Puts incidents, complaints, surveys and what was said after an event to their events, and says of each that belongs nowhere what is missing.
 *
 * Registers are read before anybody knows which tickets there are. Here the ticket as people typed it becomes the one
 * that it means; an entry whose day is known neither by its own time nor by its event is in no month and in no
 * document, so it becomes a problem of its row.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Desk, DeskProblem, HandOut, ImprovementAction } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { compareInstants, dayAt } from '../cases/watched-now.ts';
import { actionTab } from '../columns/action-tab.ts';
import { afterEventTab } from '../columns/after-event-tab.ts';
import { complaintTab } from '../columns/complaint-tab.ts';
import { handOutTab } from '../columns/hand-out-tab.ts';
import { incidentTab } from '../columns/incident-tab.ts';
import { surveyTab } from '../columns/survey-tab.ts';
import { resolveTicket } from '../reading/registers/ticket.ts';
import type { Tab } from '../sheet/column.ts';
import { fileAfterEvents } from './file-after-events.ts';

/** What entries are put to. */
export interface Filing {
  /** All that have a row in Permohonan. */
  readonly tickets: ReadonlySet<Ticket>;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

interface Entry {
  readonly row?: number;
  readonly ticket?: string;
  readonly at?: Temporal.Instant;
}

export const fileEntries = (desk: Desk, filing: Filing): Desk => {
  const problems: DeskProblem[] = [...desk.problems];
  const file = <E extends Entry>(entries: readonly E[], words: EntryWords): readonly E[] =>
    entries.map((entry) => filed(entry, words, { filing, problems }));
  const thisYear = dayAt(filing.now, filing.timeZone).year;
  const hasCome = ({ year }: ImprovementAction): boolean => year >= firstYear && year <= thisYear;
  for (const { row, year } of desk.actions.filter((action) => !hasCome(action)))
    problems.push({
      tab: actionTab.name,
      ...(row !== undefined && { row }),
      text: `Tahun ${year} ${year > thisYear ? 'belum tiba' : 'terlalu lama'}; tindakan ini tidak masuk evaluasi. Periksa tahunnya.`,
    });
  const surveys = file(desk.surveys, {
    tab: surveyTab,
    what: 'survei ini',
    time: 'Stempel waktu',
    needsTicket: false,
  });
  const afterEvents = fileAfterEvents(
    file(desk.afterEvents, {
      tab: afterEventTab,
      what: 'isian ini',
      time: 'Stempel waktu',
      needsTicket: true,
    }),
    {
      surveys,
      say: ({ row }, text) =>
        problems.push({ tab: afterEventTab.name, ...(row !== undefined && { row }), text }),
    },
  );
  return {
    ...desk,
    actions: desk.actions.filter(hasCome),
    handOuts: desk.handOuts.map((handOut) => handOutFiled(handOut, filing, problems)),
    incidents: file(desk.incidents, {
      tab: incidentTab,
      what: 'kendala ini',
      time: 'Waktu',
      needsTicket: true,
    }),
    complaints: [
      ...file(desk.complaints, {
        tab: complaintTab,
        what: 'isi baris ini',
        time: 'Stempel waktu',
        needsTicket: false,
      }),
      ...afterEvents.complaints,
    ],
    surveys: [...surveys, ...afterEvents.surveys],
    afterEvents: afterEvents.standing,
    problems,
  };
};

/** Without an event it counts as lent, and is out all the same. */
const handOutFiled = (
  handOut: HandOut,
  { tickets, now }: Filing,
  problems: DeskProblem[],
): HandOut => {
  const say = (text: string): void => {
    problems.push({
      tab: handOutTab.name,
      ...(handOut.row !== undefined && { row: handOut.row }),
      text,
    });
  };
  const { ticket: typed, ...rest } = handOut;
  const found = typed === undefined ? undefined : resolveTicket(typed, tickets);
  if (found !== undefined && found.kind !== 'found')
    say(`Nomor Tiket "${typed}" ${found.question}`);
  const { due, back } = handOut;
  if (back.kind === 'out' && due !== undefined && compareInstants(due, now) < 0)
    say('Rencana Kembali sudah lewat dan alat belum kembali. Isi Kembali, atau ubah rencananya.');
  return { ...rest, ...(found?.kind === 'found' && { ticket: found.ticket }) };
};

interface EntryWords {
  readonly tab: Tab;
  readonly what: string;
  readonly time: string;
  /** An incident is told in the report of its event; complaints may concern none. */
  readonly needsTicket: boolean;
}

const filed = <E extends Entry>(
  entry: E,
  { tab, what, time, needsTicket }: EntryWords,
  { filing, problems }: { readonly filing: Filing; readonly problems: DeskProblem[] },
): E => {
  const say = (text: string): void => {
    problems.push({ tab: tab.name, ...(entry.row !== undefined && { row: entry.row }), text });
  };
  const { ticket: typed, at: stamped, ...rest } = entry;
  const at = stamped !== undefined && isPlausible(stamped, filing) ? stamped : undefined;
  const found = typed === undefined ? undefined : resolveTicket(typed, filing.tickets);
  const ticket = found?.kind === 'found' ? found.ticket : undefined;
  const isPlaced = at !== undefined || ticket !== undefined;
  const lost = `${what} tidak masuk rekap`;
  if (at === undefined && stamped !== undefined)
    say(`${time} tidak wajar${isPlaced ? '' : `; ${lost}`}. Periksa tanggalnya.`);
  if (found !== undefined && found.kind !== 'found')
    say(
      `Nomor Tiket "${typed}" ${found.question}${isPlaced ? '' : ` Sampai diperbaiki, ${lost}.`}`,
    );
  else if (ticket === undefined && needsTicket)
    say(
      isPlaced
        ? `Nomor Tiket belum diisi; ${what} dihitung dalam rekap, tetapi tidak masuk laporan kegiatan. Isi nomor tiketnya.`
        : `Nomor Tiket dan ${time} belum terbaca; ${lost} dan laporan. Isi nomor tiketnya.`,
    );
  else if (!isPlaced && stamped === undefined)
    say(`${time} dan Nomor Tiket belum terbaca; ${lost}. Isi salah satunya.`);
  return {
    ...rest,
    ...(at !== undefined && { at }),
    ...(ticket !== undefined ? { ticket } : typed !== undefined && { unclearTicket: typed }),
  } as E;
};

/** Before this the service did not exist; a time much after now is a slip of the hand. */
const firstYear = 2015;

const isPlausible = (at: Temporal.Instant, { now, timeZone }: Filing): boolean =>
  at.toZonedDateTimeISO(timeZone).year >= firstYear &&
  compareInstants(at, now.add({ hours: 48 })) <= 0;
