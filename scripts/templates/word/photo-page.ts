/** Photos two a row, each with its caption beneath: eight on a page. Pages of their own, behind the signatures. */
import { ImageRun, Paragraph, type Table } from 'docx';
import { mm } from './paper.ts';
import { transparentPixel } from './pixel.ts';
import { arrangement } from './tables.ts';
import { styled, tag } from './text.ts';

export const photoPages = (width: number): readonly (Paragraph | Table)[] => {
  const half = Math.floor(width / 2);
  const widths = [half, width - half];
  return [
    tag('#if barisFoto'),
    styled('JudulDokumen', 'Dokumentasi', { pageBreakBefore: true }),
    styled('NomorDokumen', '{{acara}}', { keepNext: true }),
    arrangement(widths, [
      { cells: [[tag('#each barisFoto')], [styled('IsiRapat', '')]] },
      {
        cells: [
          [framed('kiri'), caption('{{kiri.keterangan}}')],
          [tag('#if kanan'), framed('kanan'), caption('{{kanan.keterangan}}'), tag('/if')],
        ],
      },
      { cells: [[tag('/each')], [styled('IsiRapat', '')]] },
    ]),
    tag('/if'),
  ];
};

/** The photo fits into 79 × 59 mm, upright or lying, at its own proportions. */
const framed = (name: string): Paragraph =>
  new Paragraph({
    style: 'IsiRapat',
    alignment: 'center',
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: transparentPixel(),
        transformation: { width: pixels(79), height: pixels(59) },
        altText: { name: `Foto ${name}`, title: 'Foto', description: `{{gambar ${name}.gambar}}` },
      }),
    ],
  });

const caption = (text: string): Paragraph =>
  styled('IsiTabel', text, { alignment: 'center', spacing: { before: 40, after: mm(2.5) } });

/** As docx measures pictures: 96 an inch. */
const pixels = (millimetres: number): number => Math.round((millimetres / 25.4) * 96);
