import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { WorkbookBusyError } from '../../src/backends/local/saving/errors.ts';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { plan } from '../../src/commands/plan.ts';
import { recap } from '../../src/commands/recap.ts';
import { type RequestField, requestTab } from '../../src/core/columns/request-tab.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import type { Tab } from '../../src/core/sheet/column.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';
import type { Cell, TabSnapshot } from '../../src/core/sheet/snapshot.ts';
import { aRow, day } from '../support/a-request-row.ts';
import {
  demoDesk,
  deskWith,
  type RequestCells,
  seenIn,
  someRegisters,
  type TestDesk,
} from '../support/desk.ts';
import { buildXlsx } from '../support/xlsx.ts';

const now = '2026-11-17T09:00:00+08:00';

const another = (overrides: RequestCells = {}): RequestCells =>
  aRow({
    submittedAt: day('2026-11-16') + 10 / 24,
    email: 'lain@contoh.go.id',
    event: 'Sosialisasi Aplikasi',
    startDay: day('2026-11-24'),
    ...overrides,
  });

const foreignFields: readonly RequestField[] = requestTab.columns
  .filter(({ owner }) => owner === 'form' || owner === 'staff')
  .map(({ field }) => field);
const only = (fields: readonly RequestField[], rows: readonly Record<RequestField, Cell>[]) =>
  rows.map((row) => fields.map((field) => row[field]));

/** Every file of the desk with its bytes and time, the ledger's own aside. */
const filesOf = (dir: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.layanan-vicon'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`]),
  );

describe('a pass', () => {
  let desk: TestDesk | undefined;
  const open = (made: TestDesk): TestDesk => {
    desk = made;
    return made;
  };
  afterEach(() => desk?.remove());

  test('gives tickets in the order of receipt and writes states, officers and remarks', async () => {
    const { pass, rows } = open(deskWith([another(), aRow()]));

    const report = await pass(now);

    expect(report.look.refusals).toEqual([]);
    const [second, first] = await rows();
    expect([first?.ticket, second?.ticket]).toEqual(['VC-2026-0001', 'VC-2026-0002']);
    expect(first?.state).not.toBe('');
    expect(String(first?.officers)).toMatch(/Rahmat|Siti|Yusuf/);
  });

  test('changes nothing the second time, to the byte and the modification time', async () => {
    const { pass, dir } = open(demoDesk('2026-11-17'));
    await pass(now);
    const before = filesOf(dir);

    const again = await pass(now);

    expect(again.idle).toBe(true);
    expect(filesOf(dir)).toEqual(before);
  });

  test('stays quiet while the clock goes on and nothing happens', async () => {
    const { pass, dir } = open(deskWith([aRow(), another()]));
    await pass('2026-11-17T09:05:00+08:00');
    const before = filesOf(dir);

    const later = await pass('2026-11-17T09:35:00+08:00');

    expect(later.idle).toBe(true);
    expect(filesOf(dir)).toEqual(before);
  });

  test('never touches a cell of the form or of the staff', async () => {
    const { pass, rows } = open(demoDesk('2026-11-17'));
    const before = only(foreignFields, await rows());

    await pass(now);

    expect(only(foreignFields, await rows())).toEqual(before);
  });

  test('lets tickets follow their rows when people sort the sheet', async () => {
    const { pass, rows, rewrite } = open(deskWith([aRow(), another()]));
    await pass(now);
    const before = await rows();

    await rewrite((sheet) => [...sheet].reverse());
    const after = await pass(now);

    expect(await rows()).toEqual([...before].reverse());
    // The program that saved it kept what links say and dropped where they lead: nothing else is put right.
    expect(seenIn(after).plan.cells.map(({ becomes }) => typeof becomes)).toSatisfy(
      (kinds: readonly string[]) => kinds.every((kind) => kind === 'object'),
    );
    expect((await pass(now)).idle).toBe(true);
  });

  test('keeps to a choice made by hand until its cell is emptied', async () => {
    const { pass, rows, type } = open(deskWith([aRow(), another()]));
    await pass(now);
    const [proposed] = await rows();
    await type('VC-2026-0001', 'officers', 'Yusuf Mohamad');
    await type('VC-2026-0001', 'state', 'batal');

    await pass(now);
    const [byHand] = await rows();
    await type('VC-2026-0001', 'officers', '');
    await type('VC-2026-0001', 'state', '');
    await pass(now);
    const [handedBack] = await rows();

    expect([byHand?.officers, byHand?.state]).toEqual(['Yusuf Mohamad', 'batal']);
    expect([handedBack?.officers, handedBack?.state]).toEqual([
      proposed?.officers,
      proposed?.state,
    ]);
  });

  test('puts back a cell of its own that somebody typed over', async () => {
    const { pass, rows, type } = open(deskWith([aRow()]));
    await pass(now);
    await type('VC-2026-0001', 'serviceTime', 'tidak tahu');

    const report = await pass(now);

    expect(report.look.plan.cells.filter(({ repair }) => repair).map(({ field }) => field)).toEqual(
      ['serviceTime'],
    );
    expect((await rows())[0]?.serviceTime).not.toBe('tidak tahu');
  });

  test('never gives the number of a deleted row to another request', async () => {
    const { pass, rows, rewrite } = open(deskWith([aRow(), another()]));
    await pass(now);

    await rewrite((sheet) => sheet.slice(0, 1));
    const without = await pass(now);
    await rewrite((sheet) => [
      ...sheet,
      another({ email: 'baru@contoh.go.id', event: 'Rapat Baru' }),
    ]);
    await pass(now);

    expect(seenIn(without).observation.gone).toEqual(['VC-2026-0002']);
    expect((await rows()).map(({ ticket }) => ticket)).toEqual(['VC-2026-0001', 'VC-2026-0003']);
  });

  test('lets the ticket follow a response that the requester edited', async () => {
    const { pass, rows, rewrite } = open(deskWith([aRow()]));
    await pass(now);

    await rewrite(([row]) => [
      { ...row, submittedAt: day('2026-11-17') + 8 / 24, event: 'Rapat Koordinasi (revisi)' },
    ]);
    await pass(now);

    expect((await rows()).map(({ ticket }) => ticket)).toEqual(['VC-2026-0001']);
  });

  test('refuses a sheet without one of our headers and leaves the file as it is', async () => {
    const { pass, config, rewrite } = open(deskWith([aRow()]));
    await rewrite((sheet) => sheet);
    const text = readFileSync(config.workbook);
    const { openZip } = await import('../../src/office-package/zip.ts');
    expect(openZip(text)).toBeDefined();
    await renameHeader(config.workbook, 'Status', 'Catatan Budi');
    const before = readFileSync(config.workbook);

    const report = await pass(now);

    expect(report.look.refusals.map(({ kind }) => kind)).toEqual(['missing-header']);
    expect(readFileSync(config.workbook).equals(before)).toBe(true);
  });

  /** A person saves the workbook with its tabs changed. */
  const change = async (path: string, to: (tab: TabSnapshot) => TabSnapshot): Promise<void> => {
    const { tabs: before } = await openLocalWorkbook({ path }).read();
    writeFileSync(path, buildXlsx(before.map(to)));
  };
  const withName = (from: string, to: string) => (tab: TabSnapshot) =>
    tab.name === from ? { ...tab, name: to } : tab;

  test('writes nothing while any of the registers is gone, and says which', async () => {
    const { pass, dir, config } = open(deskWith([aRow(), another()]));
    await pass(now);

    const registers: readonly Tab[] = tabs;
    const needed = registers.filter((tab) => tab !== requestTab && !tab.isOptional);
    for (const { name } of needed) {
      await change(config.workbook, withName(name, 'Data Budi'));
      const before = filesOf(dir);
      const report = await pass(now, { acceptLargeChange: true });

      expect(report.look.refusals).toEqual([
        { kind: 'missing-tab', text: expect.stringContaining(`There is no tab "${name}".`) },
      ]);
      expect(filesOf(dir)).toEqual(before);
      await change(config.workbook, withName('Data Budi', name));
    }
    const again = await pass(now);

    expect(again.look.refusals).toEqual([]);
    expect(again.documents).toEqual([]);
  });

  test('writes nothing while the column that names the officers has another header', async () => {
    const { pass, dir, config } = open(deskWith([aRow(), another()]));
    await pass(now);
    await change(config.workbook, (tab) =>
      tab.name === 'Petugas'
        ? {
            ...tab,
            rows: tab.rows.map((row) =>
              row.map((cell) => (cell === 'Nama' ? 'Nama Lengkap' : cell)),
            ),
          }
        : tab,
    );
    const before = filesOf(dir);

    const report = await pass(now);

    expect(report.look.refusals).toEqual([
      {
        kind: 'missing-header',
        text: expect.stringContaining('Tab "Petugas" has no column "Nama".'),
      },
    ]);
    expect(filesOf(dir)).toEqual(before);
  });

  test('plans nothing and makes no recap from a workbook without a register', async () => {
    const { dir, config } = open(demoDesk('2026-11-17'));
    await change(config.workbook, withName('Pengaturan', 'Data Budi'));
    const before = filesOf(dir);
    const circumstances = {
      config: config.file,
      now: Temporal.Instant.from(now),
      progress: () => undefined,
    };

    const planned = await plan(circumstances);
    const made = await recap(circumstances, { month: '2026-10' });

    expect(planned.text).toMatch(/^Nothing can be planned\.\n\n! Refused: There is no tab "Pengat/);
    expect(planned.data).toMatchObject({ cells: [], refusals: [{ kind: 'missing-tab' }] });
    expect(made.text).toMatch(/^The recap of 2026-10 was not made:\n {2}! There is no tab "Pengat/);
    expect([planned.exit, made.exit]).toEqual([1, 1]);
    expect(filesOf(dir)).toEqual(before);
  });

  test('waits while somebody has the workbook open, and loses nothing by it', async () => {
    const { pass, rows, config } = open(deskWith([aRow()]));
    const lock = join(dirname(config.workbook), '.~lock.Buku Layanan.xlsx#');
    writeFileSync(lock, ',Sri,pc-1,17.11.2026 09:00,file:///home/sri/.config/libreoffice;');

    await expect(pass(now)).rejects.toThrow(WorkbookBusyError);
    rmSync(lock);
    await pass(now);

    expect((await rows()).map(({ ticket }) => ticket)).toEqual(['VC-2026-0001']);
    expect((await pass(now)).idle).toBe(true);
  });

  test('of a full new workbook that is open for editing goes on once it is closed', async () => {
    const many = Array.from({ length: 25 }, (_, n) =>
      aRow({
        submittedAt: day('2026-11-16') + (540 + n) / 1440,
        event: `Rapat ${n}`,
        startDay: day('2026-11-23') + n,
      }),
    );
    const { pass, rows, config } = open(deskWith(many));
    const lock = join(dirname(config.workbook), '~$Buku Layanan.xlsx');
    writeFileSync(lock, 'Sri');

    await expect(pass(now)).rejects.toThrow(WorkbookBusyError);
    await expect(pass(now)).rejects.toThrow(WorkbookBusyError);
    rmSync(lock);
    const report = await pass(now);

    expect(report.look.refusals).toEqual([]);
    expect(new Set((await rows()).map(({ ticket }) => ticket)).size).toBe(25);
    expect((await pass(now)).idle).toBe(true);
  });

  test('that would change most of many known requests is refused and writes nothing', async () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      aRow({
        submittedAt: day('2026-11-16') + (540 + n) / 1440,
        event: `Rapat ${n}`,
        startDay: day('2026-11-23') + n,
      }),
    );
    const { pass, rewrite, config } = open(deskWith(many));
    await pass(now);
    await rewrite((sheet) => sheet.map((row) => ({ ...row, place: '' })));
    const before = readFileSync(config.workbook);

    const report = await pass(now);

    expect(report.look.refusals.map(({ kind }) => kind)).toEqual(['large-change']);
    expect(readFileSync(config.workbook).equals(before)).toBe(true);
  });

  test('is refused by a clock that went back, touches nothing, and goes on when it is right again', async () => {
    const { pass, rows, dir } = open(deskWith([aRow(), another({ confirmed: '✓' })]));
    await pass('2026-11-17T09:00:00+08:00');
    await pass('2026-11-25T09:00:00+08:00');
    const before = filesOf(dir);

    const early = await pass('2026-11-20T09:00:00+08:00');

    expect(early.look.refusals.map(({ kind }) => kind)).toEqual(['earlier-clock']);
    expect(filesOf(dir)).toEqual(before);
    expect((await pass('2026-11-25T09:05:00+08:00')).idle).toBe(true);
    expect((await rows()).map(({ ticket }) => ticket)).toEqual(['VC-2026-0001', 'VC-2026-0002']);
  });

  test('by a clock that was ahead is left behind once that is said to be meant', async () => {
    const { pass } = open(deskWith([aRow()]));
    await pass('2026-12-17T09:00:00+08:00');
    const kindsAt = async (moment: string, acceptEarlierClock = false) =>
      (await pass(moment, { acceptEarlierClock })).look.refusals.map(({ kind }) => kind);

    expect(await kindsAt('2026-11-17T09:00:00+08:00')).toEqual(['earlier-clock']);
    expect(await kindsAt('2026-11-17T09:00:00+08:00', true)).toEqual([]);
    expect(await kindsAt('2026-11-17T09:05:00+08:00')).toEqual([]);
    expect(await kindsAt('2026-11-16T09:05:00+08:00')).toEqual(['earlier-clock']);
  });

  test('knows the last pass also where that had nothing to do, and from a ledger that did not note it', async () => {
    const { pass, config } = open(deskWith([aRow()]));
    await pass('2026-11-17T07:00:00+08:00');
    const idle = await pass('2026-11-17T07:40:00+08:00');
    const early = await pass('2026-11-17T07:10:00+08:00');
    const database = new Database(config.ledger);
    database.exec("delete from memory where name = 'pass.latest'");
    database.close();

    expect([idle.idle, early.look.refusals.map(({ kind }) => kind)]).toEqual([
      true,
      ['earlier-clock'],
    ]);
    const refused = await pass('2026-11-17T06:10:00+08:00');
    expect(refused.look.refusals.map(({ kind }) => kind)).toEqual(['earlier-clock']);
  });

  test('is refused in a year before this version came out, where it is the first', async () => {
    const { pass, dir } = open(deskWith([aRow()]));
    const before = filesOf(dir);

    const report = await pass('2009-01-01T00:05:00+08:00');

    expect(report.look.refusals.map(({ kind }) => kind)).toEqual(['clock-before-release']);
    expect(filesOf(dir)).toEqual(before);
    expect((await pass(now)).look.refusals).toEqual([]);
  });

  test('refuses to number anew when the ledger was lost, and adopts what the sheet says', async () => {
    const { pass, rows, config } = open(deskWith([aRow(), another()]));
    await pass(now);
    const before = await rows();
    rmSync(dirname(config.ledger), { recursive: true });

    const refused = await pass(now);
    await pass(now, { adopt: true, acceptLargeChange: true });

    expect(refused.look.refusals.map(({ kind }) => kind)).toContain('lost-ledger');
    expect((await rows()).map(({ ticket }) => ticket)).toEqual(before.map(({ ticket }) => ticket));
    expect((await pass(now)).idle).toBe(true);
  });

  test('writes no letter about equipment that nobody has counted, and says so in Ringkasan', async () => {
    const { pass, rows, dir } = deskWith(
      [aRow({ equipment: 'Speaker (1)' })],
      someRegisters.filter(({ tab }) => tab !== 'Peralatan'),
    );

    const { look } = await pass(now);

    expect(await rows()).toMatchObject([{ reserved: '', shortage: '', shortageNotice: '' }]);
    expect(Object.keys(filesOf(dir)).join()).not.toContain('Kekurangan');
    expect(look.plan.overview.map(({ becomes }) => becomes)).toContainEqual(
      expect.stringMatching(/^Jumlah peralatan .*Speaker.* belum diisi di tab Peralatan/),
    );
    expect(look.plan.concerns).toMatchObject([
      { tab: 'Peralatan', findings: [{ text: expect.stringMatching(/^Jumlah peralatan /) }] },
    ]);
  });

  test('says beside a letter about equipment that nothing is lacking any more', async () => {
    const { pass, rows, type } = deskWith([aRow({ equipment: 'Meja (1)' })]);
    await pass(now);
    const [before] = await rows();

    await type('VC-2026-0001', 'equipment', 'Speaker (1)');
    await pass(now);

    const [after] = await rows();
    expect(before?.shortageNotice).toContain('Kekurangan');
    expect(before?.remarks).not.toContain('tidak berlaku lagi');
    expect(after?.shortageNotice).toBe('tidak berlaku: tidak ada peralatan yang kurang');
    expect(after?.remarks).toContain('Pemberitahuan Kekurangan Peralatan tidak berlaku');
    expect((await pass(now)).idle).toBe(true);
  });

  test('never writes over a document that somebody edited', async () => {
    const { pass, rows, config, type } = open(
      deskWith([
        aRow({
          startDay: day('2026-11-16'),
          submittedAt: day('2026-11-13') + 9 / 24,
          confirmed: day('2026-11-13') + 10 / 24,
        }),
      ]),
    );
    await pass(now);
    const link = String((await rows())[0]?.report);
    const path = join(config.documents, link);
    expect(existsSync(path)).toBe(true);
    cpSync(join(config.documents, '..', 'layanan-vicon.json'), path);

    await type('VC-2026-0001', 'actualLeader', 'Drs. Abdul Karim, M.Si.');
    await pass(now);

    const [row] = await rows();
    expect(readFileSync(path, 'utf8')).toContain('workbook');
    expect(row?.report).toContain('(pembaruan 2)');
    expect(row?.remarks).toContain('pembaruan 2');
    expect((await pass(now)).idle).toBe(true);
  });
});

/** Types another word over a header, as a person would. */
const renameHeader = async (path: string, from: string, to: string): Promise<void> => {
  const workbook = openLocalWorkbook({ path });
  const { tabs } = await workbook.read();
  const rows = tabs.find(({ name }) => name === requestTab.name)?.rows ?? [];
  const row = rows.findIndex((cells) => cells.includes(from));
  const column = rows[row]?.indexOf(from) ?? -1;
  const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
  await workbook.write([{ tab: requestTab.name, address, was: from, becomes: to }], () => nowhere);
};
