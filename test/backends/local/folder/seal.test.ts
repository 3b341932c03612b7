import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sealed, sealOf } from '../../../../src/backends/local/folder/seal.ts';
import { openZip, readEntry, withEntries } from '../../../../src/backends/local/package/zip.ts';

const bytes = readFileSync('templates/surat-tugas.docx');
const mark = {
  key: 'surat-tugas/VC-2026-0001',
  edition: 2,
  fingerprint: 'ab12',
  signedOff: false,
};

describe('seal', () => {
  test('tells which document a file is, and that it lies as it was saved', () => {
    const file = sealed({ ...mark, bytes });

    expect(sealOf(file)).toEqual({ ...mark, isWhole: true });
    expect(sealOf(bytes)).toBeUndefined();
  });

  test('tells that what the file says had been approved', () => {
    const approved = { ...mark, signedOff: true };

    expect(sealOf(sealed({ ...approved, bytes }))).toEqual({ ...approved, isWhole: true });
  });

  test('of an earlier version is understood', () => {
    const file = sealed({ ...mark, fingerprint: 'signed-off:ab12', bytes });

    expect(sealOf(file)).toEqual({ ...mark, signedOff: true, isWhole: true });
  });

  test('is put on anew without a trace of the one before', () => {
    const once = sealed({ ...mark, bytes });
    const twice = sealed({ ...mark, bytes: sealed({ ...mark, edition: 1, bytes }) });

    expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true);
  });

  test('no longer fits when any part was changed', () => {
    const zip = openZip(Buffer.from(sealed({ ...mark, bytes })));
    const entry = zip.byName.get('word/document.xml');
    if (entry === undefined) throw new Error('no text');
    const text = Buffer.concat([readEntry(zip, entry), Buffer.from(' ')]);

    expect(sealOf(withEntries(zip, new Map([[entry.name, text]])))).toEqual({
      ...mark,
      isWhole: false,
    });
  });

  test('leaves what is no Office file as it is', () => {
    const text = Buffer.from('isi');

    expect(sealed({ ...mark, bytes: text })).toBe(text);
    expect(sealOf(text)).toBeUndefined();
  });
});
