import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentHashOf,
  documentMarks,
  fingerprintOf,
  folderMarks,
  isSignedOff,
  markOf,
  markOfDocument,
  markOfFolder,
  sha256,
} from '../../../../src/backends/google/drive/drive-marks.ts';
import { aDocument } from '../../document-store-contract.ts';

/** Drive takes no more of name and value together. */
const mostBytes = 124;

const anyText = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });

describe('the notes of a file in Drive', () => {
  test('fit into Drive, whatever the document is called', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (key, name, signedOff) => {
        const fingerprint = 'a'.repeat(64);
        const document = aDocument({ key, fingerprint, signedOff, edition: 1_000 });
        const marks = [
          documentMarks(document, {
            id: 'i'.repeat(44),
            name,
            parent: 'a'.repeat(44),
            desk: 'd'.repeat(44),
          }),
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
        const notes = documentMarks(aDocument({ key }), {
          id: 'i',
          name: 'a.docx',
          parent: 'b',
          desk: 'd',
        });

        expect(markOf({ appProperties: { ...notes } })).toBe(markOfDocument(key));
        expect(markOf({ appProperties: { ...folderMarks(key, 'd') } })).toBe(markOfFolder(key));
        expect(markOfDocument(`${key}0`)).not.toBe(markOfDocument(key));
      }),
    );
  });
});

describe('the notes of what was approved', () => {
  const given = { id: 'i', name: 'a.docx', parent: 'b', desk: 'd' };

  test('say so beside the fingerprint', () => {
    const appProperties = { ...documentMarks(aDocument({ signedOff: true }), given) };

    expect(isSignedOff({ appProperties })).toBe(true);
    expect(fingerprintOf({ appProperties })).toBe(aDocument().fingerprint);
    expect(isSignedOff({ appProperties: { ...documentMarks(aDocument(), given) } })).toBe(false);
  });

  test('are understood as an earlier version left them', () => {
    const appProperties = { jejak: 'signed-off:ab12' };

    expect(isSignedOff({ appProperties })).toBe(true);
    expect(fingerprintOf({ appProperties })).toBe('ab12');
  });
});

describe('the hash of what lies in Drive', () => {
  const bytes = Buffer.from('isi');
  const appProperties = {
    ...documentMarks(aDocument({ bytes }), { id: 'i', name: 'a', parent: 'b', desk: 'd' }),
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
