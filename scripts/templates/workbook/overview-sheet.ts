import { hairline, ownerColours, quietInk } from '../../../src/book/palette.ts';
import { overviewWidths } from '../../../src/book/tab-layout.ts';
import { overviewTabName } from '../../../src/core/columns/tabs.ts';
import type { Sheet } from './sheet.ts';
import type { StyleBook } from './styles.ts';

/** Rows that can be dressed; far more than one glance takes in. */
const REACH = 400;

/**
 * Ringkasan before the first pass; the service writes all of it.
 *
 * It writes text only, so what is a title, a header or a line is told from where text stands: a title follows an
 * empty row and has nothing beside it, a header follows a title and fills three columns.
 */
export const overviewSheet = (styles: StyleBook): Sheet => {
  const plain = styles.look({ across: 'left' });
  return {
    name: overviewTabName,
    tabColour: 'C07A00',
    columns: overviewWidths.map((width) => ({ width, look: plain })),
    rows: [
      {
        number: 1,
        height: 30,
        cells: [
          {
            column: 1,
            value: 'Ringkasan',
            look: styles.look({
              bold: true,
              size: 16,
              text: ownerColours.form.header,
              down: 'center',
            }),
          },
        ],
      },
      {
        number: 2,
        cells: [
          {
            column: 1,
            value: 'Ditulis layanan pada setiap putaran. Belum ada putaran.',
            look: styles.look({ italic: true, text: quietInk }),
          },
        ],
      },
    ],
    rowHeight: 15,
    frozen: { rows: 1, columns: 0 },
    showGrid: false,
    filtered: false,
    merged: [],
    choices: [],
    prompts: [],
    tints: [
      {
        range: `A4:I${REACH}`,
        when: 'AND($A4<>"",$B4="",$A3="")',
        tint: { bold: true, text: ownerColours.form.header, lineBelow: ownerColours.form.header },
      },
      {
        range: `A4:I${REACH}`,
        when: 'AND($C4<>"",$A3<>"",$B3="",$A2="")',
        tint: { bold: true, text: '52606D', fill: 'EEF2F6', lineBelow: hairline },
      },
      { range: `A4:I${REACH}`, when: '$B4<>""', tint: { lineBelow: hairline } },
    ],
    print: { landscape: true, repeatColumns: 0 },
  };
};
