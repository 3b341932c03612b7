import type { RowKey } from '../cases/ledger-state.ts';
import { secondsOf } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';

/** What of a row tells whose request it is. */
export interface IdentityCells {
  readonly submittedAt: Cell;
  readonly email: Cell;
  readonly institution: Cell;
  readonly event: Cell;
  readonly startDay: Cell;
}

/**
 * What a row is known by, wherever people sort it to: the form's timestamp to the second and the e-mail
 * address. A row typed by hand has no timestamp and is known by institution, event and day instead.
 *
 * Two rows can share it; `bind-rows.ts` tells them apart.
 */
export const identityOf = ({
  submittedAt,
  email,
  institution,
  event,
  startDay,
}: IdentityCells): string =>
  typeof submittedAt === 'number' && submittedAt > 0
    ? `${secondsOf(submittedAt)}|${plain(email)}`
    : `${plain(submittedAt)}|${plain(email)}|${plain(institution)}|${plain(event)}|${plain(startDay)}`;

/** The e-mail address in an identity that the form gave; the same for all rows that were typed by hand. */
export const requesterOf = (identity: string): string => {
  const [, email = ''] = identity.split('|');
  return hasFormStamp(identity) ? `form|${email}` : 'by hand';
};

/** Whether the form gave the identity; rows that were typed by hand may share one. */
export const hasFormStamp = (identity: string): boolean => identity.split('|').length === 2;

/** The key of the `ordinal`th row (from 1) among those that share an identity. */
export const rowKey = (identity: string, ordinal: number): RowKey => `${identity}#${ordinal}`;

/** The identity a key was made from. */
export const identityFromKey = (key: RowKey): string => key.slice(0, key.lastIndexOf('#'));

const plain = (cell: Cell): string => String(cell).trim().toLowerCase().replaceAll(/\s+/g, ' ');
