/** An old ledger comes into a desk on Google by the real commands, over a socket. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { importLedger } from '../../../src/commands/import.ts';
import { run } from '../../../src/commands/run.ts';
import { ownTemplates } from '../../../src/config.ts';
import { createGoogleDouble, type GoogleDouble } from '../../google-double/google-double.ts';
import { writeGoogleDesk } from '../../support/google-desk-files.ts';

const spreadsheet = 'lembar-layanan-vicon-0001';
const events = 44;

/** Two events a day from January on; each eleventh was called off. */
const oldLedger = (): string => {
  const first = Temporal.PlainDate.from('2025-01-02');
  const rows = Array.from({ length: events }, (_, index) => {
    const day = first.add({ days: Math.floor(index / 2) });
    const when = `${day.day}/${day.month}/${day.year};${index % 2 === 0 ? '08' : '13'}.00-15.00`;
    return `${index + 1};${when};Rapat ${index + 1};Dinas ${index % 17};Aula;${index % 11 === 10 ? 'batal' : ''}`;
  });
  return ['No;Tanggal;Jam;Kegiatan;Instansi;Tempat;Ket.', ...rows].join('\r\n');
};

const tabsOfBook = async (dir: string) => {
  const path = join(dir, 'buku.xlsx');
  writeFileSync(path, readFileSync(join(ownTemplates, 'buku-layanan.xlsx')));
  const { tabs } = await openLocalWorkbook({ path }).read();
  return tabs.map(({ name, rows }) => ({ name, rows }));
};

describe('an old ledger, on Google', () => {
  let dir: string;
  let double: GoogleDouble;
  let close: () => Promise<void>;
  let circumstances: Parameters<typeof run>[0];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-impor-'));
    mkdirSync(join(dir, '.layanan-vicon'), { mode: 0o700 });
    const tabs = await tabsOfBook(dir);
    const book = { id: spreadsheet, title: 'Buku', timeZone: 'Asia/Makassar', locale: 'in_ID' };
    double = createGoogleDouble({ data: { spreadsheets: [{ ...book, tabs }] } });
    const listening = await double.listen(0);
    close = listening.close;
    const config = writeGoogleDesk(dir, { spreadsheet, endpoint: listening.url });
    const now = Temporal.Instant.from('2026-11-20T09:00:00+08:00');
    circumstances = { config, now, progress: () => undefined };
    writeFileSync(join(dir, 'buku lama.csv'), oldLedger());
  });
  afterAll(async () => {
    await close();
    rmSync(dir, { recursive: true });
  });

  const bring = () => importLedger(circumstances, { ledger: join(dir, 'buku lama.csv') });
  const calls = (kind: 'read' | 'write') => double.traffic.count({ api: 'sheets', kind });

  test('comes in whole though the answer is lost, in a handful of calls, and is not brought twice', async () => {
    double.faults.add({
      on: { id: 'sheets.spreadsheets.batchUpdate' },
      times: 1,
      fault: { kind: 'cut', when: 'after' },
    });
    await expect(bring()).rejects.toMatchObject({
      code: 'google-in-doubt',
      todo: expect.stringContaining('not brought twice'),
    });
    expect([calls('read') <= 3, calls('write')]).toEqual([true, 1]);

    const again = await bring();

    expect(again.data).toMatchObject({ imported: 0, known: events });
    expect(calls('write')).toBe(1);
  });

  test('gets tickets and recaps by the next pass, and the one after that is idle', async () => {
    const first = await run(circumstances, {});
    const second = await run(circumstances, {});

    expect(first.text).toContain(`${events} new`);
    expect(first.text).toMatch(/\b\d documents saved/);
    expect(second.text).toContain('Nothing to do');
    expect((await bring()).data).toMatchObject({ imported: 0, known: events });
  });
});
