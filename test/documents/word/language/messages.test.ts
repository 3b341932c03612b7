import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkAgainst } from '../../../../src/documents/word/checking/check-template.ts';
import { compileTemplate } from '../../../../src/documents/word/compile-template.ts';
import { TemplateFaultsError } from '../../../../src/documents/word/faults/faults.ts';
import { conditionOf } from '../../../../src/documents/word/language/conditions.ts';
import { aDocx, p, table } from '../../../support/docx.ts';

const faultsOf = (body: string): string[] => {
  try {
    compileTemplate(aDocx({ body }));
  } catch (error) {
    if (error instanceof TemplateFaultsError) return error.faults.map(({ message }) => message);
    throw error;
  }
  return [];
};

describe('a condition that was typed with signs', () => {
  test.each([
    ['status = "Selesai"', '(eq status "Selesai")'],
    ['status=="Selesai"', '(eq status "Selesai")'],
    ['status = Selesai', '(eq status "Selesai")'],
    ['(status === "a = b")', '(eq status "a = b")'],
    ['jumlah > 3', '(gt jumlah 3)'],
    ['jumlah>=3', '(gte jumlah 3)'],
    ['jumlah < batas', '(lt jumlah batas)'],
    ['jumlah ≤ 3', '(lte jumlah 3)'],
    ['status != "a"', '(ne status "a")'],
    ['status <> "a"', '(ne status "a")'],
    ['!lengkap', '(not lengkap)'],
    ['not lengkap', '(not lengkap)'],
    ['tidak lengkap', '(not lengkap)'],
    ['a && !b', '(and a (not b))'],
    ['a dan b', '(and a b)'],
    ['jumlah > 3 atau lengkap', '(or (gt jumlah 3) lengkap)'],
  ])('such as %s is told as %s', (typed, written) => {
    expect(conditionOf(typed)).toBe(written);
  });

  test.each(['lengkap', '(eq a "b")', 'a includeZero=true', '(and a b)', '(gt (jumlah a) 3)'])(
    'is not seen in %s',
    (typed) => {
      expect(conditionOf(typed)).toBeUndefined();
    },
  );

  test.each([
    ['{{#if status = "Selesai"}}a{{else}}b{{/if}}', '{{#if (eq status "Selesai")}}'],
    ['{{#unless jumlah > 3}}a{{/unless}}', '{{#unless (gt jumlah 3)}}'],
    ['{{#if a}}a{{else if b = 2}}b{{else}}c{{/if}}', '{{else if (eq b 2)}}'],
    ['{{#if !a}}a{{/if}}', '{{#if (not a)}}'],
  ])('%s has one fault, which says how it is written', (typed, written) => {
    const faults = faultsOf(p(typed));

    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(written);
  });
});

describe('a fault in a block', () => {
  test.each([
    p('{{#petugas}}a{{/if}}'),
    p('{{if lengkap}}a{{/if}}'),
    p('{{#if lengkap}}a{{end}}'),
    p('{{#if lengkap}}a{{/status}}'),
    p('{{#each a b}}') + p('{{this}}') + p('{{/each}}'),
    table(['{{#each petugas.}}{{nama}}', '{{/each}}']),
  ])('is told once: %#', (body) => {
    expect(faultsOf(body)).toHaveLength(1);
  });
});

describe('the sentence about', () => {
  test('a picture or a chart that was written as text says where its key belongs', () => {
    expect(faultsOf(p('{{gambar logo}}'))).toEqual([
      '"{{gambar logo}}" tidak ditulis sebagai teks, melainkan sebagai teks alternatif. Sisipkan gambarnya (Insert, Pictures), klik kanan, Edit Alt Text, lalu isi dengan {{gambar logo}}.',
    ]);
    expect(faultsOf(p('{{grafik perBulan}}'))[0]).toMatch(/Insert, Chart.*\{\{grafik perBulan\}\}/);
  });

  test.each(['«nama»', '[[nama]]', '<<nama>>'])('%s says how a tag is written', (typed) => {
    expect(faultsOf(p(`Yth. ${typed} di tempat`))).toEqual([
      `"${typed}" bukan tag, sehingga akan tercetak apa adanya. Tulis {{nama}}.`,
    ]);
  });

  test('such signs around no name is none', () => {
    expect(faultsOf(p('a << b, [[1]], «{{isiAtau a «b»}}», 2 >> 1'))).toEqual([]);
  });
});

describe('a name that there is only elsewhere', () => {
  const schema = z.object({
    acara: z.string(),
    pemohon: z.object({ kontak: z.object({ surel: z.string() }) }),
    petugas: z.array(
      z.object({ nama: z.string(), tugas: z.array(z.object({ uraian: z.string() })) }),
    ),
    alat: z.array(z.object({ nama: z.string() })),
  });
  const sentences = (body: string): string[] =>
    checkAgainst(compileTemplate(aDocx({ body: p(body) })), schema).map(({ message }) => message);

  test('in a list is told with the list, in several with each', () => {
    expect(sentences('{{nama}}')).toEqual([
      'Nama "nama" tidak ada. Nama itu ada di dalam daftar "petugas": cetak di antara {{#each petugas}} dan {{/each}}. Nama itu ada di dalam daftar "alat": cetak di antara {{#each alat}} dan {{/each}}.',
    ]);
  });

  test('in a list of a list, or in a group, is told with the way to it', () => {
    expect(sentences('{{uraian}}')[0]).toContain('{{#each petugas}} {{#each tugas}}');
    expect(sentences('{{surel}}')[0]).toContain('tulis {{pemohon.kontak.surel}}');
  });
});

describe('a chart that the document must show', () => {
  const schema = z.object({
    grafik1: z.object({ categories: z.array(z.string()), series: z.array(z.unknown()) }),
  });

  test('and that is not in the template is told, also where its figures are printed as text', () => {
    const template = compileTemplate(aDocx({ body: p('{{grafik1.categories}}') }));

    expect(checkAgainst(template, schema, ['grafik1']).map(({ message }) => message)).toEqual([
      expect.stringMatching(/Grafik "grafik1" harus ada.*gambar biasa.*\{\{grafik grafik1\}\}/),
    ]);
  });
});
