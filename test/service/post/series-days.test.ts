/** A day that is called off around the mail that names all days: he hears what that mail made him know, and nothing else. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { noChange } from '../../../src/core/cases/ledger-state.ts';
import { cancellation } from '../../../src/core/messages/kinds/cancellation.ts';
import { seriesDays } from '../../../src/core/messages/kinds/series-days.ts';
import { acceptedWords, madeDay } from '../../../src/core/rows/series-marks.ts';
import { rules } from '../../../src/core/rules/index.ts';
import type { Dispatch, SendOutcome, WayOut } from '../../../src/messages/way-out.ts';
import { temporaryFolder } from '../../ledger/temporary-folder.ts';
import { aRow, openPostDesk, type PostDesk, serialOf } from '../../support/post-desk.ts';

let open: PostDesk | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const outcomes: ((dispatch: Dispatch) => SendOutcome)[] = [];
const wayOut: WayOut = {
  name: 'smtp',
  inDoubt: 'same bytes',
  send: async (dispatch) => outcomes.shift()?.(dispatch) ?? { kind: 'sent' },
  settle: async () => undefined,
};

/** Three Mondays, accepted and made; all promised, nothing handed over yet. */
const aSeries = async (): Promise<PostDesk> => {
  outcomes.length = 0;
  const desk = await openPostDesk({
    folder: temporaryFolder(),
    wayOut,
    kinds: [seriesDays, cancellation],
    rules,
  });
  open = desk;
  await desk.pass('2026-11-16T07:00');
  const stamp = serialOf('2026-11-16T08:10');
  const startDay = 'setiap Senin sampai 14 Desember 2026';
  desk.rows.push(aRow(1, { startDay, repeat: 'ya, kecuali 7 Desember dan 23 November' }));
  await desk.pass('2026-11-16T08:05');
  desk.rows.push(
    aRow(1, {
      submittedAt: stamp,
      startDay: serialOf('2026-12-14T00:00'),
      repeat: 'seri VC-2026-0001, 14 Desember 2026',
    }),
  );
  await desk.ledger.confirm([
    madeDay('VC-2026-0001', '2026-12-14', stamp),
    acceptedWords('VC-2026-0001', 'ya, kecuali 7 Desember dan 23 November'),
  ]);
  await desk.pass('2026-11-16T08:15');
  return desk;
};

const callOff = ({ rows }: PostDesk, reason = 'diminta pemohon'): void => {
  rows[1] = { ...rows[1], state: 'Dibatalkan', reason };
};

const told = async ({ ledger }: PostDesk): Promise<readonly string[]> =>
  [...(await ledger.state()).messages.values()]
    .flat()
    .filter(({ state }) => state.kind !== 'withdrawn')
    .map(({ kind, ticket, state }) => `${ticket} ${kind} ${state.kind}`)
    .sort();

const listSent = 'VC-2026-0001 series-days sent';
const cancelled = 'VC-2026-0002 cancellation sent';

describe('a day that is called off', () => {
  test('before the mail leaves is not in it, and no cancellation follows', async () => {
    const desk = await aSeries();
    callOff(desk);
    await desk.deliver('2026-11-16T08:40');
    await desk.pass('2026-11-16T08:45');
    await desk.deliver('2026-11-16T10:45');

    expect(await told(desk)).toEqual([listSent]);
  });

  test('after the mail left is told', async () => {
    const desk = await aSeries();
    await desk.deliver('2026-11-16T08:40');
    callOff(desk);
    await desk.pass('2026-11-16T08:45');
    await desk.deliver('2026-11-16T10:45');

    expect(await told(desk)).toEqual([listSent, cancelled]);
  });

  test('while nobody knows whether the mail that names it arrived is told', async () => {
    const desk = await aSeries();
    outcomes.push(() => ({ kind: 'unknown', why: 'terputus' }));
    await desk.deliver('2026-11-16T08:40');
    callOff(desk);
    await desk.pass('2026-11-16T08:45');

    expect(await told(desk)).toEqual([
      'VC-2026-0001 series-days unsure',
      'VC-2026-0002 cancellation waiting',
    ]);
  });

  test('after a mail that named it was refused for the time being is in none that arrived', async () => {
    const desk = await aSeries();
    outcomes.push(() => ({ kind: 'refused', what: 'mail', why: 'sibuk' }));
    await desk.deliver('2026-11-16T08:40');
    callOff(desk);
    await desk.pass('2026-11-16T08:45');
    await desk.deliver('2026-11-16T09:45');
    await desk.pass('2026-11-16T09:50');
    await desk.deliver('2026-11-16T11:45');

    expect(await told(desk)).toEqual([listSent]);
  });

  test('is told, though the list is asked for once more and names it no longer', async () => {
    const desk = await aSeries();
    await desk.deliver('2026-11-16T08:40');
    // It waits an hour for a reason.
    callOff(desk, '');
    const [list] = (await desk.ledger.state()).messages.values();
    await desk.ledger.commit(
      { ...noChange, again: list?.map(({ key }) => key) ?? [] },
      Temporal.Instant.from('2026-11-16T08:44:00+08:00'),
      'pass',
    );
    await desk.pass('2026-11-16T08:45');
    await desk.deliver('2026-11-16T09:42');
    await desk.pass('2026-11-16T09:43');
    await desk.deliver('2026-11-16T10:45');

    expect(await told(desk)).toEqual([listSent, cancelled]);
  });
});
