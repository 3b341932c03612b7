/** What was promised to two events at one moment, each pair once. */
import type { Temporal } from 'temporal-polyfill';
import { personKey } from '../assignment/names.ts';
import type { Desk } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case, DoubleBooking } from '../cases/situation.ts';
import { placeKey } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';
import type { NeedKind } from '../reading/short-reason.ts';
import { onceFor } from '../sheet/once-for.ts';

/** A person, a licence or a piece that two events held at one moment. */
export interface HeldTwice {
  readonly kind: NeedKind;
  readonly name: string;
  readonly tickets: readonly Ticket[];
  readonly day: Temporal.PlainDate;
}

const clashKinds: ReadonlyMap<string, NeedKind> = new Map([
  [headerOf('officers'), 'officer'],
  [headerOf('licence'), 'licence'],
  [headerOf('reserved'), 'equipment'],
]);

/** Each pair once, under the ticket that comes first. @param live In months. */
export const heldTwice = (live: readonly (readonly Case[])[], desk: Desk): readonly HeldTwice[] => {
  const booked = live.flatMap(doublyBooked);
  const named = new Set(
    booked.flatMap(({ decided }) => (decided.doubleBookings ?? []).map(({ ticket }) => ticket)),
  );
  if (named.size === 0) return [];
  const byTicket = new Map(
    live.flatMap((month) =>
      month
        .filter(({ ticket }) => named.has(ticket))
        .map((subject) => [subject.ticket, subject] as const),
    ),
  );
  return booked.flatMap((subject) =>
    (subject.decided.doubleBookings ?? [])
      .filter(({ ticket }) => subject.ticket < ticket)
      .flatMap((booking): HeldTwice[] => {
        const kind = clashKinds.get(booking.field);
        const other = byTicket.get(booking.ticket);
        const day = subject.request.answers.schedule?.startDay;
        if (kind === undefined || other === undefined || day === undefined) return [];
        const tickets = [subject.ticket, booking.ticket];
        return heldByBoth(subject, other, { booking, desk }).map((name) => ({
          kind,
          name,
          tickets,
          day,
        }));
      }),
  );
};

/** Asked of months, few of which have any. */
const doublyBooked = onceFor((month: readonly Case[]): readonly Case[] =>
  month.filter(({ decided }) => (decided.doubleBookings ?? []).length > 0),
);

const heldByBoth = (
  one: Case,
  other: Case,
  { booking: { field }, desk }: { readonly booking: DoubleBooking; readonly desk: Desk },
): readonly string[] => {
  const held = (subject: Case): ReadonlyMap<string, string> => heldOf(subject, field, desk);
  const others = held(other);
  return [...held(one)].filter(([key]) => others.has(key)).map(([, name]) => name);
};

const heldOf = (
  { decided, request: { staff } }: Case,
  field: string,
  { officers }: Desk,
): ReadonlyMap<string, string> => {
  switch (clashKinds.get(field)) {
    case 'officer':
      return new Map(
        [...(decided.officers?.people ?? []).map(({ name }) => name), ...staff.networkOfficers].map(
          (name) => [personKey(name, officers), name],
        ),
      );
    case 'licence':
      return new Map([[placeKey(decided.licence?.name), decided.licence?.name ?? '']]);
    case 'equipment':
      return new Map((decided.equipment?.reserved ?? []).map(({ name }) => [placeKey(name), name]));
    case undefined:
      return new Map();
  }
};
