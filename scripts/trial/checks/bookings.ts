/** Whether anybody or any licence is in two meetings at once by the service's own choice. */
import type { Known, Memory } from '../memory.ts';
import { rowIn, type ViewedTab } from '../sheet-view.ts';
import { type Check, checkEach } from './check.ts';

export const checkBookings = (tab: ViewedTab, memory: Memory): readonly Check[] => [
  noneTwice('officers chosen by the service, each in one place at a time', 'Petugas', tab, memory),
  noneTwice(
    'licences chosen by the service, each in one meeting at a time',
    'Akun Zoom',
    tab,
    memory,
  ),
];

interface Booking {
  readonly known: Known;
  readonly what: string;
}

const calledOff = /^(?:ditolak|batal|tidak jadi)/i;

const noneTwice = (what: string, header: string, tab: ViewedTab, { living }: Memory): Check => {
  const bookings = living.flatMap((known): readonly Booking[] => {
    const row = rowIn(tab, known.row);
    const isByHand = (known.typed.get(header) ?? null) !== null;
    if (row === undefined || isByHand || calledOff.test(row.reads('Status'))) return [];
    return row
      .reads(header)
      .split('\n')
      .map((name) => name.replace(' (sementara)', ''))
      .filter((name) => name !== '')
      .map((name) => ({ known, what: name }));
  });
  return checkEach(what, bookings, (one) => {
    const other = bookings.find(
      (each) => each !== one && each.what === one.what && overlap(each.known, one.known),
    );
    return other && `${one.what} is in ${one.known.ticket} and ${other.known.ticket} at once`;
  });
};

/** By the hours alone, without any time for the way; an open end counts one hour. */
const overlap = (a: Known, b: Known): boolean => {
  const first = a.when.first.since(b.when.last).days > 0 ? b : a;
  const other = first === a ? b : a;
  if (other.when.first.since(first.when.last).days > 0) return false;
  const hours = ({ when: { from, until } }: Known) => ({ from, to: until ?? from + 60 });
  const [one, two] = [hours(a), hours(b)];
  return one.from < two.to && two.from < one.to;
};
