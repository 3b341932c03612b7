import type { Sensitivity } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unsure } from './reading.ts';
import { clausesOf, courtesies, negations, vocabulary, type Word } from './words.ts';

/**
 * *Sifat Kegiatan*; whoever cannot read it must treat the event as confidential until it is answered.
 *
 * Biasa only where every word is understood and nothing speaks against it. "rahasia" said anywhere, and not denied,
 * is rahasia, unless Biasa is said beside it, which is asked.
 */
export const readSensitivity = eachTextOnce((cell: Cell | undefined): Reading<Sensitivity> => {
  const text = answerOf(forReading(cell));
  if (text === undefined) return /[?]/.test(String(cell ?? '')) ? unknown : empty;
  if (isRambling(text) || text.includes('?')) return unknown;
  const parts = clausesOf(text).map((clause) => partOf(sort(clause)));
  const says = (one: Said): boolean => parts.some((part) => part.has(one));
  if (says('rahasia')) return says('biasa') ? several : read('rahasia');
  if (says('doubt')) return unknown;
  if (says('terbatas')) {
    if (says('biasa')) return several;
    return says('left') ? read('terbatas', 'dibaca Terbatas.') : read('terbatas');
  }
  if (says('left')) return unknown;
  return says('biasa') || says('not-rahasia') ? read('biasa') : unknown;
});

const unknown = unsure(
  'tidak dikenal. Pilih Biasa, Terbatas, atau Rahasia; sampai jelas, kegiatan diperlakukan sebagai rahasia.',
);
const several = unsure(
  'menyebut beberapa sifat. Pilih Biasa, Terbatas, atau Rahasia; sampai jelas, kegiatan diperlakukan sebagai rahasia.',
);

const sort = vocabulary({
  not: negations,
  rahasia:
    'rahasia rahasianya kerahasiaan dirahasiakan konfidensial confidential secret classified',
  terbatas: 'terbatas dibatasi restricted',
  biasa: 'biasa umum terbuka publik public normal reguler standar open',
  only: 'saja aja hanya cuma',
  other: `${courtesies} sifat sifatnya bersifat kategori tingkat klasifikasi sangat undangan surat level kegiatannya rapatnya`,
});

type SensitivityWord = 'not' | 'rahasia' | 'terbatas' | 'biasa' | 'only' | 'other';
type Said = Sensitivity | 'not-rahasia' | 'doubt' | 'left';

const partOf = (words: readonly Word<SensitivityWord>[]): ReadonlySet<Said> => {
  const said = new Set<Said>();
  const nots = words.filter(({ kind }) => kind === 'not').length;
  let isTurned = false;
  for (const { kind, text } of words) {
    if (kind === 'not') isTurned = true;
    else if (kind === 'unknown') said.add(isTurned ? 'doubt' : 'left');
    else if (kind === 'only' && isTurned) said.add('doubt');
    else if (kind === 'rahasia') said.add(isTurned ? 'not-rahasia' : 'rahasia');
    else if (kind === 'terbatas' || kind === 'biasa') said.add(isTurned ? 'doubt' : kind);
    else if (text === 'sangat' && isTurned) said.add('doubt');
  }
  if (nots > 1) return new Set<Said>(['doubt']);
  if (nots === 1 && !said.has('not-rahasia')) said.add('doubt');
  return said;
};
