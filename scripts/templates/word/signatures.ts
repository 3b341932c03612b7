/** Signature blocks: titles, 21 mm for the pen, names; never parted by a page break. */
import type { Paragraph, Table } from 'docx';
import { mm } from './paper.ts';
import { arrangement } from './tables.ts';
import { styled, tag } from './text.ts';

/**
 * One signature on the right half. BELUM DIISI stands for the name while the settings name nobody.
 *
 * @param lead The lines above the title, such as place and day.
 * @param signed What stands in the space for the pen: nothing, or the e-office's token.
 */
export const signature = ({
  width,
  lead,
  name = 'penandaTangan',
  signed = '',
  penMm = 21,
}: {
  readonly width: number;
  readonly lead: readonly string[];
  readonly name?: string;
  readonly signed?: string;
  /** Room for the pen. */
  readonly penMm?: number;
}): (Paragraph | Table)[] => {
  const right = mm(82);
  const line = (text: string) => styled('TandaTangan', text);
  return [
    styled('IsiRapat', '', { keepNext: true, spacing: { line: 180, lineRule: 'exact' } }),
    arrangement(
      [width - right, right],
      [
        {
          cells: [[line('')], [...lead.map(line), line(`{{${name}.jabatan}},`)]],
          keepNext: true,
        },
        {
          cells: [[line('')], [line(signed)]],
          height: { value: mm(penMm), exact: true },
          keepNext: true,
        },
        {
          cells: [
            [line('')],
            [
              line(`*{{belumDiisi ${name}.nama}}*`),
              tag(`#if ${name}.pangkat`),
              line(`{{${name}.pangkat}}`),
              tag('/if'),
              tag(`#if ${name}.nip`),
              line(`NIP {{nip ${name}.nip}}`),
              tag('/if'),
            ],
          ],
        },
      ],
    ),
  ];
};
