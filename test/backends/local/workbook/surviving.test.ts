import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { killDuringSaves } from '../../../../scripts/bench/kill-saves.ts';
import { openFolderStore } from '../../../../src/backends/local/folder/folder-store.ts';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { openZip, type ZipEntry } from '../../../../src/office-package/zip.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { runs } from '../../../support/long-runs.ts';
import { convertWithLibreOffice, hasLibreOffice } from '../../../support/office-check.ts';
import { buildXlsx } from '../../../support/xlsx.ts';
import { aDocument } from '../../document-store-contract.ts';
import { aFixedEdit, locateByFirstColumn } from '../../workbook-contract.ts';
import { aFolder } from './a-workbook-file.ts';

const RICH = new URL('../../../../../shared/xlsx/rich-workbook.xlsx', import.meta.url);
const TAB = 'Form Responses 1';
const SHEET = 'xl/worksheets/sheet1.xml';

const skipUnless = (isThere: boolean, reason: string): boolean => {
  if (!isThere) process.stdout.write(`skipped: ${reason}\n`);
  return !isThere;
};

const noRich = skipUnless(existsSync(RICH), 'the rich workbook is not here');
const noOffice = skipUnless(hasLibreOffice, 'LibreOffice is not installed');

/** The rich workbook after three of its cells were written. */
const written = async (): Promise<{
  before: Buffer;
  after: Buffer;
  path: string;
  folder: string;
}> => {
  const folder = aFolder();
  const path = join(folder, 'kaya.xlsx');
  copyFileSync(RICH, path);
  chmodSync(path, 0o644);
  const workbook = openLocalWorkbook({ path });
  const was = (await workbook.read()).tabs[0]?.rows[1]?.[5] ?? '';
  const before = readFileSync(path);
  const outcomes = await workbook.write(
    [
      aFixedEdit([2, 6], { tab: TAB, was, becomes: 'Ditugaskan & <siap>' }),
      aFixedEdit([2, 10], {
        tab: TAB,
        becomes: { kind: 'link', url: 'a%20b.docx', text: 'Laporan' },
      }),
      aFixedEdit([23, 1], { tab: TAB, becomes: '=bukan rumus' }),
    ],
    locateByFirstColumn,
  );
  expect(outcomes).toEqual(['written', 'written', 'written']);
  return { before, after: readFileSync(path), path, folder };
};

const spans = (bytes: Buffer): ReadonlyMap<string, Buffer> =>
  new Map(
    openZip(bytes).entries.map((entry: ZipEntry) => [
      entry.name,
      bytes.subarray(entry.start, entry.end),
    ]),
  );

describe('a rich workbook after a write', () => {
  test.skipIf(noRich)(
    'has every other part byte for byte, and in its sheet only our cells differ',
    async () => {
      const { before, after } = await written();

      const [old, now] = [spans(before), spans(after)];
      expect([...now.keys()]).toEqual([...old.keys()]);
      const changed = [...old].filter(([name, bytes]) => !now.get(name)?.equals(bytes));
      expect(changed.map(([name]) => name)).toEqual(['xl/workbook.xml', SHEET]);
      const text = (bytes: Buffer, part: string): string =>
        strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
      expect(text(after, 'xl/workbook.xml')).toBe(
        text(before, 'xl/workbook.xml').replace('<calcPr', '<calcPr fullCalcOnLoad="1"'),
      );
      const ours = /<row r="23">.*?<\/row>|<c r="(?:F2|J2)"[^>]*?(?:\/>|>.*?<\/c>)/g;
      expect(text(after, SHEET).replace(ours, '').replace('A1:J23', 'A1:I21')).toBe(
        text(before, SHEET).replace(ours, ''),
      );
    },
  );

  test.skipIf(noRich || noOffice)(
    'opens in LibreOffice with our values',
    { timeout: 60_000 },
    async () => {
      const { path, folder } = await written();

      convertWithLibreOffice([path], { to: 'csv:Text - txt - csv (StarCalc):44,34,76', folder });

      const csv = readFileSync(join(folder, 'kaya.csv'), 'utf8');
      expect(csv).toContain('Ditugaskan & <siap>');
      expect(csv).toContain(',Laporan\n');
      expect(csv).toContain('=bukan rumus');
    },
  );
});

describe('a workbook whose saver is killed', () => {
  test('is whole after every kill, and nothing is left beside it', {
    timeout: 120_000,
  }, async () => {
    const kills = runs(4, 40);

    const report = await killDuringSaves(kills);

    expect(report).toMatchObject({ good: kills, leftovers: 0 });
    expect(report.saves).toBeGreaterThan(0);
  });
});

/** A disk of 64 kB; `undefined` where we may not mount one. */
const aSmallDisk = (): string | undefined => {
  const disk = join(aFolder(), 'disk');
  mkdirSync(disk);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  if (mount.status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', [disk]));
  return disk;
};

describe('on a full disk', () => {
  test('the workbook stays as it was, and so do the documents', async ({ skip }) => {
    const disk = aSmallDisk();
    if (disk === undefined) return skip('a small disk cannot be mounted here');
    const path = join(disk, 'buku.xlsx');
    const bytes = buildXlsx([{ name: 'Permohonan', rows: [['a', 'x']] }]);
    writeFileSync(path, bytes);
    const store = openFolderStore({
      root: join(disk, 'dokumen'),
      workbookFolder: disk,
      trash: join(disk, 'taken away'),
      memory: aMemory(),
    });
    const { id } = await store.save(aDocument());
    writeFileSync(join(disk, 'pengisi'), Buffer.alloc(64 * 1024 - 4096 * 4));
    const noise = Array.from({ length: 20_000 }, (_, i) => (i * 7919 * i) % 65_521)
      .join('-')
      .slice(0, 32_000);

    await expect(
      openLocalWorkbook({ path }).write(
        [aFixedEdit([1, 1], { was: 'a', becomes: noise })],
        locateByFirstColumn,
      ),
    ).rejects.toMatchObject({ code: 'workbook-disk-full' });
    await expect(
      store.save(aDocument({ replaces: id, bytes: Buffer.alloc(60_000, 1) })),
    ).rejects.toMatchObject({ code: 'documents-disk-full' });

    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readFileSync(join(disk, 'dokumen', id), 'utf8')).toBe('isi');
    expect(readdirSync(disk).sort()).toEqual(['buku.xlsx', 'dokumen', 'pengisi']);
  });
});
