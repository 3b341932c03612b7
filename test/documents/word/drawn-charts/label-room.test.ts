import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { textWidth, wrapped } from '../../../../src/documents/word/drawn-charts/canvas.ts';
import {
  aDocxWithDrawings,
  barChart,
  CHART_PART,
  chartParagraph,
} from '../../../support/chart-docx.ts';
import { bytesOf, partOf } from '../../../support/docx.ts';

const LONG = 'Dinas Urusan Panjang dan Urusan Lain yang Lebih Panjang Lagi';
const figures = (count: number, name: string) => ({
  categories: Array.from({ length: count }, (_, index) => `${name} ${index + 1}`),
  series: [{ name: 'Permohonan', values: Array.from({ length: count }, (_, index) => index) }],
});
const bars = aDocxWithDrawings({
  body: chartParagraph('{{grafik g}}'),
  chartXml: barChart('x').replace('"col"', '"bar"'),
});
const columns = aDocxWithDrawings({ body: chartParagraph('{{grafik g}}') });
const heightOf = (docx: Uint8Array, g: object, pictures = false): number =>
  Number(/cy="(\d+)"/.exec(partOf(compileTemplate(docx, { pictures }).render({ g })))?.[1]);

describe('a chart of lying bars', () => {
  test('grows until the name of every bar has room, and no further than a page', () => {
    expect(heightOf(bars, figures(3, 'Dinas'))).toBe(2_000_000);
    expect(heightOf(bars, figures(10, LONG))).toBeGreaterThan(3_000_000);
    expect(heightOf(bars, figures(400, LONG))).toBe(560 * 12_700);
  });

  test('grows as a picture too, which has the size of its frame', () => {
    const out = compileTemplate(bars, { pictures: true }).render({ g: figures(10, LONG) });

    const picture = Buffer.from(bytesOf(out, 'word/media/isian1.png'));
    const height = heightOf(bars, figures(10, LONG), true);
    expect(height).toBe(heightOf(bars, figures(10, LONG)));
    expect(picture.readUInt32BE(20)).toBe(Math.round((height * 2.5) / 12_700));
    expect(partOf(out)).toContain(`<a:ext cx="4000000" cy="${height}"/>`);
  });
});

describe('a chart', () => {
  test('of columns keeps its frame', () => {
    expect(heightOf(columns, figures(10, LONG))).toBe(2_000_000);
  });

  test('names each of its categories, unless they are more than the days of a month', () => {
    const chartOf = (count: number): string =>
      partOf(compileTemplate(columns).render({ g: figures(count, LONG) }), CHART_PART);

    expect(chartOf(31)).toContain('<c:crossAx val="222"/><c:tickLblSkip val="1"/></c:catAx>');
    expect(chartOf(32)).not.toContain('tickLblSkip');
  });

  test('whose axis says how it is named keeps to that', () => {
    const chartXml = barChart('x').replace(
      '<c:crossAx val="222"/>',
      '<c:crossAx val="222"/><c:tickLblSkip val="3"/><c:noMultiLvlLbl val="0"/>',
    );
    const docx = aDocxWithDrawings({ body: chartParagraph('{{grafik g}}'), chartXml });

    expect(partOf(compileTemplate(docx).render({ g: figures(3, 'a') }), CHART_PART)).toContain(
      '<c:tickLblSkip val="3"/><c:noMultiLvlLbl val="0"/>',
    );
  });
});

describe('a name in a drawn chart', () => {
  test('is put into as many lines as it needs, and cut only in the last one', () => {
    const width = textWidth('Dinas Urusan');

    expect(wrapped('Dinas Urusan Satu', { width, mostLines: 3 })).toEqual(['Dinas Urusan', 'Satu']);
    expect(wrapped('Dinas Urusan Satu', { width, mostLines: 1 })).toEqual([
      expect.stringMatching(/^Dinas.*…$/),
    ]);
    for (const line of wrapped(LONG, { width, mostLines: 2 }))
      expect(textWidth(line)).toBeLessThanOrEqual(width);
  });
});
