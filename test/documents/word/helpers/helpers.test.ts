import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { aDocx, p, textOf } from '../../../support/docx.ts';

const VIEW = {
  mulai: '2026-11-23T09:00',
  selesai: '2026-11-25T11:30:00',
  jam: '9.05',
  bebas: 'pagi-pagi',
  kosong: '',
  nip: '196804111993031009',
  nama: ['Ani', 'Budi', 'Citra'],
  petugas: [{ nama: 'Ani' }, { nama: 'Budi' }],
  n: 1641,
  m: 1234567.5,
};

const EXAMPLES: readonly (readonly [tag: string, printed: string])[] = [
  ['{{tanggal mulai}}', '23_November_2026'],
  ['{{tanggal bebas}}', 'pagi-pagi'],
  ['{{tanggal "2026-02-30"}}', '2026-02-30'],
  ['{{hari mulai}}', 'Senin'],
  ['{{hariTanggal mulai}}', 'Senin, 23_November_2026'],
  ['{{bulan mulai}}', 'November_2026'],
  ['{{bulan "2026-02"}}', 'Februari_2026'],
  ['{{pukul mulai}}', '09.00_WITA'],
  ['{{pukul jam "WIB"}}', '09.05_WIB'],
  ['{{pukul jam ""}}', '09.05'],
  ['{{pukul bebas}}', 'pagi-pagi'],
  ['{{rentangPukul mulai selesai}}', '09.00–11.30_WITA'],
  ['{{rentangPukul mulai kosong}}', '09.00_WITA sampai selesai'],
  ['{{rentangTanggal mulai selesai}}', '23–25_November_2026'],
  ['{{rentangTanggal mulai mulai}}', '23_November_2026'],
  ['{{rentangTanggal "2026-11-30" "2026-12-02"}}', '30_November–2_Desember_2026'],
  ['{{rentangTanggal "2026-12-31" "2027-01-01"}}', '31_Desember_2026–1_Januari_2027'],
  ['{{angka m}}', '1.234.567,5'],
  ['{{angka n 2}}', '1.641,00'],
  ['{{angka -1234}}', '-1.234'],
  ['{{angka "12"}}', '12'],
  ['{{angka bebas}}', 'pagi-pagi'],
  ['{{terbilang n}}', 'seribu enam ratus empat puluh satu'],
  ['{{terbilang 0}}', 'nol'],
  ['{{terbilang 11}}', 'sebelas'],
  ['{{terbilang 115}}', 'seratus lima belas'],
  ['{{terbilang 2000000}}', 'dua juta'],
  ['{{jumlah petugas}}', '2'],
  ['{{nip nip}}', '19680411_199303_1_009'],
  ['{{nip bebas}}', 'pagi-pagi'],
  ['{{daftar nama}}', 'Ani, Budi, dan Citra'],
  ['{{daftar petugas "nama"}}', 'Ani dan Budi'],
  ['{{daftar kosong}}', ''],
  ['{{kapital bebas}}', 'PAGI-PAGI'],
  ['{{isiAtau kosong "Tidak ada"}}', 'Tidak ada'],
  ['{{isiAtau bebas "Tidak ada"}}', 'pagi-pagi'],
  ['{{belumDiisi kosong}}', 'BELUM DIISI'],
  ['{{belumDiisi (tanggal tidakAda)}}', 'BELUM DIISI'],
  ['{{belumDiisi (hariTanggal mulai)}}', 'Senin, 23_November_2026'],
  ['{{#each petugas}}{{nomor}}{{/each}}', '12'],
  ['{{#each petugas}}{{#with nama}}{{nomor}}{{/with}}{{/each}}', '12'],
  [
    '{{#if (and (eq n 1641) (ne n "1") (gte n 1641) (lt n 2000) (not kosong) (or kosong n))}}ya{{/if}}',
    'ya',
  ],
  ['{{#if (or (gt n 1641) (lte n 1640) (eq kosong n))}}ya{{else}}tidak{{/if}}', 'tidak'],
  ['{{#if (gt kosong 0)}}ya{{else}}tidak{{/if}}', 'tidak'],
];

describe('a helper', () => {
  for (const [tag, printed] of EXAMPLES) {
    test(`written ${tag} prints ${printed === '' ? 'nothing' : printed}`, () => {
      const text = textOf(compileTemplate(aDocx({ body: p(tag) })).render(VIEW));

      expect(text.replaceAll('\u00A0', '_')).toBe(printed);
    });
  }

  test('puts the office’s time zone behind a time', () => {
    const body = p('{{pukul mulai}}; {{rentangPukul mulai selesai}}; {{pukul mulai "WIT"}}');
    const text = textOf(compileTemplate(aDocx({ body }), { zone: 'WIB' }).render(VIEW));

    expect(text.replaceAll('\u00A0', '_')).toBe('09.00_WIB; 09.00–11.30_WIB; 09.00_WIT');
  });

  test('gives way to a field of its name', () => {
    const body = p('{{#each a}}{{nomor}};{{/each}}{{tanggal}}');
    const view = { a: [{ nomor: '800/1' }, {}], tanggal: 'lusa' };

    expect(textOf(compileTemplate(aDocx({ body })).render(view))).toBe('800/1;2;lusa');
  });
});
