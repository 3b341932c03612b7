import type { Temporal } from 'temporal-polyfill';
import type { SignOff } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { forReading, textOf } from './cell-text.ts';
import { readDays } from './read-days.ts';
import { readTick } from './read-yes-no.ts';
import { empty, type Reading, read, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * *Diperiksa* / *Disetujui*: "Ir. Budi, M.T. 24/11/2026", or "Dikembalikan: tambah foto". A tick or a day names nobody
 * and signs nothing.
 */
export const readSignOff = (
  cell: Cell | undefined,
  reference: Temporal.PlainDate | undefined,
): Reading<SignOff> => {
  const text = textOf(forReading(cell)).replaceAll('\n', ' ').trim();
  if (text === '' || text === 'FALSE') return empty;
  if (isSentBack(text)) return read({ kind: 'sent-back', what: whatIsAsked(text), typed: text });
  if (notYet.test(fold(text)))
    return unsure(
      'bukan tanda tangan. Tulis nama dan tanggal, atau "Dikembalikan:" dan apa yang perlu diperbaiki.',
    );
  const nameless = unsure(
    'belum menyebut nama. Tulis nama dan tanggal, misalnya Budi Santoso 24/11/2026.',
  );
  if (typeof cell !== 'string' || readTick(cell).kind === 'read') return nameless;
  const { name, reading } = dayBehindName(text, reference);
  if (!/\p{L}{2}/u.test(name) || readTick(name).kind === 'read') return nameless;
  const signed = { kind: 'signed', name, typed: text } as const;
  switch (reading?.kind) {
    case 'read':
      return { ...reading, value: { ...signed, day: reading.value.from } };
    case 'unsure':
      return reading;
    default:
      return /\d{2}|\d[/.-]\d/.test(name)
        ? unsure(
            'memuat angka yang tidak terbaca sebagai tanggal. Tulis satu nama dan satu tanggal, misalnya Budi Santoso 24/11/2026.',
          )
        : read(signed);
  }
};

/** No day with its hour is written longer; what stands before is the name. */
const longestDay = 80;

/** "Dikembalikan: tambah foto", also behind a name: whoever asks for more has not signed. */
const isSentBack = (text: string): boolean => sentBack.test(fold(text));

const sentBack =
  /\b(?:di ?kembali\w*|kembalikan|(?:di ?)?perbaik\w*|revisi|di ?tolak|kurang|tambah\w*|(?:di ?)?lengkapi|perlu)\b/;

/** What somebody waits for says nothing of what is to be mended. */
const notYet = /\b(?:belum|blm|tidak|tdk)\b/;

const whatIsAsked = (text: string): string =>
  text.replace(/^\W*(?:di ?)?kembali(?:kan)?\b[\s:;,.-]*/i, '').trim();

/** The shortest name whose rest reads as a day; the whole text where nothing does. */
const dayBehindName = (
  text: string,
  reference: Temporal.PlainDate | undefined,
): { readonly name: string; readonly reading?: ReturnType<typeof readDays> } => {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}./-])[\p{L}\p{N}]/gu)) {
    if (text.length - index > longestDay) continue;
    if (!/\d/.test(text.slice(index))) break;
    const reading = readDays(text.slice(index), reference);
    if (reading.kind === 'read' || reading.kind === 'unsure')
      return {
        name: text.slice(0, index).replace(/[\s,;:(/-]+$/, ''),
        reading,
      };
  }
  return { name: text };
};
