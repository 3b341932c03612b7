import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnceFor } from './each-text-once.ts';
import { type OurNames, officeNamedIn } from './our-office.ts';
import { empty, type Reading, read, unsure } from './reading.ts';

/** *Penyelenggara Rapat (Host)*: whether another office hosts the meeting. "Ya" and "kami sendiri" name nobody. */
export const readHost = eachTextOnceFor(
  (cell: Cell | undefined, names: OurNames): Reading<'ours' | 'elsewhere'> => {
    const text = answerOf(forReading(cell));
    if (text === undefined) return empty;
    const owner = isRambling(text) ? 'unclear' : officeNamedIn(text, names);
    switch (owner) {
      case 'ours':
        return read('ours');
      case 'others':
        return read('elsewhere');
      case 'unclear':
        return unsure(
          'tidak terbaca: siapa penyelenggaranya? Pilih Dinas Kominfotik atau Instansi lain.',
        );
      default:
        return owner satisfies never;
    }
  },
);
