/** What the queue does with the job of a worker that died. */
import { expect, test } from 'vitest';
import { openQueue } from '../../../src/fleet/work/queue.ts';
import { describeOnPostgres } from '../../support/postgres.ts';
import { aDatabase, until } from '../a-fleet.ts';

describeOnPostgres('the queue of a fleet', () => {
  test('gives out a desk anew once the job of its dead worker is dropped, and not before', async () => {
    const address = await aDatabase();
    const queue = await openQueue({ address, worker: 'a', trouble: () => undefined });
    const begun: number[] = [];
    const dead = new AbortController();
    await queue.work(2, async ({ desk }) => {
      begun.push(desk);
      // The first never comes to its end, as far as the queue can tell.
      if (begun.length === 1)
        await new Promise((done) => dead.signal.addEventListener('abort', done));
    });
    await queue.send([1]);
    await until(() => begun.length === 1);
    await queue.send([1]);
    await queue.send([2]);
    await until(() => begun.includes(2));
    expect(begun).toEqual([1, 2]);

    await queue.drop([1]);
    await until(() => begun.length === 3, 5_000);

    expect(begun).toEqual([1, 2, 1]);
    dead.abort();
    await queue.stop();
  });
});
