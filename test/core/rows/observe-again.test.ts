/** What a row tells that nobody has noted yet is of the moment of the look that notes it, also where looks remember. */
import { expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { watchNow } from '../../../src/core/cases/watched-now.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { recognise } from '../../../src/core/rows/recognise.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { instant, timeZone } from '../../support/builders.ts';
import { carriedOut, emptyLedger, planOf } from '../../support/pure-pass.ts';
import { strictly } from '../../support/strict-memory.ts';

const headers = requestTab.columns.map(({ header }) => header);
const stateColumn = requestTab.columns.findIndex(({ field }) => field === 'state');

test('a state that was seen by a delivery, or by a pass that was refused, is noted as of the pass that notes it', () => {
  const row = requestTab.columns.map(({ field }) =>
    field === 'institution' ? 'Bappeda' : field === 'event' ? 'Rapat' : '',
  );
  const fresh = {
    tab: { name: requestTab.name, rows: [headers, row] },
    registers: [],
    ledger: emptyLedger,
  };
  const { tab, ledger } = carriedOut(fresh, planOf(fresh, '2026-11-16T00:00:00Z'));
  const rows = tab.rows.map((cells, i) =>
    i === 0 ? cells : cells.with(stateColumn, 'Dibatalkan'),
  );
  const { remembered, faults } = strictly(openRemembered());
  const look = (time: string) =>
    recognise(
      { tabs: [{ name: tab.name, rows }] },
      { ledger, now: watchNow(instant(time)).now, timeZone, rules, remembered },
    ).observation.newMoments;

  look('2026-11-17T09:05');
  const noted = look('2026-11-17T09:10').map(({ kind, at }) => `${kind} ${at.toString()}`);
  expect(noted).toEqual(['cancelled 2026-11-17T01:10:00Z']);
  expect(faults()).toEqual([]);
});
