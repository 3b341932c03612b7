import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { notCalculated } from '../../../../src/core/sheet/snapshot.ts';
import { buildXlsx, packXlsx, xlsxParts } from '../../../support/xlsx.ts';
import { aFixedEdit, describeWorkbook, locateByFirstColumn } from '../../workbook-contract.ts';
import { aFolder, aWorkbookFile } from './a-workbook-file.ts';

describeWorkbook('a local workbook', async (tabs) => aWorkbookFile(buildXlsx(tabs)).workbook);

const oneTab = [
  {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Isi'],
      ['a', 'lama'],
    ],
  },
];
const oneEdit = [aFixedEdit([2, 2], { was: 'lama', becomes: 'baru' })];

/** A workbook whose only sheet has this markup between `<worksheet>` and `</worksheet>`. */
const withSheet = (inside: string, others: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts = xlsxParts([{ name: 'Permohonan', rows: [] }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = parts[sheet]?.replace(/<sheetData>.*<\/sheetData>/, inside) ?? '';
  return packXlsx({ ...parts, [sheet]: xml, ...others });
};

const sheetText = (path: string, part = 'xl/worksheets/sheet1.xml'): string =>
  partsOf(path)[part] ?? '';

const partsOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

describe('reading a local workbook', () => {
  test('tells a formula that nobody has calculated from an empty cell, and knows what a link would show', async () => {
    const parts = xlsxParts([{ name: 'Permohonan', rows: [['Kunci']] }]);
    const cells = [
      '<c r="A2"><f>SUM(B1:B9)</f><v></v></c>',
      '<c r="B2"><f>HYPERLINK("Laporan/a.docx","Laporan ""A"" &amp; B")</f></c>',
      '<c r="C2" t="str"><f>IF(FALSE,"x","")</f><v></v></c>',
    ];
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = parts[sheet]?.replace(
      '</sheetData>',
      `<row r="2">${cells.join('')}</row></sheetData>`,
    );

    const { workbook } = aWorkbookFile(packXlsx({ ...parts, [sheet]: xml ?? '' }));

    const [tab] = (await workbook.read()).tabs;
    expect(tab?.rows[1]).toEqual([notCalculated, 'Laporan "A" & B']);
  });

  test('takes runs of rich text together and leaves phonetic hints out', async () => {
    const strings =
      '<sst><si><r><t>Rapat </t></r><r><t>kerja</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';
    const { workbook } = aWorkbookFile(
      withSheet('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', {
        'xl/sharedStrings.xml': strings,
      }),
    );

    expect((await workbook.read()).tabs[0]?.rows).toEqual([['Rapatkerja']]);
  });

  test('reads cells and rows that do not say where they stand', async () => {
    const { workbook } = aWorkbookFile(
      withSheet(
        '<sheetData><row/><row><c><v>1</v></c><c r="D2"><v>2</v></c><c><v>3</v></c></row></sheetData>',
      ),
    );

    expect((await workbook.read()).tabs[0]?.rows).toEqual([[], [1, '', '', 2, 3]]);
  });

  test('reads errors and computed texts as text, and CDATA as it is', async () => {
    const { workbook } = aWorkbookFile(
      withSheet(
        '<sheetData><row><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"&lt;/row&gt;"</f><v>a &amp; b</v></c><c t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c></row></sheetData>',
      ),
    );

    expect((await workbook.read()).tabs[0]?.rows).toEqual([['#N/A', 'a & b', '</row>']]);
  });

  test('reads a workbook whose elements carry a prefix', async () => {
    const parts = xlsxParts(oneTab);
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        name.endsWith('.rels') || name.startsWith('[')
          ? xml
          : xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x='),
      ]),
    );
    const { workbook } = aWorkbookFile(packXlsx(prefixed));

    expect(await workbook.write(oneEdit, locateByFirstColumn)).toEqual(['written']);
    expect((await workbook.read()).tabs[0]?.rows[1]).toEqual(['a', 'baru']);
  });

  test('counts days from 1900 in a workbook that counts from 1904', async () => {
    const parts = xlsxParts([{ name: 'Permohonan', rows: [] }]);
    const { workbook, path } = aWorkbookFile(
      packXlsx({
        ...parts,
        'xl/workbook.xml':
          parts['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? '',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c s="1"><v>44865.25</v></c><c><v>44865</v></c></row></sheetData></worksheet>',
      }),
    );

    expect((await workbook.read()).tabs[0]?.rows).toEqual([[46327.25, 44865]]);
    await workbook.write(
      [
        aFixedEdit([1, 1], {
          was: 46327.25,
          becomes: { kind: 'serial', serial: 46328.5, show: 'moment' },
        }),
      ],
      locateByFirstColumn,
    );
    expect(sheetText(path)).toContain('<c s="1"><v>44866.5</v></c>');
    expect((await workbook.read()).tabs[0]?.rows).toEqual([[46328.5, 44865]]);
  });

  test('spends nothing on a million rows that are merely formatted', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`,
    );
    const { workbook } = aWorkbookFile(withSheet(`<sheetData>${rows.join('')}</sheetData>`));

    expect((await workbook.read()).tabs[0]?.rows).toEqual([]);
  });
});

describe('writing a local workbook', () => {
  test('changes no byte of the sheet but our cell', async () => {
    const { workbook, path } = aWorkbookFile(
      withSheet(
        '<dimension ref="A1:B2"/><cols><col min="3" max="3" style="1"/></cols><sheetData><row r="2" spans="1:2"><c r="A2" s="1"/><c r="B2" s="1" t="str"><f>1+1</f><v>lama</v></c></row></sheetData><pageMargins left="0.7"/>',
      ),
    );
    const before = sheetText(path);

    await workbook.write(
      [
        aFixedEdit([2, 2], { was: 'lama', becomes: 'baru' }),
        aFixedEdit([2, 3], { becomes: 3 }),
        aFixedEdit([4, 1], { becomes: true }),
      ],
      locateByFirstColumn,
    );

    expect(sheetText(path)).toBe(
      before
        .replace('A1:B2', 'A1:C4')
        .replace('1:2"><c', '1:3"><c')
        .replace(
          't="str"><f>1+1</f><v>lama</v></c>',
          't="inlineStr"><is><t xml:space="preserve">baru</t></is></c><c r="C2" s="1"><v>3</v></c>',
        )
        .replace(
          '</row></sheetData>',
          '</row><row r="4"><c r="A4" t="b"><v>1</v></c></row></sheetData>',
        ),
    );
  });

  test('makes links that can be clicked, and plain text of one that is no address', async () => {
    const { workbook, path } = aWorkbookFile(withSheet('<sheetData/>'));
    const link = (url: string): { kind: 'link'; url: string; text: string } => ({
      kind: 'link',
      url,
      text: 'Buka "a"',
    });

    await workbook.write(
      [
        aFixedEdit([1, 1], { becomes: link('a%20b.docx') }),
        aFixedEdit([1, 2], { becomes: link('x y'.repeat(100)) }),
      ],
      locateByFirstColumn,
    );

    expect(sheetText(path)).toContain(
      '<c r="A1" t="str"><f>HYPERLINK(&quot;a%20b.docx&quot;,&quot;Buka &quot;&quot;a&quot;&quot;&quot;)</f><v>Buka &quot;a&quot;</v></c><c r="B1" t="inlineStr">',
    );
  });

  test('gives a day a date format once, and keeps one that is there', async () => {
    const { workbook, path } = aWorkbookFile(
      withSheet('<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>'),
    );
    const day = { kind: 'serial', serial: 46327, show: 'day' } as const;

    await workbook.write(
      [1, 2, 3].map((column) => aFixedEdit([1, column], { becomes: day })),
      locateByFirstColumn,
    );

    expect(sheetText(path)).toContain(
      '<c r="A1" s="1"><v>46327</v></c><c r="B1" s="2"><v>46327</v></c><c r="C1" s="2">',
    );
    expect(sheetText(path, 'xl/styles.xml')).toMatch(
      /formatCode="dd\/mm\/yyyy"\/><\/numFmts>.*<cellXfs count="3">.*numFmtId="165"/s,
    );
  });

  test.each([
    [
      'inside a merge',
      '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
      '',
    ],
    [
      'that heads a shared formula',
      '<sheetData><row r="2"><c r="B2"><f t="shared" ref="B2:B9" si="0">1</f><v>1</v></c></row></sheetData>',
      1,
    ],
    [
      'of an array formula',
      '<sheetData><row r="1"><c r="B1"><f t="array" ref="B1:B3">X</f><v>1</v></c></row></sheetData>',
      '',
    ],
  ])('fails on a cell %s', async (_, inside, was) => {
    const { workbook, path } = aWorkbookFile(withSheet(inside));
    const before = readFileSync(path);

    expect(
      await workbook.write([aFixedEdit([2, 2], { was, becomes: 'x' })], locateByFirstColumn),
    ).toEqual(['failed']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('fails on text that a cell would cut, and on numbers that are none', async () => {
    const { workbook } = aWorkbookFile(withSheet('<sheetData/>'));

    const outcomes = await workbook.write(
      [
        aFixedEdit([1, 1], { becomes: 'x'.repeat(32_768) }),
        aFixedEdit([1, 2], { becomes: Number.NaN }),
        aFixedEdit([1, 3], { becomes: 'x'.repeat(32_767) }),
      ],
      locateByFirstColumn,
    );

    expect(outcomes).toEqual(['failed', 'failed', 'written']);
  });

  test('drops the chain of calculation with a formula that it overwrites, and has the others computed', async () => {
    const parts = xlsxParts([{ name: 'Permohonan', rows: [] }]);
    const { workbook, path } = aWorkbookFile(
      packXlsx({
        ...parts,
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><f>2</f><v>2</v></c></row></sheetData></worksheet>',
        'xl/calcChain.xml': '<calcChain><c r="A1" i="1"/></calcChain>',
        'xl/_rels/workbook.xml.rels':
          parts['xl/_rels/workbook.xml.rels']?.replace(
            '</Relationships>',
            '<Relationship Id="c" Type="http://x/relationships/calcChain" Target="/xl/calcChain.xml"/></Relationships>',
          ) ?? '',
        '[Content_Types].xml':
          parts['[Content_Types].xml']?.replace(
            '</Types>',
            '<Override PartName="/xl/calcChain.xml" ContentType="a.calcChain+xml"/></Types>',
          ) ?? '',
      }),
    );

    await workbook.write([aFixedEdit([1, 2], { was: 2, becomes: 5 })], locateByFirstColumn);

    const after = partsOf(path);
    expect(after['xl/calcChain.xml']).toBeUndefined();
    expect(after['[Content_Types].xml']).toBe(parts['[Content_Types].xml']);
    expect(after['xl/_rels/workbook.xml.rels']).toBe(parts['xl/_rels/workbook.xml.rels']);
    expect(after['xl/workbook.xml']).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  });

  test('does not touch the file when every cell already holds what it should', async () => {
    const { workbook, path } = aWorkbookFile(buildXlsx(oneTab));
    const edits = [
      aFixedEdit([1, 3], { becomes: { kind: 'link', url: 'u', text: 't' } as const }),
      aFixedEdit([1, 4], { becomes: { kind: 'serial', serial: 5, show: 'day' } as const }),
    ];
    await workbook.write(edits, locateByFirstColumn);
    const before = untouchedSince(path);

    const again = [
      {
        ...aFixedEdit([1, 3], { becomes: { kind: 'link', url: 'u', text: 't' } as const }),
        was: 't',
      },
      {
        ...aFixedEdit([1, 4], { becomes: { kind: 'serial', serial: 5, show: 'day' } as const }),
        was: 5,
      },
      aFixedEdit([2, 2], { was: 'lama', becomes: 'lama' }),
      aFixedEdit([9, 9], { becomes: '' }),
    ];
    expect(await workbook.write(again, locateByFirstColumn)).toEqual(Array(4).fill('written'));

    expect(untouchedSince(path)).toEqual(before);
  });

  test('keeps a save that somebody makes while we prepare ours', async () => {
    const { workbook, path } = aWorkbookFile(buildXlsx(oneTab));
    let looks = 0;

    const outcomes = await workbook.write(oneEdit, (tab) => {
      looks += 1;
      if (looks === 1)
        writeFileSync(
          path,
          buildXlsx([
            {
              name: 'Permohonan',
              rows: [
                ['Kunci', 'Isi'],
                ['a', 'lama', 'kata staf'],
              ],
            },
          ]),
        );
      return locateByFirstColumn(tab);
    });

    expect(outcomes).toEqual(['written']);
    expect((await workbook.read()).tabs[0]?.rows[1]).toEqual(['a', 'baru', 'kata staf']);
  });

  test('keeps the mode of the file and replaces what a link points to, not the link', async () => {
    const { path, folder } = aWorkbookFile(buildXlsx(oneTab));
    const link = join(folder, 'tautan.xlsx');
    chmodSync(path, 0o640);
    symlinkSync(path, link);

    await openLocalWorkbook({ path: link }).write(oneEdit, locateByFirstColumn);

    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['buku.xlsx', 'tautan.xlsx']);
  });

  test('sweeps away what a killed run left, and nothing else', async () => {
    const { path, folder } = aWorkbookFile(buildXlsx(oneTab));
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const dead = `.layanan-vicon-${host}-4194305-0123456789ab.tmp`;
    const ours = `.layanan-vicon-${host}-${process.pid}-0123456789ab.tmp`;
    writeFileSync(join(folder, dead), '');
    writeFileSync(join(folder, ours), '');

    openLocalWorkbook({ path });

    expect(existsSync(join(folder, dead))).toBe(false);
    expect(existsSync(join(folder, ours))).toBe(true);
  });
});

describe('a workbook that somebody has open', () => {
  const excelLock = Buffer.alloc(165, ' ');
  excelLock[0] = 4;
  excelLock.write('Budi', 1, 'latin1');
  excelLock.writeUInt16LE(4, 55);
  excelLock.write('Budi', 57, 'utf16le');

  test.each([
    ['Excel', '~$buku.xlsx', excelLock, 'Budi'],
    [
      'LibreOffice',
      '.~lock.buku.xlsx#',
      'Siti\\, S.Kom,siti,pc-1,23.11.2026 10:00,file:///x;',
      'Siti, S.Kom',
    ],
    [
      'LibreOffice without a name',
      '.~lock.buku.xlsx#',
      ',siti,pc-1,23.11.2026 10:00,file:///x;',
      'siti (pc-1)',
    ],
  ])('in %s is read but not written, and the message names who', async (_, lockName, lock, who) => {
    const { workbook, path, folder } = aWorkbookFile(buildXlsx(oneTab));
    writeFileSync(join(folder, lockName), lock);
    const before = readFileSync(path);

    await expect(workbook.write(oneEdit, locateByFirstColumn)).rejects.toMatchObject({
      code: 'workbook-busy',
      holder: { name: who, lockFile: lockName },
    });
    expect((await workbook.read()).tabs).toMatchObject(oneTab);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a file that is no workbook', () => {
  const good = Buffer.from(buildXlsx(oneTab));
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const flipped = Buffer.from(good);
  flipped.writeUInt32LE(0xbad, flipped.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16);
  const noSheet = xlsxParts([]);
  test.each([
    ['text', Buffer.from('bukan'), 'workbook-not-a-workbook'],
    ['nothing', Buffer.alloc(0), 'workbook-truncated'],
    ['a truncated workbook', good.subarray(0, good.length - 40), 'workbook-truncated'],
    ['a workbook with broken bytes', flipped, 'workbook-damaged'],
    ['an old .xls', ole, 'workbook-old-excel'],
    [
      'an encrypted workbook',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'workbook-encrypted',
    ],
    [
      'an .ods',
      packXlsx({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'workbook-open-document',
    ],
    ['another zip', packXlsx({ 'a.txt': 'x' }), 'workbook-not-a-workbook'],
    ['a workbook without sheets', packXlsx(noSheet), 'workbook-no-worksheet'],
  ])('is refused with what to do: %s', async (_, bytes, code) => {
    const { workbook } = aWorkbookFile(bytes);

    await expect(workbook.read()).rejects.toMatchObject({
      code,
      todo: expect.stringMatching(/\.$/),
    });
  });

  test('is told missing when it is not there', async () => {
    const workbook = openLocalWorkbook({ path: join(aFolder(), 'tiada.xlsx') });

    await expect(workbook.read()).rejects.toMatchObject({ code: 'workbook-missing' });
    await expect(workbook.write(oneEdit, locateByFirstColumn)).rejects.toMatchObject({
      code: 'workbook-missing',
    });
  });

  test('is told read-only when its mode says so', async () => {
    const { workbook, path } = aWorkbookFile(buildXlsx(oneTab));
    chmodSync(path, 0o444);

    await expect(workbook.write(oneEdit, locateByFirstColumn)).rejects.toMatchObject({
      code: 'workbook-read-only',
    });
  });
});

/** What would differ, had anybody written the file or put another one in its place. */
const untouchedSince = (path: string): object => {
  const { ino, size, mode, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return { ino, size, mode, mtimeNs, ctimeNs };
};
