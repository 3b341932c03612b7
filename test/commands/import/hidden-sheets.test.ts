/** Sheets that somebody hid in an old ledger, from the file to the rows of the desk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { importLedger } from '../../../src/commands/import.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';
import { buildXlsx, type TabToBuild } from '../../support/xlsx.ts';

const header = ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'];

const sheetOf = (
  name: string,
  events: readonly string[],
  state?: TabToBuild['state'],
): TabToBuild => ({
  name,
  rows: [
    header,
    ...events.map((event, at) => [at + 1, `0${at + 6}/01/2025`, '09.00', event, 'Dinas Pangan']),
  ],
  ...(state !== undefined && { state }),
});

const january = sheetOf('Januari', ['Rakor Pangan', 'Rapat Beras']);

describe('a hidden sheet of an old ledger', () => {
  let desk: TestDesk;
  let folder: string;
  beforeEach(() => {
    desk = deskWith([]);
    folder = mkdtempSync(join(tmpdir(), 'vicon-tersembunyi-'));
  });
  afterEach(() => {
    desk.remove();
    rmSync(folder, { recursive: true });
  });

  const bring = (tabs: readonly TabToBuild[], map?: object) => {
    const ledger = join(folder, 'buku lama.xlsx');
    writeFileSync(ledger, buildXlsx(tabs));
    const mapFile = join(folder, 'map.json');
    if (map !== undefined) writeFileSync(mapFile, JSON.stringify(map));
    return importLedger(
      {
        config: desk.config.file,
        now: Temporal.Instant.from('2026-11-20T09:00:00+08:00'),
        progress: () => undefined,
      },
      { ledger, ...(map !== undefined && { map: mapFile }) },
    );
  };
  const events = async () => (await desk.rows()).map(({ event }) => event);
  /** Lembar, Baris, Menjadi, Kepastian and Sebab of the lines about hidden sheets. */
  const hiddenNotes = async () => {
    const { tabs } = await openLocalWorkbook({ path: desk.config.workbook }).read();
    const rows = tabs.find(({ name }) => name === 'Catatan Impor')?.rows ?? [];
    return rows
      .filter((cells) => cells[4] === 'lembar tersembunyi')
      .map((cells) => [2, 3, 7, 8, 9].map((at) => cells[at]));
  };
  const told = (name: string, many: number) => [
    name,
    2,
    `${many} kegiatan (mulai baris 2) tidak diimpor`,
    'periksa',
    'lembar disembunyikan; agar diimpor, tampilkan dahulu, atau tulis "ignore": false di berkas --map',
  ];

  test('stays out, hidden in whatever way, and is told of in one line each until its number is another', async () => {
    const draft = sheetOf('Draf', ['Rapat Draf'], 'hidden');
    const tabs = [draft, january, sheetOf('Arsip "24"', ['Bimtek', 'Rakor'], 'veryHidden')];

    const { text, data, exit } = await bring(tabs);

    expect(exit).toBe(1);
    expect(data).toMatchObject({
      imported: 2,
      rows: { event: 2, header: 1, hidden: 3 },
      hiddenSheets: [
        { sheet: 'Draf', events: 1 },
        { sheet: 'Arsip "24"', events: 2 },
      ],
    });
    expect(text).toContain('    3 events in hidden sheets, not imported\n');
    expect(text).toContain('\n  - "Draf": 1 event\n  - “Arsip "24"”: 2 events\n');
    expect(text).toContain('{"sheets":{"Draf":{"ignore":false}}}');
    expect(await events()).toEqual(['Rakor Pangan', 'Rapat Beras']);
    const notes = [told('Draf', 1), told('Arsip "24"', 2)];
    expect(await hiddenNotes()).toEqual(notes);

    expect(await bring(tabs)).toMatchObject({ exit: 1, data: { imported: 0, known: 2 } });
    expect(await hiddenNotes()).toEqual(notes);
    await bring([sheetOf('Draf', ['Rapat Draf', 'Rapat Lain'], 'hidden'), january]);
    expect(await hiddenNotes()).toEqual([...notes, told('Draf', 2)]);
  });

  test('comes in where the map says that it is to be read, and the printed map says so again', async () => {
    const tabs = [
      january,
      sheetOf('Draf', ['Rapat Draf'], 'hidden'),
      sheetOf('Lama', ['Rapat Lama'], 'hidden'),
    ];

    const { text, data, exit } = await bring(tabs, { sheets: { Draf: { ignore: false } } });

    expect(exit).toBe(1);
    expect(await events()).toEqual(['Rakor Pangan', 'Rapat Beras', 'Rapat Draf']);
    expect(await hiddenNotes()).toEqual([told('Lama', 1)]);
    expect(text).not.toContain('"Draf": 1 event');
    const columns = { A: 'number', B: 'startDay', C: 'startTime', D: 'event', E: 'institution' };
    expect(data).toMatchObject({
      map: { sheets: { '*': { columns }, Draf: { ignore: false, columns } } },
    });
    const { map } = data as { readonly map: object };
    expect((await bring(tabs, map)).data).toMatchObject({
      known: 3,
      hiddenSheets: [{ sheet: 'Lama' }],
    });
  });

  test('asks no more where the map leaves it out by name, or takes all', async () => {
    const tabs = [january, sheetOf('Draf', ['Rapat Draf'], 'veryHidden')];

    const without = await bring(tabs, { sheets: { Draf: { ignore: true } } });
    expect(without).toMatchObject({ exit: 0, data: { imported: 2, hiddenSheets: [] } });
    expect(await hiddenNotes()).toEqual([]);

    const all = await bring(tabs, { sheets: { '*': { ignore: false } } });
    expect(all).toMatchObject({ exit: 0, data: { imported: 1, known: 2, hiddenSheets: [] } });
    expect(await events()).toEqual(['Rakor Pangan', 'Rapat Beras', 'Rapat Draf']);
  });

  test('is told of, too, where the map says only what its columns mean', async () => {
    const tabs = [january, sheetOf('Draf', ['Rapat Draf'], 'hidden')];

    const { data, exit } = await bring(tabs, { sheets: { Draf: { columns: { D: 'event' } } } });

    expect(exit).toBe(1);
    expect(data).toMatchObject({ hiddenSheets: [{ sheet: 'Draf', events: 1 }] });
  });

  test('is not mentioned where no events stand in it', async () => {
    const list: TabToBuild = {
      name: 'Daftar',
      rows: [['Ruangan'], ['Aula'], ['Ruang Oval']],
      state: 'hidden',
    };
    const empty: TabToBuild = { name: 'Kosong', rows: [], state: 'veryHidden' };

    const { text, data, exit } = await bring([
      { ...january, state: 'visible' },
      list,
      empty,
      sheetOf('Format', [], 'hidden'),
    ]);

    expect(exit).toBe(0);
    expect(data).toMatchObject({ imported: 2, hiddenSheets: [] });
    expect(text).not.toContain('idden');
    expect(await hiddenNotes()).toEqual([]);
  });

  test('does not say of which year the others are', async () => {
    const undated = (name: string, title: string, state?: TabToBuild['state']): TabToBuild => ({
      name,
      rows: [[title], header, [1, '6 Januari', '09.00', `Rapat ${name}`, 'Dinas Pangan']],
      ...(state !== undefined && { state }),
    });

    await bring([
      undated('A', 'REKAP VICON TAHUN 2025'),
      undated('B', 'REKAP VICON'),
      undated('Lama', 'REKAP VICON TAHUN 2024', 'hidden'),
    ]);

    const days = (await desk.rows()).map(({ startDay }) => startDay);
    expect(days).toHaveLength(2);
    expect(days[1]).toBe(days[0]);
  });
});
