import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  checkAgainst,
  checkAgainstData,
} from '../../../../src/documents/word/checking/check-template.ts';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { aDocx, p, table } from '../../../support/docx.ts';

const VIEW = z.object({
  acara: z.string(),
  kendala: z.string().optional(),
  pemohon: z.object({
    nama: z.string(),
    kontak: z.union([z.object({ surel: z.string() }), z.null()]),
  }),
  petugas: z
    .array(z.object({ nama: z.string().nullable(), nip: z.string().default('') }))
    .readonly(),
  catatan: z.array(z.string()),
  lain: z.record(z.string(), z.number()),
  lengkap: z.boolean(),
});

function sentences(body: string, required: readonly string[] = []): string[] {
  return checkAgainst(compileTemplate(aDocx({ body })), VIEW, required).map(
    ({ place, message }) => `${place}: ${message}`,
  );
}

describe('checking a template against its view', () => {
  test('finds nothing wrong with names that there are, wherever they stand', () => {
    const body =
      p(
        '{{acara}} {{#if kendala}}{{kendala}}{{/if}} {{pemohon.kontak.surel}} {{catatan}} {{lain.apa}} {{jumlah petugas}}',
      ) +
      table([
        '{{#each petugas as |o|}}{{nomor}}',
        '{{nama}} {{o.nip}} {{../acara}} {{@root.acara}}{{/each}}',
      ]) +
      p('{{#with pemohon}}{{nama}}{{/with}} {{petugas.length}} {{daftar petugas "nama"}}');

    expect(sentences(body, ['acara', 'petugas.nama', 'pemohon'])).toEqual([]);
  });

  test('suggests the near name, the right case and the way out of a block', () => {
    const body =
      p('{{acra}} {{Acara}} {{pemohon.nma}}') +
      p('{{#each petugas}}{{acara}}{{/each}}') +
      p('{{xyz}}');

    expect(sentences(body)).toEqual([
      'Isi, paragraf 1: Nama "acra" tidak ada. Mungkin maksudnya "acara".',
      'Isi, paragraf 1: Nama "Acara" tidak ada. Tulis "acara": huruf besar dan kecil dibedakan.',
      'Isi, paragraf 1: Nama "nma" tidak ada di dalam "pemohon". Mungkin maksudnya "nama".',
      'Isi, paragraf 2: Nama "acara" tidak ada di dalam "petugas". Nama itu ada di luar blok ini: tulis {{@root.acara}}.',
      'Isi, paragraf 3: Nama "xyz" tidak ada. Yang ada: acara, kendala, pemohon, petugas, catatan, lain, lengkap.',
    ]);
  });

  test('tells lists and groups that are printed, and values that are looped', () => {
    const body =
      p('{{petugas}} {{pemohon}} {{petugas.nama}}') +
      p('{{#each acara}}{{this}}{{/each}}{{#with acara}}x{{/with}}');

    expect(sentences(body)).toEqual([
      'Isi, paragraf 1: "petugas" adalah daftar. Cetak dengan {{#each petugas}} … {{/each}}.',
      'Isi, paragraf 1: "pemohon" adalah kelompok data, bukan satu nilai. Sebut isinya: nama, kontak.',
      'Isi, paragraf 1: "petugas" adalah daftar, jadi "nama" hanya dapat dicetak di dalam {{#each petugas}}.',
      'Isi, paragraf 2: "acara" berisi satu nilai, bukan daftar, jadi tidak dapat diulang dengan {{#each}}.',
      'Isi, paragraf 2: "acara" bukan kelompok data, jadi tidak dapat dipakai dengan {{#with}}.',
    ]);
  });

  test('misses what the document must print, even when it is asked about', () => {
    const body = p('{{#if acara}}x{{/if}}{{#each petugas}}{{nip}}{{/each}}');

    expect(sentences(body, ['acara', 'petugas', 'petugas.nama'])).toEqual([
      'Seluruh templat: "acara" harus tercetak di dokumen ini, tetapi templat tidak mencetaknya. Tambahkan {{acara}}.',
      'Seluruh templat: "petugas.nama" harus tercetak di dokumen ini, tetapi templat tidak mencetaknya. Tambahkan {{petugas.nama}}.',
    ]);
  });

  test('misses what sentences must hang on, until the template asks for it', () => {
    expect(sentences(p('Semua lengkap.'), ['lengkap'])).toEqual([
      'Seluruh templat: Isi dokumen ini harus bergantung pada "lengkap", tetapi templat tidak memakainya. Tulis kalimat yang bergantung padanya di antara {{#if lengkap}} dan {{/if}}, seperti pada templat bawaan.',
    ]);
    expect(sentences(p('{{#if lengkap}}Semua lengkap.{{/if}}'), ['lengkap'])).toEqual([]);
    expect(sentences(p('{{#unless lengkap}}DRAF{{/unless}}'), ['lengkap'])).toEqual([]);
  });

  test('can go by sample data instead', () => {
    const template = compileTemplate(
      aDocx({ body: p('{{acra}}{{#each petugas}}{{nama}}{{/each}}') }),
    );

    const faults = checkAgainstData(template, { acara: 'x', petugas: [{ nama: 'y' }], kosong: [] });

    expect(faults.map(({ message }) => message)).toEqual([
      'Nama "acra" tidak ada. Mungkin maksudnya "acara".',
    ]);
  });

  test('gives the names of a template as paths', () => {
    const template = compileTemplate(
      aDocx({ body: p('{{a.b}}{{#each c}}{{d}}{{../e}}{{nomor}}{{/each}}') }),
    );

    expect(template.fields).toEqual(['a.b', 'c', 'c.d', 'e']);
  });
});
