/** Four figures side by side under a rule: what a head of department reads first. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { mm } from './paper.ts';
import { colours } from './styles.ts';
import { noBorders } from './tables.ts';
import { styled } from './text.ts';

export const keyFigures = (
  width: number,
  figures: readonly (readonly [figure: string, name: string])[],
): Table => {
  const each = Math.floor(width / figures.length);
  return new Table({
    width: { size: each * figures.length, type: WidthType.DXA },
    columnWidths: figures.map(() => each),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: mm(3), top: 0, bottom: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: figures.map(
          ([figure, name]) =>
            new TableCell({
              width: { size: each, type: WidthType.DXA },
              borders: {
                ...noBorders,
                top: { style: BorderStyle.SINGLE, size: 12, color: colours.accent },
              },
              children: [styled('AngkaKunci', figure), styled('NamaAngkaKunci', name)],
            }),
        ),
      }),
    ],
  });
};
