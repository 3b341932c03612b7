import { expect, test } from 'vitest';
import { largestPart, largestReading, mostCells } from '../../src/office-package/bounds.ts';

const megabyte = 1024 * 1024;

test('a part may be large only where it is large as it lies packed', () => {
  // 50,000 requests with all our columns: 215 MB, of which 13 lie in the file.
  expect(largestPart(13 * megabyte)).toBeGreaterThan(215 * megabyte);
  expect(largestReading(13 * megabyte)).toBeGreaterThan(220 * megabyte);
  // A file of some KB that would fill the memory, and one of any size.
  expect(largestPart(100_000)).toBe(64 * megabyte);
  expect(largestPart(1000 * megabyte)).toBe(256 * megabyte);
  expect(largestReading(1000 * megabyte)).toBe(320 * megabyte);
});

test('as many cells are read as people type into so many bytes, whatever a small file says that it holds', () => {
  expect(mostCells(215 * megabyte)).toBeGreaterThan(50_000 * 80);
  expect(mostCells(megabyte)).toBe(2_000_000);
});
