import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { TemplateFaultsError } from '../../../src/documents/word/faults/faults.ts';
import { deflated, writeZip } from '../../../src/office-package/write-zip.ts';
import { openZip } from '../../../src/office-package/zip.ts';
import { aDocxWithDrawings, chartParagraph, pictureParagraph } from '../../support/chart-docx.ts';
import { aDocx, p, partOf, r, table, textOf } from '../../support/docx.ts';

const LINKS = 'word/_rels/document.xml.rels';

const VIEW = {
  acara: 'Rapat',
  mulai: '2026-11-23',
  lengkap: true,
  status: 'Selesai',
  petugas: [{ nama: 'Ani' }, { nama: 'Budi' }],
};

/** Refused: what was typed, and what the sentence says. */
const REFUSED: readonly (readonly [
  mistake: string,
  body: string,
  sentence: RegExp,
  place?: string,
])[] = [
  ['one closing brace', p('Acara {{acara} di'), /satu kurung kurawal\. Tutup dengan dua/],
  ['one opening brace', p('Acara {acara}} di'), /dibuka dengan satu kurung/],
  ['single braces', p('Acara {acara} di'), /"\{acara\}" ditulis dengan satu kurung/],
  ['a space between braces', p('Acara { {acara} }'), /ada spasi/],
  ['no closing braces', p('Acara {{acara di'), /tidak ditutup dengan "}}"/],
  ['closing braces alone', p('Acara }} di'), /tanpa "\{\{" sebelumnya/],
  [
    'a tag over two cells',
    table(['{{aca', 'ra}}']),
    /tidak ditutup dengan "}}"/,
    'Isi, tabel 1, baris 1, kolom 1',
  ],
  ['a tag over two paragraphs', p('{{aca') + p('ra}}'), /tidak ditutup dengan "}}"/],
  ['three braces', p('{{{acara}}}'), /Tiga kurung kurawal/],
  ['one brace too many', p('{{acara}}}'), /ditutup dengan tiga kurung/],
  ['an ampersand', p('{{&acara}}'), /tidak boleh dipakai/],
  ['a partial', p('{{> kop}}'), /tidak boleh dipakai/],
  ['a decorator', p('{{* inline}}'), /tidak boleh dipakai/],
  ['a block partial', p('{{#> kop}}{{/kop}}'), /tidak boleh dipakai/],
  ['lookup', p('{{lookup petugas 0}}'), /"lookup" tidak boleh/],
  ['a prototype', p('{{acara.constructor}}'), /"constructor" tidak boleh/],
  ['an empty tag', p('{{ }}'), /kosong/],
  ['a name with a space', p('{{nama kegiatan}}'), /tanpa spasi/],
  ['a misspelt helper', p('{{tangal mulai}}'), /Mungkin maksudnya "tanggal"/],
  ['a helper with too much', p('{{tanggal mulai selesai}}'), /ditulis \{\{tanggal mulai\}\}/],
  ['a helper with too little', p('{{isiAtau acara}}'), /ditulis \{\{isiAtau/],
  ['a helper with an option', p('{{tanggal mulai gaya="x"}}'), /tidak mengenal "gaya="/],
  [
    'an unclosed loop',
    p('{{#each petugas}}') + p('{{nama}}'),
    /tidak ditutup\. Tambahkan \{\{\/each\}\}/,
  ],
  ['a closer alone', p('{{/if}}'), /tidak pernah dibuka/],
  [
    'the wrong closer',
    p('{{#if lengkap}}') + p('a') + p('{{/each}}') + p('{{/if}}'),
    /tidak cocok dengan pembuka/,
  ],
  [
    'crossed blocks',
    p('{{#if lengkap}}{{#each petugas}}a{{/if}}{{/each}}'),
    /tidak ditutup|tidak pernah dibuka/,
  ],
  ['else alone', p('{{else}}'), /di luar \{\{#if/],
  ['two elses', p('{{#if lengkap}}a{{else}}b{{else}}c{{/if}}'), /setelah \{\{else\}\} terakhir/],
  ['an unknown block', p('{{#petugas}}a{{/petugas}}'), /tidak dikenal/],
  ['a block without a name', p('{{#if}}a{{/if}}'), /belum menyebut nama/],
  ['a block with two names', p('{{#if lengkap benar}}a{{/if}}'), /lebih dari satu hal/],
  [
    'a comparison by sign',
    p('{{#if status="Selesai"}}a{{/if}}'),
    /kata, bukan dengan tanda: \{\{#if \(eq status "Selesai"\)\}\}/,
  ],
  [
    'a comparison by two signs',
    p('{{#if status == "Selesai"}}a{{/if}}'),
    /\{\{#if \(eq status "Selesai"\)\}\}/,
  ],
  ['if without its sign', p('{{if lengkap}}a{{/if}}'), /kurang tanda pagar/],
  ['end instead of a closer', p('{{#if lengkap}}a{{end}}'), /Tutup dengan \{\{\/if\}\}/],
  [
    'else with each',
    p('{{#if lengkap}}a{{else each petugas}}b{{/if}}'),
    /Setelah else hanya boleh if/,
  ],
  ['an open quote', p('{{isiAtau acara "x}}'), /Tanda kutip .* tidak berpasangan/],
  ['an open bracket', p('{{tanggal (isiAtau mulai "x"}}'), /Tanda kurung .* tidak berpasangan/],
  ['a comma', p('{{acara, mulai}}'), /tidak dapat dibaca/],
  ['a turn outside a loop', p('{{@index}}'), /hanya dapat dipakai di dalam \{\{#each/],
  [
    'a turn that there is not',
    p('{{#each petugas}}{{@odd}}{{/each}}'),
    /tidak dikenal\. Yang ada: @nomor/,
  ],
  ['too many steps up', p('{{../acara}}'), /lebih banyak daripada blok/],
  [
    'a block that begins in a sentence',
    p('Ada {{#if lengkap}} semua') + p('{{/if}}'),
    /di tengah kalimat/,
  ],
  [
    'a block that begins in a table and ends outside',
    table(['{{#if lengkap}}']) + p('{{/if}}'),
    /di luar tabel itu/,
  ],
  [
    'a loop in the middle of a row',
    table(['{{acara}}', '{{#each petugas}}{{nama}}'], ['a', '{{/each}}']),
    /di tengah baris tabel/,
  ],
  [
    'a row loop behind another tag',
    table(['{{acara}}', '{{#each petugas}}', '{{nama}}{{/each}}']),
    /sebelum tag lain di baris itu/,
  ],
  ['a row cut by else', table(['{{#if lengkap}}a', '{{else}}b', '{{/if}}']), /tidak dapat dibelah/],
  ['a block over a text box', box('{{#if lengkap}}') + p('{{/if}}'), /tidak ditutup/],
  [
    'a tag in a field code',
    `<w:p><w:r><w:instrText>HYPERLINK "{{acara}}"</w:instrText></w:r></w:p>`,
    /kode bidang/,
  ],
  [
    'a block that cuts a field',
    `<w:p>${field('begin')}${r('{{#if lengkap}}')}${field('end')}${r('a{{/if}}')}</w:p>`,
    /memotong bidang/,
  ],
  ['an unclosed comment', p('{{!-- catatan'), /Catatan .* tidak ditutup/],
];

function box(text: string): string {
  return `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
}

function field(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

/** Read as meant, because it can mean one thing only. */
const READ_AS_MEANT: readonly (readonly [slip: string, body: string, printed: string])[] = [
  ['curly quotes', p('{{isiAtau kosong “belum”}}'), 'belum'],
  ['single curly quotes', p('{{#if (eq status ‘Selesai’)}}ya{{/if}}'), 'ya'],
  ['hard spaces', p('{{#if\u00A0lengkap}}ya{{/if}}'), 'ya'],
  ['invisible marks', p('{{\u200Bacara\uFEFF}}'), 'Rapat'],
  ['spaces around', p('{{  acara  }} {{ #if lengkap }}ya{{ /if }}'), 'Rapat ya'],
  ['capitals in block words', p('{{#If lengkap}}ya{{Else}}tidak{{/IF}}'), 'ya'],
  [
    'a line break in a tag',
    `<w:p>${r('{{tanggal')}<w:r><w:br/></w:r>${r('mulai}}')}</w:p>`,
    '23\u00A0November\u00A02026',
  ],
  ['a tag half bold', `<w:p>${r('{{ac')}${r('ara}}', '<w:b/>')}</w:p>`, 'Rapat'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, as typed
  ['tokens of the e-office', p('${nama} ${ttd_pengirim}'), '${nama} ${ttd_pengirim}'],
  ['comments', p('a{{! satu }}b{{!-- {{dua}} --}}c'), 'abc'],
  ['braces that are no tag', p('Himpunan {1, 2}'), 'Himpunan {1, 2}'],
];

describe('a template', () => {
  for (const [mistake, body, sentence, place] of REFUSED) {
    test(`with ${mistake} is refused in words that say what to write`, () => {
      const faults = faultsOf(aDocx({ body }));

      expect(faults.map(({ message }) => message).join('\n')).toMatch(sentence);
      if (place !== undefined) expect(faults[0]?.place).toBe(place);
    });
  }

  for (const [slip, body, printed] of READ_AS_MEANT) {
    test(`with ${slip} is read as it was meant`, () => {
      expect(textOf(compileTemplate(aDocx({ body })).render(VIEW))).toBe(printed);
    });
  }

  test('tells all its mistakes at once, each with its place and the words nearby', () => {
    const docx = aDocx({
      header: p('Dinas {{nama'),
      footer: p('{{> kaki}}'),
      body: p('Acara {{acara} ini') + table(['a'], ['Hari {{tangal mulai}} itu']),
    });

    expect(faultsOf(docx).map(({ place, near }) => [place, near])).toEqual([
      ['Isi, paragraf 1', 'Acara {{acara} ini'],
      ['Isi, tabel 1, baris 2, kolom 1', 'Hari {{tangal mulai}} itu'],
      ['Kepala surat', 'Dinas {{nama'],
      ['Kaki surat', '{{> kaki}}'],
    ]);
  });

  test('with a chart that lost its key is refused', () => {
    const docx = aDocxWithDrawings({ body: chartParagraph('') });

    expect(faultsOf(docx)[0]?.message).toMatch(/kehilangan kuncinya/);
  });

  test('with tags in a diagram, or a chart of a kind that cannot be filled, is refused', () => {
    const withPart = (name: string, content: string): Uint8Array =>
      aDocx({ body: p('a'), parts: [{ name, content }] });

    expect(faultsOf(withPart('word/diagrams/data1.xml', '<a><b>{{acara}}</b></a>'))[0]?.place).toBe(
      'Diagram (SmartArt)',
    );
    expect(faultsOf(withPart('word/charts/chartEx1.xml', '<a/>'))[0]?.message).toMatch(
      /Jenis grafik/,
    );
  });

  test('with a tag in the address of a link is refused', () => {
    const docx = aDocx({ body: p('a') });
    const links = partOf(docx, LINKS).replace(
      '</Relationships>',
      '<Relationship Id="x" Type="hyperlink" Target="https://%7B%7Balamat%7D%7D/" TargetMode="External"/></Relationships>',
    );
    const changed = writeZip(
      openZip(docx).entries.map((entry) => (entry.name === LINKS ? deflated(LINKS, links) : entry)),
    );

    expect(faultsOf(changed)[0]?.message).toMatch(/Alamat tautan/);
  });

  test('with a chart in a loop, or a key on the wrong thing, is refused', () => {
    const looped = p('{{#each a}}') + chartParagraph('{{grafik x}}') + p('{{/each}}');

    expect(faultsOf(aDocxWithDrawings({ body: looped }))[0]?.message).toMatch(/di dalam \{\{#each/);
    expect(
      faultsOf(aDocxWithDrawings({ body: pictureParagraph('{{grafik x}}') }))[0]?.message,
    ).toMatch(/tidak berada pada grafik/);
    expect(
      faultsOf(aDocxWithDrawings({ body: pictureParagraph('Logo {{instansi}}') }))[0]?.message,
    ).toMatch(/teks alternatif/);
  });
});

describe('a file that is no template', () => {
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['nothing', new Uint8Array(), /kosong/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /bukan dokumen Word/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['an RTF file', Buffer.from('{\\rtf1 }'), /RTF/],
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), /Word lama/],
    [
      'a locked file',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /kata sandi/,
    ],
    ['half a file', aDocx({ body: p('a') }).slice(0, 900), /rusak atau terpotong/],
    ['a zip of something else', writeZip([deflated('a.txt', 'a')]), /bukan dokumen Word/],
    ['a .dotx', aDocx({ body: p('a'), mainType: `${wordType}.template.main+xml` }), /\.dotx/],
    [
      'a .docm',
      aDocx({ body: p('a'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      /makro/,
    ],
    ['broken XML', aDocx({ body: '<w:p><w:r></w:p>' }), /rusak \(XML/],
    ['a document type', aDocx({ body: '<!DOCTYPE a>' }), /rusak \(XML/],
  ];

  for (const [name, bytes, sentence] of files) {
    test(`such as ${name} is refused with what to do`, () => {
      expect(faultsOf(bytes)).toEqual([
        { place: 'Berkas templat', message: expect.stringMatching(sentence) },
      ]);
    });
  }
});

function faultsOf(bytes: Uint8Array) {
  try {
    compileTemplate(bytes);
  } catch (error) {
    if (error instanceof TemplateFaultsError) return error.faults;
    throw error;
  }
  return [];
}
