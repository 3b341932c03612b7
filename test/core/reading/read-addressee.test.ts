import { expect, test } from 'vitest';
import { readAddressee } from '../../../src/core/reading/read-addressee.ts';

test.each([
  ['Siti Contoh, S.Kom. = siti@dinas.test', 'Siti Contoh, S.Kom.', 'siti@dinas.test'],
  ['Siti Contoh, S.Kom. <siti@dinas.test>', 'Siti Contoh, S.Kom.', 'siti@dinas.test'],
  ['Siti Contoh, S.Kom., siti@dinas.test', 'Siti Contoh, S.Kom.', 'siti@dinas.test'],
  ['Siti Contoh: siti@dinas.test', 'Siti Contoh', 'siti@dinas.test'],
  ['Siti Contoh - siti@dinas.test', 'Siti Contoh', 'siti@dinas.test'],
])('%s names a person and a mailbox', (line, name, address) => {
  expect(readAddressee(line)).toEqual({ kind: 'read', value: { name, address }, warnings: [] });
});

test.each(['siti@dinas.test', ' siti@dinas.test ', 'Email: siti@dinas.test', '<siti@dinas.test>'])(
  '%s is a mailbox alone',
  (line) => {
    expect(readAddressee(line)).toEqual({
      kind: 'read',
      value: { address: 'siti@dinas.test' },
      warnings: [],
    });
  },
);

test('a blank alone does not part the name from the address', () => {
  expect(readAddressee('siti contoh@dinas.test').kind).toBe('unsure');
});

test.each(['Siti Contoh', 'Siti = besok', 'siti@dinas'])('%s is no mailbox', (line) => {
  expect(readAddressee(line).kind).not.toBe('read');
});
