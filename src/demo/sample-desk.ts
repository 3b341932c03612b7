import type { Temporal } from 'temporal-polyfill';
import { dayFromSerial } from '../core/sheet/serial.ts';
import { comingRequests } from './coming-requests.ts';
import { openDemoCalendar } from './demo-calendar.ts';
import {
  actionRows,
  afterEventRows,
  complaintRows,
  handOutRows,
  incidentRows,
  surveyRows,
  type TicketOf,
} from './demo-feedback.ts';
import { equipmentRows, licenceRows, officerRows } from './demo-registers.ts';
import { demoSettings } from './demo-settings.ts';
import type { DemoRow, DemoTab } from './demo-tab.ts';
import { pastRequests } from './past-requests.ts';

/**
 * An invented desk of three months, with the mistakes that real ledgers have.
 *
 * All days count from `today`, so that something runs today and something comes tomorrow whenever it is made.
 * The same day gives the same desk.
 */
export const sampleDesk = ({
  today,
}: {
  readonly today: Temporal.PlainDate;
}): readonly DemoTab[] => {
  const calendar = openDemoCalendar(today);
  const requests = [...pastRequests(calendar), ...comingRequests(calendar)].sort(
    (one, other) => Number(one.submittedAt) - Number(other.submittedAt),
  );
  const ticketOf = ticketsIn(requests);
  return [
    { tab: 'Permohonan', rows: requests },
    { tab: 'Serah Terima Alat', rows: handOutRows(calendar, ticketOf) },
    { tab: 'Kendala', rows: incidentRows(calendar, ticketOf) },
    { tab: 'Pengaduan', rows: complaintRows(calendar, ticketOf) },
    { tab: 'Setelah Kegiatan', rows: afterEventRows(calendar, ticketOf) },
    { tab: 'Survei', rows: surveyRows(calendar, ticketOf) },
    { tab: 'Tindak Lanjut', rows: actionRows(calendar) },
    { tab: 'Petugas', rows: officerRows(calendar) },
    { tab: 'Peralatan', rows: equipmentRows },
    { tab: 'Akun Zoom', rows: licenceRows },
    { tab: 'Pengaturan', rows: demoSettings },
  ];
};

/**
 * Foretells ticket numbers: they are given in the order of receipt, counted in each year.
 *
 * @throws Error when no request has this title, which is a slip in the sample itself.
 */
const ticketsIn = (requests: readonly DemoRow<'Permohonan'>[]): TicketOf => {
  const counted = new Map<number, number>();
  const tickets = requests.map(({ event, submittedAt }) => {
    const year = dayFromSerial(Number(submittedAt))?.year ?? 0;
    const number = (counted.get(year) ?? 0) + 1;
    counted.set(year, number);
    return { event: String(event), ticket: `VC-${year}-${String(number).padStart(4, '0')}` };
  });
  return (title) => {
    const found = tickets.find(({ event }) => event.startsWith(title));
    if (found === undefined) throw new Error(`The sample desk has no request "${title}".`);
    return found.ticket;
  };
};
