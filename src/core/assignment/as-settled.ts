/** An event with what it has as if chosen by hand: nobody is moved, and nothing taken from it, for another event. */
import type { Case, Decided, HandMade } from '../cases/situation.ts';
import { onceFor } from '../sheet/once-for.ts';

export type SettledEvent = Case & {
  readonly handMade: Required<Pick<HandMade, 'officers' | 'licence' | 'reserved'>>;
};

/** The very same for all that ask. */
export const asSettled = onceFor(
  (other: Case): SettledEvent => ({
    ...other,
    handMade: { ...other.handMade, ...asChosen(other.decided) },
  }),
);

/** All of it that matters to others, whatever else changes in its row. */
export const heldBeside = onceFor((other: Case) => ({
  ticket: other.ticket,
  schedule: other.request.answers.schedule,
  place: other.request.answers.place,
  networkOfficers: other.request.staff.networkOfficers,
  ...asChosen(other.decided),
}));

const asChosen = ({ officers, licence, equipment }: Decided): SettledEvent['handMade'] => ({
  // Whoever is provisional gives way to an event without a lead; people of the network lead none.
  officers: (officers?.people ?? [])
    .filter(({ provisional, role }) => !provisional || role === 'network')
    .map(({ name }) => name),
  licence: licence?.name ?? '',
  reserved: equipment?.reserved ?? [],
});
