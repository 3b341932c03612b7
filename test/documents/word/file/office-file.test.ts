import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { writeZip } from '../../../../src/office-package/write-zip.ts';
import { openZip } from '../../../../src/office-package/zip.ts';
import { aDocx, p, textOf } from '../../../support/docx.ts';
import { withParts } from '../../../support/package-parts.ts';

const TYPES = '[Content_Types].xml';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const docx = aDocx({ body: p('{{acara}}'), header: p('Dinas {{acara}}') });
const renamed = (change: (name: string) => string): Uint8Array =>
  writeZip(openZip(docx).entries.map((entry) => ({ ...entry, name: change(entry.name) })));
const printed = (bytes: Uint8Array, part?: string): string =>
  textOf(compileTemplate(bytes).render({ acara: 'Rapat' }), part);

describe('a Word file', () => {
  test('may give its main type to all parts of one extension', () => {
    const bytes = withParts(docx, {
      [TYPES]: (types) =>
        types
          .replace(`<Override PartName="/word/document.xml" ContentType="${MAIN}"/>`, '')
          .replace('ContentType="application/xml"', `ContentType="${MAIN}"`),
    });

    expect(printed(bytes)).toBe('Rapat');
  });

  test('may name its main part and type in other letters', () => {
    const bytes = withParts(docx, {
      [TYPES]: (types) =>
        types.replace('/word/document.xml', '/Word/Document.XML').replace(MAIN, MAIN.toUpperCase()),
    });

    expect(printed(bytes)).toBe('Rapat');
  });

  test('may point to its parts in other letters', () => {
    const bytes = withParts(docx, {
      '_rels/.rels': (links) => links.replace('word/document.xml', 'Word/DOCUMENT.xml'),
      'word/_rels/document.xml.rels': (links) =>
        links.replace('word/header.xml', 'word/Header.xml'),
    });

    expect(printed(bytes)).toBe('Rapat');
    expect(printed(bytes, 'word/header.xml')).toBe('Dinas Rapat');
  });

  test('may spell the names of its own lists otherwise', () => {
    const other = renamed((name) =>
      name
        .replace(TYPES, '[content_types].xml')
        .replace('word/_rels/document.xml.rels', 'WORD/_RELS/Document.xml.RELS')
        .replaceAll('/', '\\'),
    );

    expect(printed(other)).toBe('Rapat');
    expect(printed(other, 'word/header.xml')).toBe('Dinas Rapat');
  });
});
