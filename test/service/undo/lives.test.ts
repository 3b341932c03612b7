/** Lives of desks in which every pass is taken back and made again; hundreds of them by `npm run bench -- undo`. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../../support/postgres.ts';
import { aLife } from '../../support/undo-lives/deeds.ts';
import { live } from '../../support/undo-lives/live.ts';
import { aLocalHome } from '../../support/undo-lives/local-home.ts';
import type { UndoHome } from '../../support/undo-lives/undo-home.ts';

/** Others each day; a bad one is lived again by the seed that is told of it. */
const seed = Math.floor(Date.now() / 86_400_000);

const lived = (open: () => Promise<UndoHome>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(aLife(2), async (steps) => {
      const home = await open();
      try {
        expect((await live(home, steps)).passes).toBe(steps.length + 1);
      } finally {
        await home.remove();
      }
    }),
    { numRuns: 1, seed, endOnFailure: true },
  );

test('any pass of any life is taken back whole, and the same pass makes it again', () =>
  lived(() => aLocalHome()));

describeOnPostgres('with the ledger in PostgreSQL', () => {
  let server: PostgresServer;
  let database: string;
  beforeAll(async () => {
    server = await postgresServer();
    database = await server.newDatabase();
  });
  afterAll(() => server.stop());

  let used = 0;
  test('any pass of any life is taken back whole, and the same pass makes it again', () =>
    lived(() => {
      used += 1;
      return aLocalHome(`${database}&desk=${used}`);
    }));
});
