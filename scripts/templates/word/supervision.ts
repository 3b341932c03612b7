/** What supervisors did and see: who checked and approved, which edition this one replaces, and where the e-office signs. */
import type { Paragraph, Table } from 'docx';
import { signature } from './signatures.ts';
import { facts } from './tables.ts';
import { styled, tag } from './text.ts';

/** Names the approved edition that this one replaces, and what changed since. */
export const replacedNotice = (): readonly Paragraph[] => [
  tag('#if edisiSebelumnya'),
  styled(
    'TandaDraf',
    '*EDISI BARU.* Menggantikan {{edisiSebelumnya}}. Yang berubah: {{#each perubahan}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.',
  ),
  tag('/if'),
];

/** The signature, by pen or by the e-office, which fills `${…}`. */
export const officeSignature = (width: number, day: string): (Paragraph | Table)[] =>
  signature({
    width,
    lead: [`{{kota}}, {{#if tandaTanganElektronik}}\${tanggal_naskah}{{else}}${day}{{/if}}`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
    signed: '{{#if tandaTanganElektronik}}${ttd_pengirim}{{/if}}',
  });

/** The number that the e-office gives. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
export const officeNumber = 'Nomor: ${nomor_naskah}';

export const supervision = (width: number): readonly (Paragraph | Table)[] => [
  styled('Catatan', 'Pengawasan berjenjang', {
    keepNext: true,
    spacing: { before: 240, after: 40 },
  }),
  facts(width, [
    [
      'Diperiksa oleh',
      '{{isiAtau diperiksa.nama "BELUM DIPERIKSA"}}{{#if diperiksa.tanggal}}, {{tanggal diperiksa.tanggal}}{{/if}}',
    ],
    [
      'Disetujui oleh',
      '{{isiAtau disetujui.nama "BELUM DISETUJUI"}}{{#if disetujui.tanggal}}, {{tanggal disetujui.tanggal}}{{/if}}',
    ],
  ]),
];
