import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentHashOf,
  documentMarks,
  folderMarks,
  markOf,
  markOfDocument,
  markOfFolder,
  sha256,
} from '../../../../src/backends/google/drive/drive-marks.ts';
import { aDocument } from '../../document-store-contract.ts';

/** Drive takes no more of name and value together. */
const mostBytes = 124;

const anyText = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });
/** As the template shelf gives them, signed off or not. */
const fingerprint = fc.constantFrom('', 'signed-off:').map((mark) => `${mark}${'a'.repeat(64)}`);

describe('the notes of a file in Drive', () => {
  test('fit into Drive, whatever the document is called', () => {
    fc.assert(
      fc.property(anyText, anyText, fingerprint, (key, name, print) => {
        const document = aDocument({ key, fingerprint: print, edition: 1_000 });
        const marks = [
          documentMarks(document, { name, parent: 'a'.repeat(44), desk: 'd'.repeat(44) }),
          folderMarks(`root/${name}`, 'd'.repeat(44)),
        ];

        for (const [note, value] of marks.flatMap(Object.entries<string>)) {
          expect(Buffer.byteLength(note) + Buffer.byteLength(value)).toBeLessThanOrEqual(mostBytes);
        }
      }),
    );
  });

  test('find documents and folders by their whole key, however long it is', () => {
    fc.assert(
      fc.property(anyText.filter(Boolean), (key) => {
        const notes = documentMarks(aDocument({ key }), { name: 'a.docx', parent: 'b', desk: 'd' });

        expect(markOf({ appProperties: { ...notes } })).toBe(markOfDocument(key));
        expect(markOf({ appProperties: { ...folderMarks(key, 'd') } })).toBe(markOfFolder(key));
        expect(markOfDocument(`${key}0`)).not.toBe(markOfDocument(key));
      }),
    );
  });
});

describe('the hash of what lies in Drive', () => {
  const bytes = Buffer.from('isi');
  const appProperties = {
    ...documentMarks(aDocument({ bytes }), { name: 'a', parent: 'b', desk: 'd' }),
  };

  test('is Drive’s own where it gives one', () => {
    expect(contentHashOf({ appProperties, sha256Checksum: 'abc' })).toBe('abc');
  });

  test('is known by the shorter one where Drive gives only that', () => {
    const md5Checksum = appProperties['sidikMd5'] ?? '';

    expect(contentHashOf({ appProperties, md5Checksum })).toBe(sha256(bytes));
    expect(contentHashOf({ appProperties, md5Checksum: 'other' })).toBe('md5 other');
  });

  test('equals none where Drive gives neither', () => {
    expect(contentHashOf({ appProperties })).toBe('md5 unknown');
  });
});
