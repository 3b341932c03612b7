import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { aChange, giving, now, ticketOf } from './changes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const desk = 'desk';

/** A closed ledger with tickets, a moment and a history. */
const aLedgerFile = async (tickets = 3): Promise<string> => {
  const path = join(temporaryFolder(), 'ledger.db');
  const ledger = await openLedger({ path, desk });
  const numbers = Array.from({ length: tickets }, (_, index) => index + 1);
  const moments = [{ ticket: ticketOf(1), kind: 'received', at: now }] as const;
  await ledger.commit({ ...giving(...numbers), moments }, now, 'pass 1');
  await ledger.close();
  return path;
};

const opening = (path: string, readOnly = false): Promise<unknown> =>
  openLedger({ path, desk, readOnly }).then(
    async (ledger) => {
      await ledger.close();
      return 'opened';
    },
    (error: unknown) => error,
  );

describe('opening a ledger', () => {
  test('refuses a file that is no database, and leaves it alone', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    writeFileSync(path, 'Daftar tamu rapat\n'.repeat(400));
    const before = readFileSync(path);

    expect(await opening(path)).toMatchObject({ code: 'not-a-ledger' });

    expect(readFileSync(path)).toEqual(before);
  });

  test("refuses another program's database, and leaves it alone", async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const other = new Database(path);
    other.exec('create table guest (name text)');
    other.close();
    const before = readFileSync(path);

    expect(await opening(path)).toMatchObject({ code: 'not-a-ledger' });

    expect(readFileSync(path)).toEqual(before);
  });

  test('says that a damaged ledger is damaged', async () => {
    const path = await aLedgerFile(2_000);
    const file = openSync(path, 'r+');
    for (let at = 8_192; at < statSync(path).size; at += 4_096) {
      writeSync(file, Buffer.alloc(512, 0xa5), 0, 512, at);
    }
    closeSync(file);

    const reading = openLedger({ path, desk }).then((ledger) => ledger.state());

    await expect(reading).rejects.toMatchObject({ code: 'ledger-corrupt' });
  });

  test('says that a shortened ledger is damaged', async () => {
    const path = await aLedgerFile(2_000);
    truncateSync(path, 20_480);

    const reading = openLedger({ path, desk }).then((ledger) => ledger.state());

    await expect(reading).rejects.toMatchObject({ code: 'ledger-corrupt' });
  });

  test('says that the folder is missing', async () => {
    const path = join(temporaryFolder(), 'nowhere', 'ledger.db');

    expect(await opening(path)).toMatchObject({ code: 'ledger-not-writable' });
  });

  test('says that the folder may not be written', async () => {
    const folder = join(temporaryFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(folder, 0o555);

    const refused = await withoutPrivileges(() => opening(join(folder, 'ledger.db')));

    expect(refused).toMatchObject({ code: 'ledger-not-writable' });
  });

  test('says that the file may not be written', async () => {
    const path = await aLedgerFile();
    chmodSync(join(path, '..'), 0o755);
    chmodSync(path, 0o444);

    const refused = await withoutPrivileges(() => opening(path));

    expect(refused).toMatchObject({ code: 'ledger-not-writable' });
  });

  test('refuses a ledger of a newer edition with words, and leaves it alone', async () => {
    const path = await aLedgerFile();
    const raw = new Database(path);
    raw.exec('insert into schema_step (version) values (99)');
    raw.pragma('wal_checkpoint(truncate)');
    raw.close();
    const before = readFileSync(path);

    const refused = await opening(path);

    expect(refused).toMatchObject({ code: 'ledger-too-new' });
    expect(String(refused)).toContain('has layout 99');
    expect(readFileSync(path)).toEqual(before);
  });

  test('prepares an empty file', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    writeFileSync(path, '');

    expect(await opening(path, true)).toMatchObject({ code: 'ledger-too-old' });
    expect(await opening(path)).toBe('opened');
    expect(await opening(path, true)).toBe('opened');
  });

  test('writes through to the disk', async () => {
    const path = await aLedgerFile();

    expect(new Database(path).pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(new Database(path).pragma('synchronous')).toEqual([{ synchronous: 2 }]);
  });
});

describe('a ledger of an earlier version', () => {
  test('keeps its documents, and that some had been approved', async () => {
    const path = await aLedgerFile();
    const raw = new Database(path);
    for (const column of ['view_fingerprint', 'template_fingerprint', 'signed_off', 'letter'])
      raw.exec(`alter table document drop column ${column}`);
    raw.exec(`drop table signature; drop table message; drop table complaint; drop table dispatch;
      drop table moment_undone; drop table pass_record; drop table pass_step; drop table pass_file; alter table desk drop column moved_to;
      delete from schema_step where version > 5;
      insert into document (desk, key, fingerprint, content_hash, edition)
      values ('desk', 'laporan/1', 'signed-off:ab12', 'bytes', 1), ('desk', 'laporan/2', 'cd34', 'bytes', 2)`);
    raw.close();

    const ledger = await openLedger({ path, desk });

    const report = { contentHash: 'bytes', edition: 1 };
    expect([...(await ledger.state()).documents.values()]).toEqual([
      { ...report, key: 'laporan/1', fingerprint: 'ab12', signedOff: true },
      { ...report, key: 'laporan/2', fingerprint: 'cd34', edition: 2 },
    ]);
    await ledger.close();
  });
});

describe('a ledger that kept passes before it told their files apart', () => {
  test('still names every file that is to be kept', async () => {
    const path = await aLedgerFile();
    const before = await openLedger({ path, desk });
    const after = { key: 'laporan/1', fingerprint: 'f', contentHash: 'h', edition: 1 };
    const record = { pass: '1', cells: [], memory: [], signatures: [], messages: [], moments: [] };
    const renewing = (bytes: string) => ({
      ...{ key: after.key, after },
      file: { kind: 'renewed', kept: { note: '', bytes } } as const,
    });
    await before.undo.begin({ ...record, documents: [renewing('ended')] });
    const killed = await before.undo.begin({ ...record, documents: [] });
    await before.undo.step(killed, { step: renewing('begun'), acts: [] });
    await before.close();
    const raw = new Database(path);
    raw.exec(
      `drop table pass_file; drop index pass_by_stage; delete from schema_step where version > 17`,
    );
    raw.close();

    const ledger = await openLedger({ path, desk });

    expect(await ledger.undo.keptFiles()).toEqual(new Set(['ended', 'begun']));
    await ledger.close();
  });
});

describe('a closed ledger', () => {
  test('is whole in its one file', async () => {
    const path = await aLedgerFile();
    const copy = join(temporaryFolder(), 'copy.db');
    copyFileSync(path, copy);

    const ledger = await openLedger({ path: copy, desk });

    expect((await ledger.state()).tickets.size).toBe(3);
    await ledger.close();
  });
});

describe('what is remembered for a moment', () => {
  test('is not left in the file when it is forgotten', async () => {
    const path = await aLedgerFile();
    const ledger = await openLedger({ path, desk });
    const answers = 'Rapat tertutup tentang mutasi pejabat; '.repeat(2000);
    await ledger.remember('google.sent-write', answers);
    await ledger.remember('google.sent-write', '');
    await ledger.close();

    expect(readFileSync(path).includes('Rapat tertutup')).toBe(false);
  });
});

describe('a ledger opened for reading', () => {
  test('that is not there reads as empty and is not made', async () => {
    const folder = temporaryFolder();
    const ledger = await openLedger({ path: join(folder, 'ledger.db'), desk, readOnly: true });

    expect((await ledger.state()).tickets.size).toBe(0);

    await ledger.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes no change', async () => {
    const path = await aLedgerFile();
    const ledger = await openLedger({ path, desk, readOnly: true });

    await expect(ledger.commit(giving(4), now, 'pass 2')).rejects.toMatchObject({
      code: 'ledger-not-writable',
    });

    await ledger.close();
  });

  test('sees what a writer commits meanwhile', async () => {
    const path = await aLedgerFile();
    const writer = await openLedger({ path, desk });
    const reader = await openLedger({ path, desk, readOnly: true });

    await writer.commit(aChange({ missing: [ticketOf(1)] }), now, 'pass 2');

    expect((await reader.state()).tickets.get(ticketOf(1))?.state).toBe('missing');
    await reader.close();
    await writer.close();
  });
});

describe('the ledger file', () => {
  test.each([
    ['a line of the history to be changed', "update history set because = 'lain'"],
    ['a line of the history to be removed', 'delete from history'],
    [
      'a line of the history to be replaced',
      `insert or replace into history (desk, revision, position, at, pass, kind, because)
       select desk, revision, position, at, pass, kind, 'lain' from history`,
    ],
    ['a moment to be changed', "update moment set kind = 'completed'"],
    ['a moment to be removed', 'delete from moment'],
    ['a ticket to be removed', 'delete from ticket where number = 3'],
    ['a ticket to be renumbered', 'update ticket set number = 9 where number = 3'],
    ['the highest number to shrink', 'update last_number set number = 1'],
    ['the highest number to be forgotten', 'delete from last_number'],
  ])('never allows %s, not even at an SQL prompt', async (_, statement) => {
    const path = await aLedgerFile();
    const prompt = new Database(path);
    prompt.pragma('recursive_triggers = on');

    expect(() => prompt.exec(statement)).toThrow(/append-only|only grows/);

    prompt.close();
    expect(existsSync(path)).toBe(true);
  });
});

/** Root may write anywhere; as root we go on as the user "nobody" for a moment. */
const withoutPrivileges = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
};
