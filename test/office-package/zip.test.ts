import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deflated, uncompressed, writeZip } from '../../src/office-package/write-zip.ts';
import { type EntryChange, openZip, withEntries } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';

const contentsOf = (bytes: Uint8Array): [string, string][] =>
  openZip(bytes).entries.map((entry) => [entry.name, unpack(entry).toString('utf8')]);

const names = ['a.xml', 'word/b.xml', 'Berkas é.bin', '[Content_Types].xml'];
const parts = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), fc.boolean()),
  { selector: ([name]) => name },
);

describe('a zip', () => {
  test('comes out as it went in, whatever its parts', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const zip = writeZip(
          given.map(([name, text, packed]) =>
            packed ? deflated(name, text) : uncompressed(name, Buffer.from(text)),
          ),
        );

        expect(contentsOf(zip)).toEqual(given.map(([name, text]) => [name, text]));
      }),
    );
  });

  test('has its entries exchanged, added and removed one by one', () => {
    const zip = writeZip([
      deflated('tinggal.xml', 'lama'),
      deflated('ganti.xml', 'lama'),
      uncompressed('hapus.bin', Buffer.from('lama')),
    ]);

    const changed = withEntries(
      openZip(zip),
      new Map<string, EntryChange>([
        ['tambah.xml', Buffer.from('baru')],
        ['ganti.xml', Buffer.from('baru')],
        ['hapus.bin', 'removed'],
        ['tidak-ada.xml', 'removed'],
      ]),
    );

    expect(contentsOf(changed)).toEqual([
      ['tinggal.xml', 'lama'],
      ['ganti.xml', 'baru'],
      ['tambah.xml', 'baru'],
    ]);
  });

  test('lists a part under one name only', () => {
    const zip = writeZip([deflated('word/a.xml', ''), deflated('word/A.xml', '')]);

    expect(() => openZip(zip)).toThrow('two parts');
  });
});
