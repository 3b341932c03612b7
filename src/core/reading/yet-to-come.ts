import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { fold } from './spelling.ts';

/** "belum", "menyusul", "nanti dikirim", "tidak ada": words that stand where an answer is still to come. */
export const isYetToCome = eachTextOnce((cell: Cell | undefined): boolean => {
  const text = textOf(cell);
  return (
    text.length < 80 &&
    !/[\d/@]|\.\p{L}/u.test(text) &&
    /^(?:masih |akan )?(?:belum|blm|menyusul|nyusul|nanti|menunggu|tunggu|segera|(?:tidak|tdk|tak|blm|belum) ada|nihil|kosong|dikirim (?:nanti|menyusul))\b/.test(
      fold(text),
    )
  );
});
