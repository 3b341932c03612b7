import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { aDocx, linesOf, p, partOf, r, splitAsWord, table, textOf } from '../../support/docx.ts';

const ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const BOLD = '<w:b/>';

function printed(body: string, view: unknown): string[] {
  const docx = aDocx({ body });
  const lines = linesOf(compileTemplate(docx).render(view));
  // However Word has cut the runs, the document is the same.
  for (const size of [1, 2, 5]) {
    expect(linesOf(compileTemplate(splitAsWord(docx, size)).render(view))).toEqual(lines);
  }
  return lines;
}

const officers = {
  judul: 'Tim',
  petugas: [
    { nama: 'Ani', tugas: ['x', 'y'] },
    { nama: 'Budi', tugas: [] },
  ],
};

describe('a loop', () => {
  test('over paragraphs repeats them and leaves its own lines out', () => {
    const body =
      p('Awal') +
      p('{{#each petugas}}') +
      p('{{nomor}}. {{nama}}') +
      p('Tugas') +
      p('{{/each}}') +
      p('Akhir');

    expect(printed(body, officers)).toEqual([
      'Awal',
      '1. Ani',
      'Tugas',
      '2. Budi',
      'Tugas',
      'Akhir',
    ]);
  });

  test('may begin and end in the first and last paragraph that it repeats', () => {
    const body = p('{{#each petugas}}{{nama}}') + p('Tugas{{/each}}') + p('Akhir');

    expect(printed(body, officers)).toEqual(['Ani', 'Tugas', 'Budi', 'Tugas', 'Akhir']);
  });

  test('may open at the end of one line and close at the beginning of another', () => {
    const body = p('Petugas: {{#each petugas}}') + p('{{nama}}') + p('{{/each}}Selesai');

    expect(printed(body, officers)).toEqual(['Petugas: ', 'Ani', 'Budi', 'Selesai']);
  });

  test('inside a sentence runs on in the sentence', () => {
    const body = p('Hadir: {{#each petugas}}{{nama}}{{#unless @last}}, {{/unless}}{{/each}}.');

    expect(printed(body, officers)).toEqual(['Hadir: Ani, Budi.']);
  });

  test('that fills a list item gives an item each', () => {
    const body = p('{{#each petugas}}{{nama}}{{/each}}', ITEM) + p('Akhir');

    const docx = aDocx({ body });

    expect(printed(body, officers)).toEqual(['Ani', 'Budi', 'Akhir']);
    expect(partOf(compileTemplate(docx).render(officers)).match(/<w:numId/g)).toHaveLength(2);
  });

  test('that fills an item of a list style gives an item each', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="Butir"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = p('{{#each petugas}}{{nama}}{{/each}}', '<w:pStyle w:val="Butir"/>');

    expect(linesOf(compileTemplate(aDocx({ body, styles })).render(officers))).toEqual([
      'Ani',
      'Budi',
    ]);
  });

  test('whose tags stand in cells of one row repeats the row', () => {
    const body = table(
      ['No', 'Nama'],
      ['{{#each petugas}}{{nomor}}', '{{nama}}{{/each}}'],
      ['a', 'b'],
    );

    expect(printed(body, officers)).toEqual(['No | Nama', '1 | Ani', '2 | Budi', 'a | b']);
  });

  test('whose tags fill rows of their own repeats the rows between', () => {
    const body = table(['{{#each petugas}}', ''], ['{{nama}}', 'a'], ['', 'b'], ['', '{{/each}}']);

    expect(printed(body, officers)).toEqual(['Ani | a', ' | b', 'Budi | a', ' | b']);
  });

  test('over several rows may begin in the first cell and end in the last', () => {
    const body = table(['{{#each petugas}}{{nama}}', 'a'], ['c', 'b{{/each}}']);

    expect(printed(body, officers)).toEqual(['Ani | a', 'c | b', 'Budi | a', 'c | b']);
  });

  test('in a loop, in a row and in a cell, keeps to its own list', () => {
    const body = table([
      '{{#each petugas}}{{nama}}',
      p('{{#each tugas}}') + p('{{nomor}}{{this}}/{{../nama}}') + p('{{/each}}{{/each}}'),
    ]);

    expect(printed(body, officers)).toEqual(['Ani | 1x/Ani | 2y/Ani', 'Budi | ']);
  });

  test('over nested rows prints rows of both', () => {
    const body = table(
      ['{{#each petugas}}{{nama}}'],
      ['{{#each tugas}}{{this}}{{/each}}'],
      ['{{#each tugas}}'],
      ['- {{this}}'],
      ['{{/each}}'],
      ['{{/each}}'],
    );

    expect(printed(body, officers)).toEqual(['Ani', 'xy', '- x', '- y', 'Budi', '']);
  });

  test('over nothing leaves no row, and a table without rows goes altogether', () => {
    const body =
      table(['a'], ['{{#each kosong}}{{this}}{{/each}}']) +
      p('') +
      table(['{{#each kosong}}x', '{{this}}{{/each}}']) +
      p('Akhir');
    const xml = partOf(compileTemplate(aDocx({ body })).render({ kosong: [] }));

    expect(printed(body, { kosong: [] })).toEqual(['a', '', '', 'Akhir']);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
  });

  test('over nothing leaves a cell with the paragraph that it must have', () => {
    const body = table([
      p('{{#each kosong}}') + p('{{this}}') + p('{{/each}}'),
      p('{{#if kosong}}ada{{/if}}'),
    ]);
    const xml = partOf(compileTemplate(aDocx({ body })).render({ kosong: [] }));

    expect(xml.match(/<w:p>/g)).toHaveLength(2);
    expect(xml).not.toMatch(/<\/w:tcPr><\/w:tc>/);
  });

  test('over nothing prints what stands after else', () => {
    const body =
      p('{{#each kosong}}') + p('{{this}}') + p('{{else}}') + p('Nihil') + p('{{/each}}');

    expect(printed(body, { kosong: [] })).toEqual(['Nihil']);
    expect(printed(body, {})).toEqual(['Nihil']);
  });

  test('knows its turn, the first, the last, the key and what is outside', () => {
    const body = p(
      '{{#each a as |nilai letak|}}{{@index}}{{@key}}{{letak}}{{#if @first}}!{{/if}}{{nilai}}{{@root.b}}{{../b}};{{/each}}',
    );

    expect(printed(body, { a: ['x', 'y'], b: 'z' })).toEqual(['000!xzz;111yzz;']);
    expect(printed(body, { a: { k: 'x' }, b: 'z' })).toEqual(['0kk!xzz;']);
  });

  test('keeps the ids of pictures and bookmarks apart', () => {
    const box = (id: number): string =>
      `<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="${id}" name="a"/><a:graphic><a:graphicData uri="u"/></a:graphic></wp:inline></w:drawing></w:r>`;
    const body = `${p('{{#each a}}')}<w:p w14:paraId="11111111" w14:textId="77777777"><w:bookmarkStart w:id="4" w:name="tanda"/>${box(6)}${r('{{this}}')}<w:bookmarkEnd w:id="4"/></w:p>${p('{{/each}}')}`;

    const xml = partOf(compileTemplate(aDocx({ body })).render({ a: [1, 2] }));

    const ids = [...xml.matchAll(/<wp:docPr[^>]* id="(\d+)"/g)].map(([, id]) => id);
    const starts = [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)"/g)].map(([, id]) => id);
    const ends = [...xml.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    expect(new Set(starts).size).toBe(2);
    expect(ends).toEqual(starts);
    expect(xml).not.toContain('w14:paraId');
  });
});

describe('a condition', () => {
  const inSentence = p('Hasil: {{#if a}}A{{else if (gt b 2)}}B{{else}}C{{/if}}.');

  test('inside a sentence prints its branch', () => {
    expect(printed(inSentence, { a: 'x' })).toEqual(['Hasil: A.']);
    expect(printed(inSentence, { b: 3 })).toEqual(['Hasil: B.']);
    expect(printed(inSentence, {})).toEqual(['Hasil: C.']);
  });

  test('keeps the look of the words in it', () => {
    const body = `<w:p>${r('a {{#if x}}')}${r('tebal', BOLD)}${r('{{/if}} b')}</w:p>`;
    const template = compileTemplate(aDocx({ body }));

    expect(partOf(template.render({ x: true }))).toContain(
      '<w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">tebal</w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r>',
    );
    expect(textOf(template.render({}))).toBe('a  b');
  });

  test('that is a whole paragraph takes the paragraph with it', () => {
    const body =
      p('a') + p('{{#if x}}Kendala: {{x}}{{/if}}') + p('{{#unless x}}Nihil{{/unless}}') + p('b');

    expect(printed(body, {})).toEqual(['a', 'Nihil', 'b']);
    expect(printed(body, { x: 'k' })).toEqual(['a', 'Kendala: k', 'b']);
  });

  test('around rows and around tables keeps or drops them', () => {
    const body =
      table(['a'], ['{{#if x}}b{{/if}}'], ['{{#if x}}'], ['c'], ['{{/if}}']) +
      p('{{#if x}}') +
      table(['t']) +
      p('{{/if}}');

    expect(printed(body, {})).toEqual(['a', '']);
    expect(printed(body, { x: 1 })).toEqual(['a', 'b', 'c', '', 't']);
  });

  test('takes nothing, no, zero, empty texts and empty lists for no', () => {
    const body = p(
      '{{#if a}}ya{{else}}tidak{{/if}}{{#if a includeZero=true}}+{{/if}}{{^if a}}-{{/if}}',
    );

    expect(printed(body, { a: [] })).toEqual(['tidak-']);
    expect(printed(body, { a: 0 })).toEqual(['tidak+-']);
    expect(printed(body, { a: [0] })).toEqual(['ya+']);
  });

  test('trims the spaces beside its tilde', () => {
    expect(printed(p('a {{~#if x~}} b {{~/if~}} c'), { x: 1 })).toEqual(['abc']);
  });
});

describe('with', () => {
  test('steps into a group, and into else when there is none', () => {
    const body = p('{{#with ketua}}{{nama}} {{../kota}}{{else}}-{{/with}}');

    expect(printed(body, { kota: 'Gorontalo', ketua: { nama: 'Ani' } })).toEqual(['Ani Gorontalo']);
    expect(printed(body, { kota: 'Gorontalo' })).toEqual(['-']);
  });
});

describe('tags', () => {
  test('work in letterheads, feet, notes, text boxes, content controls and links', () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="k"/><wps:wsp><wps:txbx>${box('K {{a}}')}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('F {{a}}')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:sdt><w:sdtContent>${p('S {{a}}')}</w:sdtContent></w:sdt><w:p><w:hyperlink r:id="x">${r('L {{')}${r('a}}')}</w:hyperlink><w:sdt><w:sdtContent>${r(' I {{a}}')}</w:sdtContent></w:sdt></w:p>`;
    const out = compileTemplate(
      aDocx({
        body,
        header: p('H {{a}}'),
        footer: p('F {{a}}'),
        footnotes: `<w:footnote w:id="2">${p('N {{a}}')}</w:footnote>`,
      }),
    ).render({ a: 'x' });

    expect(linesOf(out)).toEqual(['K x', '', 'S x', 'L x I x']);
    expect(partOf(out)).toContain('F x');
    expect(textOf(out, 'word/header.xml')).toBe('H x');
    expect(textOf(out, 'word/footer.xml')).toBe('F x');
    expect(textOf(out, 'word/footnotes.xml')).toBe('N x');
  });

  test('in tracked insertions count, in deletions they do not', () => {
    const body = `<w:p><w:ins w:id="1" w:author="a">${r('{{#if')}</w:ins>${r(' a}}x{{/if}}')}<w:del w:id="2" w:author="a"><w:r><w:delText>{{b</w:delText></w:r></w:del></w:p>`;
    const xml = partOf(compileTemplate(aDocx({ body })).render({ a: 1 }));

    expect(xml).toContain('>x<');
    expect(xml).not.toMatch(/w:ins|w:del/);
  });

  test('that stand alone in a paragraph with a section break leave the break', () => {
    const body =
      p('{{#each a}}', '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') +
      p('{{this}}') +
      p('{{/each}}');

    expect(partOf(compileTemplate(aDocx({ body })).render({ a: [1] }))).toContain('nextPage');
  });
});
