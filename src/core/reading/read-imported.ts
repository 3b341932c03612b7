/** *Asal Impor* and *Periksa Impor*: that a row came from an old ledger, and what is still unclear in it. */
import type { Imported } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';

export const readImported = ({
  importSource,
  importCheck,
}: {
  readonly importSource?: Cell;
  readonly importCheck?: Cell;
}): Imported | undefined => {
  const source = textOf(importSource);
  if (source === '') return undefined;
  return {
    kind: /^arsip\b/i.test(source) ? 'archive' : 'upcoming',
    questions: textOf(importCheck)
      .split('\n')
      .flatMap((line) => {
        const [, field, said] = /^([^:]{3,60}):\s+(.*)$/.exec(line.trim()) ?? [];
        if (field !== undefined && said !== undefined) return [{ field, text: said }];
        return line.trim() === '' ? [] : [{ text: line.trim() }];
      }),
  };
};
