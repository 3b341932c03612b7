/** Whoever runs the service hears that it waits for a person, although such a pass promises nothing else. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import type { MessageRecord } from '../../src/core/cases/messages.ts';
import { ServiceError } from '../../src/errors.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import { tellOfFailure } from '../../src/service/pass/troubles.ts';
import { deliver } from '../../src/service/post/deliver.ts';
import { deskWith, type RequestCells, someRegisters, type TestDesk } from '../support/desk.ts';
import { aRow } from '../support/post-desk.ts';

let desk: TestDesk;
afterEach(() => desk.remove());

const withKeeper = (rows: readonly RequestCells[] = []): TestDesk =>
  deskWith(
    rows,
    someRegisters.map((register) =>
      register.tab === 'Pengaturan'
        ? {
            ...register,
            rows: [
              ...register.rows,
              { name: 'Email Pengelola Layanan', value: 'Server Contoh = server@dinas.test' },
            ],
          }
        : register,
    ),
  );

const told = async (): Promise<readonly MessageRecord[]> => {
  const ledger = await openLedger({ path: desk.config.ledger, desk: 'desk', readOnly: true });
  try {
    return [...(await ledger.state()).messages.values()].flat();
  } finally {
    await ledger.close();
  }
};

const shown = async (): Promise<readonly (readonly string[])[]> =>
  (await told()).map(({ kind, state, to }) => [kind, state.kind, to.address ?? '']);

const good = '2026-11-17T09:00:00+08:00';
const tooEarly = '2026-11-17T07:00:00+08:00';
const later = '2026-11-17T10:00:00+08:00';

test('a refused pass tells the keeper once, and what was not sent is withdrawn when a pass goes through', async () => {
  desk = withKeeper();
  await desk.pass(good);
  await desk.pass(tooEarly);
  await desk.pass(tooEarly);

  expect(await shown()).toEqual([['pass-refused', 'waiting', 'server@dinas.test']]);
  expect((await told())[0]?.view['sebab']).toEqual([
    expect.stringContaining('Jam komputer layanan lebih lambat'),
  ]);

  await desk.pass(later);
  await desk.pass(later);
  expect(await shown()).toEqual([['pass-refused', 'withdrawn', 'server@dinas.test']]);
});

test('what the keeper is to hear is handed over although the pass is refused, and nothing else is', async () => {
  desk = withKeeper();
  await desk.pass(good);
  await desk.pass(tooEarly);
  const now = Temporal.Instant.from(tooEarly);
  const open = await openDesk(desk.config, { now });
  try {
    const report = await deliver(open, { clock: () => now });
    expect(report).toMatchObject({ sent: 1, stopped: expect.stringContaining('refused') });
    expect(await deliver(open, { clock: () => now })).toMatchObject({ sent: 0 });
  } finally {
    await open.close();
  }

  expect(await shown()).toEqual([['pass-refused', 'sent', 'server@dinas.test']]);
});

test('another office whose settings name the same ledger hands over nothing of it, not to its keeper either', async () => {
  desk = withKeeper([aRow(1)]);
  await desk.pass(good);
  await desk.pass(tooEarly);
  const other = deskWith([aRow(2)]);
  const now = Temporal.Instant.from(later);
  const open = await openDesk({ ...other.config, ledger: desk.config.ledger }, { now });
  try {
    const report = await deliver(open, { clock: () => now });
    expect(report).toMatchObject({ sent: 0, stopped: expect.stringContaining('refused') });
  } finally {
    await open.close();
    other.remove();
  }

  expect(await shown()).toContainEqual(['pass-refused', 'waiting', 'server@dinas.test']);
});

test('without anybody named nothing is promised', async () => {
  desk = deskWith([]);
  await desk.pass(good);
  await desk.pass(tooEarly);

  expect(await shown()).toEqual([]);
});

class SignInEnded extends ServiceError {
  readonly code = 'sign-in-ended';
}

test('a sign-in that ended is told, another failure is not', async () => {
  desk = withKeeper();
  await desk.pass(good);
  const now = Temporal.Instant.from(later);
  const open = await openDesk(desk.config, { now });
  try {
    await tellOfFailure(open, new Error('network'), now);
    await tellOfFailure(open, new SignInEnded({ what: 'ended', todo: 'login' }), now);
  } finally {
    await open.close();
  }

  expect(await shown()).toEqual([['signed-out', 'waiting', 'server@dinas.test']]);
});
