import type { Temporal } from 'temporal-polyfill';
import type { Confirmation } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { textOf } from './cell-text.ts';
import { readMoment } from './read-moment.ts';
import { readTick } from './read-yes-no.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';

/**
 * *Dikonfirmasi*: a tick, or the day and time of telling the requester. "sudah 15.40" gives no day, so it is a
 * tick, and the service notes when it first saw it.
 */
export const readConfirmation = (
  cell: Cell | undefined,
  when: { readonly timeZone: string; readonly reference?: Temporal.PlainDate | undefined },
): Reading<Confirmation> => {
  const text = textOf(cell);
  if (text === '') return empty;
  if (/\b(?:belum|blm)\b/i.test(text)) return read({ kind: 'none' });
  const said =
    typeof cell === 'string'
      ? text.replace(/^\p{L}+(?:\s(?:via|lewat)\s\p{L}+)?[\s,:]+(?=\d)/u, '')
      : cell;
  const moment = readMoment(said, when);
  if (moment.kind === 'read') return { ...moment, value: { kind: 'at', at: moment.value } };
  const ticked = readTick(cell);
  if (ticked.kind === 'read') return read(ticked.value ? { kind: 'ticked' } : { kind: 'none' });
  const hourOnly = /^\D*\d{1,2}[.:]\d{2}(?:\s*(?:wita|wib|wit))?$/i.test(text);
  return hourOnly ? read({ kind: 'ticked' }) : unreadable;
};
