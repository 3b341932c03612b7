import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unsure } from './reading.ts';

/** The address of something that lies elsewhere. */
export const readLink = eachTextOnce((cell: Cell | undefined): Reading<string> => {
  const text = textOf(cell);
  if (text === '') return empty;
  return /^https?:\/\/[^\s.]+\.\S+$/i.test(text)
    ? read(text)
    : unsure('bukan tautan. Tempel alamat lengkapnya, misalnya https://….');
});
