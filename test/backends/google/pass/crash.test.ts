import { beforeAll, describe, expect, test } from 'vitest';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { todays } from '../../../support/long-runs.ts';
import { anOffice, type Office, type PassOfOffice, sheetId } from './office.ts';
import { stateOf } from './twin.ts';

const tab = requestTab.name;

/** Three requests with their tickets; then one is confirmed, one comes, and somebody typed over a cell of ours. */
const aBusyOffice = async (): Promise<Office> => {
  const office = await anOffice();
  office.submit('Rapat C', {}, 'c@x.test');
  office.setClock('2026-11-24T08:01:00+08:00');
  office.submit('Rapat B', { 'Tanggal Mulai': '03/12/2026' }, 'b@x.test');
  office.setClock('2026-11-24T08:05:00+08:00');
  await office.done();
  office.type('Rapat C', 'confirmed', '24/11/2026 08.04');
  office.type('Rapat B', 'officers', 'Yusuf Mohamad');
  office.type('Rapat B', 'remarks', 'jangan lupa');
  office.submit('Rapat A', { 'Tanggal Mulai': '04/12/2026' }, 'a@x.test');
  office.setClock('2026-11-24T08:10:00+08:00');
  return office;
};

const columnOf = (office: Office, header: string): number =>
  office
    .book()
    .tabs.find(({ name }) => name === tab)
    ?.rows[0]?.indexOf(header) ?? -1;

type Deed = (office: Office) => void;

const justBeforeTheWrite: Readonly<Record<string, Deed>> = {
  'nobody does anything': () => undefined,
  'staff sort the rows': (office) =>
    office.people.sortRows({
      spreadsheetId: sheetId,
      range: `'${tab}'!A2:BZ4`,
      columns: [{ column: columnOf(office, 'Nama Kegiatan') }],
    }),
  'staff put in a column': (office) =>
    office.people.insertLines({
      spreadsheetId: sheetId,
      tab,
      dimension: 'COLUMNS',
      at: columnOf(office, 'Status'),
    }),
  'staff delete a row': (office) =>
    office.people.deleteLines({ spreadsheetId: sheetId, tab, dimension: 'ROWS', at: 1 }),
};

const played = async (deed: Deed, death?: PassOfOffice['death']) => {
  const office = await aBusyOffice();
  const meanwhile = [{ at: { when: 'before', call: 'write' }, deed: () => deed(office) }] as const;
  await office.pass({ meanwhile, ...(death && { death }) });
  const effects = office.effects();
  await office.done();
  const isAtRest = (await office.done()).idle;
  const state = await stateOf(office);
  await office.remove();
  return { effects, isAtRest, state };
};

describe.each(Object.entries(justBeforeTheWrite))('a pass in which %s', (name, deed) => {
  let twin: Awaited<ReturnType<typeof played>>;
  beforeAll(async () => {
    twin = await played(deed);
  });

  test('comes to the same, wherever it is killed', async () => {
    const { effects } = twin;
    const isQuiet = name === 'nobody does anything';
    const first = isQuiet ? 1 : effects.indexOf('POST write') + 1;
    expect(effects.length).toBeGreaterThan(first);
    expect(twin.isAtRest).toBe(true);

    const deaths = effects.map((_, index) => index + 1).slice(first - 1);
    for (const effect of todays(deaths)) {
      const { isAtRest, state } = await played(deed, { effect, when: 'after' });

      const where = `killed after ${effect}: ${effects[effect - 1]}`;
      expect([where, isAtRest, state]).toEqual([where, true, twin.state]);
    }
  });
});
