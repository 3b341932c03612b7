/** The tab Pesan: what it shows of each message, and that one tick sends once. */
import { describe, expect, test } from 'vitest';
import type {
  MessageMemory,
  MessageRecord,
  MessageState,
} from '../../../src/core/cases/messages.ts';
import { messageTab } from '../../../src/core/columns/message-tab.ts';
import { nothingToTell } from '../../../src/core/messages/plan-messages.ts';
import { messageDesk } from '../../../src/core/plan/message-edits.ts';
import { locateMessages } from '../../../src/core/rows/message-rows.ts';
import { asRead, type Cell, type TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { aDesk, instant, timeZone } from '../../support/builders.ts';

const now = instant('2026-11-17T09:00');
const thread = 'receipt/VC-2026-0001/requester';
const headers = messageTab.columns.map(({ header }) => header);
const column = (field: string): number =>
  messageTab.columns.findIndex((each) => each.field === field);

const aMessage = (rest: Partial<MessageRecord> = {}): MessageRecord => ({
  key: `${thread}/1`,
  thread,
  number: 1,
  kind: 'receipt',
  ticket: 'VC-2026-0001',
  to: {
    audience: 'requester',
    name: 'Siti Contoh',
    address: 'siti.contoh@biro.test',
    phone: '6281200001111',
  },
  facts: '{}',
  view: {},
  notBefore: instant('2026-11-17T08:00'),
  because: 'permohonan diterima',
  promisedAt: instant('2026-11-17T08:00'),
  state: { kind: 'waiting' },
  ...rest,
});

const told = (...records: readonly MessageRecord[]): MessageMemory => new Map([[thread, records]]);

const emptyTab: TabSnapshot = { name: 'Pesan', rows: [headers] };

const look = (tab: TabSnapshot, memory: MessageMemory, moment = now) =>
  messageDesk(
    { tabs: [tab] },
    { told: memory, plan: nothingToTell, now: moment, timeZone, desk: aDesk() },
  );

/** The tab once the edits were made. */
const made = (tab: TabSnapshot, { edits }: ReturnType<typeof look>): TabSnapshot => {
  const { rowOf, columnOf } = locateMessages(tab);
  const rows = tab.rows.map((row) => [...row]);
  for (const { address, becomes } of edits) {
    if (address.kind !== 'row') throw new Error('no such address here');
    const row = (rowOf.get(address.key) ?? 0) - 1;
    const at = (columnOf.get(address.header) ?? 0) - 1;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= at) cells.push('');
    cells[at] = asRead(becomes);
  }
  return { name: tab.name, rows };
};

const shown = (record: MessageRecord): Readonly<Record<string, Cell>> => {
  const tab = made(emptyTab, look(emptyTab, told(record)));
  return Object.fromEntries(
    messageTab.columns.map(({ field }, index) => [field, tab.rows[1]?.[index] ?? '']),
  );
};

const withTick = (tab: TabSnapshot, tick: Cell, row = 1): TabSnapshot => ({
  name: tab.name,
  rows: tab.rows.map((cells, index) =>
    index === row ? Object.assign([...cells], { [column('again')]: tick }) : cells,
  ),
});

const at = instant('2026-11-17T08:30');
const sent: MessageState = { kind: 'sent', at };

describe('a row of Pesan', () => {
  test('says what was said to whom, with no more of the address than is needed', () => {
    const { at: moment, ...texts } = shown(aMessage({ state: sent }));

    expect(moment).toBeCloseTo(46_343.354, 3);
    expect(texts).toEqual({
      to: 'Siti Contoh (pemohon)',
      address: 'si…@biro.test',
      ticket: 'VC-2026-0001',
      kind: 'Tanda terima',
      about: 'permohonan diterima',
      state: 'terkirim',
      again: '',
      remarks: '',
      key: 'tanda-terima/VC-2026-0001/pemohon/1',
    });
  });

  const { address: _, ...byPhone } = aMessage().to;
  const { phone: __, ...unreachable } = byPhone;
  test.each<[string, Partial<MessageRecord>]>([
    ['menunggu dikirim', {}],
    ['menunggu hingga Rab 18/11 08.00', { notBefore: instant('2026-11-18T08:00') }],
    ['menunggu hingga Rab 18/11 13.30', { notBefore: instant('2026-11-18T12:10') }],
    ['menunggu hingga Rab 18/11 12.10', { kind: 'duty', notBefore: instant('2026-11-18T12:10') }],
    ['tidak lewat email: WhatsApp (kolom Hubungi)', { state: { kind: 'by-hand' }, to: byPhone }],
    ['tidak lewat email: tidak ada alamat', { state: { kind: 'by-hand' }, to: unreachable }],
    ['dikirim, belum pasti', { state: { kind: 'unsure', at, attempts: 1 } }],
    [
      'gagal: alamat ditolak',
      { state: { kind: 'failed', at, why: 'alamat ditolak', isPermanent: true } },
    ],
    [
      'ditarik: tidak berlaku lagi',
      { state: { kind: 'withdrawn', at, why: 'tidak berlaku lagi' } },
    ],
  ])('says "%s"', (state, record) => {
    expect(shown(aMessage(record))['state']).toBe(state);
  });

  test('follows what becomes of its message, wherever it was sorted to', () => {
    const waiting = aMessage({ listing: 'listed' });
    const tab = made(emptyTab, look(emptyTab, told(aMessage())));
    const sorted = { name: tab.name, rows: [headers, [], ['catatan'], tab.rows[1] ?? []] };

    const next = look(sorted, told({ ...waiting, state: sent }));

    expect(next.edits.map(({ becomes }) => becomes)).toContain('terkirim');
    expect(look(made(sorted, next), told({ ...waiting, state: sent })).edits).toEqual([]);
  });

  test('of a ledger that is lost says that nobody knows, and not that it waits', () => {
    const [waiting, gone] = [aMessage(), aMessage({ state: sent })].map((record) => {
      const tab = made(emptyTab, look(emptyTab, told(record)));
      return made(tab, look(tab, new Map()));
    });

    expect(waiting?.rows[1]?.[column('state')]).toBe('tidak diketahui: catatan layanan hilang');
    expect(gone?.rows[1]?.[column('state')]).toBe('terkirim');
    expect(look(waiting ?? emptyTab, new Map()).edits).toEqual([]);
  });

  test('is not written again where staff deleted it', () => {
    expect(look(emptyTab, told(aMessage({ listing: 'listed' }))).edits).toEqual([]);
  });

  test('is known to be there after a pass that was killed before it could remember', () => {
    const tab = made(emptyTab, look(emptyTab, told(aMessage())));

    expect(look(tab, told(aMessage()))).toEqual({
      edits: [],
      again: [],
      listings: [{ key: `${thread}/1`, listing: 'listed' }],
    });
  });

  test('that stands there from a ledger that was lost is known as soon as its message is promised anew', () => {
    const tab = made(emptyTab, look(emptyTab, told(aMessage())));
    const { state: _, ...promise } = aMessage();
    const plan = { ...nothingToTell, promised: [promise] };
    const adopted = (book: TabSnapshot) =>
      messageDesk({ tabs: [book] }, { told: new Map(), plan, now, timeZone, desk: aDesk() });

    expect(adopted(tab)).toEqual({
      edits: [],
      again: [],
      listings: [{ key: promise.key, listing: 'listed' }],
    });
    expect(adopted(withTick(tab, true))).toMatchObject({
      again: [],
      listings: [{ key: promise.key, listing: 'served' }],
    });
    expect(adopted(emptyTab)).toMatchObject({ again: [], listings: [] });
  });

  test('leaves the tab half a year after its message was settled, and its place is used again', () => {
    const old = aMessage({ state: sent, listing: 'listed' });
    const tab = made(emptyTab, look(emptyTab, told(aMessage({ state: sent }))));
    const later = instant('2027-06-17T09:00');

    const emptied = made(tab, look(tab, told(old), later));

    expect(emptied.rows[1]?.every((cell) => cell === '')).toBe(true);
    expect(look(emptied, told(old), later).edits).toEqual([]);
  });
});

describe('a tick in Kirim Lagi', () => {
  const listed = aMessage({ state: sent, listing: 'listed' });
  const tab = made(emptyTab, look(emptyTab, told(aMessage({ state: sent }))));

  test('sends once, however long it stands, and once more when it was taken out', () => {
    const ticked = withTick(tab, '✓');

    const first = look(ticked, told(listed));
    const second = look(ticked, told({ ...listed, listing: 'served' }));
    const without = look(tab, told({ ...listed, listing: 'served' }));

    expect(first).toMatchObject({
      again: [listed.key],
      listings: [{ key: listed.key, listing: 'served' }],
    });
    expect(second).toMatchObject({ again: [], listings: [] });
    expect(without).toMatchObject({
      again: [],
      listings: [{ key: listed.key, listing: 'listed' }],
    });
  });

  test.each<[string, Cell]>([
    ['a box of Google', true],
    ['a typed ya', 'ya'],
  ])('may be %s', (_, tick) => {
    expect(look(withTick(tab, tick), told(listed)).again).toEqual([listed.key]);
  });

  test('that was set while the message waited does not send it twice', () => {
    const waiting = aMessage({ listing: 'listed' });

    expect(look(withTick(tab, '✓'), told(waiting))).toMatchObject({
      again: [],
      listings: [{ key: waiting.key, listing: 'served' }],
    });
  });

  test('beside an older message sends the one that holds now', () => {
    const newer = aMessage({ key: `${thread}/2`, number: 2, facts: '{"jam":1}', state: sent });

    expect(look(withTick(tab, '✓'), told(listed, newer)).again).toEqual([newer.key]);
  });

  test('that nobody understands is asked about, and sends nothing', () => {
    const { again, edits } = look(withTick(tab, 'besok pagi'), told(listed));

    expect(again).toEqual([]);
    expect(edits.map(({ becomes }) => becomes)).toEqual([
      'Isian Kirim Lagi tidak dimengerti. Pilih ✓, atau kosongkan.',
    ]);
  });
});
