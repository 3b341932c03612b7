import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { LedgerState, TicketRecord } from '../../../src/core/cases/ledger-state.ts';
import { goneNotices } from '../../../src/core/overview/gone-notices.ts';
import { instant, timeZone } from '../../support/builders.ts';

const ticket = (name: string, state: TicketRecord['state']): [string, TicketRecord] => [
  name,
  { ticket: name, key: `${name}#1`, state },
];

const ledger: Pick<LedgerState, 'tickets' | 'moments'> = {
  tickets: new Map([
    ticket('VC-2026-0001', 'missing'),
    ticket('VC-2026-0002', 'missing'),
    ticket('VC-2026-0003', 'active'),
    ticket('VC-2026-0004', 'active'),
  ]),
  moments: new Map(
    ['01-05', '11-02', '11-03', '11-03'].map((day, at) => [
      `VC-2026-000${at + 1}`,
      [{ kind: 'received', at: instant(`2026-${day}T09:00`) }],
    ]),
  ),
};
const situation = { today: Temporal.PlainDate.from('2026-11-09'), timeZone };

test('names every recent request whose row is gone, for as long as it is gone', () => {
  const [notice, ...others] = goneNotices({ rows: [], gone: ['VC-2026-0003'] }, ledger, situation);

  expect(others).toEqual([]);
  expect(notice).toMatch(
    /^Baris VC-2026-0002 dan VC-2026-0003 tidak ada lagi di Permohonan, jadi tidak dilayani\./,
  );
  expect(
    goneNotices({ rows: [], gone: [] }, ledger, {
      ...situation,
      today: situation.today.add({ months: 3 }),
    }),
  ).toEqual([]);
});
