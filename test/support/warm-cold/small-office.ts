/** The invented desk cut down to a few requests, with what its other tabs say of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { readSheet } from '../../../src/backends/local/sheet/sheet-read.ts';
import { openParts, sheetOf } from '../../../src/backends/local/workbook/workbook-parts.ts';
import { ownTemplates } from '../../../src/config.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { fillWorkbook } from '../../../src/demo/make-desk.ts';
import { sampleDesk } from '../../../src/demo/sample-desk.ts';
import { openZip } from '../../../src/office-package/zip.ts';
import type { Chance } from './chance.ts';
import { type Office, openOffice } from './office.ts';

export const firstDay = Temporal.PlainDate.from('2026-11-25');

/** @param size Rows of Permohonan. */
export const smallOffice = (size: number, chance: Chance): Office => {
  const whole = wholeDesk();
  const requests = whole.find(({ name }) => name === requestTab.name)?.rows ?? [];
  const numbers = requests.slice(1).map((_, index) => index + 1);
  const chosen = new Set(
    numbers
      .slice(-lately)
      .map((number) => ({ number, order: chance() }))
      .sort((one, other) => one.order - other.order)
      .slice(0, size)
      .map(({ number }) => number),
  );
  const renumbered = new Map(
    numbers.filter((number) => chosen.has(number)).map((number, index) => [number, index + 1]),
  );
  const told = (cell: Cell): Cell =>
    typeof cell === 'string'
      ? cell.replaceAll(ticketPattern, (ticket, year: string, number: string) => {
          const now = renumbered.get(Number(number));
          return now === undefined ? ticket : `VC-${year}-${String(now).padStart(4, '0')}`;
        })
      : cell;
  return openOffice(
    whole.map(({ name, rows }) => ({
      name,
      rows:
        name === requestTab.name
          ? rows.filter((_, index) => index === 0 || chosen.has(index))
          : rows
              // A few entries that no ticket of the desk goes by stay, as in real books.
              .filter((row) => isAboutChosen(row, chosen) || chance() < 0.1)
              .map((row) => row.map(told)),
      links: new Map(),
    })),
    { tellsLinks: chance() < 0.7 },
  );
};

/** Requests of the last weeks: every month that has any costs a pass a recap. */
const lately = 40;

const ticketPattern = /VC-(\d{4})-(\d{4})/g;

const isAboutChosen = (row: readonly Cell[], chosen: ReadonlySet<number>): boolean => {
  const named = row.flatMap((cell) =>
    typeof cell === 'string' ? [...cell.matchAll(ticketPattern)].map(([, , n]) => Number(n)) : [],
  );
  return named.length === 0 || named.some((number) => chosen.has(number));
};

let known: Office['tabs'] | undefined;

/** The demo's desk of three months: also what people type is taken from there. */
export const wholeDesk = (): Office['tabs'] => {
  if (known !== undefined) return known;
  const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
  const parts = openParts(
    openZip(Buffer.from(fillWorkbook(template, sampleDesk({ today: firstDay })))),
  );
  known = parts.tabs.map((tab) => ({
    name: tab.name,
    rows: readSheet(sheetOf(parts.zip, tab), parts.key).map((row) => [...row]),
    links: new Map(),
  }));
  return known;
};
