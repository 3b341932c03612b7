import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buildCommandLine,
  type CommandLine,
  copyDemoDesk,
  copySmallDesk,
  type Ended,
  demoNow as now,
} from '../support/command-line.ts';
import { buildXlsx } from '../support/xlsx.ts';

const commands = [
  'demo',
  'setup',
  'run',
  'plan',
  'serve',
  'recap',
  'adopt',
  'render',
  'check-templates',
  'preview',
];

describe('the command line', () => {
  let cli: CommandLine;
  let dir = '';
  let made: Ended;
  const demo = () => join(dir, 'demo');
  const desk = () => join(dir, 'desk');
  const settings = () => join(desk(), 'layanan-vicon.json');
  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-cli-desk-'));
    ({ made } = await copyDemoDesk(cli, demo()));
    await copySmallDesk(cli, desk());
  });
  afterAll(() => {
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const filesOf = (folder: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('.layanan-vicon'))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [
          path,
          `${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`,
        ]),
    );

  test('demo makes a desk, says what was done and what to open, and exits 0', () => {
    expect(made.exit).toBe(0);
    expect(made.out).toMatch(/^40 requests, 40 new; \d+ cells written, \d+ documents saved\./);
    expect(made.out).toContain('Open next:');
    const mails = Object.keys(filesOf(demo())).filter((path) => path.endsWith('.eml')).length;
    expect(mails).toBeGreaterThan(10);
    expect(made.out).toMatch(
      new RegExp(
        `^Messages {3}.*Pesan Keluar \\(${mails} mails written, \\d+ messages? waits?`,
        'm',
      ),
    );
  });

  test('demo run again changes nothing, says so, and exits 0', async () => {
    const before = filesOf(demo());

    const again = await cli.run(['demo', '--dir', demo(), '--now', now]);

    expect(again.exit).toBe(0);
    expect(again.out).toMatch(/^Nothing to do/);
    expect(filesOf(demo())).toEqual(before);
  });

  test('demo keeps off a desk that it did not make', async () => {
    const real = join(dir, 'real');
    await cli.run(['setup', '--dir', real]);

    const { exit, err } = await cli.run(['demo', '--dir', real, '--now', now]);

    expect([exit, err]).toEqual([2, expect.stringContaining('something else')]);
    expect(existsSync(join(real, '.layanan-vicon'))).toBe(false);
  });

  test('every command explains itself with --help, with --config, --now and --json', async () => {
    const helps = await Promise.all(commands.map((command) => cli.run([command, '--help'])));

    for (const { exit, out } of helps) {
      expect(exit).toBe(0);
      expect(out).toContain('Usage: npx layanan-vicon');
      for (const option of ['--config', '--now', '--json']) expect(out).toContain(option);
    }
  });

  test('plan prints what would be written and why, writes nothing, and speaks JSON', async () => {
    const fresh = join(dir, 'fresh');
    await cli.run(['setup', '--dir', fresh]);
    cpSync(join(desk(), 'Buku Layanan.xlsx'), join(fresh, 'Buku Layanan.xlsx'));
    const before = filesOf(desk());

    const words = await cli.run([
      'plan',
      '--config',
      settings(),
      '--now',
      '2026-12-01T09:00:00+08:00',
    ]);
    const json = await cli.run(['plan', '--config', settings(), '--now', now, '--json']);

    expect(words.out).toContain('because');
    expect(JSON.parse(json.out)).toMatchObject({ cells: [], documents: [], refusals: [] });
    expect(filesOf(desk())).toEqual(before);
  });

  test('run exits 1 while rows wait for a person, and names them', async () => {
    const { exit, out } = await cli.run(['run', '--config', settings(), '--now', now]);

    expect(exit).toBe(1);
    expect(out).toContain('Waiting for a person');
    expect(out).toContain('VC-2026-0005');
  });

  test('recap brings one month up to date and says where it lies', async () => {
    const recap = await cli.run([
      'recap',
      '--config',
      settings(),
      '--now',
      now,
      '--month',
      '2026-08',
      '--json',
    ]);
    const none = await cli.run([
      'recap',
      '--config',
      settings(),
      '--now',
      now,
      '--month',
      '2025-01',
    ]);

    expect(recap.exit).toBe(0);
    expect(existsSync(JSON.parse(recap.out).path)).toBe(true);
    expect([none.exit, none.out]).toEqual([1, expect.stringContaining('no recap of 2025-01')]);
  });

  test('refuses a pass by a clock that went back, in words, and takes it when that is meant', async () => {
    const copy = join(dir, 'battery');
    cpSync(desk(), copy, { recursive: true });
    const config = join(copy, 'layanan-vicon.json');
    const book = join(copy, 'Buku Layanan.xlsx');
    const before = readFileSync(book);
    const early = ['--config', config, '--now', '2026-11-10T08:30:00+08:00'];

    const [run, plan, recap] = [
      await cli.run(['run', ...early]),
      await cli.run(['plan', ...early]),
      await cli.run(['recap', '--month', '2026-08', ...early]),
    ];

    for (const { exit, out } of [run, plan, recap]) {
      expect(exit).toBe(1);
      expect(out).toMatch(/clock says 2026-11-10 08:30.*Put the date and time of this computer/);
      expect(out).toContain(`run --config ${config} --accept-earlier-clock`);
    }
    expect(readFileSync(book).equals(before)).toBe(true);
    const meant = await cli.run(['run', '--accept-earlier-clock', ...early]);
    expect(meant.out).not.toContain('Nothing was written');
    expect((await cli.run(['plan', ...early])).out).not.toContain('clock says');
  });

  test('adopt rebuilds a lost ledger without renumbering', async () => {
    const copy = join(dir, 'copy');
    cpSync(desk(), copy, { recursive: true });
    rmSync(join(copy, '.layanan-vicon'), { recursive: true });
    const config = join(copy, 'layanan-vicon.json');

    const refused = await cli.run(['run', '--config', config, '--now', now]);
    await cli.run(['adopt', '--config', config, '--now', now]);
    const after = await cli.run(['run', '--config', config, '--now', now, '--json']);

    expect(refused.exit).toBe(1);
    expect(refused.out).toContain('adopt');
    expect(JSON.parse(after.out)).toMatchObject({
      newTickets: [],
      requests: 5,
      cells: { written: 0, overtaken: 0, failed: 0 },
      documents: [],
    });
  });

  test('render fills any template with any data', async () => {
    const data = join(dir, 'data.json');
    writeFileSync(data, JSON.stringify({ acara: 'Rapat & {{acara}}' }));
    const out = join(dir, 'out.docx');

    const done = await cli.run(['render', 'templates/surat-tugas.docx', data, '--out', out]);

    expect(done.exit).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  test('setup makes a desk once and leaves alone what is there', async () => {
    const place = join(dir, 'new');
    const first = await cli.run(['setup', '--dir', place]);
    const workbook = readFileSync(join(place, 'Buku Layanan.xlsx'));

    const second = await cli.run(['setup', '--dir', place]);

    expect([first.exit, second.exit]).toEqual([0, 0]);
    expect(first.out).toContain(
      `run: npx layanan-vicon run --config ${join(place, 'layanan-vicon.json')}`,
    );
    expect(second.out).toContain('nothing was changed');
    expect(second.out).not.toContain('fill the tabs');
    expect(readFileSync(join(place, 'Buku Layanan.xlsx')).equals(workbook)).toBe(true);
  });

  test('import exits 1 while a hidden sheet holds events, names it, and takes it over where the map says so', async () => {
    const place = join(dir, 'with-ledger');
    await cli.run(['setup', '--dir', place]);
    const rows = (event: string) => [
      ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
      [1, '06/01/2025', '09.00', event, 'Dinas Pangan'],
    ];
    const ledger = join(place, 'buku lama.xlsx');
    const map = join(place, 'map.json');
    writeFileSync(
      ledger,
      buildXlsx([
        { name: 'Januari', rows: rows('Rakor Pangan') },
        { name: 'Draf', rows: rows('Rapat Draf'), state: 'veryHidden' },
      ]),
    );
    writeFileSync(map, JSON.stringify({ sheets: { Draf: { ignore: false } } }));
    const bring = (...more: readonly string[]) =>
      cli.run([
        'import',
        ledger,
        '--config',
        join(place, 'layanan-vicon.json'),
        '--now',
        now,
        ...more,
      ]);

    const shown = await bring('--dry-run');
    const left = await bring('--json');
    const taken = await bring('--map', map);

    expect([shown.exit, left.exit, taken.exit]).toEqual([1, 1, 0]);
    expect(shown.out).toContain(
      'Hidden sheets hold events that were not imported:\n  - "Draf": 1 event',
    );
    expect(JSON.parse(left.out)).toMatchObject({
      imported: 1,
      hiddenSheets: [{ sheet: 'Draf', events: 1 }],
    });
    expect(taken.out).toContain('1 row was added to Permohonan; already there: 1');
  });

  test('check-templates finds the templates of the package right, and names a mistake with its place', async () => {
    const folder = join(dir, 'templates');
    cpSync(join(import.meta.dirname, '../../templates'), folder, { recursive: true });
    const good = await cli.run(['check-templates', folder]);
    writeFileSync(join(folder, 'rekap-bulanan.docx'), 'no Word file');

    const bad = await cli.run(['check-templates', folder]);

    expect(good.exit).toBe(0);
    expect(bad.exit).toBe(1);
    expect(bad.out).toContain('✗ rekap-bulanan.docx');
  });
});
