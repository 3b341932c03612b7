import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { LedgerState } from '../../../src/core/cases/ledger-state.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { guardPlan, missingParts } from '../../../src/core/plan/guard.ts';
import type { CellChange, Plan } from '../../../src/core/plan/plan.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot.ts';

const aChange = (number: number, overrides: Partial<CellChange> = {}): CellChange => ({
  ticket: `VC-2026-${String(number).padStart(4, '0')}`,
  row: number + 1,
  field: 'remarks',
  header: 'Keterangan',
  was: '',
  becomes: 'x',
  because: '',
  repair: false,
  ...overrides,
});

const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  rows: [],
  cells: [],
  strays: [],
  remarks: [],
  overview: [],
  ledger: {
    newTickets: [],
    rebound: [],
    missing: [],
    found: [],
    moments: [],
    intended: [],
    signatures: [],
    messages: [],
    withdrawn: [],
    complaints: [],
    again: [],
    listings: [],
    history: [],
  },
  concerns: [],
  ...overrides,
});

const limits = { maxChangedShare: 0.5, alwaysAllowedRows: 2 };
const kindsOf = (plan: Plan, extra: { acceptLargeChange?: boolean } = {}) =>
  guardPlan(plan, { limits, known: () => ({ rows: 4, neverShown: new Set() }), ...extra }).map(
    ({ kind }) => kind,
  );

describe('guard', () => {
  test('lets an ordinary plan pass', () => {
    expect(kindsOf(aPlan({ cells: [aChange(1), aChange(2)] }))).toEqual([]);
  });

  test('refuses a cell of the form or of the staff, even past the types', () => {
    const foreign = aChange(1, { field: 'event' as CellChange['field'], header: 'Nama Kegiatan' });

    expect(kindsOf(aPlan({ cells: [foreign] }))).toEqual(['foreign-cell']);
  });

  test('refuses to write into a tab that is not wholly ours', () => {
    const address = { kind: 'fixed', row: 1, column: 1 } as const;
    const overview = [{ tab: 'Petugas', address, was: '', becomes: 'x' }];

    expect(kindsOf(aPlan({ overview }))).toEqual(['foreign-cell']);
  });

  test('takes a remark beside a row without a ticket only in a column of the service', () => {
    const remark = (tab: string, header: string) => ({
      tab,
      address: { kind: 'filled' as const, filling: '[]', header },
      was: '',
      becomes: 'x',
    });

    expect(kindsOf(aPlan({ remarks: [remark('Permohonan', 'Keterangan')] }))).toEqual([]);
    expect(kindsOf(aPlan({ remarks: [remark('Petugas', 'Nama')] }))).toEqual(['foreign-cell']);
    expect(kindsOf(aPlan({ remarks: [remark('Belanja', 'Keterangan')] }))).toEqual([
      'foreign-cell',
    ]);
  });

  test('refuses to change implausibly many known requests, unless that is meant', () => {
    const plan = aPlan({ cells: [aChange(1), aChange(2), aChange(3)] });

    expect(kindsOf(plan)).toEqual(['large-change']);
    expect(kindsOf(plan, { acceptLargeChange: true })).toEqual([]);
  });

  test('does not count new requests as change', () => {
    const cells = [1, 2, 3, 4, 5].map((number) => aChange(number));
    const rows = cells.map(({ ticket, row }) => ({ ticket, row, key: ticket, fresh: true }));

    expect(kindsOf(aPlan({ cells, rows }))).toEqual([]);
  });

  test('counts a ticket that was promised and never shown as new, however many there are', () => {
    const cells = [1, 2, 3, 4, 5].map((number) => aChange(number));
    const promised = cells.map(({ ticket }) => ticket);
    const known = () => ({ rows: 0, neverShown: new Set(promised) });
    const gone = aPlan({ ledger: { ...aPlan().ledger, missing: promised } });

    expect(guardPlan(aPlan({ cells }), { limits, known })).toEqual([]);
    expect(guardPlan(gone, { limits, known })).toEqual([]);
  });

  test('refuses when implausibly many rows are gone', () => {
    const missing = ['VC-2026-0001', 'VC-2026-0002', 'VC-2026-0003'];

    expect(kindsOf(aPlan({ ledger: { ...aPlan().ledger, missing } }))).toEqual(['many-missing']);
  });

  const aBook = (change: (tab: TabSnapshot) => readonly TabSnapshot[] = (tab) => [tab]) => ({
    tabs: tabs.flatMap(({ name, columns }) =>
      change({ name, rows: [columns.map(({ header }): string => header)] }),
    ),
  });
  const without = (gone: string, header: string) =>
    aBook((tab) => [
      tab.name === gone
        ? { ...tab, rows: tab.rows.map((row) => row.filter((cell) => cell !== header)) }
        : tab,
    ]);
  const ticketsOf = (count: number) =>
    new Map(
      Array.from({ length: count }, (_, at) => {
        const ticket = `VC-2026-${String(at + 1).padStart(4, '0')}`;
        return [ticket, { ticket, key: ticket, state: 'active' }] as const;
      }),
    );
  const signedBy = (key: string, mark: string): LedgerState['signatures'] =>
    new Map([
      [
        key,
        new Map([
          [
            'checked',
            {
              key,
              step: 'checked',
              mark,
              given: '',
              at: Temporal.Instant.from('2026-12-01T00:00Z'),
            },
          ],
        ]),
      ],
    ]);
  const textsOf = (
    book: WorkbookSnapshot,
    knownTickets = 1,
    signatures: LedgerState['signatures'] = new Map(),
    written: LedgerState['written'] = new Map(),
  ) =>
    missingParts(book, { tickets: ticketsOf(knownTickets), signatures, written }).map(
      ({ text }) => text,
    );

  test('finds nothing missing in an empty workbook as setup makes it', () => {
    expect(textsOf(aBook())).toEqual([]);
  });

  test('names every tab that is gone at once, and a column that is gone elsewhere', () => {
    const book = without('Peralatan', 'Jumlah');
    const left = book.tabs.filter(({ name }) => name !== 'Petugas' && name !== 'Pengaturan');

    const texts = textsOf({ tabs: left });

    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^There is no tab "Petugas", "Pengaturan"\. Give it its name back/);
    expect(texts[0]).toContain('layanan-vicon setup');
    expect(texts[1]).toMatch(/^Tab "Peralatan" has no column "Jumlah"\. Give the header its name/);
  });

  test('misses the tab Setelah Kegiatan only while what stood there is remembered', () => {
    const tabsLeft = aBook().tabs.filter(({ name }) => name !== 'Setelah Kegiatan');
    const refused = (mark: string) =>
      textsOf(
        { tabs: tabsLeft },
        1,
        new Map(),
        new Map([['VC-2026-0001', new Map([['afterEvent', { written: mark }]])]]),
      ).length > 0;

    expect(textsOf({ tabs: tabsLeft })).toEqual([]);
    expect(refused('ada')).toBe(true);
    expect(refused('')).toBe(false);
  });

  test('misses the tab of recaps only once somebody has signed there', () => {
    const tabsLeft = aBook().tabs.filter(({ name }) => name !== 'Dokumen Berkala');
    const refused = (key: string, mark: string) =>
      textsOf({ tabs: tabsLeft }, 1, signedBy(key, mark)).length > 0;

    expect(textsOf({ tabs: tabsLeft })).toEqual([]);
    expect(refused('rekap/2026-11', 'Siti, 1/12/2026')).toBe(true);
    expect(refused('rekap/2026-11', '')).toBe(false);
    expect(refused('laporan/VC-2026-0001', 'Siti, 1/12/2026')).toBe(false);
  });

  test('sends to setup for columns that never stood there, and gives no header its name back', () => {
    const answers = requestTab.columns
      .filter(({ owner }) => owner === 'form')
      .map(({ header }) => header);
    const onlyAnswers = aBook((tab) => [
      tab.name === requestTab.name ? { name: 'Respons Formulir 1', rows: [answers, ['x']] } : tab,
    ]);

    expect(textsOf(onlyAnswers, 0)).toEqual([
      expect.stringMatching(
        /^Tab "Respons Formulir 1" holds only the answers of its form.*"npx layanan-vicon setup --dir FOLDER"/,
      ),
    ]);
  });

  test('takes a column that the service never wrote for one that is still to come, any other for a renamed one', () => {
    const book = without(requestTab.name, 'Status');
    const wrote = (field: string): LedgerState['written'] =>
      new Map([['VC-2026-0001', new Map([[field, { written: 'x' }]])]]);

    const [never] = textsOf(book, 1, new Map(), wrote('ticket'));
    const [once] = textsOf(book, 1, new Map(), wrote('state'));

    expect(never).toMatch(/^Tab "Permohonan" has no column "Status" yet.*layanan-vicon setup/);
    expect(once).toMatch(/no column "Status"\. Give the header its name back/);
  });

  test('knows a tab by its synonyms', () => {
    const renamed = aBook((tab) => [
      tab.name === 'Petugas' ? { ...tab, name: 'daftar petugas' } : tab,
    ]);

    expect(textsOf(renamed)).toEqual([]);
  });

  test('asks for the form while no request was ever seen, and for the tab afterwards', () => {
    const book = aBook((tab) => (tab.name === requestTab.name ? [] : [tab]));

    expect(textsOf(book, 0)).toEqual([expect.stringContaining('link the form to the sheet')]);
    expect(textsOf(book, 1)).toEqual([expect.not.stringContaining('link the form')]);
  });

  test.each([
    ['Petugas', 'NIP'],
    ['Petugas', 'Aktif'],
    ['Peralatan', 'Kondisi'],
    ['Akun Zoom', 'Kapasitas'],
    ['Kendala', 'Uraian'],
    ['Pengaduan', 'Nomor Tiket'],
    ['Survei', 'Stempel waktu'],
    ['Tindak Lanjut', 'Keadaan'],
    ['Hari Libur', 'Tanggal'],
    ['Dasar Hukum', 'Peraturan'],
    ['Pengaturan', 'Nilai'],
    ['Permohonan', 'Status'],
    ['Permohonan', 'Dikonfirmasi'],
  ])('refuses the tab %s without its column %s', (tab, header) => {
    expect(textsOf(without(tab, header))).toEqual([
      expect.stringContaining(`Tab "${tab}" has no column "${header}"`),
    ]);
  });

  test.each([
    ['Petugas', 'Email'],
    ['Peralatan', 'Standar'],
    ['Pengaturan', 'Penjelasan'],
    ['Dasar Hukum', 'Nomor'],
  ])('goes on where the tab %s lacks %s, which nothing rests on', (tab, header) => {
    expect(textsOf(without(tab, header))).toEqual([]);
  });

  test('refuses a header of ours that stands twice, but not one of a register', () => {
    const twice = (name: string, header: string) =>
      aBook((tab) => [
        tab.name === name
          ? { ...tab, rows: tab.rows.map((row) => [...row, header.toUpperCase()]) }
          : tab,
      ]);

    expect(textsOf(twice('Permohonan', 'Keterangan'))).toEqual([
      expect.stringContaining('more than one column "Keterangan"'),
    ]);
    expect(textsOf(twice('Tindak Lanjut', 'Keadaan'))).toEqual([]);
  });
});
