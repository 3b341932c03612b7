/**
 * Hundreds of lives of desks in which every pass, killed ones too, is taken back and made again: cells, documents and ledger
 * have to be as before, each time.
 *
 * `npm run bench -- undo [file|postgres|google] [lives] [seed]`. Prints every life that went wrong.
 */
import fc from 'fast-check';
import { postgresServer } from '../../test/support/postgres.ts';
import { aLife } from '../../test/support/undo-lives/deeds.ts';
import { aGoogleHome } from '../../test/support/undo-lives/google-home.ts';
import { live } from '../../test/support/undo-lives/live.ts';
import { aLocalHome } from '../../test/support/undo-lives/local-home.ts';
import type { UndoHome } from '../../test/support/undo-lives/undo-home.ts';

export const run = async (): Promise<void> => {
  const [place = 'file', lives = '100', seed = '1'] = process.argv.slice(3);
  const { open, close } = await homes(place);
  const total = { passes: 0, undone: 0, killed: 0 };
  let bad = 0;
  for (const steps of fc.sample(aLife(8), { seed: Number(seed), numRuns: Number(lives) })) {
    const home = await open();
    try {
      const lived = await live(home, steps);
      for (const each of ['passes', 'undone', 'killed'] as const) total[each] += lived[each];
    } catch (error) {
      bad += 1;
      process.stdout.write(`${JSON.stringify(steps)}\n${String(error).slice(0, 3000)}\n`);
    } finally {
      await home.remove();
    }
  }
  await close();
  const { passes, undone, killed } = total;
  process.stdout.write(
    `${place}: ${lives} lives from seed ${seed}, ${passes} passes, ${undone} taken back, ${killed} of the passes killed: ${bad} lives bad\n`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
};

interface Homes {
  readonly open: () => Promise<UndoHome>;
  readonly close: () => Promise<void>;
}

const homes = async (place: string): Promise<Homes> => {
  if (place === 'google') return { open: aGoogleHome, close: async () => undefined };
  if (place !== 'postgres') return { open: () => aLocalHome(), close: async () => undefined };
  const server = await postgresServer();
  const database = await server.newDatabase();
  let used = 0;
  return {
    open: () => {
      used += 1;
      return aLocalHome(`${database}&desk=${used}`);
    },
    close: async () => server.stop(),
  };
};
