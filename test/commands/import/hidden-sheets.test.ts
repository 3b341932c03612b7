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

  test('is read where the map names columns of it, as if it said so outright', async () => {
    const tabs = [january, sheetOf('Draf', ['Rapat Draf'], 'hidden')];
    const draft = (said: object) => bring(tabs, { sheets: { Draf: said } });

    const misspelled = draft({ columns: { Kegiatn: 'event' } });
    await expect(misspelled).rejects.toThrow('no column "Kegiatn" in sheet "Draf"');
    const without = await draft({ ignore: true, columns: { Kegiatan: 'event' } });
    expect(without).toMatchObject({ exit: 0, data: { imported: 2, hiddenSheets: [] } });
    const nothingNamed = await draft({ columns: {} });
    expect(nothingNamed.data).toMatchObject({ hiddenSheets: [{ sheet: 'Draf', events: 1 }] });

    const named = await draft({ columns: { Kegiatan: 'event' } });

    expect(named).toMatchObject({ exit: 0, data: { imported: 1, known: 2, hiddenSheets: [] } });
    expect(await events()).toEqual(['Rakor Pangan', 'Rapat Beras', 'Rapat Draf']);
  });

  test('is not mentioned where all of it stands in a sheet that is imported', async () => {
    const withoutDay = [3, 'menyusul', '09.00', 'Rapat Rutin', 'Dinas Pangan'];
    const copied = (name: string, state?: TabToBuild['state']): TabToBuild => {
      const sheet = sheetOf(name, ['Rakor Pangan', 'Rapat Beras', 'Rapat Beras'], state);
      return { ...sheet, rows: [...sheet.rows, withoutDay] };
    };
    const tabs = [copied('2025 (2)', 'hidden'), copied('2025'), copied('2025 (3)', 'hidden')];

    for (const come of [{ imported: 4 }, { imported: 0, known: 4 }]) {
      const { text, data } = await bring(tabs);
      expect(data).toMatchObject({ ...come, hiddenSheets: [] });
      expect(data).not.toHaveProperty('rows.hidden');
      expect(text).not.toContain('idden');
    }

    expect(await hiddenNotes()).toEqual([]);
  });

  test('ends well where all of it stands in a sheet that is imported', async () => {
    const tabs = [january, sheetOf('Januari (2)', ['Rakor Pangan', 'Rapat Beras'], 'hidden')];

    expect((await bring(tabs)).exit).toBe(0);
    expect((await bring(tabs)).exit).toBe(0);
  });

  test('is told of with what stands in no other sheet', async () => {
    const draft = sheetOf('Januari (2)', ['Rakor Pangan', 'Rapat Baru'], 'hidden');

    const { text, data, exit } = await bring([draft, january]);

    expect(exit).toBe(1);
    expect(data).toMatchObject({
      rows: { event: 2, header: 1, hidden: 1 },
      hiddenSheets: [{ sheet: 'Januari (2)', events: 1 }],
    });
    expect(text).toContain('\n  - "Januari (2)": 1 event\n');
    expect(await hiddenNotes()).toEqual([
      ['Januari (2)', 3, '1 kegiatan (mulai baris 3) tidak diimpor', ...told('', 1).slice(3)],
    ]);
  });

  test('is not mentioned where it came with an earlier import, of which only what is new is told', async () => {
    const twice = (more: readonly string[]) => [
      sheetOf('Draf', ['Rapat Draf', 'Rakor Pangan', ...more], 'hidden'),
      january,
      sheetOf('Lama', ['Rapat Draf', 'Rapat Lama'], 'veryHidden'),
    ];
    await bring(twice([]), { sheets: { '*': { ignore: false } } });
    const before = await events();

    const again = await bring(twice([]));

    expect(again).toMatchObject({ exit: 0, data: { imported: 0, hiddenSheets: [] } });
    expect(await hiddenNotes()).toEqual([]);
    expect(await events()).toEqual(before);
    const more = await bring(twice(['Rapat Baru']));
    expect(more.data).toMatchObject({ hiddenSheets: [{ sheet: 'Draf', events: 1 }] });
  });

  test('is told of for an event without a day that stands in another month, until it came', async () => {
    const month = (
      name: string,
      { number, before, state }: { number: number; before: string[]; state?: 'hidden' },
    ): TabToBuild => {
      const sheet = sheetOf(name, before, state);
      const routine = [number, 'menyusul', '09.00', 'Rapat Rutin', 'Dinas Pangan'];
      return { ...sheet, rows: [...sheet.rows, routine, [9, '20/01/2025', '10.00', name, 'BPS']] };
    };
    const tabs = [
      month('Maret', { number: 7, before: ['Rakor Jagung', 'Rakor Kopi'], state: 'hidden' }),
      month('Januari', { number: 3, before: ['Rakor Padi', 'Rakor Gula'] }),
      month('Februari', { number: 3, before: ['Rakor Sagu'], state: 'hidden' }),
    ];
    const leftOut = async (map?: object) => {
      const { data } = await bring(tabs, map);
      return (data as { readonly hiddenSheets: readonly { readonly sheet: string }[] })
        .hiddenSheets;
    };
    const march = { sheet: 'Maret', events: 4 };
    const february = { sheet: 'Februari', events: 3 };

    expect(await leftOut()).toEqual([march, february]);
    expect(await leftOut({ sheets: { Februari: { ignore: false } } })).toEqual([march]);
    expect((await leftOut()).map(({ sheet }) => sheet)).toEqual(['Maret']);
    expect(await leftOut({ sheets: { '*': { ignore: false } } })).toEqual([]);
    expect(await leftOut()).toEqual([]);
    expect(await events()).toHaveLength(11);
  });

  test('leaves nothing to ask where the whole ledger is hidden and came earlier', async () => {
    const cover: TabToBuild = { name: 'Sampul', rows: [['Buku Vicon 2025']] };
    const tabs = [cover, sheetOf('Data', ['Rapat Draf', 'Rapat Draf'], 'hidden')];
    await bring(tabs, { sheets: { Data: { ignore: false } } });

    expect(await bring(tabs)).toMatchObject({ exit: 0, data: { imported: 0, hiddenSheets: [] } });
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

    const tabs = [
      undated('A', 'REKAP VICON TAHUN 2025'),
      undated('B', 'REKAP VICON'),
      undated('Lama', 'REKAP VICON TAHUN 2024', 'hidden'),
    ];
    await bring(tabs, { sheets: { Lama: { ignore: false } } });
    expect(await events()).toEqual(['Rapat A', 'Rapat B', 'Rapat Lama']);
    const days = (await desk.rows()).map(({ startDay }) => startDay);
    expect(days[1]).toBe(days[0]);

    await bring(tabs);
    expect(await events()).toHaveLength(3);
  });
});
