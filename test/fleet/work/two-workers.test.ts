/** A desk that two workers come to by turns, each knowing what it kept, against one that is always looked at anew. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { limitsOf } from '../../../src/fleet/choosing/token-bucket.ts';
import type { DeskPlaced } from '../../../src/fleet/settings/desk-places.ts';
import { enrol, fenceOf, noteServed, takeDesk } from '../../../src/fleet/store/desk-rows.ts';
import type { FleetStore } from '../../../src/fleet/store/open-store.ts';
import { fleetPass } from '../../../src/fleet/work/fleet-pass.ts';
import type { MemoryBounds } from '../../../src/fleet/work/kept-memories.ts';
import { nightNotes } from '../../../src/fleet/work/serve-desk.ts';
import { openTenure } from '../../../src/fleet/work/tenure.ts';
import { copyOf, deskWith, type TestDesk } from '../../support/desk.ts';
import { aRow } from '../../support/post-desk.ts';
import { describeOnPostgres } from '../../support/postgres.ts';
import { aDatabase, aLog, aPlacedDesk, aStore } from '../a-fleet.ts';

describeOnPostgres('two workers that take turns', () => {
  test('leave the desk as one that remembers nothing would', async () => {
    const database = await aDatabase();
    const store = await aStore(database);
    const warm = deskWith([1, 2, 3].map((number) => aRow(number)));
    const cold = copyOf(warm);
    const placed = [warm, cold].map((desk, index) => ({
      ...aPlacedDesk(index + 1, {
        config: { ...desk.config, ledger: `${database}&desk=${index + 1}` },
      }),
    }));
    const [one, other] = placed as [DeskPlaced, DeskPlaced];
    await enrol(store.db, placed);
    let minute = 0;
    const worker = (remember: MemoryBounds) =>
      aWorkerOf(store, { remember, clock: () => timeAt(minute) });
    const workers = [worker({ desks: 5, rows: 1000 }), worker({ desks: 5, rows: 1000 })];
    const serve = async (by: number): Promise<void> => {
      minute += 1;
      await workers[by]?.(one);
      await store.db
        .updateTable('fleet_desk')
        .set({ answer_hash: null })
        .where('desk', '=', 2)
        .execute();
      await worker({ desks: 0, rows: 0 })(other);
      expect(await standing(warm)).toEqual(await standing(cold));
    };
    const both = async (work: (desk: TestDesk) => unknown): Promise<void> => {
      for (const desk of [warm, cold]) await work(desk);
    };
    const photo = (text: string) => (desk: TestDesk) => {
      const path = join(desk.config.documents, 'Dokumentasi', 'VC-2026-0001', 'daftar.csv');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    };

    await serve(0);
    await both((desk) => desk.type('VC-2026-0001', 'event', 'Rapat Evaluasi'));
    await serve(1);
    await both(photo('Nama,Instansi\n'));
    await serve(0);
    await both(photo('Nama,Satker\n'));
    await both((desk) => desk.type('VC-2026-0002', 'state', 'Dibatalkan'));
    await serve(1);
    await serve(0);
    await both((desk) => desk.rewrite((rows) => rows.toReversed()));
    await serve(0);
    await serve(1);
    await both((desk) => desk.type('VC-2026-0003', 'serviceTime', 'tiga jam'));
    await serve(1);
    await serve(1);

    expect((await warm.rows()).map(({ event }) => event)).toEqual([
      'Rapat Koordinasi 3',
      'Rapat Koordinasi 2',
      'Rapat Evaluasi',
    ]);
    await store.close();
    for (const desk of [warm, cold]) desk.remove();
  });
});

const timeAt = (minute: number) =>
  Temporal.Instant.from('2026-11-16T13:00+08:00').add({ minutes: minute });

const aWorkerOf = (
  { db, pool }: FleetStore,
  { remember, clock }: { readonly remember: MemoryBounds; readonly clock: () => Temporal.Instant },
) => {
  const pass = fleetPass({ pool, clock, log: aLog(), remember });
  const { signal } = new AbortController();
  return async (desk: DeskPlaced): Promise<void> => {
    const taken = await takeDesk(db, { desk: desk.desk, worker: 'w' });
    if (taken === undefined) throw new Error('There is no such desk.');
    const limitsFor = () => limitsOf(300);
    const tenure = openTenure({ db, taken, quotas: [], limitsFor, signal, isPaid: true });
    const nights = nightNotes(db, taken);
    await noteServed(db, taken, await pass(desk, { taken, tenure, fence: fenceOf(taken), nights }));
  };
};

/** All that people see of it. */
const standing = async ({ config: { workbook, documents } }: TestDesk) => ({
  tabs: (await openLocalWorkbook({ path: workbook }).read()).tabs,
  files: readdirSync(documents, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path.slice(documents.length)} ${hash(readFileSync(path))}`)
    .sort(),
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
