import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/documents/word/compile-template.ts';
import { TemplateFaultsError } from '../../../src/documents/word/faults/faults.ts';
import { deflated, writeZip } from '../../../src/office-package/write-zip.ts';
import { openZip } from '../../../src/office-package/zip.ts';
import { unpack } from '../../../src/office-package/zip-directory.ts';
import { aDocxWithDrawings, chartParagraph, pictureParagraph } from '../../support/chart-docx.ts';
import { aDocx, p, partNamesOf, partOf, r } from '../../support/docx.ts';
import { related, withParts } from '../../support/package-parts.ts';

const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const VIEW = { acara: 'Rapat & uji', jumlah: 7, petugas: [{ nama: 'Ani' }, { nama: 'Budi' }] };
const MAIN_LINKS = 'word/_rels/document.xml.rels';

/** Whatever kind of part it stands in, no tag is left in the document. */
const filled = (docx: Uint8Array): Uint8Array => {
  const out = compileTemplate(docx).render(VIEW);
  for (const entry of openZip(out).entries)
    expect(unpack(entry).toString('utf8')).not.toContain('{{');
  return out;
};

const faultsOf = (docx: Uint8Array) => {
  try {
    compileTemplate(docx);
  } catch (error) {
    if (error instanceof TemplateFaultsError) return error.faults;
    throw error;
  }
  return [];
};

const property = (name: string, xml: string): Uint8Array =>
  withParts(aDocx({ body: p('a') }), {
    '_rels/.rels': related('rProps', `${name}-properties`, `docProps/${name}.xml`),
    [`docProps/${name}.xml`]: () => xml,
  });

const control = (binding: string, text: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="Judul"/><w:showingPlcHdr/>${binding}<w:text/></w:sdtPr><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`;

const binding = (xpath: string): string =>
  `<w:dataBinding w:xpath="${xpath}" w:storeItemID="{0}"/>`;

describe('tags are filled', () => {
  test('in the properties that a file has besides its title', () => {
    const app = property('extended', '<Properties><Company>Dinas {{acara}}</Company></Properties>');
    const custom = property(
      'custom',
      '<Properties xmlns:vt="v"><property name="a"><vt:lpwstr>{{jumlah}}</vt:lpwstr></property></Properties>',
    );

    expect(partOf(filled(app), 'docProps/extended.xml')).toContain('>Dinas Rapat &amp; uji<');
    expect(partOf(filled(custom), 'docProps/custom.xml')).toContain('>7<');
  });

  test('in the data behind content controls, which lose the tie that would bring the tag back', () => {
    const docx = withParts(
      aDocx({ body: control(binding('/ns0:r[1]/ns0:judul[1]'), '{{acara}}') }),
      {
        [MAIN_LINKS]: related('rData', 'customXml', '../customXml/item1.xml'),
        'customXml/item1.xml': () => '<r xmlns="u"><judul>{{acara}}</judul></r>',
      },
    );

    const out = filled(docx);

    expect(partOf(out)).not.toMatch(/dataBinding|showingPlcHdr/);
    expect(partOf(out)).toContain('Rapat &amp; uji');
    expect(partOf(out, 'customXml/item1.xml')).toContain('<judul>Rapat &amp; uji</judul>');
  });

  test('in equations, in each of their parts', () => {
    const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const math = `<m:oMath ${MATH}><m:f><m:num>${run('{{jum')}${run('lah}}')}</m:num><m:den>${run('2')}</m:den></m:f>${run('{{#if acara}}x{{/if}}')}</m:oMath>`;

    const out = partOf(filled(aDocx({ body: `<w:p>${r('a ')}${math}</w:p>` })));

    expect(out).toMatch(/<m:num>.*>7<.*<\/m:num>/);
    expect(out).toContain('>x</m:t>');
  });

  test('in letters above letters', () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('{{jumlah}}')}</w:rt><w:rubyBase>${r('{{aca')}${r('ra}}', '<w:b/>')}</w:rubyBase></w:ruby></w:r>`;

    expect(partOf(filled(aDocx({ body: `<w:p>${ruby}</w:p>` })))).toMatch(
      /<w:rt>.*>7<.*<\/w:rt><w:rubyBase>.*Rapat &amp; uji.*<\/w:rubyBase>/,
    );
  });

  test('and building blocks stay at the office', () => {
    const docx = withParts(aDocx({ body: p('{{acara}}') }), {
      [MAIN_LINKS]: related('rBlocks', 'glossaryDocument', 'glossary/document.xml'),
      'word/glossary/document.xml': () => '<w:glossaryDocument>{{nama}}</w:glossaryDocument>',
      'word/glossary/_rels/document.xml.rels': () => '<Relationships></Relationships>',
      'word/glossary/styles.xml': () => '<w:styles/>',
    });

    const out = filled(docx);

    expect(partNamesOf(out).filter((name) => name.includes('glossary'))).toEqual([]);
    expect(partOf(out, MAIN_LINKS)).not.toContain('glossary');
  });

  test('and a chart that was taken out of the text goes out of the file', () => {
    const out = filled(aDocxWithDrawings({ body: p('{{acara}}') }));

    expect(partNamesOf(out).filter((name) => name.includes('chart'))).toEqual([]);
  });
});

const pieces = (...texts: string[]): string =>
  texts.map((text) => `<w:r><w:instrText>${text}</w:instrText></w:r>`).join('');
const fieldSign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** Refused: where the tag stands, what is said of it. */
const REFUSED: readonly (readonly [where: string, docx: () => Uint8Array, sentence: RegExp])[] = [
  [
    'a field code that Word has cut',
    () =>
      aDocx({
        body: `<w:p>${fieldSign('begin')}${pieces('IF "{', '{aca', 'ra}}" = "a"')}${fieldSign('end')}</w:p>`,
      }),
    /kode bidang/,
  ],
  [
    'the code of a simple field',
    () =>
      aDocx({
        body: `<w:p><w:fldSimple w:instr=" AUTHOR {{acara}} ">${r('a')}</w:fldSimple></w:p>`,
      }),
    /kode bidang/,
  ],
  [
    'a watermark',
    () =>
      aDocx({
        body: p('a'),
        header:
          '<w:p><w:r><w:pict><v:shape><v:textpath string="{{acara}}"/></v:shape></w:pict></w:r></w:p>',
      }),
    /tanda air \(watermark\)/,
  ],
  [
    'a file that is joined in later',
    () =>
      withParts(aDocx({ body: `<w:altChunk r:id="rChunk"/>${p('a')}` }), {
        [MAIN_LINKS]: related('rChunk', 'aFChunk', 'chunk.html'),
        'word/chunk.html': () => '<p>{{acara}}</p>',
      }),
    /altChunk/,
  ],
  [
    'the name of a content control',
    () =>
      aDocx({
        body: `<w:sdt><w:sdtPr><w:tag w:val="{{acara}}"/></w:sdtPr><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`,
      }),
    /kontrol isian/,
  ],
  [
    'an equation whose brackets Word has built up',
    () => {
      const braces = (inner: string): string =>
        `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val="}"/></m:dPr><m:e>${inner}</m:e></m:d>`;
      const math = `<m:oMath ${MATH}>${braces(braces('<m:r><m:t>jumlah</m:t></m:r>'))}</m:oMath>`;
      return aDocx({ body: `<w:p>${math}</w:p>` });
    },
    /persamaan/,
  ],
  [
    'a control that shows a property with a tag, but not the tag',
    () =>
      withParts(aDocx({ body: control(binding('/a:Properties[1]/a:Company[1]'), 'Contoh') }), {
        '_rels/.rels': related('rApp', 'extended-properties', 'docProps/app.xml'),
        'docProps/app.xml': () => '<Properties><Company>{{acara}}</Company></Properties>',
      }),
    /Kontrol isian "Judul" menampilkan nilai/,
  ],
  [
    'a variable of the document',
    () =>
      withParts(aDocx({ body: p('a') }), {
        [MAIN_LINKS]: related('rSettings', 'settings', 'settings.xml'),
        'word/settings.xml': () => '<w:settings><w:docVar w:val="{{acara}}"/></w:settings>',
      }),
    /bagian berkas/,
  ],
  [
    'the text of a numbering',
    () =>
      withParts(aDocx({ body: p('a') }), {
        [MAIN_LINKS]: related('rList', 'numbering', 'numbering.xml'),
        'word/numbering.xml': () =>
          '<w:numbering><w:abstractNum><w:lvl><w:lvlText w:val="&#123;{acara}} %1"/></w:lvl></w:abstractNum></w:numbering>',
      }),
    /bagian berkas/,
  ],
  [
    'a drawn picture',
    () =>
      withParts(aDocx({ body: p('a') }), {
        'word/media/image1.svg': () => '<svg><text>{<tspan>{acara}}</tspan></text></svg>',
      }),
    /dalam gambar/,
  ],
  [
    'letters of an old drawing',
    () =>
      withParts(aDocx({ body: p('a') }), {
        'word/media/image1.emf': () => Buffer.from('\u0001\u0002{{acara}}\u0003', 'utf16le'),
      }),
    /dalam gambar/,
  ],
  [
    'an embedded workbook',
    () =>
      withParts(aDocx({ body: p('a') }), {
        'word/embeddings/buku.xlsx': () =>
          writeZip([deflated('xl/sharedStrings.xml', '<sst><si><t>{{acara}}</t></si></sst>')]),
      }),
    /disematkan/,
  ],
  [
    'a picture’s own name, beside its key',
    () =>
      aDocxWithDrawings({
        body: pictureParagraph('{{gambar logo}}').replace('name="Gambar 1"', 'name="{{acara}}"'),
      }),
    /ada tag lain/,
  ],
  [
    'a text box in a picture that is filled',
    () =>
      aDocxWithDrawings({
        body: pictureParagraph('{{gambar logo}}').replace(
          '</pic:pic>',
          `</pic:pic><wps:txbx><w:txbxContent>${p('{{acara}}')}</w:txbxContent></wps:txbx>`,
        ),
      }),
    /tempat yang tidak dapat diisi/,
  ],
  [
    'an element that nobody knows',
    () =>
      aDocx({ body: `<w:p><w:r><w:asing><w:t>{</w:t><w:t>{acara}}</w:t></w:asing></w:r></w:p>` }),
    /tidak dapat diisi/,
  ],
  [
    'the address of a picture',
    () =>
      withParts(aDocx({ body: p('a') }), {
        'word/charts/_rels/lain.xml.rels': () =>
          '<Relationships><Relationship Id="a" Target="https://contoh.go.id/%7B%7Bacara%7D%7D"/></Relationships>',
      }),
    /bagian berkas/,
  ],
];

describe('a template is refused with a tag in', () => {
  test.each(REFUSED)('%s', (_, docx, sentence) => {
    const faults = faultsOf(docx());

    expect(faults.map(({ message }) => message).join('\n')).toMatch(sentence);
    expect(faults).toHaveLength(1);
  });
});

describe('a chart that became a picture', () => {
  const named = (name: string): Uint8Array =>
    aDocxWithDrawings({ body: pictureParagraph('').replace('name="Gambar 1"', `name="${name}"`) });

  test.each(['Chart 3', 'Grafik 12', 'grafikBulan'])('is refused by its name "%s"', (name) => {
    expect(faultsOf(named(name))[0]?.message).toMatch(/sudah menjadi gambar/);
  });

  test.each(['Gambar 1', 'Grafika Logo', 'Bagan alur'])('is not seen in "%s"', (name) => {
    expect(faultsOf(named(name))).toEqual([]);
  });

  test('is still a chart where it has its key', () => {
    expect(faultsOf(aDocxWithDrawings({ body: chartParagraph('{{grafik permohonan}}') }))).toEqual(
      [],
    );
  });
});
