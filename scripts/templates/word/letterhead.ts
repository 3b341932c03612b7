/** Headers: letterhead on the first page, "- 2 -" on the later ones. */
import { AlignmentType, BorderStyle, Header, ImageRun, PageNumber, Paragraph, TextRun } from 'docx';
import { mm } from './paper.ts';
import { transparentPixel } from './pixel.ts';
import { colours } from './styles.ts';
import { arrangement } from './tables.ts';
import { styled } from './text.ts';

/** Logo left, the office's names centred on the page, a thick and a thin rule below. */
export const letterhead = (width: number): Header => {
  const side = mm(28);
  return new Header({
    children: [
      arrangement(
        [side, width - 2 * side, side],
        [
          {
            cells: [
              [
                new Paragraph({
                  style: 'KopAlamat',
                  alignment: AlignmentType.LEFT,
                  children: [logo()],
                }),
              ],
              [
                styled('KopPemerintah', '{{kapital kop.pemerintah}}'),
                styled('KopDinas', '{{kapital kop.dinas}}'),
                styled('KopAlamat', '{{kop.alamat}}{{#if kop.kontak}}\n{{kop.kontak}}{{/if}}'),
              ],
              [styled('KopAlamat', '')],
            ],
          },
        ],
      ),
      new Paragraph({
        style: 'KopAlamat',
        spacing: { before: 0, after: 120, line: 120, lineRule: 'auto' },
        border: {
          bottom: {
            style: BorderStyle.THICK_THIN_SMALL_GAP,
            size: 24,
            space: 1,
            color: colours.ink,
          },
        },
        children: [],
      }),
    ],
  });
};

/** @param mark Stands behind the number, such as a sign that the document is a draft. */
export const laterPages = (mark = ''): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'NomorHalaman',
        children: [
          new TextRun('- '),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' -'),
          ...(mark === '' ? [] : [new TextRun({ text: mark, color: colours.alarm, bold: true })]),
        ],
      }),
    ],
  });

/** A see-through picture that holds the place of the office's logo until the settings name one. */
const logo = (): ImageRun =>
  new ImageRun({
    type: 'png',
    data: transparentPixel(),
    transformation: { width: 76, height: 90 },
    altText: { name: 'Logo', title: 'Logo', description: '{{gambar logo}}' },
  });
