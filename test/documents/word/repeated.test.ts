import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { aDocx, p, partOf, r, table } from '../../support/docx.ts';
import { related, withParts } from '../../support/package-parts.ts';

const item = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const level = (index: number, format: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${index + 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${index + 1}."/></w:lvl>`;

/** Lists 1 and 2 count, list 3 has bullets. */
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const STYLES =
  '<w:style w:styleId="Butir"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="99"/></w:pPr></w:style><w:style w:styleId="Bab"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';

const VIEW = {
  petugas: [
    { nama: 'Ani', tugas: ['a', 'b'] },
    { nama: 'Budi', tugas: [] },
    { nama: 'Cici', tugas: ['c'] },
  ],
  bidang: [{ nama: 'X', petugas: [{ tugas: ['a'] }, { tugas: ['b'] }] }],
};

const rendered = (body: string): Uint8Array => {
  const docx = withParts(aDocx({ body, styles: STYLES }), {
    'word/_rels/document.xml.rels': related('rList', 'numbering', 'numbering.xml'),
    'word/numbering.xml': () => NUMBERING,
  });
  return compileTemplate(docx).render(VIEW);
};

/** Which numbering each item takes, in reading order. */
const listsOf = (body: string): string[] =>
  [...partOf(rendered(body)).matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id ?? '');

const each = (name: string, body: string): string => p(`{{#each ${name}}}`) + body + p('{{/each}}');

describe('a numbered list', () => {
  test('under words of a loop begins anew at each turn that has items', () => {
    const body = each('petugas', p('{{nama}}') + p('{{#each tugas}}{{this}}{{/each}}', item(1)));

    expect(listsOf(body)).toEqual(['1', '1', '4']);
    expect(partOf(rendered(body), 'word/numbering.xml')).toContain(
      '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="2"/></w:lvlOverride></w:num></w:numbering>',
    );
  });

  test('of several items of each turn begins anew', () => {
    const body = each('petugas', p('{{nama}}') + p('satu', item(1)) + p('dua', item(1)));

    expect(listsOf(body)).toEqual(['1', '1', '4', '4', '5', '5']);
  });

  test('that the turns are items of counts on, also with more lines under each item', () => {
    expect(listsOf(p('{{#each petugas}}{{nama}}{{/each}}', item(1)))).toEqual(['1', '1', '1']);
    expect(listsOf(each('petugas', p('{{nama}}', item(1)) + p('Catatan')))).toEqual([
      '1',
      '1',
      '1',
    ]);
  });

  test('under such an item begins anew, and its own deeper level is left to Word', () => {
    const sub = each(
      'petugas',
      p('{{nama}}', item(1)) + p('sub', item(2)) + p('dalam', item(1, 1)),
    );

    expect(listsOf(sub)).toEqual(['1', '2', '1', '1', '4', '1', '1', '5', '1']);
  });

  test('that began before the loop counts on', () => {
    const body = p('awal', item(1)) + each('petugas', p('{{nama}}') + p('isi', item(1)));

    expect(listsOf(body)).toEqual(['1', '1', '1', '1']);
  });

  test('begins anew at the turns of the loop it stands in, not of those around it alone', () => {
    const inner = each('petugas', p('Petugas') + p('{{#each tugas}}{{this}}{{/each}}', item(1)));

    expect(listsOf(each('bidang', p('{{nama}}') + inner))).toEqual(['1', '4']);
  });

  test('in a cell begins anew in each row, but a number of rows counts them', () => {
    const cell = p('{{#each tugas}}{{this}}{{/each}}', item(1));
    const first = table([cell.replace('{{#each', '{{#each petugas}}{{#each'), '{{nama}}{{/each}}']);
    const counted = table([
      '{{#each petugas}}{{nama}}',
      `<w:p><w:pPr>${item(1)}</w:pPr></w:p>`,
      '{{/each}}',
    ]);

    expect(listsOf(table(['{{#each petugas}}{{nama}}', cell, '{{/each}}']))).toEqual([
      '1',
      '1',
      '4',
    ]);
    expect(listsOf(first)).toEqual(['1', '1', '4']);
    expect(listsOf(counted)).toEqual(['1', '1', '1']);
  });

  test('of a style begins anew with the indent that the style gives', () => {
    const look = '<w:pStyle w:val="Butir"/><w:jc w:val="both"/>';
    const body = each('petugas', p('{{nama}}') + p('{{#each tugas}}{{this}}{{/each}}', look));

    expect(listsOf(body)).toEqual(['1', '1', '4']);
    expect(partOf(rendered(body))).toContain(
      '<w:pPr><w:pStyle w:val="Butir"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr><w:ind w:left="99"/><w:jc w:val="both"/></w:pPr>',
    );
  });

  test('of headings or of bullets is left alone', () => {
    const heading = each('petugas', p('') + p('{{nama}}') + p('Bab', '<w:pStyle w:val="Bab"/>'));

    expect(listsOf(heading)).toEqual([]);
    expect(listsOf(each('petugas', p('{{nama}}') + p('isi', item(3))))).toEqual(['3', '3', '3']);
  });
});

describe('tables', () => {
  const gaps = (body: string): number =>
    partOf(rendered(body)).match(/<\/w:tbl><w:p><w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr><\/w:p><w:tbl>/g)
      ?.length ?? 0;
  const touching = (body: string): boolean => /<\/w:tbl><w:tbl>/.test(partOf(rendered(body)));

  test('of the turns of a loop stay tables of their own', () => {
    const body = each('petugas', table(['{{nama}}']));

    expect(touching(body)).toBe(false);
    expect(gaps(body)).toBe(2);
  });

  test('before and behind a loop or a condition are kept apart too', () => {
    const around = table(['a']) + each('petugas', table(['{{nama}}'])) + table(['b']);
    const emptied = table(['a']) + p('{{#if kosong}}') + p('x') + p('{{/if}}') + table(['b']);

    expect(gaps(around)).toBe(4);
    expect(gaps(emptied)).toBe(1);
  });

  test('in a cell are kept apart as well', () => {
    const body = table([each('petugas', table(['{{nama}}'])) + p('akhir')]);

    expect(touching(body)).toBe(false);
    expect(gaps(body)).toBe(2);
  });

  test('with words between them get nothing more', () => {
    expect(gaps(each('petugas', p('{{nama}}') + table(['a'])))).toBe(0);
    expect(gaps(table(['a']) + table(['b']))).toBe(0);
  });
});

describe('drawings of the older kind in a loop', () => {
  const shape =
    '<w:r><w:pict><v:shapetype id="_x0000_t202"/><v:shape id="Kotak" o:spid="_x0000_s1" type="#_x0000_t202"/><v:line id="Garis"/></w:pict></w:r>';
  const xml = partOf(rendered(each('petugas', `<w:p>${r('{{nama}}')}${shape}</w:p>`)));
  const all = (pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, id]) => id ?? '');

  test('have ids of their own at every turn', () => {
    const ids = all(/ id="([^"]+)"/g);

    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
    expect(new Set(all(/ o:spid="([^"]+)"/g)).size).toBe(3);
  });

  test('point to the kind of shape of their own turn', () => {
    expect(all(/ type="#([^"]+)"/g)).toEqual(all(/<v:shapetype id="([^"]+)"/g));
  });

  test('keep pointing to what stands outside the loop', () => {
    const outer = `<w:p><w:r><w:pict><v:shapetype id="jenis"/></w:pict></w:r></w:p>`;
    const inner = `<w:p>${r('{{nama}}')}<w:r><w:pict><v:shape id="a" type="#jenis"/></w:pict></w:r></w:p>`;

    expect(partOf(rendered(outer + each('petugas', inner))).match(/type="#jenis"/g)).toHaveLength(
      3,
    );
  });
});
