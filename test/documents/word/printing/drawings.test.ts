import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { openZip } from '../../../../src/office-package/zip.ts';
import { unpack } from '../../../../src/office-package/zip-directory.ts';
import {
  aDocxWithDrawings,
  aPng,
  barChart,
  CHART_PART,
  chartParagraph,
  pictureParagraph,
} from '../../../support/chart-docx.ts';
import { bytesOf, p, partNamesOf, partOf, textOf } from '../../../support/docx.ts';

const FIGURES = {
  categories: ['Januari', 'A & <B>', 'Maret'],
  series: [
    { name: 'Rapat', values: [1, 2.5, null] },
    { name: 'Pelatihan', values: [4, 0, 6] },
    { name: 'Lain', values: [7, 8, 9] },
  ],
};
const WORKBOOK = 'word/embeddings/grafik1.xlsx';

function sheetOf(document: Uint8Array): string {
  const sheet = openZip(bytesOf(document, WORKBOOK)).entries.find(({ name }) =>
    name.includes('sheet1'),
  );
  return sheet === undefined ? '' : unpack(sheet).toString('utf8');
}

function pointsOf(xml: string): string[] {
  return [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => text ?? '');
}

describe('a chart', () => {
  const template = compileTemplate(
    aDocxWithDrawings({ body: chartParagraph('{{grafik permohonan}}') }),
  );

  test('is drawn with the figures of the data, series by series', () => {
    const chart = partOf(template.render({ permohonan: FIGURES, tahun: 2026 }), CHART_PART);

    const names = ['Januari', 'A &amp; &lt;B&gt;', 'Maret'];
    expect(pointsOf(chart)).toEqual([
      ...['Rapat', ...names, '1', '2.5'],
      ...['Pelatihan', ...names, '4', '0', '6'],
      ...['Lain', ...names, '7', '8', '9'],
    ]);
    expect(chart).toContain('Sheet1!$D$2:$D$4');
    expect(chart).not.toMatch(/Lama!|99/);
  });

  test('has a workbook behind it that says the same', () => {
    const sheet = sheetOf(template.render({ permohonan: FIGURES }));

    expect(sheet).toContain(
      '<c r="A3" t="inlineStr"><is><t xml:space="preserve">A &amp; &lt;B&gt;</t></is></c>',
    );
    expect(sheet).toContain('<c r="B3"><v>2.5</v></c>');
    expect(sheet).not.toContain('r="B4"');
    expect(sheet).toContain(
      '<c r="D1" t="inlineStr"><is><t xml:space="preserve">Lain</t></is></c>',
    );
  });

  test('prints tags in its title, and keeps its own looks', () => {
    const out = template.render({ permohonan: FIGURES, tahun: 2026 });

    expect(textOf(out, CHART_PART)).toBe('Permohonan 2026');
    expect(partOf(out, CHART_PART)).toContain('335571');
    expect(partOf(out)).not.toContain('{{');
  });

  test('drops the series and figures that the data has not', () => {
    const one = { categories: ['Januari'], series: [{ name: 'Rapat', values: [3] }] };

    expect(pointsOf(partOf(template.render({ permohonan: one }), CHART_PART))).toEqual([
      'Rapat',
      'Januari',
      '3',
    ]);
  });

  test('may carry its key as the name of a series, which LibreOffice keeps', () => {
    const chartXml = barChart('x').replace('>satu<', '>{{grafik permohonan}}<');
    const keyed = compileTemplate(aDocxWithDrawings({ body: chartParagraph(''), chartXml }));

    expect(pointsOf(partOf(keyed.render({ permohonan: FIGURES }), CHART_PART))[0]).toBe('Rapat');
  });

  test('that is not printed goes out without the figures it was drawn with', () => {
    const body = p('{{#if ada}}') + chartParagraph('{{grafik permohonan}}') + p('{{/if}}');
    const out = compileTemplate(aDocxWithDrawings({ body })).render({});

    expect(partOf(out)).not.toContain('c:chart');
    expect(pointsOf(partOf(out, CHART_PART))).toEqual([]);
  });

  test('refuses data that is no figures', () => {
    expect(() =>
      template.render({
        permohonan: { categories: ['a'], series: [{ name: 'x', values: ['1'] }] },
      }),
    ).toThrowError(/categories dan series/);
    expect(() => template.render({})).toThrowError(/Data grafik/);
  });
});

describe('a chart for viewers without charts', () => {
  const looks = {
    columns: barChart('x'),
    bars: barChart('x').replace('"col"', '"bar"'),
  };

  test.each(Object.entries(looks))(
    'goes out as a picture of %s in the same frame',
    (_, chartXml) => {
      const docx = aDocxWithDrawings({ body: chartParagraph('{{grafik permohonan}}'), chartXml });
      const template = compileTemplate(docx, { pictures: true });

      const out = template.render({ permohonan: FIGURES });

      const picture = Buffer.from(bytesOf(out, 'word/media/isian1.png'));
      expect(partOf(out)).not.toContain('<c:chart');
      expect(partOf(out)).toContain('<a:ext cx="4000000" cy="2000000"/>');
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([787, 394]);
      expect(Buffer.compare(out, template.render({ permohonan: FIGURES }))).toBe(0);
    },
  );

  test('is drawn even when there is nothing to draw', () => {
    const docx = aDocxWithDrawings({ body: chartParagraph('{{grafik permohonan}}') });

    const out = compileTemplate(docx, { pictures: true }).render({
      permohonan: { categories: [], series: [] },
    });

    expect(partNamesOf(out)).toContain('word/media/isian1.png');
  });
});

describe('a picture', () => {
  const template = compileTemplate(
    aDocxWithDrawings({
      body: pictureParagraph('{{gambar logo}}') + pictureParagraph('{{gambar logo}}', 4),
    }),
  );

  test('is fitted into its frame at its own proportions', () => {
    const out = template.render({ logo: aPng(20, 10) });

    expect(partOf(out).match(/<wp:extent cx="1000000" cy="500000"\/>/g)).toHaveLength(2);
    expect(partOf(out).match(/<a:ext cx="1000000" cy="500000"\/>/g)).toHaveLength(2);
    expect(bytesOf(out, 'word/media/isian1.png')).toEqual(Buffer.from(aPng(20, 10)));
  });

  test('that is shown twice lies in the file once', () => {
    const names = partNamesOf(template.render({ logo: aPng(20, 10) }));

    expect(names.filter((name) => name.includes('isian'))).toEqual(['word/media/isian1.png']);
  });

  test('may come as a data address', () => {
    const logo = `data:image/png;base64,${Buffer.from(aPng(10, 40)).toString('base64')}`;

    expect(partOf(template.render({ logo }))).toContain('<wp:extent cx="250000" cy="1000000"/>');
  });

  test('that the data has not stays the template’s own', () => {
    const out = template.render({});

    expect(partOf(out)).toContain('r:embed="rPicture"');
    expect(partOf(out)).not.toContain('{{');
  });

  test('in a loop is each item’s own', () => {
    const body = p('{{#each foto}}') + pictureParagraph('{{gambar this}}') + p('{{/each}}');
    const out = compileTemplate(aDocxWithDrawings({ body })).render({
      foto: [aPng(1, 1), aPng(2, 2)],
    });

    expect([...partOf(out).matchAll(/r:embed="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'rIsian1',
      'rIsian2',
    ]);
    expect(
      new Set([...partOf(out).matchAll(/wp:docPr id="(\d+)"/g)].map(([, id]) => id)).size,
    ).toBe(2);
  });

  test('that is neither PNG nor JPEG is refused', () => {
    expect(() => template.render({ logo: new Uint8Array([1, 2, 3]) })).toThrowError(
      /bukan PNG atau JPEG/,
    );
    expect(() => template.render({ logo: 'logo.png' })).toThrowError(/bukan PNG atau JPEG/);
  });

  test('may be a JPEG', () => {
    const jpeg = Buffer.from(
      'ffd8ffe000104a46494600010100000100010000ffc0001108000a00140301220002110103110100',
      'hex',
    );

    expect(partOf(template.render({ logo: new Uint8Array(jpeg) }))).toContain(
      'cx="1000000" cy="500000"',
    );
  });
});
