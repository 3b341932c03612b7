import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { aDocx, p, partOf, r, table, textOf } from '../../support/docx.ts';
import { runs } from '../../support/long-runs.ts';
import { officeFaultsOf } from '../../support/office-check.ts';

const LOOK = '<w:b/>';
const PLACES = {
  paragraph: { part: 'word/document.xml', around: ['', ''], docx: { body: p('{{isi}}') } },
  cell: {
    part: 'word/document.xml',
    around: ['', ' | b'],
    docx: { body: table(['{{isi}}', 'b']) },
  },
  'mixed line': {
    part: 'word/document.xml',
    around: ['Acara ', ' selesai.'],
    docx: { body: `<w:p>${r('Acara ')}${r('{{isi}}', LOOK)}${r(' selesai.')}</w:p>` },
  },
  header: {
    part: 'word/header.xml',
    around: ['', ''],
    docx: { body: p('x'), header: p('{{isi}}') },
  },
  loop: {
    part: 'word/document.xml',
    around: ['', ''],
    docx: { body: p('{{#each daftar}}') + p('{{this}}') + p('{{/each}}') },
  },
};

const HOSTILE: readonly (readonly [name: string, typed: string, printed?: string])[] = [
  ['control characters', 'a\u0000b\u0001c\u0008d\u000Be\u000Cf\u001Fg', 'abcdefg'],
  ['lone surrogates', 'a\uD800b\uDC00c', 'abc'],
  ['a reversed pair', '\uDC00\uD800x', 'x'],
  ['U+FFFE and U+FFFF', 'a\uFFFEb\uFFFFc', 'abc'],
  ['tags', '{{isi}} {{#each x}} {{/each}} {{{raw}}} {{> p}}'],
  ['half tags', '}} {{ { } {{{'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, as typed
  ['tokens of the e-office', '${nama} $$ $& $1 $`'],
  ['markup', '<w:t>&amp;</w:t><!-- --> ]]> &#x41; &lt; "\' '],
  ['entities', '&nbsp; &amp;amp; &;'],
  ['right-to-left', 'مرحبا \u202Eterbalik\u202C שלום'],
  ['emoji', '😀👨‍👩‍👧‍👦🇮🇩 é ñ'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['500 line breaks', Array.from({ length: 501 }, (_, index) => `baris ${index}`).join('\n')],
  ['Windows line breaks', 'a\r\nb\rc', 'a\nb\nc'],
  ['tabs', 'a\tb\t\tc'],
  ['spaces at the edges and between', '  a   b  '],
  ['only breaks', '\n\n'],
  ['slots of our own', '\uE000i\uE000 \uFFFC \u200B'],
  ['prototype names', '__proto__ constructor'],
];

describe('values', () => {
  for (const [place, { part, around, docx }] of Object.entries(PLACES)) {
    const template = compileTemplate(aDocx(docx));

    for (const [name, typed, printed = typed] of HOSTILE) {
      test(`with ${name} come out of a ${place} as typed`, () => {
        const out = template.render({ isi: typed, daftar: [typed] });

        expect(textOf(out, part)).toBe(around[0] + printed + around[1]);
      });
    }
  }

  test('of any kind leave a file that an office program accepts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'values-'));
    const whole = compileTemplate(
      aDocx({
        header: p('{{#each isi}}{{this}}{{/each}}'),
        body: p('{{#each isi}}') + p('A {{this}} B') + table(['{{this}}', 'b']) + p('{{/each}}'),
      }),
    );
    const path = join(folder, 'nilai.docx');

    writeFileSync(path, whole.render({ isi: HOSTILE.map(([, typed]) => typed) }));

    expect(await officeFaultsOf(path)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('of any text come out as typed, but for what XML cannot hold', () => {
    const template = compileTemplate(aDocx(PLACES['mixed line'].docx));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
    );

    fc.assert(
      fc.property(text, (typed) => {
        const expected = typed
          .replace(/\r\n?/g, '\n')
          .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
        expect(textOf(template.render({ isi: typed }))).toBe(`Acara ${expected} selesai.`);
      }),
      { numRuns: runs(100, 300) },
    );
  });

  test('that are numbers, yes, no or nothing read as Indonesian', () => {
    const template = compileTemplate(
      aDocx({ body: p('{{a}}|{{b}}|{{c}}|{{d}}|{{e}}|{{f}}|{{g}}') }),
    );

    const out = template.render({
      a: 12.5,
      b: 2026,
      c: true,
      d: false,
      e: null,
      f: 0,
      g: ['x', 'y'],
    });

    expect(textOf(out)).toBe('12,5|2026|ya|tidak||0|x, y');
  });

  test('are looked for only among the data’s own names', () => {
    const template = compileTemplate(aDocx({ body: p('[{{toString}}{{a.valueOf}}{{length}}]') }));

    expect(textOf(template.render({ a: {} }))).toBe('[]');
  });

  test('that are groups are refused with the place instead of printed as [object Object]', () => {
    const template = compileTemplate(aDocx({ body: p('Petugas: {{petugas}}') }));

    expect(() => template.render({ petugas: [{ nama: 'A' }] })).toThrowError(
      /Isi, paragraf 1: "{{petugas}}" adalah daftar\. Cetak dengan/,
    );
  });

  test('with the same data give the same bytes', () => {
    const docx = aDocx({ body: p('{{isi}}') });

    const one = compileTemplate(docx).render({ isi: 'a' });
    const other = compileTemplate(docx).render({ isi: 'a' });

    expect(Buffer.compare(one, other)).toBe(0);
    expect(partOf(one)).toContain('>a<');
  });
});
