import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { noChange } from '../../src/core/cases/ledger-state.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { rememberingState } from '../../src/ledger/remembered-state.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00+08:00');
const given = (ticket: string) => ({
  ...noChange,
  newTickets: [{ ticket, key: `kunci ${ticket}`, state: 'active' as const }],
  moments: [{ ticket, kind: 'received' as const, at: now }],
});

test('a ledger that nobody wrote to is read once, and what another process writes is seen', async () => {
  const path = join(temporaryFolder(), 'ledger.db');
  const inner = await openLedger({ path, desk: 'desk' });
  let reads = 0;
  const ledger = rememberingState({
    ...inner,
    state: () => {
      reads += 1;
      return inner.state();
    },
  });
  await ledger.commit(given('VC-2026-0001'), now, 'a');
  const first = await ledger.state();

  expect(await ledger.state()).toBe(first);
  expect(reads).toBe(1);

  const other = await openLedger({ path, desk: 'desk' });
  await other.commit(given('VC-2026-0002'), now, 'b');
  await other.close();
  const second = await ledger.state();

  expect(second).toEqual(await inner.state());
  expect([...second.tickets.keys()]).toEqual(['VC-2026-0001', 'VC-2026-0002']);
  // What says the same is the very same.
  expect(second.moments.get('VC-2026-0001')).toBe(first.moments.get('VC-2026-0001'));
  expect(second.written).toBe(first.written);
  await ledger.close();
});
