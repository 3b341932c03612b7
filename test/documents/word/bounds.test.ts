import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { TemplateFaultsError } from '../../../src/documents/word/faults/faults.ts';
import { deflated, writeZip } from '../../../src/office-package/write-zip.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const bodyType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const aTemplate = (body: string): Uint8Array =>
  writeZip([
    deflated(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Override PartName="/word/document.xml" ContentType="${bodyType}"/></Types>`,
    ),
    deflated(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    deflated(
      'word/document.xml',
      `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ),
  ]);

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const faultsOf = (body: string): string => {
  try {
    compileTemplate(aTemplate(body));
    return '';
  } catch (error) {
    if (!(error instanceof TemplateFaultsError)) throw error;
    return error.message;
  }
};

describe('a template that asks for too much', () => {
  test.each([
    [
      'elements inside each other without end',
      '<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000),
    ],
    ['more paragraphs than memory holds', paragraph('x').repeat(120_000)],
    [
      'more attributes than memory holds',
      `<w:p ${Array.from({ length: 310_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
    ],
    ['a part of more than 32 MB', `<!--${' '.repeat(33 * 1024 * 1024)}-->`],
  ])('%s is refused with what to do', (_, body) => {
    expect(faultsOf(body)).toContain('terlalu besar atau terlalu dalam');
  });

  test('as deep as Word itself lets people nest tables, it is filled', () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(64);
    const close = '<w:p/></w:tc></w:tr></w:tbl>'.repeat(64);

    expect(faultsOf(`${open}${paragraph('{{nama}}')}${close}`)).toBe('');
  });

  test.each([
    ['blocks inside each other without end', '{{#each a}}'.repeat(2900), '50 blok lain'],
    [
      'else if without end',
      `{{#if a}}x${'{{else if b}}y'.repeat(20_000)}{{/if}}`,
      'lebih dari 3000 tag',
    ],
    ['braces without end', '{{'.repeat(2_000_000), 'lebih dari 3000 tag'],
    ['single braces without end', '{a} '.repeat(200_000), 'lebih dari 3000 tag'],
    ['a tag without end', `{{${'a'.repeat(2_000_000)}`, 'dalam 5000 huruf'],
    ['a note without end', `{{!-- ${'a'.repeat(2_000_000)}`, 'dalam 5000 huruf'],
    ['brackets inside each other', `{{${'(a '.repeat(1600)}}}`, 'Isi'],
  ])('%s: refused in a sentence of its own', (_, text, said) => {
    expect(faultsOf(paragraph(text))).toContain(said);
  });

  test('tags over many paragraphs are counted together', () => {
    expect(faultsOf(paragraph('{{nama}}').repeat(3001))).toContain('lebih dari 3000 tag');
  });

  test('of many faults the first are told, and how many more there are', () => {
    const said = faultsOf(Array.from({ length: 100 }, (_, n) => paragraph(`{{a${n}`)).join(''));

    expect(said).toContain('memuat 100 kesalahan');
    expect(said).toContain('dan 80 kesalahan lainnya.');
    expect(said.length).toBeLessThan(5000);
  });

  test.each([
    ['in one sentence', (text: string) => text],
    [
      'each in a paragraph of its own',
      (text: string) => `${text}</w:t></w:r></w:p><w:p><w:r><w:t>`,
    ],
  ])('as many else if as tags are allowed are filled, %s', (_, part) => {
    const branches = Array.from(
      { length: 1400 },
      (_, n) => part(`{{else if b${n}}}`) + part(`${n}`),
    );
    const template = compileTemplate(
      aTemplate(paragraph(`${part('{{#if a}}')}${part('x')}${branches.join('')}{{/if}}`)),
    );

    expect(template.fields).toHaveLength(1401);
    expect(template.render({ b1399: true }).length).toBeGreaterThan(0);
  });

  test('fifty blocks inside each other are filled', () => {
    expect(faultsOf(paragraph(`${'{{#if a}}'.repeat(50)}x${'{{/if}}'.repeat(50)}`))).toBe('');
  });
});
