/** Who is written to, and how he can be reached. */
import type { Addressee, Officer } from '../cases/desk.ts';
import type { Recipient } from '../cases/messages.ts';
import type { Case, Situation } from '../cases/situation.ts';

export const requesterOf = ({ request: { answers } }: Pick<Case, 'request'>): Recipient => ({
  audience: 'requester',
  ...(answers.requesterName !== undefined && { name: answers.requesterName }),
  ...(answers.email !== undefined && { address: answers.email }),
  ...(answers.phone !== undefined && { phone: answers.phone }),
});

export const officerRecipient = ({ name, email, phone }: Officer): Recipient => ({
  audience: 'officer',
  name,
  ...(email !== undefined && { address: email }),
  ...(phone !== undefined && { phone }),
});

/** Somebody whom Pengaturan names. */
export const addressed = (
  { name, address }: Addressee,
  audience: 'network' | 'supervisor' | 'keeper',
): Recipient => ({ audience, address, ...(name !== undefined && { name }) });

/** Everyone who supervises. */
export const supervisorsOf = ({ desk }: Pick<Situation, 'desk'>): readonly Recipient[] =>
  desk.settings.supervisors.map((each) => addressed(each, 'supervisor'));

/** By mail, or at least by a draft on WhatsApp. */
export const isReachable = ({ address, phone }: Recipient): boolean =>
  address !== undefined || phone !== undefined;
