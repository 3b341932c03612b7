import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import {
  aDocxWithDrawings,
  aPng,
  barChart,
  chartParagraph,
  pictureParagraph,
} from '../../support/chart-docx.ts';
import { linesOf, p, r, splitAsWord, table } from '../../support/docx.ts';
import {
  convertWithLibreOffice,
  hasLibreOffice,
  officeFaultsOf,
} from '../../support/office-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'editors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BODY =
  p('LAPORAN {{kapital acara}}') +
  `<w:p>${r('Pada ')}${r('{{hariTanggal mulai}}', '<w:b/>')}${r(' {{#if kendala}}ada kendala: {{kendala}}{{else}}tanpa kendala{{/if}}.')}</w:p>` +
  p('{{#if catatan}}Catatan: {{catatan}}{{/if}}') +
  table(['No', 'Nama', 'NIP'], ['{{#each petugas}}{{nomor}}', '{{nama}}', '{{nip nip}}{{/each}}']) +
  p('{{#each petugas}}') +
  p('{{nama}}: {{daftar tugas}}') +
  pictureParagraph('{{gambar @root.logo}}', 9) +
  p('{{/each}}') +
  table(['{{#each kosong}}{{this}}{{/each}}']) +
  chartParagraph('{{grafik permohonan}}') +
  pictureParagraph('{{gambar logo}}') +
  p('Selesai');

const VIEW = {
  acara: 'Rapat & evaluasi <2026>',
  mulai: '2026-11-23',
  kendala: 'suara\nputus',
  petugas: [
    { nama: 'Ani 😀', nip: '196804111993031009', tugas: ['x', 'y', 'z'] },
    { nama: 'Budi', nip: '', tugas: [] },
  ],
  kosong: [],
  permohonan: { categories: ['Jan', 'Feb'], series: [{ name: 'Rapat', values: [1, 2] }] },
  logo: aPng(30, 10),
  tahun: 2026,
};

const NBSP = '\u00A0';
const LINES = [
  'LAPORAN RAPAT & EVALUASI <2026>',
  `Pada Senin, 23${NBSP}November${NBSP}2026 ada kendala: suara\nputus.`,
  'No | Nama | NIP',
  `1 | Ani 😀 | 19680411${NBSP}199303${NBSP}1${NBSP}009`,
  '2 | Budi | ',
  'Ani 😀: x, y, dan z',
  '',
  'Budi: ',
  '',
  '',
  '',
  '',
  'Selesai',
];

const chartXml = barChart('Permohonan {{tahun}}').replace('>satu<', '>{{grafik permohonan}}<');
const template = aDocxWithDrawings({
  body: BODY,
  header: p('DINAS {{acara}}'),
  footer: p('{{tahun}}'),
  chartXml,
});

async function expectGoodFile(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  expect(await officeFaultsOf(path)).toEqual([]);
}

const sizes = [1, 3, 7];

describe('a template from any editor', () => {
  test('as it was built gives a valid document', async () => {
    const out = compileTemplate(template).render(VIEW);

    expect(linesOf(out)).toEqual(LINES);
    await expectGoodFile('dibuat.docx', out);
  });

  test.each(sizes)(
    'whose runs Word cut after every %i letters gives the same document',
    async (size) => {
      const out = compileTemplate(splitAsWord(template, size)).render(VIEW);

      expect(linesOf(out)).toEqual(LINES);
      await expectGoodFile(`dipotong-${size}.docx`, out);
    },
  );

  test.skipIf(!hasLibreOffice)(
    'that LibreOffice saved again gives the same document, which LibreOffice opens',
    async () => {
      const path = join(folder, 'templat.docx');
      const saved = join(folder, 'disimpan');
      mkdirSync(saved);
      writeFileSync(path, template);
      convertWithLibreOffice([path], { to: 'docx', folder: saved });

      const out = compileTemplate(readFileSync(join(saved, 'templat.docx'))).render(VIEW);

      expect(linesOf(out)).toEqual(LINES);
      await expectGoodFile('hasil.docx', out);
      convertWithLibreOffice([join(folder, 'hasil.docx')], { to: 'pdf', folder });
      expect(readFileSync(join(folder, 'hasil.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});

if (!hasLibreOffice) console.warn('LibreOffice is not here: not tried with its files');
