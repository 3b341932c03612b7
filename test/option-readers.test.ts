import { describe, expect, test } from 'vitest';
import {
  readCount,
  readDay,
  readMinutes,
  readMoment,
  readMonth,
  readPort,
} from '../src/option-readers.ts';

describe('what is typed after an option', () => {
  test.each([
    [readMoment, '2026-11-23T09:00+08:00', '2026-11-23T01:00:00Z'],
    [readDay, '2026-12-03', '2026-12-03'],
    [readMonth, '2026-11', '2026-11'],
    [readPort, '8599', '8599'],
    [readCount, '0', '0'],
    [readMinutes, '90', '90'],
  ])('is read: %o "%s"', (read, typed, is) => {
    expect(String(read(typed))).toBe(is);
  });

  test.each([
    [readMoment, '2026-11-23T09:00'],
    [readDay, '2026-02-30'],
    [readDay, '3 Desember'],
    [readMonth, '2026-13'],
    [readPort, '0'],
    [readPort, '65536'],
    [readCount, '-1'],
    [readCount, '1.5'],
    [readMinutes, '0'],
  ])('or refused in words: %o "%s"', (read, typed) => {
    expect(() => read(typed)).toThrow(/^It must be a /);
  });
});
