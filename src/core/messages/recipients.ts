/** Who is written to, and how he can be reached. */
import type { Officer } from '../cases/desk.ts';
import type { Recipient } from '../cases/messages.ts';
import type { Case } from '../cases/situation.ts';

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
