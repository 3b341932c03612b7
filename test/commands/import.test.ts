import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { importLedger } from '../../src/commands/import.ts';
import { deskWith, seenIn, type TestDesk } from '../support/desk.ts';

const now = '2026-11-20T09:00:00+08:00';
const csv = [
  'DAFTAR KEGIATAN VICON TAHUN 2025',
  'No;Hari/Tanggal;Jam;Kegiatan;Instansi;Narahubung;Tempat;Petugas;Ket.',
  '1;Senin, 6 Januari 2025;09.00-selesai;Rakor Pangan;Dinas Pangan;Rina (081200000001);Aula;Dodi, Sari;hybrid',
  '2;07/01/2025;2 - selesai;Rapat Pajak;Bapenda;Budi / 81200000002;Ruang Oval;Dodi;',
  '3;Rabu, 8 Januari 2025;10.00-12.00;Bimtek Arsip;Dinas Arsip;;Aula;Sari;batal',
  ';;;Jumlah;3',
].join('\r\n');

describe('import', () => {
  let desk: TestDesk;
  let folder: string;
  let ledger: string;
  beforeEach(() => {
    desk = deskWith([]);
    folder = mkdtempSync(join(tmpdir(), 'vicon-import-'));
    ledger = join(folder, 'buku lama.csv');
    writeFileSync(ledger, csv);
  });
  afterEach(() => {
    desk.remove();
    rmSync(folder, { recursive: true });
  });

  const bring = (options: { readonly dryRun?: boolean; readonly map?: string } = {}) =>
    importLedger(
      { config: desk.config.file, now: Temporal.Instant.from(now), progress: () => undefined },
      { ledger, ...options },
    );
  const notes = async () => {
    const { tabs } = await openLocalWorkbook({ path: desk.config.workbook }).read();
    const [, ...rows] = tabs.find(({ name }) => name === 'Catatan Impor')?.rows ?? [];
    return rows.map((cells) => cells.slice(3, 9));
  };

  test('puts the rows into Permohonan, with what is unsure named in each', async () => {
    const { data, exit } = await bring();

    expect(exit).toBe(1);
    expect(data).toMatchObject({
      imported: 3,
      cancelled: 1,
      known: 0,
      rows: { title: 1, header: 1, total: 1 },
    });
    const rows = await desk.rows();
    expect(rows.map(({ event, state, officers }) => [event, state, officers])).toEqual([
      ['Rakor Pangan', 'Selesai', 'Dodi\nSari'],
      ['Rapat Pajak', 'Selesai', 'Dodi'],
      ['Bimtek Arsip', 'Dibatalkan', 'Sari'],
    ]);
    expect(rows[1]?.phone).toBe('081200000002');
    expect(rows[1]?.remarks).toContain('Jam Mulai: buku lama menulis "2 - selesai"; diisi 14.00.');
    expect(rows[0]?.remarks).toBe('Dari buku lama; batas 24 jam tidak dihitung.');
  });

  test('accounts for each row in Catatan Impor, each changed value beside its original', async () => {
    await bring();

    expect((await notes()).filter(([row]) => row === 4)).toEqual([
      [4, 'kegiatan', '', '', '', ''],
      [4, '', 'Jam Mulai', '2 - selesai', '14.00', 'periksa'],
      [4, '', 'Jam Selesai', '2 - selesai', 'selesai', 'pasti'],
      [4, '', 'Nomor Telepon / WhatsApp', 'Budi / 81200000002', '081200000002', 'pasti'],
      [4, '', 'Nama Pemohon', 'Budi / 81200000002', 'Budi', 'pasti'],
    ]);
  });

  test('changes nothing when run again, nor when it only shows', async () => {
    const { text } = await bring({ dryRun: true });
    const before = readFileSync(desk.config.workbook);
    expect(text).toContain('Nothing was written');
    expect((await desk.rows()).length).toBe(0);
    await bring();
    const after = readFileSync(desk.config.workbook);
    expect(after.equals(before)).toBe(false);

    const { data } = await bring();

    expect(data).toMatchObject({ imported: 0, known: 3 });
    expect(readFileSync(desk.config.workbook).equals(after)).toBe(true);
  });

  test('refuses a map that names what the ledger does not have', async () => {
    const map = join(folder, 'map.json');
    const refusalOf = (sheets: object) => {
      writeFileSync(map, JSON.stringify({ sheets }));
      return expect(bring({ dryRun: true, map })).rejects;
    };

    await refusalOf({ Januari: { columns: { B: 'startDay' } } }).toMatchObject({
      code: 'wrong-usage',
      what: expect.stringContaining('the ledger has no sheet "Januari"'),
    });
    await refusalOf({ '*': { columns: { Z: 'note', 'ket ': 'note' } } }).toMatchObject({
      what: expect.stringContaining('the ledger has no column "Z" in any table'),
    });
  });

  test('prints a map that changes nothing, also of a sheet whose tables have their columns in another order', async () => {
    writeFileSync(
      ledger,
      `${csv}\r\n\r\nNo;Jam;Hari/Tanggal;Kegiatan;Instansi\r\n1;08.00;09/01/2025;Rapat Data;Bappeda`,
    );
    const { data, text } = await bring({ dryRun: true });
    const map = join(folder, 'map.json');
    writeFileSync(map, JSON.stringify((data as { readonly map: object }).map));

    const mapped = await bring({ dryRun: true, map });

    const rowsIn = (said: string) => said.slice(said.indexOf('First rows:'));
    expect(data).toMatchObject({ imported: 4 });
    expect(rowsIn(mapped.text)).toBe(rowsIn(text));
  });

  test('of a file that is missing or is no table it says so, and nothing of the settings', async () => {
    ledger = join(folder, 'tidak ada.xlsx');
    await expect(bring()).rejects.toMatchObject({
      code: 'wrong-usage',
      what: `There is no file "${ledger}".`,
    });
    writeFileSync(ledger, 'bukan buku kerja');
    await expect(bring()).rejects.toMatchObject({
      code: 'old-ledger-unreadable',
      todo: expect.not.stringContaining('layanan-vicon.json'),
    });
    ledger = join(folder, 'tidak ada.csv');
    await expect(bring()).rejects.toMatchObject({ code: 'wrong-usage' });
  });

  test('says of a file without events that there are none', async () => {
    writeFileSync(ledger, 'Tanggal;Kegiatan');
    const { text, exit } = await bring({ dryRun: true });
    expect(text).toContain('No events in this file.');
    expect(exit).toBe(1);
  });

  test('wakes nothing: tickets and recaps, no clock, no report, no message, and the next pass is idle', async () => {
    await bring();

    const first = await desk.pass('2026-11-20T10:00:00+08:00');
    const second = await desk.pass('2026-11-20T10:10:00+08:00');

    const { plan, messages, wanted, cases, queue } = seenIn(first);
    expect(cases.map(({ decided }) => [decided.state?.is, decided.clock?.kind])).toEqual([
      ['Selesai', 'no-figure'],
      ['Selesai', 'no-figure'],
      ['Dibatalkan', 'no-figure'],
    ]);
    expect(plan.ledger.newTickets.length).toBe(3);
    expect(messages.promised).toEqual([]);
    expect(queue).toEqual([]);
    expect(wanted.flat().map(({ key }) => key)).toEqual(['rekap/2025-01', 'evaluasi/2025']);
    expect(seenIn(second).plan.cells).toEqual([]);
    expect((await desk.rows())[0]?.remarks).toBe('Dari buku lama; batas 24 jam tidak dihitung.');
  });

  test('asks no more of a row whose question was taken out of Periksa Impor', async () => {
    await bring();
    await desk.pass('2026-11-20T10:00:00+08:00');
    const [, row] = await desk.rows();
    expect(row?.importCheck).toContain('Jam Mulai');

    await desk.type(String(row?.ticket), 'importCheck', '');
    await desk.pass('2026-11-20T10:10:00+08:00');

    expect((await desk.rows())[1]?.remarks).toBe('Dari buku lama; batas 24 jam tidak dihitung.');
  });

  test('leaves a coming event to the rules, as if staff had typed it', async () => {
    writeFileSync(ledger, csv.replace('Senin, 6 Januari 2025', 'Selasa, 7 Desember 2026'));
    await bring();

    const report = await desk.pass('2026-11-20T10:00:00+08:00');

    const coming = seenIn(report).cases.find(
      ({ request }) => request.answers.event === 'Rakor Pangan',
    );
    expect(coming?.decided.clock?.kind).not.toBe('no-figure');
    expect(coming?.decided.state?.is).toBe('Perlu Perbaikan');
    expect((await desk.rows())[0]?.remarks).toContain(
      'buku lama menyebut hari Selasa, padahal tanggal itu Senin, 7 Desember 2026. Betulkan bila perlu,',
    );
  });

  test('takes columns as a map says, and says what is wrong with one', async () => {
    const map = join(folder, 'kolom.json');
    writeFileSync(
      map,
      JSON.stringify({ sheets: { '*': { columns: { 'Ket.': 'Petugas', H: 'kept' } } } }),
    );
    expect(await bring({ map, dryRun: true })).toMatchObject({
      data: { map: { sheets: { '*': { columns: { H: 'kept', I: 'officers' } } } } },
    });
    writeFileSync(map, JSON.stringify({ sheets: { '*': { columns: { H: 'Kolom Ajaib' } } } }));

    await expect(bring({ map })).rejects.toMatchObject({ code: 'wrong-usage' });
  });
});
