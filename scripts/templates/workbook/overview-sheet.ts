import { overviewTabName } from '../../../src/core/columns.ts';
import { ownerColours, quietInk } from './palette.ts';
import type { Sheet } from './sheet.ts';
import type { StyleBook } from './styles.ts';

/** Ringkasan before the first pass; the service writes all of it. */
export const overviewSheet = (styles: StyleBook): Sheet => {
  const plain = styles.look({ wrap: true });
  return {
    name: overviewTabName,
    tabColour: 'C07A00',
    columns: [22, 18, 44, 34, 34, 44].map((width) => ({ width, look: plain })),
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
    tints: [],
    print: { landscape: true, repeatColumns: 0 },
  };
};
