/** Which requests are so long over that nobody has to reach their requester any more, and the cells that say how one could. */
import { Temporal } from 'temporal-polyfill';
import { receivedAt } from '../cases/case-facts.ts';
import { forgottenMark, isForgotten } from '../cases/forgotten.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { MessageMemory } from '../cases/messages.ts';
import type { Case } from '../cases/situation.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { isEmpty } from '../sheet/three-way.ts';
import type { Observation } from './observe.ts';

export interface ContactsToForget {
  readonly tickets: readonly Ticket[];
  /** Cells of Permohonan that hold an address, a number or a NIP still. */
  readonly edits: readonly CellEdit[];
  /** As old, and something is still to be said about them. */
  readonly talking: readonly Ticket[];
}

/** @param before The last day of the event, or the day on which a request without one came in, lies before it. */
export const contactsToForget = (
  before: Temporal.PlainDate,
  {
    cases,
    observation,
    messages,
    timeZone,
  }: {
    readonly cases: readonly Case[];
    readonly observation: Pick<Observation, 'tab' | 'columns' | 'rows'>;
    readonly messages: MessageMemory;
    readonly timeZone: string;
  },
): ContactsToForget => {
  const open = new Set(
    [...messages.values()]
      .flat()
      .filter(({ state }) => state.kind === 'waiting' || state.kind === 'unsure')
      .flatMap(({ ticket }) => ticket ?? []),
  );
  const old = cases
    .filter((subject) => {
      const day = lastDay(subject, timeZone);
      return day !== undefined && Temporal.PlainDate.compare(day, before) < 0;
    })
    .map(({ ticket }) => ticket);
  const tickets = new Set(old.filter((ticket) => !open.has(ticket)));
  const edits = observation.rows
    .filter(({ ticket }) => tickets.has(ticket))
    .flatMap(({ ticket, cells }) =>
      contactFields.flatMap(({ field, becomes }): readonly CellEdit[] => {
        const header = observation.columns.headerOf.get(field);
        const was = cells[field] ?? '';
        return header === undefined || isEmpty(was) || isForgotten(String(was))
          ? []
          : [{ tab: observation.tab, address: { kind: 'row', key: ticket, header }, was, becomes }];
      }),
    );
  return { tickets: [...tickets], edits, talking: old.filter((ticket) => open.has(ticket)) };
};

/** Nobody asks for a NIP; one of the other two is asked for where both are empty. */
const contactFields = [
  { field: 'email', becomes: forgottenMark },
  { field: 'phone', becomes: forgottenMark },
  { field: 'requesterNip', becomes: '' },
] as const;

const lastDay = (subject: Case, timeZone: string): Temporal.PlainDate | undefined =>
  subject.request.answers.schedule?.endDay ??
  receivedAt(subject)?.toZonedDateTimeISO(timeZone).toPlainDate();
