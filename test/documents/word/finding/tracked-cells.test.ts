import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { aDocx, linesOf, p, partOf } from '../../../support/docx.ts';

const DELETED = '<w:cellDel w:id="9" w:author="a"/>';

const cell = (text: string, mark = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${mark}</w:tcPr>${p(text)}</w:tc>`;

const tableOf = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="2500"/></w:tblGrid>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

const rendered = (body: string): Uint8Array =>
  compileTemplate(aDocx({ body })).render({ nama: 'Ani' });

describe('tracked changes of cells', () => {
  test('take a deleted column out, with its place in the grid and its width', () => {
    const out = rendered(
      tableOf(cell('{{nama}}') + cell('x', DELETED), cell('b') + cell('y', DELETED)) + p('z'),
    );

    expect(linesOf(out)).toEqual(['Ani', 'b', 'z']);
    expect(partOf(out)).toContain(
      '<w:tblW w:w="1500" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="1500"/></w:tblGrid>',
    );
    expect(partOf(out)).not.toContain('cellDel');
  });

  test('take out one cell, and the row whose cells are all deleted', () => {
    const out = rendered(
      tableOf(
        cell('a') + cell('b'),
        cell('c') + cell('x', DELETED),
        cell('y', DELETED) + cell('z', DELETED),
      ),
    );

    expect(linesOf(out)).toEqual(['a | b', 'c']);
    expect(partOf(out).match(/<w:gridCol /g)).toHaveLength(2);
  });

  test('take the table out when nothing of it is left', () => {
    expect(linesOf(rendered(tableOf(cell('y', DELETED)) + p('z')))).toEqual(['z']);
  });

  test('join cells that were merged, and part those that were parted', () => {
    const merged = (value: string): string => `<w:cellMerge w:id="1" w:author="a" ${value}/>`;
    const xml = partOf(
      rendered(
        tableOf(
          cell('a', merged('w:vMerge="rest"')) + cell('b', '<w:vMerge/>'),
          cell('', merged('w:vMerge="cont"')) +
            cell('d', `<w:vMerge/>${merged('w:vMergeOrig="cont"')}`),
        ),
      ),
    );

    expect([...xml.matchAll(/<w:vMerge[^>]*>/g)].map(([mark]) => mark)).toEqual([
      '<w:vMerge w:val="restart"/>',
      '<w:vMerge/>',
      '<w:vMerge w:val="continue"/>',
    ]);
    expect(xml).not.toContain('cellMerge');
  });
});
