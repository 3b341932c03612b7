/** Small facts about a case on which several rules build, so that they mean the same everywhere. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { partsOf, together } from './in-parts.ts';
import type { Ticket } from './ledger-state.ts';
import type { Case } from './situation.ts';
import { calledOffStates } from './state-groups.ts';
import { compareInstants } from './watched-now.ts';

/** Its name, the same in every pass. */
export const ticketOf = ({ ticket }: Pick<Case, 'ticket'>): Ticket => ticket;

/** Every required answer is there and readable: nothing to mend and nothing to ask. */
export const isComplete = ({ request }: Pick<Case, 'request'>): boolean =>
  request.findings.every(({ kind }) => kind === 'warning');

/** It came from an old ledger when it was over: it is counted, and nothing is to be done about it. */
export const isArchived = ({ request }: Pick<Case, 'request'>): boolean =>
  request.staff.imported?.kind === 'archive';

/** The very list where none of them is. */
export const notArchived = onceFor((cases: readonly Case[]): readonly Case[] => {
  const parts = partsOf(cases, ticketOf);
  const live = parts.map(liveIn);
  return live.every((part, at) => part === parts[at]) ? cases : together(live.filter(isFilled));
});

export const onlyArchived = onceFor((cases: readonly Case[]): readonly Case[] =>
  together(partsOf(cases, ticketOf).map(archivedIn).filter(isFilled)),
);

const liveIn = onceFor((part: readonly Case[]): readonly Case[] =>
  part.some(isArchived) ? part.filter((subject) => !isArchived(subject)) : part,
);

const archivedIn = onceFor((part: readonly Case[]): readonly Case[] => part.filter(isArchived));

const isFilled = (part: readonly Case[]): boolean => part.length > 0;

/** Staff said by hand that this event is refused, cancelled, moved, or was not held. */
export const isCalledOff = ({ handMade }: Pick<Case, 'handMade'>): boolean =>
  handMade.state !== undefined && calledOffStates.has(handMade.state);

/** The service time runs, and nobody has answered. */
export const isAwaitingAnswer = ({ decided }: Pick<Case, 'decided'>): boolean =>
  decided.clock?.kind === 'running';

/** The first session has begun; false without a readable schedule. */
export const hasStarted = ({ request }: Pick<Case, 'request'>, now: Temporal.Instant): boolean => {
  const first = request.answers.schedule?.sessions[0];
  return first !== undefined && compareInstants(instantOf(first.start), now) <= 0;
};

/** The last session is over, by the typed or the assumed end; false without a readable schedule. */
export const hasEnded = ({ request }: Pick<Case, 'request'>, now: Temporal.Instant): boolean => {
  const last = request.answers.schedule?.sessions.at(-1);
  return last !== undefined && compareInstants(instantOf(last.end), now) <= 0;
};

/** When the request reached the office: as recorded, else as the form says; absent when neither knows. */
export const receivedAt = ({
  moments,
  request,
}: Pick<Case, 'moments' | 'request'>): Temporal.Instant | undefined =>
  moments.find(isReceipt)?.at ?? request.answers.submittedAt;

const isReceipt = ({ kind }: Case['moments'][number]): boolean => kind === 'received';

/** Whose event it is: the canonical name, else what was typed; empty where nothing was. */
export const institutionOf = ({
  request: { answers },
}: {
  readonly request: Pick<Case['request'], 'answers'>;
}): string => answers.institutionCanonical ?? answers.institution ?? '';

/** *Entri susulan*: keyed in after the event was over. Counts as service delivered, has no service time. */
export const isLateEntry = (subject: Pick<Case, 'moments' | 'request'>): boolean => {
  const received = receivedAt(subject);
  return received !== undefined && hasEnded(subject, received);
};
