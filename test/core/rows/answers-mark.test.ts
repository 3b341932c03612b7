import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/rows/answers-mark.ts';

test('a fingerprint stays what ledgers hold, of signs beyond the plain ones and of half ones too', () => {
  expect(fingerprint('')).toBe('');
  expect(fingerprint('Rapat 🎉 di Aula \ud83c lagi')).toBe('lwg8ll14k1xcd');
});
