import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  buildCommandLine,
  type CommandLine,
  copySmallDesk,
  demoNow as now,
} from '../support/command-line.ts';
import { buildXlsx } from '../support/xlsx.ts';

describe('bad input', () => {
  let cli: CommandLine;
  let dir = '';
  let desk = '';
  let count = 0;
  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-bad-'));
    await copySmallDesk(cli, join(dir, 'small'));
  });
  beforeEach(() => {
    count += 1;
    desk = join(dir, `desk-${count}`);
    cpSync(join(dir, 'small'), desk, { recursive: true });
  });
  afterAll(() => {
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const config = () => join(desk, 'layanan-vicon.json');
  const workbook = () => join(desk, 'Buku Layanan.xlsx');
  const run = () => cli.run(['run', '--config', config(), '--now', now]);

  test('no settings file: says how to make a desk, exits 2', async () => {
    const { exit, err } = await cli.run(['run'], { cwd: dir });

    expect(exit).toBe(2);
    expect(err).toContain('npx layanan-vicon setup');
  });

  test('settings with seven faults: all are told at once, exits 2', async () => {
    writeFileSync(
      config(),
      JSON.stringify({
        workbook: 7,
        timeZone: 'Gorontalo',
        schedule: 'hourly',
        guard: { maxChangedShare: 3, sheet: 1, rows: 2 },
        warna: 'biru',
      }),
    );

    const { exit, err } = await run();

    expect(exit).toBe(2);
    expect(err).toContain('7 faults');
    expect(err).toContain(
      '"guard.rows" is not a setting; there are: maxChangedShare, alwaysAllowedRows\n',
    );
    for (const name of ['workbook', 'timeZone', 'schedule', 'guard.maxChangedShare', 'warna']) {
      expect(err).toContain(`"${name}"`);
    }
  });

  test('a new form where no desk on Google is: makes no other desk instead, exits 2', async () => {
    const empty = join(dir, 'nothing-here');

    const { exit, err } = await cli.run(['setup', '--dir', empty, '--new-form']);

    expect({ exit, err }).toMatchObject({ exit: 2, err: expect.stringContaining('on Google') });
    expect(existsSync(empty)).toBe(false);
  });

  test('what is no address of a sheet: blames it, and no settings that were never there', async () => {
    const empty = join(dir, 'no-sheet');

    const { exit, err } = await cli.run(['setup', '--dir', empty, '--google', 'not a sheet']);

    expect(exit).toBe(2);
    expect(err).toMatch(/^"--google" is not the address of a sheet: "not a sheet"/);
    expect(existsSync(empty)).toBe(false);
  });

  test('with --json, what went wrong is JSON on the output too, with the command that mends it', async () => {
    const google = { spreadsheet: 'lembar-layanan-vicon-0001' };
    writeFileSync(config(), JSON.stringify({ google }));
    cpSync(
      join(import.meta.dirname, '../../credentials.example.json'),
      join(desk, 'credentials.json'),
    );

    const failed = await cli.run(['run', '--config', config(), '--json']);
    const unknown = await cli.run(['run', '--cepat', '--json']);

    const login = `"npx layanan-vicon login --config ${config()}"`;
    expect(failed.err).toContain(login);
    expect(JSON.parse(failed.out)).toEqual({
      error: {
        code: 'not-signed-in',
        what: expect.stringContaining('Nobody is signed in'),
        todo: expect.stringContaining(login),
      },
      exit: 1,
    });
    expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: 'wrong-usage' }, exit: 2 });
  });

  test('settings that are no JSON: exits 2', async () => {
    writeFileSync(config(), '{ workbook: ');

    expect(await run()).toMatchObject({ exit: 2, err: expect.stringContaining('JSON') });
  });

  test.each([
    ['--now that is no time', ['plan', '--now', 'besok'], 'moment'],
    ['a month that is none', ['recap', '--month', 'November'], '2026-11'],
    ['an unknown command', ['jalan'], 'unknown command'],
    ['an unknown option', ['run', '--cepat'], 'unknown option'],
    ['a missing argument', ['render', '--out', 'x.docx'], 'missing required argument'],
  ])('%s: exits 2', async (_name, args, said) => {
    expect(await cli.run(args)).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
  });

  test.each([
    ['is missing', (path: string) => rmSync(path), 'There is no workbook'],
    ['is no workbook', (path: string) => writeFileSync(path, 'hello'), 'not an Excel workbook'],
    [
      'is cut off',
      (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000)),
      'cut off',
    ],
  ])('a workbook that %s: says so and what to do, exits 1', async (_name, spoil, said) => {
    spoil(workbook());

    const { exit, err } = await run();

    expect(exit).toBe(1);
    expect(err).toContain(said);
    expect(err).not.toMatch(/\bat .*\.js/);
  });

  test('a workbook that somebody has open: says who, exits 1, leaves it as it is', async () => {
    const before = readFileSync(workbook());
    writeFileSync(
      join(desk, '.~lock.Buku Layanan.xlsx#'),
      ',Sri Lestari,pc-2,24.11.2026 08:30,file:///x;',
    );

    const { exit, err } = await cli.run([
      'run',
      '--config',
      config(),
      '--now',
      '2026-12-01T09:00:00+08:00',
    ]);

    expect(exit).toBe(1);
    expect(err).toContain('Sri Lestari');
    expect(readFileSync(workbook()).equals(before)).toBe(true);
  });

  test('a read-only workbook: says so, exits 1', async () => {
    chmodSync(workbook(), 0o444);

    const { exit, err } = await cli.run([
      'run',
      '--config',
      config(),
      '--now',
      '2026-12-01T09:00:00+08:00',
    ]);

    expect([exit, err]).toEqual([1, expect.stringContaining('read-only')]);
  });

  test('a workbook without the tab Permohonan: refuses by the names of the headers, exits 1', async () => {
    writeFileSync(workbook(), buildXlsx([{ name: 'Lembar1', rows: [['Apa saja']] }]));

    const { exit, out } = await run();

    expect(exit).toBe(1);
    expect(out).toContain('"Permohonan"');
  });

  test('a documents folder that is a file: says so, exits 1, and the rows are written all the same', async () => {
    rmSync(join(desk, 'Dokumen'), { recursive: true });
    writeFileSync(join(desk, 'Dokumen'), '');

    const { exit, out, err } = await cli.run([
      'run',
      '--config',
      config(),
      '--now',
      '2026-12-01T09:00:00+08:00',
    ]);

    expect(exit).toBe(1);
    expect(out + err).toContain('Dokumen');
    expect(err).not.toMatch(/\bat .*\.js/);
  });

  test('a ledger that is something else: says so, exits 1, leaves it as it is', async () => {
    const ledger = join(desk, '.layanan-vicon', 'ledger.db');
    writeFileSync(ledger, 'not a database, and long enough to be taken for one '.repeat(40));
    const before = readFileSync(ledger);

    const { exit, err } = await run();

    expect(exit).toBe(1);
    expect(err).toContain('ledger');
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  test('a template with a mistake: the last good edition stays in use, and the summary says what to mend', async () => {
    const templates = join(desk, 'templat');
    cpSync(join(import.meta.dirname, '../../templates'), templates, { recursive: true });
    writeFileSync(config(), JSON.stringify({ templates: 'templat' }));
    await run();
    writeFileSync(join(templates, 'laporan-kegiatan.docx'), 'no Word file');

    const { exit, out } = await run();

    expect(exit).toBe(1);
    expect(out).toContain('Templat "laporan-kegiatan.docx" belum dapat dipakai');
  });

  test('a folder of templates that is not there: says so, and nothing of editions or PDF', async () => {
    const nowhere = join(desk, 'tidak-ada');
    for (const command of ['check-templates', 'preview']) {
      const { exit, out, err } = await cli.run([command, nowhere], { cwd: desk });

      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toContain(`There is no folder "${nowhere}"`);
    }
  });

  test('a render whose data has no name of the template: names what is missing, exits 1', async () => {
    const data = join(desk, 'data.json');
    writeFileSync(data, '{}');
    const out = join(desk, 'x.docx');

    const ended = await cli.run(['render', 'templates/surat-tugas.docx', data, '--out', out]);

    expect(ended.exit).toBe(1);
    expect(ended.out).toContain('No name of the template is in the data');
    expect(ended.out).toContain('Nama "instansi" tidak ada.');
  });

  test('a render whose data is no JSON or whose folder is missing: says so', async () => {
    const data = join(desk, 'data.json');
    writeFileSync(data, '{"acara": ');
    const good = join(desk, 'good.json');
    writeFileSync(good, '{}');

    const noJson = await cli.run([
      'render',
      'templates/surat-tugas.docx',
      data,
      '--out',
      join(desk, 'x.docx'),
    ]);
    const noFolder = await cli.run([
      'render',
      'templates/surat-tugas.docx',
      good,
      '--out',
      join(desk, 'no', 'x.docx'),
    ]);

    expect(noJson).toMatchObject({ exit: 2, err: expect.stringContaining('not valid JSON') });
    expect(noFolder).toMatchObject({ exit: 1, err: expect.stringContaining('cannot be written') });
  });
});
