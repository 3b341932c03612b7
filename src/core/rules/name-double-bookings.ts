/**
 * Names people, licences and equipment that two events held at one moment, once one of the two has begun.
 *
 * Before that, whoever chose by hand is warned where the choice is. A clash that nobody resolved must not vanish with the
 * event: reports and letters say of somebody that they were in two places. It is named beside both until the cells say
 * who and what was really there. Only the hours of the events count, the real ones where staff noted them; no travel.
 */
import { findByName, personKey } from '../assignment/names.ts';
import { hasStarted, isCalledOff } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, DoubleBooking, Judgement, Rule, Situation } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { heldWindows } from '../clock/held-windows.ts';
import { collisions, type Occupancy, placeKey } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';

export const nameDoubleBookings: Rule = (cases, situation) => {
  const live = cases
    .filter((subject) => !isCalledOff(subject))
    .map((subject) => ({ subject, occupancy: occupied(subject) }));
  const colliding = collisions(live.map(({ occupancy }) => occupancy));
  return new Map(
    live.flatMap((event, at) => {
      const others = (colliding[at] ?? [])
        .flatMap((index) => live[index] ?? [])
        .filter((other) => [event, other].some((each) => hasStarted(each.subject, situation.now)));
      const judgement = judge(event, others, situation);
      return judgement ? [[event.subject.ticket, judgement] as const] : [];
    }),
  );
};

interface OccupiedTime {
  readonly subject: Case;
  readonly occupancy: Occupancy;
}

const occupied = ({ request }: Case): Occupancy => ({
  windows: heldWindows(request),
  travelMs: 0,
  place: '',
});

const judge = (
  event: OccupiedTime,
  others: readonly OccupiedTime[],
  situation: Situation,
): Judgement | undefined => {
  const clashes = [
    ...officerClashes(event, others, situation),
    ...licenceClashes(event, others, situation),
    ...equipmentClashes(event, others, situation),
  ];
  if (clashes.length === 0) return undefined;
  const doubleBookings = clashes.flatMap(({ field, tickets }) =>
    tickets.map((ticket): DoubleBooking => ({ ticket, field })),
  );
  // Said already where the choice was made by hand and can still be changed.
  const isSaid = ({ field, tickets }: Clash): boolean =>
    tickets.every((ticket) =>
      event.subject.findings.some((said) => said.field === field && said.text.includes(ticket)),
    );
  const findings = clashes
    .filter((clash) => !isSaid(clash))
    .map(({ field, text }): Finding => ({ kind: 'warning', field, text }));
  return { decided: { doubleBookings }, findings };
};

interface Clash {
  readonly field: string;
  readonly tickets: readonly Ticket[];
  readonly text: string;
}

const officerClashes = (
  { subject }: OccupiedTime,
  others: readonly OccupiedTime[],
  { desk }: Situation,
): readonly Clash[] =>
  [...peopleOf(subject, desk)].flatMap(([person, name]): Clash[] => {
    const tickets = others
      .filter((other) => peopleOf(other.subject, desk).has(person))
      .map(({ subject: { ticket } }) => ticket);
    return clash(
      headerOf('officers'),
      tickets,
      `${name} juga tercatat bertugas di`,
      'siapa yang bertugas',
    );
  });

/** Each person once, by key, under the name that stands in the row. */
const peopleOf = (
  { decided, request: { staff } }: Case,
  { officers }: Desk,
): ReadonlyMap<string, string> =>
  new Map(
    [...(decided.officers?.people ?? []).map(({ name }) => name), ...staff.networkOfficers].map(
      (name) => [personKey(name, officers), name],
    ),
  );

const licenceClashes = (
  event: OccupiedTime,
  others: readonly OccupiedTime[],
  { desk }: Situation,
): readonly Clash[] => {
  const name = event.subject.decided.licence?.name ?? '';
  const rivals = others.filter(
    ({ subject: { decided } }) => placeKey(decided.licence?.name) === placeKey(name),
  );
  const hosted = findByName(name, desk.licences)?.meetings ?? 1;
  const tickets = rivals.map(({ subject: { ticket } }) => ticket);
  return name === '' || mostAtOnce(event, rivals, () => 1) < hosted
    ? []
    : clash(headerOf('licence'), tickets, `${name} juga tercatat dipakai`, 'akun yang dipakai');
};

const clash = (field: string, tickets: readonly Ticket[], what: string, truth: string): Clash[] =>
  tickets.length === 0
    ? []
    : [
        {
          field,
          tickets,
          text: `${what} ${list(tickets)} pada waktu yang sama, dan belum diselesaikan sampai kegiatan dimulai. Tulis di ${field} ${truth} sebenarnya.`,
        },
      ];

/** The service promises nothing twice; only where somebody chose by hand can more be promised than there is. */
const equipmentClashes = (
  event: OccupiedTime,
  others: readonly OccupiedTime[],
  { desk }: Situation,
): readonly Clash[] =>
  (event.subject.decided.equipment?.reserved ?? []).flatMap(({ name, quantity }): Clash[] => {
    const owned = countOf(name, desk);
    const rivals = others.filter((other) => reservedBy(other, name) > 0);
    const isByHand = [event, ...rivals].some(({ subject }) => subject.handMade.reserved);
    if (owned === undefined || rivals.length === 0 || !isByHand) return [];
    if (mostAtOnce(event, rivals, (rival) => reservedBy(rival, name)) + quantity <= owned)
      return [];
    const tickets = rivals.map(({ subject: { ticket } }) => ticket);
    const what = `${name}: kantor memiliki ${owned}, tetapi ${quantity} tercatat di sini dan sisanya di`;
    return clash(headerOf('reserved'), tickets, what, 'yang dipakai');
  });

const reservedBy = ({ subject }: OccupiedTime, name: string): number =>
  (subject.decided.equipment?.reserved ?? [])
    .filter((each) => placeKey(each.name) === placeKey(name))
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** The most that the rivals hold at any one moment of the event. */
const mostAtOnce = (
  event: OccupiedTime,
  rivals: readonly OccupiedTime[],
  held: (rival: OccupiedTime) => number,
): number => {
  const moments = [event, ...rivals].flatMap(({ occupancy }) =>
    occupancy.windows.map(({ from }) => from),
  );
  const runs = ({ occupancy }: OccupiedTime, moment: number): boolean =>
    occupancy.windows.some(({ from, to }) => from <= moment && moment < to);
  return Math.max(
    0,
    ...moments
      .filter((moment) => runs(event, moment))
      .map((moment) =>
        rivals.filter((rival) => runs(rival, moment)).reduce((sum, rival) => sum + held(rival), 0),
      ),
  );
};

/** Usable pieces of a kind; none where nobody has counted, or where it is a capacity that all share. */
const countOf = (name: string, { equipment }: Situation['desk']): number | undefined => {
  const key = placeKey(name);
  const items = equipment.filter((item) =>
    [item.kind, item.name].some((each) => placeKey(each) === key),
  );
  if (key === 'internet' || items.length === 0) return undefined;
  const counts = items.filter(({ usable }) => usable).map(({ quantity }) => quantity);
  return counts.some((count) => count === undefined)
    ? undefined
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
};
