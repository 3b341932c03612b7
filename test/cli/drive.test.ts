import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGoogleDouble, type GoogleDouble } from '../google-double/google-double.ts';
import { buildCommandLine, type CommandLine } from '../support/command-line.ts';
import { smallTabs, writeGoogleDesk } from '../support/google-desk-files.ts';

const sheetId = 'lembar-layanan-vicon-0001';

/** One desk over a morning and the day after; each test goes on from where the one before ended. */
describe('documents in Drive, over the command line and sockets', () => {
  let cli: CommandLine;
  let dir = '';
  let double: GoogleDouble;
  let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
  let settings = '';
  const run = async (now: string, command = 'run') => {
    const { out, err } = await cli.run([command, '--config', settings, '--now', now]);
    expect(err).not.toMatch(/something went wrong/i);
    return out;
  };

  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-drive-'));
    const spreadsheet = {
      id: sheetId,
      title: 'Buku Layanan',
      timeZone: 'Asia/Makassar',
      locale: 'in_ID',
      tabs: await smallTabs(dir),
    };
    double = createGoogleDouble({ data: { spreadsheets: [spreadsheet] } });
    double.world.drive.sees = 'own files';
    listening = await double.listen(0);
    settings = writeGoogleDesk(dir, { spreadsheet: sheetId, endpoint: listening.url });
    await run('2026-11-24T08:30:00+08:00');
    await run('2026-11-24T08:31:00+08:00');
  });
  afterAll(async () => {
    await listening.close();
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const documents = () =>
    [...double.world.files.values()].filter(
      ({ name, trashed }) => name.endsWith('.docx') && !trashed,
    );
  const named = (text: string) => documents().filter(({ name }) => name.includes(text));
  const overview = (): string =>
    (double.world.spreadsheets.get(sheetId)?.sheets ?? [])
      .filter(({ properties }) => properties.title === 'Ringkasan')
      .flatMap(({ rows }) => rows)
      .flatMap((row) => (row ?? []).map((cell) => cell?.userEnteredValue?.stringValue ?? ''))
      .join('\n');
  const base64 = Buffer.from('milik Budi').toString('base64');

  test('an edited one stays, a new edition lies beside it, and Ringkasan says who edited', async () => {
    const [recap] = named('2026-11 Rekap');
    expect(recap?.name).toBe('2026-11 Rekap Bulanan November 2026 (sementara).docx');
    double.people.replaceContent({ fileId: recap?.id ?? '', base64, by: 'budi@kantor.test' });

    // The month is over: the recap loses its "(sementara)".
    await run('2026-12-01T08:30:00+08:00');

    expect(named('2026-11 Rekap').map(({ name, parents }) => [name, parents])).toEqual([
      ['2026-11 Rekap Bulanan November 2026 (sementara).docx', recap?.parents],
      ['2026-11 Rekap Bulanan November 2026 (pembaruan 2).docx', recap?.parents],
    ]);
    expect(Buffer.from(named('sementara')[0]?.content ?? []).toString()).toBe('milik Budi');
    expect(overview()).toContain(
      'Dokumen "2026-11 Rekap Bulanan November 2026 (pembaruan 2).docx" adalah edisi terbaru; edisi sebelumnya telah disunting oleh budi dan dibiarkan apa adanya.',
    );
  });

  test('one that was thrown away is made anew, once', async () => {
    const [report] = named('Laporan Kegiatan');
    const count = documents().length;
    double.people.trashFile({ fileId: report?.id ?? '' });
    // What went out meanwhile is noted in Pesan.
    await run('2026-12-01T08:39:00+08:00');
    expect(await run('2026-12-01T08:40:00+08:00')).toMatch(/Nothing to do/);

    await run('2026-12-01T09:45:00+08:00');
    // What it sent is noted in Pesan.
    await run('2026-12-01T09:45:30+08:00');

    expect(documents()).toHaveLength(count);
    expect(named(report?.name ?? '').map(({ id }) => id)).not.toContain(report?.id);
    expect(await run('2026-12-01T09:46:00+08:00')).toMatch(/Nothing to do/);
  });

  test('one that anybody can open is named, until it is put right', async () => {
    const [report] = named('Laporan Kegiatan');
    const fileId = report?.id ?? '';
    double.people.shareFile({ fileId, with: 'anyone', role: 'reader' });

    expect(await run('2026-12-01T11:00:00+08:00')).toContain(report?.name);
    expect(overview()).toContain(
      `Dokumen "${report?.name}" dapat dibuka oleh siapa saja yang memiliki tautannya.`,
    );
    expect(await run('2026-12-01T11:01:00+08:00', 'doctor')).toMatch(/Anybody who has the link/);

    double.people.unshareFile({ fileId, with: 'anyone' });
    await run('2026-12-01T11:30:00+08:00');
    expect(overview()).not.toContain('dapat dibuka oleh siapa saja');
  });

  test('all are found again when the ledger was lost, and none is made twice', async () => {
    const before = documents().map(({ name }) => name);
    const ids = new Set(documents().map(({ id }) => id));
    const folder = join(dir, '.layanan-vicon');
    for (const name of readdirSync(folder)) {
      if (name.startsWith('ledger')) rmSync(join(folder, name));
    }

    // What only the ledger knew, such as when a request came to be complete, can change what a document says, and
    // which reports are due.
    await run('2026-12-01T11:40:00+08:00', 'adopt');

    expect(
      documents()
        .filter(({ id }) => ids.has(id))
        .map(({ name }) => name),
    ).toEqual(before);
    const news = documents().filter(({ id }) => !ids.has(id));
    expect(news.filter(({ name }) => before.includes(name))).toEqual([]);
    expect(Buffer.from(named('sementara')[0]?.content ?? []).toString()).toBe('milik Budi');
    expect(await run('2026-12-01T11:41:00+08:00')).toMatch(/Nothing to do/);
  });

  test('plan tells the rest when Drive cannot be looked at', async () => {
    const fault = { kind: 'refuse', status: 403, reason: 'accessNotConfigured' } as const;
    const rule = double.faults.add({ on: { api: 'drive' }, fault });

    const out = await run('2026-12-02T08:00:00+08:00', 'plan');

    expect(out).toMatch(/VC-2026-\d{4}/);
    expect(out).toMatch(/! Which documents would be written cannot be said: .*API/);
    double.faults.remove(rule);
  });

  test('nobody was ever given a permission', () => {
    expect(double.traffic.log.filter(({ id }) => id.startsWith('drive.permissions'))).toEqual([]);
  });
});
