/**
 * Readers of one cell that read each text once: the same place, hour and tick stand in thousands of rows.
 *
 * Only for readers whose answer rests on nothing but what they are given, and whose answers nobody changes. How much is kept
 * is bounded, and long texts are not: those stand in one row only.
 */
import type { Cell } from '../sheet/snapshot.ts';

/** As `read`. */
export const eachTextOnce = <Text extends Cell | undefined, Made>(
  read: (text: Text) => Made,
): ((text: Text) => Made) => {
  const known = new Map<Text, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Made;
    const made = read(text);
    if (typeof text === 'string' && text.length > longest) return made;
    if (known.size >= mostKept) known.clear();
    known.set(text, made);
    return made;
  };
};

/** As `read`, where it also looks at something besides; `keyOf` tells apart all that makes it answer otherwise. */
export const eachTextOnceBeside = <Beside, Made>(
  read: (cell: Cell | undefined, beside: Beside) => Made,
  keyOf: (beside: Beside) => string,
): ((cell: Cell | undefined, beside: Beside) => Made) => {
  const readers = new Map<string, (cell: Cell | undefined) => Made>();
  return (cell, beside) => {
    const key = keyOf(beside);
    const found = readers.get(key);
    if (found !== undefined) return found(cell);
    const reader = eachTextOnce((one: Cell | undefined) => read(one, beside));
    if (readers.size >= mostBeside) readers.clear();
    readers.set(key, reader);
    return reader(cell);
  };
};

/** As `read`, where it also looks at something that does not change. */
export const eachTextOnceFor = <Text extends Cell | undefined, Beside extends object, Made>(
  read: (text: Text, beside: Beside) => Made,
): ((text: Text, beside: Beside) => Made) => {
  const readers = new WeakMap<Beside, (text: Text) => Made>();
  return (text, beside) => {
    const reader = readers.get(beside) ?? eachTextOnce((one: Text) => read(one, beside));
    readers.set(beside, reader);
    return reader(text);
  };
};

const mostKept = 5000;
const longest = 200;
const mostBeside = 50;
