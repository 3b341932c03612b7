/** A real desk in a temporary folder: workbook, documents and ledger as a user has them. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { setup } from '../../src/commands/setup.ts';
import { type ConfigFile, readConfig } from '../../src/config.ts';
import { facilityNames } from '../../src/core/columns/choices.ts';
import { type RequestField, requestTab } from '../../src/core/columns/request-tab.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import { type Cell, type CellContent, spotOf } from '../../src/core/sheet/snapshot.ts';
import type { DemoTab } from '../../src/demo/demo-tab.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { sampleDesk } from '../../src/demo/sample-desk.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import type { Seen } from '../../src/service/pass/look.ts';
import type { PassOptions } from '../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../src/service/pass/pass-report.ts';
import { runPass } from '../../src/service/pass.ts';
import { buildXlsx } from './xlsx.ts';

export type RequestCells = Partial<Readonly<Record<RequestField, Cell>>>;

export interface TestDesk {
  readonly dir: string;
  readonly config: ConfigFile;
  /** One pass at the given moment. */
  pass(now: string, options?: Omit<PassOptions, 'now'>): Promise<PassReport>;
  /** The rows of Permohonan below the header, by field, in sheet order. */
  rows(): Promise<readonly Record<RequestField, Cell>[]>;
  /** Rewrites Permohonan as a person would leave it after editing and saving in another program. */
  rewrite(
    change: (rows: readonly Record<RequestField, Cell>[]) => readonly RequestCells[],
  ): Promise<void>;
  /** Types into one cell, as a person would. */
  type(ticket: string, field: RequestField, content: CellContent): Promise<void>;
  remove(): void;
}

/** What a pass saw in a workbook that it could read. */
export const seenIn = ({ look }: PassReport): Seen => {
  if (look.kind !== 'seen') throw new Error(look.refusals.map(({ text }) => text).join(' '));
  return look;
};

/** The invented desk of the demo, freshly made for that day. */
export const demoDesk = (day: string): TestDesk => {
  const desk = emptyDesk();
  const template = readFileSync(desk.config.workbook);
  writeFileSync(
    desk.config.workbook,
    fillWorkbook(template, sampleDesk({ today: Temporal.PlainDate.from(day) })),
  );
  return desk;
};

/** A desk whose requests are these rows; three officers, two licences and some equipment stand ready. */
export const deskWith = (
  requests: readonly RequestCells[],
  registers: readonly DemoTab[] = someRegisters,
): TestDesk => {
  const desk = emptyDesk();
  const rows = fillWorkbook(readFileSync(desk.config.workbook), [
    ...registers,
    { tab: 'Permohonan', rows: requests },
  ]);
  writeFileSync(desk.config.workbook, rows);
  return desk;
};

/** Who signs, three officers, two licences and some equipment. */
export const someRegisters: readonly DemoTab[] = [
  {
    tab: 'Pengaturan',
    rows: [
      { name: 'Nama Kepala Dinas', value: 'Contoh Kepala, M.Si.' },
      { name: 'Nama Ketua Tim', value: 'Contoh Ketua, S.Kom.' },
    ],
  },
  {
    tab: 'Petugas',
    rows: ['Rahmat Hulopi', 'Siti Aminah Lasena', 'Yusuf Mohamad'].map((name, index) => ({
      name,
      nip: `19840612 200903 1 99${index}`,
      team: 'Persandian',
      competences: 'aplikasi video conference; persandian dan keamanan informasi; laptop/komputer',
      active: '✓',
    })),
  },
  {
    tab: 'Akun Zoom',
    rows: [
      { name: 'Zoom 1', capacity: 300, active: '✓' },
      { name: 'Zoom 2', capacity: 100, active: '✓' },
    ],
  },
  {
    tab: 'Peralatan',
    rows: facilityNames.map((name) => ({
      name,
      kind: name,
      quantity: name === 'Speaker' ? 2 : 0,
      condition: 'Baik',
    })),
  },
];

const emptyDesk = (): TestDesk => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-desk-'));
  setup({ dir });
  return deskIn(dir);
};

/** A desk of its own that stands as this one does now: for tests that begin alike. */
export const copyOf = (desk: TestDesk): TestDesk => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-desk-'));
  cpSync(desk.dir, dir, { recursive: true, preserveTimestamps: true });
  return deskIn(dir);
};

const deskIn = (dir: string): TestDesk => {
  const config = readConfig(join(dir, 'layanan-vicon.json'));
  const workbook = openLocalWorkbook({ path: config.workbook });
  const requestRows = async () => {
    const { tabs } = await workbook.read();
    const tab = tabs.find(({ name }) => name === requestTab.name) ?? {
      name: requestTab.name,
      rows: [],
    };
    const { headerRow, indexOf } = locateColumns(tab, requestTab);
    const read = (cells: readonly Cell[]) =>
      Object.fromEntries(
        requestTab.columns.map(({ field }) => [field, cells[indexOf.get(field) ?? -1] ?? '']),
      ) as Record<RequestField, Cell>;
    return { tabs, tab, headerRow, indexOf, rows: tab.rows.slice(headerRow + 1).map(read) };
  };
  return {
    dir,
    config,
    pass: async (now, options = {}) => {
      const desk = await openDesk(config, {
        now: Temporal.Instant.from(now),
        toWrite: true,
        progress: () => undefined,
      });
      try {
        return await runPass(desk, { now: Temporal.Instant.from(now), ...options });
      } finally {
        await desk.close();
      }
    },
    rows: async () =>
      (await requestRows()).rows.filter(({ event, ticket }) => event !== '' || ticket !== ''),
    rewrite: async (change) => {
      const { tabs, tab: before, headerRow, indexOf, rows } = await requestRows();
      const headers = requestTab.columns.map(({ header }): Cell => header);
      const after = change(rows);
      const changed = after.map((row) => requestTab.columns.map(({ field }) => row[field] ?? ''));
      // A cell that leads somewhere goes on to do so, wherever its row went.
      const links = new Map(
        after.flatMap(({ ticket }, index) => {
          const row = rows.findIndex((each) => each.ticket !== '' && each.ticket === ticket);
          return requestTab.columns.flatMap(({ field }, column) => {
            const was = spotOf(headerRow + 2 + row, (indexOf.get(field) ?? -1) + 1);
            const url = row < 0 ? undefined : before.links?.get(was);
            return url === undefined ? [] : [[spotOf(index + 2, column + 1), url] as const];
          });
        }),
      );
      writeFileSync(
        config.workbook,
        buildXlsx(
          tabs.map((tab) =>
            tab.name === requestTab.name
              ? { name: tab.name, rows: [headers, ...changed], links }
              : tab,
          ),
        ),
      );
    },
    type: async (ticket, field, content) => {
      const { headerRow, indexOf, rows } = await requestRows();
      const row = rows.findIndex((cells) => cells.ticket === ticket);
      const column = indexOf.get(field);
      if (row < 0 || column === undefined) throw new Error(`no cell ${field} of ${ticket}`);
      const address = { kind: 'fixed', row: headerRow + 2 + row, column: column + 1 } as const;
      const was = rows[row]?.[field] ?? '';
      await workbook.write(
        [{ tab: requestTab.name, address, was, becomes: content }],
        () => nowhere,
      );
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};
