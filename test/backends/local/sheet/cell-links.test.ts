import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { longestLink } from '../../../../src/core/sheet/link-address.ts';
import type { CellContent } from '../../../../src/core/sheet/snapshot.ts';
import { runs } from '../../../support/long-runs.ts';
import { officeFaultsOf } from '../../../support/office-check.ts';
import { packXlsx, xlsxParts } from '../../../support/xlsx.ts';
import { aFixedEdit, locateByFirstColumn } from '../../workbook-contract.ts';
import { aFolder } from '../workbook/a-workbook-file.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const linksPart = 'xl/worksheets/_rels/sheet1.xml.rels';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const longUrl = (name: string): string => `https://wa.me/628120000111?text=${name.repeat(300)}`;
const link = (name: string): CellContent => ({ kind: 'link', url: longUrl(name), text: name });

/** A workbook whose cells are `cells`, with parts changed or added. */
const aBook = (
  change: (parts: Record<string, string>) => Record<string, string> = (parts) => parts,
  cells: readonly (readonly string[])[] = [['Kunci', 'Isi']],
) => {
  const path = join(aFolder(), 'buku.xlsx');
  writeFileSync(path, packXlsx(change(xlsxParts([{ name: 'Permohonan', rows: cells }]))));
  const workbook = openLocalWorkbook({ path });
  return {
    path,
    put: async (place: readonly [number, number], becomes: CellContent, was = '') =>
      workbook.write([aFixedEdit(place, { was, becomes })], locateByFirstColumn),
    links: async () => Object.fromEntries((await workbook.read()).tabs[0]?.links ?? []),
    part: (name: string): string => {
      const bytes = unzipSync(readFileSync(path))[name];
      return bytes === undefined ? '' : strFromU8(bytes);
    },
  };
};

/** With what a person's workbook has beside the cells: her own links, one on a block. */
const withLinksOfOthers = (parts: Record<string, string>): Record<string, string> => ({
  ...parts,
  [sheetPart]: (parts[sheetPart] ?? '').replace(
    '</sheetData>',
    '</sheetData><dataValidations count="1"><dataValidation type="whole" sqref="A9"><formula1>1</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId7" tooltip="milik Ani"/><hyperlink ref="A4:C6" r:id="rId8"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  ),
  [linksPart]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${officeRelations}/hyperlink" Target="https://ani.example/" TargetMode="External"/><Relationship Id="rId8" Type="${officeRelations}/hyperlink" Target="mailto:budi@office.example" TargetMode="External"/></Relationships>`,
});

describe('a link that no formula holds', () => {
  test('is a link of its cell, in a workbook that Excel takes', async () => {
    const { path, put, links } = aBook();

    expect(await put([2, 2], link('a'))).toEqual(['written']);

    expect(await links()).toEqual({ '2,2': longUrl('a') });
    expect(await officeFaultsOf(path)).toEqual([]);
  });

  test('gives way to the next one, and nothing is left of it', async () => {
    const { put, links, part } = aBook();
    await put([2, 2], link('a'));

    await put([2, 2], link('b'), 'a');

    expect(await links()).toEqual({ '2,2': longUrl('b') });
    expect(part(linksPart).match(/<Relationship /g)).toHaveLength(1);
  });

  test.each([
    ['emptied', '', {}],
    ['given a text', 'teks', {}],
    ['given a short link', { kind: 'link', url: 'b.docx', text: 'B' }, { '2,2': 'b.docx' }],
  ] as const)('is gone once its cell is %s', async (_, becomes, now) => {
    const { put, links, part } = aBook();
    await put([2, 2], link('a'));

    await put([2, 2], becomes, 'a');

    expect(await links()).toEqual(now);
    expect(part(sheetPart)).not.toContain('hyperlink');
    expect(part(linksPart)).not.toContain('<Relationship ');
  });

  test('leads elsewhere with the text that it had', async () => {
    const { put, links } = aBook();
    await put([2, 2], { kind: 'link', url: longUrl('a'), text: 'sama' });

    await put([2, 2], { kind: 'link', url: longUrl('b'), text: 'sama' }, 'sama');

    expect(await links()).toEqual({ '2,2': longUrl('b') });
  });

  test.each([
    ['longer than a cell holds', `https://wa.me/?text=${'a'.repeat(longestLink)}`],
    ['with a blank', `https://wa.me/?text=${'a b'.repeat(100)}`],
    ['with half an encoded sign', `https://wa.me/?text=${'a'.repeat(300)}%2`],
    ['to no address', `https://[${'a'.repeat(300)}`],
  ])('is plain text %s', async (_, url) => {
    const { put, links } = aBook();

    expect(await put([2, 2], { kind: 'link', url, text: 'Buka' })).toEqual(['written']);

    expect(await links()).toEqual({});
  });

  test('leaves the links of others as they are spelled, and takes its cell out of a block', async () => {
    const { path, put, links, part } = aBook(withLinksOfOthers);

    await put([5, 2], link('a'));

    expect(part(sheetPart)).toContain('<hyperlink ref="A1" r:id="rId7" tooltip="milik Ani"/>');
    expect(part(sheetPart).match(/ref="[^"]*" r:id="rId8"/g)).toEqual(
      ['A4:C4', 'A5', 'C5', 'A6:C6'].map((area) => `ref="${area}" r:id="rId8"`),
    );
    expect(await links()).toMatchObject({ '1,1': 'https://ani.example/', '5,2': longUrl('a') });
    expect(await officeFaultsOf(path)).toEqual([]);
  });

  test('stands where the standard wants it', async () => {
    const { put, part } = aBook((parts) => {
      const { [linksPart]: _, ...rest } = withLinksOfOthers(parts);
      const sheet = (rest[sheetPart] ?? '').replace(/<hyperlinks>.*<\/hyperlinks>/, '');
      return { ...rest, [sheetPart]: sheet };
    });

    await put([2, 2], link('a'));

    expect(part(sheetPart)).toMatch(/<\/dataValidations><hyperlinks>.*<\/hyperlinks><pageMargins/);
  });

  test('says what kind of part its addresses are where the package does not', async () => {
    const types = '[Content_Types].xml';
    const byName = `<Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
    const { put, part } = aBook((parts) => ({
      ...parts,
      [types]: (parts[types] ?? '').replace(/<Default Extension="rels"[^>]*>/, byName),
    }));

    await put([2, 2], link('a'));

    expect(part(types)).toContain('<Default Extension="rels"');
  });

  test('declares what its names mean in a sheet that does not', async () => {
    const { path, put, links } = aBook((parts) => ({
      ...parts,
      [sheetPart]: (parts[sheetPart] ?? '').replace(` xmlns:r="${officeRelations}"`, ''),
    }));

    await put([2, 2], link('a'));

    expect(await links()).toEqual({ '2,2': longUrl('a') });
    expect(await officeFaultsOf(path)).toEqual([]);
  });
});

test('a person who sorts by a program that leaves links in their place is found out', async () => {
  const { put, links, part, path } = aBook(undefined, [['Kunci', 'Isi'], ['a'], ['b']]);
  await put([2, 2], link('a'));
  await put([3, 2], link('b'));
  const files = Object.entries(unzipSync(readFileSync(path))).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  );
  const swapped = part(sheetPart)
    .replace('ref="B2"', 'ref="?"')
    .replace('ref="B3"', 'ref="B2"')
    .replace('ref="?"', 'ref="B3"');

  writeFileSync(path, packXlsx({ ...Object.fromEntries(files), [sheetPart]: swapped }));

  expect(await links()).toEqual({ '2,2': longUrl('b'), '3,2': longUrl('a') });
});

test('a cell leads where it was told last, whatever was written before', async () => {
  const contents: fc.Arbitrary<CellContent> = fc.constantFrom('', 'teks', link('a'), link('b'), {
    kind: 'link',
    url: 'c.docx',
    text: 'c',
  } as const);
  const places = fc.constantFrom<readonly [number, number]>([2, 1], [2, 2], [5, 2]);

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(places, contents), { minLength: 1, maxLength: 6 }),
      async (edits) => {
        const { put, links } = aBook(withLinksOfOthers);
        const shown = new Map<string, string>();
        const leads = new Map<string, string>([['1,1', 'https://ani.example/']]);
        for (const [place, becomes] of edits) {
          const spot = place.join(',');
          const isLink = typeof becomes === 'object' && becomes.kind === 'link';
          await put(place, becomes, shown.get(spot) ?? '');
          shown.set(spot, isLink ? becomes.text : String(becomes));
          if (isLink) leads.set(spot, becomes.url);
          else leads.delete(spot);
        }

        const now = await links();

        expect(Object.fromEntries([...leads.keys()].map((spot) => [spot, now[spot]]))).toEqual(
          Object.fromEntries(leads),
        );
        for (const spot of shown.keys()) if (!leads.has(spot)) expect(now[spot]).toBeUndefined();
      },
    ),
    { numRuns: runs(8, 25) },
  );
});
