/** How people are addressed: a title kept, nobody's sex guessed, nothing said twice. */
import { expect, test } from 'vitest';
import { salutationOf } from '../../../src/core/messages/salutation.ts';

test.each([
  ['Rina Contoh, S.E., M.M.', 'Bapak/Ibu Rina Contoh, S.E., M.M.'],
  ['  Pak   Hasan ', 'Bapak Hasan'],
  ['Yth. Ibu Rina', 'Ibu Rina'],
  ['Bapak/Ibu Rina', 'Bapak/Ibu Rina'],
  ['Sdri. Rina', 'Sdri. Rina'],
  ['Kepala Seksi Contoh', 'Kepala Seksi Contoh'],
  ['Yth. Sekretaris Dinas', 'Sekretaris Dinas'],
  ['Bagian Tata Usaha', 'Bagian Tata Usaha'],
  ['BKD', 'BKD'],
  ['-', 'Bapak/Ibu'],
  ['n/a', 'Bapak/Ibu'],
  ['tidak ada', 'Bapak/Ibu'],
  ['', 'Bapak/Ibu'],
  [undefined, 'Bapak/Ibu'],
  ['Bapak', 'Bapak/Ibu'],
])('%s is addressed as %s', (name, salutation) => {
  expect(salutationOf(name)).toBe(salutation);
});
