/** *Dikonfirmasi*: whether and when the requester was told. */
import { Temporal } from 'temporal-polyfill';
import type { Confirmation } from '../cases/request.ts';
import { timeZoneOf } from '../clock/zones.ts';
import { localDay } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { readMoment } from './read-moment.ts';
import { readTimes } from './read-times.ts';
import { readTick } from './read-yes-no.ts';

import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold } from './spelling.ts';

interface When {
  readonly timeZone: string;
  readonly reference?: Temporal.PlainDate | undefined;
}

/**
 * *Dikonfirmasi*: a tick, or the day and time of telling the requester. "sudah 15.40" is that hour and never the hour
 * of the pass; a day alone is that day. Words beside it that we do not know are asked about.
 */
export const readConfirmation = (cell: Cell | undefined, when: When): Reading<Confirmation> => {
  if (typeof cell === 'number') return readNumber(cell, when);
  const text = textOf(cell).replaceAll('\n', ' ');
  if (text === '') return empty;
  if (typeof cell !== 'string') return readTicked(cell ?? '');
  const folded = fold(text);
  if (denied.test(folded)) return /\d/.test(text) ? unsaid : read({ kind: 'none' });
  if (/\b(?:belum|blm|tidak|tdk|bukan|batal|nanti|akan|besok|rencana)\b/.test(folded))
    return unsaid;
  const said = withoutWords(text);
  if (/\d/.test(said) && said !== '1' && said !== '0') return readWhen(said, when);
  return withoutWords(fold(said)) === '' && folded !== ''
    ? read({ kind: 'ticked' })
    : readTicked(cell);
};

const denied =
  /^(?:belum|blm|tidak|tdk)(?: (?:di ?konfirmasi|konfirmasi|dihubungi|di ?kabari|ada(?: konfirmasi)?))?$/;
const unsaid = unsure(
  'belum jelas. Isi ✓ atau tanggal dan jam konfirmasi bila sudah, atau kosongkan bila belum.',
);

const readTicked = (cell: Cell): Reading<Confirmation> => {
  const ticked = readTick(cell);
  return ticked.kind === 'read' ? read({ kind: ticked.value ? 'ticked' : 'none' }) : unreadable;
};

/** How one says that the requester was told, and by what way: no part of the moment itself. */
const benign =
  /(?<![\p{L}\p{N}])(?:sudah|sdh|telah|ya|ok|oke|selesai|done|di ?konfirmasi(?:kan)?|konfirmasi|terkonfirmasi|di ?hubungi|menghubungi|di ?kabari|di ?telepon|di ?telp|di ?chat|di ?beri ?tahu|diberitahu|via|lewat|melalui|oleh|kepada|ke|pemohon|ybs|wa|whatsapp|w\.a|telepon|telpon|telp|tlp|email|e-mail|surel|chat|sms|zoom|langsung|tadi|pada|tanggal|tgl\.?|hari|dan|ini)(?![\p{L}\p{N}])|[✓✔☑✅√]/giu;

const withoutWords = (text: string): string =>
  text
    .replaceAll(benign, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:()–—-]+|[\s,;:()–—-]+$/g, '');

const readWhen = (text: string, when: When): Reading<Confirmation> => {
  const moment = readMoment(text, when);
  if (moment.kind === 'read') {
    const local = moment.value.toZonedDateTimeISO(when.timeZone);
    const hasTime = !local.equals(local.startOfDay()) || /\b(?:00?|24)[.:]00\b/.test(text);
    return hasTime
      ? { ...moment, value: { kind: 'at', at: moment.value } }
      : { ...moment, value: { kind: 'day', day: local.toPlainDate(), timeZone: when.timeZone } };
  }
  const hour = readHour(text, when);
  return hour.kind === 'unreadable' && moment.kind === 'unsure' ? moment : hour;
};

const readHour = (cell: Cell, { timeZone }: When): Reading<Confirmation> => {
  const padded = typeof cell === 'string' ? cell.replace(/^\d(?=[.:]\d\d)/, '0$&') : cell;
  const times = readTimes(padded);
  if (times.kind !== 'read') return times.kind === 'empty' ? unreadable : times;
  const { from, until, zone } = times.value;
  if (from === undefined || until !== undefined) return unreadable;
  return {
    ...times,
    value: {
      kind: 'hour',
      time: new Temporal.PlainTime(Math.floor(from / 60) % 24, from % 60),
      timeZone: zone === undefined ? timeZone : timeZoneOf[zone],
    },
  };
};

/** 1 and 0 are ticks; a part of a day is an hour, and so is 8.05, which a spreadsheet makes of "8.05". */
const readNumber = (cell: number, when: When): Reading<Confirmation> => {
  if (cell === 0 || cell === 1) return read({ kind: cell === 1 ? 'ticked' : 'none' });
  const moment = readMoment(cell, when);
  if (moment.kind !== 'read') return readHour(cell, when);
  const day = localDay(moment.value, when.timeZone);
  return Number.isInteger(cell)
    ? read({ kind: 'day', day, timeZone: when.timeZone })
    : { ...moment, value: { kind: 'at', at: moment.value } };
};
