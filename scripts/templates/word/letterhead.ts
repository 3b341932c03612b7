/** Headers: letterhead on the first page, "- 2 -" on the later ones. */
import { deflateSync } from 'node:zlib';
import { AlignmentType, BorderStyle, Header, ImageRun, PageNumber, Paragraph, TextRun } from 'docx';
import { mm } from './paper.ts';
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

const transparentPixel = (): Buffer => {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
};

/** CRC-32 as PNG asks for it (ISO 3309). */
const checksum = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};
