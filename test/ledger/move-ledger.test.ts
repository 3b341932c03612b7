import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { kyselyLedger } from '../../src/ledger/kysely-ledger.ts';
import { copyDesk, moveLedger, weighMove } from '../../src/ledger/move-ledger.ts';
import { openLedger, openSqliteDatabase } from '../../src/ledger/open-ledger.ts';
import {
  openPostgresDatabase,
  openPostgresLedger,
} from '../../src/ledger/postgres/open-postgres-ledger.ts';
import { deskTables } from '../../src/ledger/tables.ts';
import { describeOnPostgres } from '../support/postgres.ts';
import { aDatabaseForAll } from '../support/postgres-pool.ts';
import { giving, now } from './changes.ts';
import { fillLedger } from './full-ledger.ts';
import { temporaryFolder } from './temporary-folder.ts';

const aFile = () =>
  openSqliteDatabase({ path: join(temporaryFolder(), 'ledger.db'), desk: 'desk' });

const aFilledFile = async (tickets?: number) => {
  const database = await aFile();
  await fillLedger(kyselyLedger(database), tickets === undefined ? {} : { tickets });
  return database;
};

describeOnPostgres('moving a ledger', () => {
  const its = aDatabaseForAll();
  let used = 0;

  const aDesk = () => {
    used += 1;
    return openPostgresDatabase({ database: its.pool, desk: used });
  };

  test('to PostgreSQL and back leaves every row of every table as it was, and the ledger tells the same', async () => {
    const [file, desk, again] = [await aFilledFile(1200), await aDesk(), await aFile()];
    const [state, history] = [await kyselyLedger(file).state(), await kyselyLedger(file).history()];

    const left = await moveLedger(file, desk);
    const back = await moveLedger(desk, again);

    expect(left.map(({ table }) => table)).toEqual([...deskTables]);
    expect(left.filter(({ rows }) => rows === 0)).toEqual([]);
    expect(back).toEqual(left);
    const ledger = kyselyLedger(again);
    expect(await ledger.state()).toEqual(state);
    expect([...(await ledger.state()).written.keys()]).toEqual([...state.written.keys()]);
    expect(await ledger.history()).toEqual(history);
    expect(await ledger.post.openDispatches()).toHaveLength(1);
    for (const database of [file, again]) await database.close();
  });

  test('goes on there with the numbers and revisions that follow', async () => {
    const [file, desk] = [await aFilledFile(), await aDesk()];
    await moveLedger(file, desk);
    const ledger = kyselyLedger(desk);

    await expect(ledger.commit(giving(4), now, 'pass 9')).rejects.toMatchObject({
      code: 'ledger-conflict',
    });
    await ledger.commit(giving(3_000_000_001), now, 'pass 9');

    expect((await ledger.state()).lastNumber).toEqual(new Map([[2026, 3_000_000_001]]));
    expect((await ledger.history()).at(-1)).toMatchObject({ pass: 'pass 9' });
    await file.close();
  });

  test('keeps the old one, and nobody goes on with it', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const open = await openLedger({ path, desk: 'desk' });
    await fillLedger(open);
    const [file, desk] = [await openSqliteDatabase({ path, desk: 'desk' }), await aDesk()];
    await moveLedger(file, desk);
    await file.close();

    await expect(open.commit(giving(4_000_000_000), now, 'pass 2')).rejects.toMatchObject({
      code: 'ledger-moved',
      todo: expect.stringContaining(desk.place),
    });
    await open.close();
    for (const readOnly of [true, false])
      await expect(openLedger({ path, desk: 'desk', readOnly })).rejects.toMatchObject({
        code: 'ledger-moved',
      });
    expect(new Database(path).prepare('select count(*) as rows from ticket').get([])).toMatchObject(
      {
        rows: 4,
      },
    );
  });

  test('is refused where another desk is, and both stay as they are', async () => {
    const [file, desk] = [await aFilledFile(), await aDesk()];
    await kyselyLedger(desk).commit(giving(7), now, 'pass 1');
    const before = [await kyselyLedger(file).state(), await kyselyLedger(desk).state()];

    const refused = { code: 'desk-there-already' };
    await expect(weighMove(file, desk)).rejects.toMatchObject(refused);
    await expect(moveLedger(file, desk)).rejects.toMatchObject(refused);

    expect([await kyselyLedger(file).state(), await kyselyLedger(desk).state()]).toEqual(before);
    await kyselyLedger(file).commit(giving(4_000_000_000), now, 'pass 2');
    await file.close();
  });

  test('comes back to the place that was left for it, with what was written meanwhile, and goes there again', async () => {
    const [file, desk, other] = [await aFilledFile(), await aDesk(), await aFile()];
    await moveLedger(file, desk);
    await kyselyLedger(desk).commit(giving(4_000_000_000), now, 'pass 2');
    const meanwhile = [await kyselyLedger(desk).state(), await kyselyLedger(desk).history()];

    const left = await weighMove(desk, file);
    expect(await moveLedger(desk, file)).toEqual(left);

    const ledger = kyselyLedger(file);
    expect([await ledger.state(), await ledger.history()]).toEqual(meanwhile);
    await expect(moveLedger(desk, file)).rejects.toMatchObject({ code: 'ledger-moved' });
    await ledger.commit(giving(4_000_000_001), now, 'pass 3');
    await moveLedger(file, desk);
    expect((await kyselyLedger(desk).state()).tickets.size).toBe(6);
    // Nobody left this place for it.
    await kyselyLedger(other).commit(giving(1), now, 'pass 1');
    await expect(moveLedger(desk, other)).rejects.toMatchObject({ code: 'desk-there-already' });
    for (const database of [file, other]) await database.close();
  });

  test('is refused where what was left knows more than an older copy of it that was put in the place of the new one', async () => {
    const [file, other, older] = [await aFilledFile(), await aFile(), await aFilledFile()];
    await kyselyLedger(file).commit(giving(4_000_000_000), now, 'pass 2');
    await moveLedger(file, other);
    const stood = await kyselyLedger(file).state();
    const inItsPlace = { ...older, place: other.place };

    const refused = { code: 'desk-there-already' };
    await expect(weighMove(inItsPlace, file)).rejects.toMatchObject(refused);
    await expect(moveLedger(inItsPlace, file)).rejects.toMatchObject(refused);

    expect(await kyselyLedger(file).state()).toEqual(stood);
    await moveLedger(other, file);
    for (const database of [file, other, older]) await database.close();
  });

  test('that is cut off on its way back leaves the place as it was left, guarded as before', async () => {
    const [file, desk] = [await aFilledFile(), await aDesk()];
    await moveLedger(file, desk);
    await kyselyLedger(desk).commit(giving(4_000_000_000), now, 'pass 2');
    const stood = (await kyselyLedger(file).state()).tickets.size;

    await expect(moveLedger(desk, { ...file, writing: dying(file) })).rejects.toThrow('killed');
    expect((await kyselyLedger(file).state()).tickets.size).toBe(stood);
    await moveLedger(desk, file);

    await expect(
      file.writing((transaction) => transaction.deleteFrom('history').execute()),
    ).rejects.toMatchObject({ code: 'ledger-conflict' });
    await file.close();
  });

  test('that was killed between the copy and the mark is finished by the next', async () => {
    const [file, desk] = [await aFilledFile(), await aDesk()];
    const killed = { ...file, writing: dying(file) };

    await expect(moveLedger(killed, desk)).rejects.toThrow('killed');
    await moveLedger(file, desk);

    expect(await weighMove(desk, await aFile())).toHaveLength(deskTables.length);
    await expect(moveLedger(file, desk)).rejects.toMatchObject({ code: 'ledger-moved' });
    await file.close();
  });

  test('that breaks off in the copy leaves nothing behind', async () => {
    const [file, desk] = [await aFilledFile(), await aDesk()];

    await expect(moveLedger(file, { ...desk, writing: dying(desk) })).rejects.toThrow('killed');

    const there = await openPostgresLedger({ database: its.pool, desk: Number(desk.desk) });
    expect((await there.state()).tickets.size).toBe(0);
    expect((await kyselyLedger(file).state()).tickets.size).toBe(4);
    await file.close();
  });

  test('a copy is of one moment, though somebody writes meanwhile, and both go on', async () => {
    const [desk, file] = [await aDesk(), await aFile()];
    await fillLedger(kyselyLedger(desk));
    const before = await weighMove(desk, await aFile());
    const beside = await openPostgresLedger({ database: its.pool, desk: Number(desk.desk) });
    const interrupted: typeof file = {
      ...file,
      writing: async (work) => {
        await beside.commit(giving(4_000_000_000), now, 'pass 9');
        return file.writing(work);
      },
    };

    expect(await copyDesk(desk, interrupted)).toEqual(before);

    expect(await weighMove(file, await aFile())).toEqual(before);
    expect((await beside.state()).tickets.size).toBe(5);
    await beside.commit(giving(4_000_000_001), now, 'pass 10');
  });

  test('is refused where there is nothing to move', async () => {
    const [file, desk] = [await aFile(), await aDesk()];

    await expect(moveLedger(file, desk)).rejects.toMatchObject({ code: 'no-ledger' });
    await file.close();
  });
});

/** Does all of a transaction, and is killed before it is settled. */
const dying =
  ({ writing }: Awaited<ReturnType<typeof aFile>>): typeof writing =>
  (work) =>
    writing(async (transaction) => {
      await work(transaction);
      throw new Error('killed');
    });
