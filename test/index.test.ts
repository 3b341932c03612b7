/** The example of the README, taken from there and run as another program would: the package by its name, built. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommandLine, type CommandLine } from './support/command-line.ts';
import { deskWith, type TestDesk } from './support/desk.ts';
import { aDocx, p, textOf } from './support/docx.ts';

const project = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(project, 'README.md'), 'utf8');
const example = /## From another program.*?```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';

describe('the example of the README', () => {
  let built: CommandLine;
  let desk: TestDesk;
  beforeAll(async () => {
    built = await buildCommandLine();
    const serial = Temporal.Now.plainDateISO().add({ days: 7 }).since('1899-12-30').days;
    desk = deskWith([
      {
        submittedAt: serial - 8.5,
        email: 'pemohon@contoh.test',
        requesterName: 'Rahmat Pakaya',
        institution: 'Bappeda',
        phone: '081200000001',
        event: 'Rapat Besar',
        startDay: serial,
        startTime: '09.00',
        endTime: '11.00',
        place: 'Aula',
        serviceKind: 'Operator saja',
        participants: 300,
      },
    ]);
    const modules = join(desk.dir, 'node_modules');
    mkdirSync(join(modules, '@types'), { recursive: true });
    symlinkSync(resolve(dirname(built.script), '..'), join(modules, 'layanan-vicon'));
    for (const name of ['zod', '@types/node'])
      symlinkSync(join(project, 'node_modules', name), join(modules, name));
    writeFileSync(join(desk.dir, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(desk.dir, 'example.ts'), example);
    const body = p('{{#each acara}}{{this}}{{/each}}');
    writeFileSync(join(desk.dir, 'agenda.docx'), aDocx({ body }));
  });
  afterAll(() => {
    built.remove();
    desk.remove();
  });

  const inDesk = (script: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [script, ...args], { cwd: desk.dir, encoding: 'utf8' });

  test('has at most forty lines', () => {
    const lines = example.trimEnd().split('\n').length;

    expect(lines).toBeGreaterThan(10);
    expect(lines).toBeLessThanOrEqual(40);
  });

  test('type-checks, and does what it says', () => {
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    const options = '--strict --exactOptionalPropertyTypes --module nodenext --target es2023';
    const checked = inDesk(
      join(dirname(typescript), 'bin/tsc'),
      ...options.split(' '),
      ...['--types', 'node', 'example.ts'],
    );
    expect(checked.stdout).toBe('');

    const ran = inDesk('example.js');

    expect(ran.stderr).toBe('');
    const [file = ''] = readdirSync(join(desk.dir, 'Dokumen', 'Agenda'));
    expect(ran.stdout).toContain(file);
    expect(textOf(readFileSync(join(desk.dir, 'Dokumen', 'Agenda', file)))).toMatch(
      /VC-\d{4}-0001 Rapat Besar/,
    );
  });

  test('leaves what its rule found in the workbook', async () => {
    const [row] = await desk.rows();

    expect(row?.remarks).toContain('Pastikan ruangan menampung semua peserta.');
  });
});
