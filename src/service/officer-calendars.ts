/** The calendar file of each officer, for import: as a document that is no Word file, and what the ledger remembers of it. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { jsonNote, keptFact } from '../backends/kept-note.ts';
import type { OfficeSettings } from '../core/cases/desk.ts';
import type {
  CalendarEntry,
  OfficerCalendar,
  ToldCalendars,
} from '../core/messages/officer-calendars.ts';
import { onceFor } from '../core/sheet/once-for.ts';
import { isSameList } from '../core/sheet/same-list.ts';
import type { WantedDocument } from '../documents/document-kind.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { publishedCalendar } from '../messages/calendar-file.ts';

export const calendarKind = 'kalender';

/** @param settings The team is named as who organises; the office's own address stands there where one is known. */
export const calendarDocument = (
  { officer, entries }: OfficerCalendar,
  settings: Pick<OfficeSettings, 'team' | 'contact'>,
): WantedDocument => {
  const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(settings.contact)?.[0] ?? nobody;
  const [, domain = ''] = address.split('@');
  const organizer = { name: settings.team, address };
  const text = publishedCalendar(
    `Tugas ${officer}`,
    entries.map((entry) => eventOf(entry, { organizer, domain })),
  );
  return {
    key: `${calendarKind}/${officer}`,
    kind: calendarKind,
    folder: ['Kalender'],
    name: `Kalender ${officer}.ics`,
    view: {},
    text,
    because: 'Jadwal tugas petugas berubah.',
  };
};

/** RFC 2606: an address that nobody can have. */
const nobody = 'layanan-vicon@tidak-ada.invalid';

const eventOf = (
  { event, standing, sequence, stamp }: CalendarEntry,
  { organizer, domain }: { readonly organizer: Organizer; readonly domain: string },
) => {
  const { uid, start, end, days, summary, location, description, confidential } = event;
  return {
    uid: `${uid}@${domain}`,
    sequence,
    standing,
    stamp: Temporal.Instant.from(stamp),
    start: Temporal.Instant.from(start),
    summary,
    confidential,
    organizer,
    ...(end !== undefined && { end: Temporal.Instant.from(end) }),
    ...(days !== undefined && { days }),
    ...(location !== undefined && { location }),
    ...(description !== undefined && { description }),
  };
};

type Organizer = { readonly name: string; readonly address: string };

const memoryName = 'calendars.told';

const told: z.ZodType<CalendarEntry> = z.object({
  event: z.object({
    method: z.enum(['request', 'cancel']),
    uid: z.string(),
    start: z.string(),
    end: z.string().exactOptional(),
    days: z.number().exactOptional(),
    summary: z.string(),
    location: z.string().exactOptional(),
    description: z.string().exactOptional(),
    confidential: z.boolean(),
  }),
  standing: z.enum(['confirmed', 'tentative', 'cancelled']),
  sequence: z.number(),
  stamp: z.string(),
});
const toldForm = z.array(z.tuple([z.string(), z.array(told)]));
/** As it lies there, to the order of its fields: what is told now is held against it word by word. */
const toldNote = jsonNote(
  z.custom<z.output<typeof toldForm>>((noted) => toldForm.safeParse(noted).success),
);

export const toldCalendars = async (ledger: Pick<Ledger, 'recall'>): Promise<ToldCalendars> => {
  const noted = (await ledger.recall(memoryName)) ?? '[]';
  const before = toldBefore.get(ledger);
  if (before?.noted === noted) return before.told;
  const told = new Map(keptFact({ name: memoryName, form: toldNote }, noted));
  toldBefore.set(ledger, { noted, told });
  return told;
};

/** Files tell the same in most passes. */
const toldBefore = new WeakMap<
  Pick<Ledger, 'recall'>,
  { readonly noted: string; readonly told: ToldCalendars }
>();

/** Before a file shows them: a run that is killed in between makes the same file again. */
export const rememberCalendars = async (
  ledger: Pick<Ledger, 'recall' | 'remember'>,
  calendars: readonly OfficerCalendar[],
): Promise<void> => {
  const noted = (await ledger.recall(memoryName)) ?? '[]';
  const before = toldLast.get(ledger);
  if (before?.noted === noted && isSameList(before.calendars, calendars)) return;
  const told = `[${calendars.map(notedOf).join(',')}]`;
  if (told !== noted) await ledger.remember(memoryName, told);
  toldLast.set(ledger, { noted: told, calendars });
};

/** Mostly the very same is told, and its text need not be made again. */
const toldLast = new WeakMap<
  Pick<Ledger, 'recall'>,
  { readonly noted: string; readonly calendars: readonly OfficerCalendar[] }
>();

const notedOf = onceFor(({ officer, entries }: OfficerCalendar): string =>
  JSON.stringify([officer, entries]),
);
