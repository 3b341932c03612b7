import { expect, test } from 'vitest';
import { everyPage } from '../../../../src/backends/google/client/every-page.ts';

const list = (
  pages: Readonly<Record<string, { files: string[]; nextPageToken?: string | null }>>,
) => {
  const asked: object[] = [];
  const all = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { files } of everyPage(async (next) => {
      asked.push(next);
      return pages[next.pageToken ?? 'first'] ?? { files: ['unknown'] };
    }))
      found.push(...files);
    return found;
  };
  return { asked, all };
};

test('brings all pages of a list, in order, and asks for the first by no mark', async () => {
  const { asked, all } = list({
    first: { files: ['a', 'b'], nextPageToken: 'kedua' },
    kedua: { files: [], nextPageToken: 'ketiga' },
    ketiga: { files: ['c'], nextPageToken: null },
  });

  expect(await all()).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([{}, { pageToken: 'kedua' }, { pageToken: 'ketiga' }]);
});

test('ends with a page that names no other one', async () => {
  expect(await list({ first: { files: ['a'], nextPageToken: '' } }).all()).toEqual(['a']);
  expect(await list({ first: { files: ['a'] } }).all()).toEqual(['a']);
});
