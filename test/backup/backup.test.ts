import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BackupDamagedError,
  NeverQuietError,
  NotABackupError,
  RestoreInTheWayError,
} from '../../src/backup/errors.ts';
import { makeBackup } from '../../src/backup/make-backup.ts';
import { manifestName } from '../../src/backup/manifest.ts';
import { restoreBackup } from '../../src/backup/restore.ts';
import { backup } from '../../src/commands/backup.ts';
import { restore } from '../../src/commands/restore.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { claimDesk } from '../../src/ledger/claim-desk.ts';
import { DeskBusyError } from '../../src/ledger/errors.ts';
import { copyOf, deskWith, type TestDesk } from '../support/desk.ts';

const at = '2026-11-18T10:00:00+08:00';
const now = Temporal.Instant.from(at);
const quietly = () => undefined;
const serial = (day: string) => dayToSerial(Temporal.PlainDate.from(day));
const aRow = (minute: number, day: string) => ({
  submittedAt: serial('2026-11-18') + (540 + minute) / 1440,
  email: `pemohon${minute}@contoh.test`,
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat ${minute}`,
  startDay: serial(day),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Operator saja',
});

describe('a copy of a desk', () => {
  let desk: TestDesk;
  let shelf: string;
  let asBegun: TestDesk;
  beforeAll(async () => {
    asBegun = deskWith([aRow(1, '2026-11-10'), aRow(2, '2026-11-24'), aRow(3, '2026-11-25')]);
    await asBegun.pass(at);
  });
  afterAll(() => asBegun.remove());
  beforeEach(() => {
    desk = copyOf(asBegun);
    shelf = mkdtempSync(join(tmpdir(), 'vicon-copies-'));
  });
  afterEach(() => {
    desk.remove();
    rmSync(shelf, { recursive: true, force: true });
  });

  const copied = async (progress: (step: string) => void = quietly) =>
    (await makeBackup(desk.config, { into: shelf, now, progress })).folder;
  const restored = (folder: string, { replace = false } = {}) =>
    restoreBackup(folder, { settings: desk.config.file, replace, now, progress: quietly });
  const wipe = () => {
    for (const name of readdirSync(desk.dir)) rmSync(join(desk.dir, name), { recursive: true });
  };
  /** Every file of the desk with its bytes; what SQLite leaves beside a ledger is no content. */
  const everything = () =>
    new Map(
      readdirSync(desk.dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(lock|db-wal|db-shm|db)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, readFileSync(path).toString('base64')]),
    );

  test('brings a wiped desk back, so that the next pass has nothing to do', async () => {
    chmodSync(desk.config.workbook, 0o664);
    const before = everything();
    const folder = await copied();
    wipe();

    await restored(folder);

    expect(everything()).toEqual(before);
    expect(statSync(desk.config.workbook).mode & 0o777).toBe(0o664);
    expect((await desk.pass(at)).idle).toBe(true);
  });

  test('is of one moment, though a pass writes workbook, documents and ledger while it is taken', async () => {
    const [earlier, later] = [join(shelf, 'earlier'), join(shelf, 'later')];
    const put = (from: string, to: string) =>
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
    put(desk.dir, earlier);
    await desk.pass('2026-11-26T10:00:00+08:00');
    put(desk.dir, later);
    const all = everything();
    wipe();
    put(earlier, desk.dir);
    let rounds = 0;
    const folder = await copied((step) => {
      if (step !== 'Copying the outbox') return;
      rounds += 1;
      if (rounds === 1) put(later, desk.dir);
    });
    wipe();

    await restored(folder);

    expect(everything()).toEqual(all);
    expect((await desk.pass('2026-11-26T10:00:00+08:00')).idle).toBe(true);
  });

  test('holds what somebody put beside the documents while it was taken', async () => {
    const note = join(desk.config.documents, 'catatan.txt');
    const folder = await copied((step) => {
      if (step === 'Copying the ledger' && !existsSync(note)) writeFileSync(note, 'x');
    });
    expect(existsSync(join(folder, 'documents', 'catatan.txt'))).toBe(true);
  });

  test('is not made of a workbook that is never left alone, and leaves nothing behind', async () => {
    let saves = 0;
    const restless = copied((step) => {
      if (step !== 'Copying the ledger') return;
      saves += 1;
      writeFileSync(join(desk.config.documents, 'catatan.txt'), 'x'.repeat(saves));
      writeFileSync(desk.config.workbook, readFileSync(desk.config.workbook), { flag: 'w' });
    });
    await expect(restless).rejects.toThrow(NeverQuietError);
    expect(readdirSync(shelf)).toEqual([]);
  });

  test('is refused when a single byte of it was changed, before anything is touched', async () => {
    const folder = await copied();
    const victim = join(folder, 'workbook', 'Buku Layanan.xlsx');
    const bytes = readFileSync(victim);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(victim, bytes);
    const before = everything();

    await expect(restored(folder, { replace: true })).rejects.toThrow(BackupDamagedError);
    expect(everything()).toEqual(before);
  });

  test('takes the place of nothing unless that is asked for, and then keeps it', async () => {
    const folder = await copied();
    await desk.type('VC-2026-0002', 'coordination', 'sudah ditelepon');
    const typed = readFileSync(desk.config.workbook);

    await expect(restored(folder)).rejects.toThrow(RestoreInTheWayError);
    expect(readFileSync(desk.config.workbook).equals(typed)).toBe(true);

    const { kept } = await restored(folder, { replace: true });
    const [aside = ''] = kept.filter((path) => path.endsWith('.xlsx'));
    expect(readFileSync(aside).equals(typed)).toBe(true);
    expect(readdirSync(desk.dir).filter((name) => name.endsWith('.sedang-dipulihkan'))).toEqual([]);
  });

  test('is not restored under whoever works on the desk', async () => {
    const folder = await copied();
    const claim = await claimDesk({ path: desk.config.ledger });
    try {
      await expect(restored(folder, { replace: true })).rejects.toThrow(DeskBusyError);
    } finally {
      await claim.release();
    }
  });

  test('cannot lead out of the desk', async () => {
    const folder = await copied();
    const list = join(folder, manifestName);
    writeFileSync(list, readFileSync(list, 'utf8').replace('Buku Layanan.xlsx', '../di-luar.xlsx'));
    await expect(restored(folder)).rejects.toThrow(NotABackupError);
  });

  test('an unfinished copy is none', async () => {
    const folder = join(shelf, 'kosong');
    mkdirSync(folder);
    await expect(restored(folder)).rejects.toThrow(NotABackupError);
  });

  test('holds neither locks nor other copies', async () => {
    writeFileSync(join(desk.config.documents, '.~lock.Laporan.docx#'), '');
    const answer = await backup({ config: desk.config.file, now, progress: quietly }, {});
    const again = await backup({ config: desk.config.file, now, progress: quietly }, {});
    const { folder } = again.data as { readonly folder: string };
    const names = readdirSync(folder, { recursive: true }).map(String);
    expect(answer.exit).toBe(0);
    expect(again.text).toContain(
      `npx layanan-vicon restore --config ${desk.config.file} '${folder}'`,
    );
    expect(names.filter((name) => name.includes('.~lock') || name.includes('Cadangan'))).toEqual(
      [],
    );
  });

  test('says what may have left since: messages that waited when it was made', async () => {
    await desk.rewrite((rows) => [...rows, aRow(90, '2026-11-26')]);
    await desk.pass('2026-11-18T11:00:00+08:00');
    const folder = await copied();
    const nextDay = Temporal.Instant.from('2026-11-19T12:00:00+08:00');
    const answer = await restore(
      { config: join(shelf, 'lain', 'layanan-vicon.json'), now: nextDay, progress: quietly },
      { folder },
    );
    expect(answer.text).toMatch(/\d+ messages? waited when the copy was made/);
    expect(answer.exit).toBe(1);
    expect(answer.text).toContain(
      `npx layanan-vicon plan --config ${join(shelf, 'lain', 'layanan-vicon.json')}`,
    );
    expect(existsSync(join(shelf, 'lain', 'Buku Layanan.xlsx'))).toBe(true);
  });

  test('of an older ledger puts aside what SQLite left beside the newer one', async () => {
    const folder = await copied();
    await desk.pass('2026-11-20T10:00:00+08:00');
    const wal = `${desk.config.ledger}-wal`;
    if (!existsSync(wal)) copyFileSync(desk.config.file, wal);

    await restored(folder, { replace: true });

    expect(existsSync(wal)).toBe(false);
    expect(readdirSync(dirname(wal)).some((name) => name.includes('sebelum dipulihkan'))).toBe(
      true,
    );
  });
});
