import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealed, sealOf } from '../../../../src/backends/local/folder/seal.ts';
import { type EntryChange, openZip, withEntries } from '../../../../src/office-package/zip.ts';
import { unpack } from '../../../../src/office-package/zip-directory.ts';
import { partOf } from '../../../support/docx.ts';
import { officeFaultsOf } from '../../../support/office-check.ts';

const bytes = readFileSync('templates/surat-tugas.docx');
const mark = {
  key: 'surat-tugas/VC-2026-0001',
  edition: 2,
  fingerprint: 'ab12',
  madeFrom: { view: 'ab', template: 'cd' },
  signedOff: false,
  marks: {},
};

const withFile = async (content: Uint8Array, look: (path: string) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'));
  try {
    const path = join(folder, 'surat.docx');
    writeFileSync(path, content);
    await look(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
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

  test('is put on a document that has no properties of its own yet, which stays a whole package', async () => {
    const zip = openZip(bytes);
    const without = (part: string): Buffer =>
      Buffer.from(partOf(bytes, part).replace(/<[^<]*custom\.xml[^>]*>/, ''));
    const bare = withEntries(
      zip,
      new Map<string, EntryChange>([
        ['docProps/custom.xml', 'removed'],
        ['_rels/.rels', without('_rels/.rels')],
        ['[Content_Types].xml', without('[Content_Types].xml')],
      ]),
    );

    const file = sealed({ ...mark, bytes: bare });

    expect(sealOf(file)).toEqual({ ...mark, isWhole: true });
    expect(partOf(file, 'docProps/custom.xml')).toContain(mark.key);
    await withFile(file, async (path) => expect(await officeFaultsOf(path)).toEqual([]));
    expect(sealed({ ...mark, bytes: file })).toEqual(file);
  });

  test('no longer fits when any part was changed', () => {
    const zip = openZip(Buffer.from(sealed({ ...mark, bytes })));
    const entry = zip.byName.get('word/document.xml');
    if (entry === undefined) throw new Error('no text');
    const text = Buffer.concat([unpack(entry), Buffer.from(' ')]);

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

describe('a calendar file', () => {
  const calendar = Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
  const document = {
    key: 'kalender/Andi Rahman',
    edition: 2,
    fingerprint: 'ab12',
    madeFrom: { view: 'cd34', template: 'ef56' },
    signedOff: false,
    marks: {},
    bytes: calendar,
  };

  test('bears its seal in a line that readers pass over, and tells when it was edited', () => {
    const bytes = sealed(document);
    const text = Buffer.from(bytes).toString();

    expect(sealOf(bytes)).toMatchObject({ key: document.key, edition: 2, isWhole: true });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(sealOf(Buffer.from(text.replace('2.0', '2.1')))?.isWhole).toBe(false);
    expect(sealOf(calendar)).toBeUndefined();
    expect(Buffer.compare(sealed({ ...document, bytes }), bytes)).toBe(0);
  });
});
