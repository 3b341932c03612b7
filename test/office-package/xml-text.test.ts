import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { decodeAttribute, decodeText } from '../../src/office-package/xml-text.ts';

const parts = 40;
const sizeOfPart = 512 * 1024;

test.each([
  ['a text', decodeText],
  ["an attribute's value", decodeAttribute],
])('%s does not hold the part that it was read from', (_, decode) => {
  setFlagsFromString('--expose-gc');
  const sweep: () => void = runInNewContext('gc');
  const used = (): number => {
    sweep();
    return process.memoryUsage().heapUsed;
  };
  const before = used();

  const kept = Array.from({ length: parts }, (_, n) => {
    const url = `https://surat.contoh.go.id/${n}`;
    return decode(partWith(url).slice(0, url.length));
  });

  expect(used() - before).toBeLessThan((parts * sizeOfPart) / 4);
  expect(kept.at(-1)).toBe(`https://surat.contoh.go.id/${parts - 1}`);
});

/** Raw text, as it comes from a zip. */
const partWith = (words: string): string =>
  Buffer.from(words.padEnd(sizeOfPart), 'latin1').toString('latin1');
