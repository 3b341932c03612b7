/** What people do at a desk with their hands, the same on a workbook and on the stand-in for Google. */
import type { Temporal } from 'temporal-polyfill';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { type CellEdit, nowhere } from '../../../src/core/sheet/edits.ts';
import { toSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell, CellContent } from '../../../src/core/sheet/snapshot.ts';
import { columnLetters } from '../../trial/people.ts';
import type { Desk } from '../../trial/set-up.ts';
import { viewTab } from '../../trial/sheet-view.ts';
import type { StandIn } from '../../trial/stand-in.ts';

export const timeZone = 'Asia/Makassar';

/** By header. */
export type Typed = Readonly<Record<string, string | number>>;

export interface SheetRow {
  /** From 1. */
  readonly row: number;
  reads(header: string): string;
}

export interface Hands {
  /** Without forms staff type over what people answer. */
  readonly hasForms: boolean;
  rows(tab: string): Promise<readonly SheetRow[]>;
  type(tab: string, row: number, cells: Typed): Promise<void>;
  /** Below what stands there. */
  append(tab: string, cells: Typed): Promise<void>;
  /** A form is filed: that of requests, or the one for after an event. */
  file(tab: 'Permohonan' | 'Setelah Kegiatan', answers: Typed, at: Temporal.Instant): Promise<void>;
}

export const localHands = (path: string): Hands => {
  const workbook = openLocalWorkbook({ path });
  const gridOf = async (tab: string): Promise<readonly (readonly Cell[])[]> =>
    (await workbook.read()).tabs.find(({ name }) => name === tab)?.rows ?? [];
  const write = async (
    tab: string,
    row: number,
    cells: Readonly<Record<string, CellContent>>,
  ): Promise<void> => {
    const grid = await gridOf(tab);
    const edits = Object.entries(cells).map(([header, becomes]): CellEdit => {
      const column = (grid[0] ?? []).indexOf(header) + 1;
      if (column === 0) throw new Error(`There is no column "${header}" in "${tab}".`);
      const was = grid[row - 1]?.[column - 1] ?? '';
      return { tab, address: { kind: 'fixed', row, column }, was, becomes };
    });
    const outcomes = await workbook.write(edits, () => nowhere);
    if (outcomes.some((outcome) => outcome !== 'written'))
      throw new Error(`Not typed in "${tab}".`);
  };
  const below = async (tab: string): Promise<number> => {
    const grid = await gridOf(tab);
    return grid.findLastIndex((cells) => cells.some((cell) => cell !== '')) + 2;
  };
  return {
    hasForms: false,
    rows: async (tab) => {
      const [headers = [], ...rows] = await gridOf(tab);
      return rows.map((cells, index) => ({
        row: index + 2,
        reads: (header) => String(cells[headers.indexOf(header)] ?? ''),
      }));
    },
    type: write,
    append: async (tab, cells) => write(tab, await below(tab), cells),
    file: async (tab, answers, at) =>
      write(tab, await below(tab), {
        'Stempel waktu': { kind: 'serial', serial: toSerial(at, timeZone), show: 'moment' },
        ...answers,
      }),
  };
};

export const googleHands = (standIn: StandIn, desk: Desk): Hands => {
  const { spreadsheetId } = desk;
  const nameOf = (tab: string): string => (tab === 'Permohonan' ? desk.tab : tab);
  const type = async (tab: string, row: number, cells: Typed): Promise<void> => {
    const { headers } = viewTab(await standIn.world(), nameOf(tab));
    for (const [header, value] of Object.entries(cells)) {
      const column = headers.indexOf(header);
      if (column === -1) throw new Error(`There is no column "${header}" in "${tab}".`);
      const range = `'${nameOf(tab)}'!${columnLetters(column)}${row}`;
      await standIn.people('typeCells', { spreadsheetId, range, rows: [[value]] });
    }
  };
  return {
    hasForms: true,
    rows: async (tab) =>
      viewTab(await standIn.world(), nameOf(tab)).rows.map(({ index, reads }) => ({
        row: index + 1,
        reads,
      })),
    type,
    append: async (tab, cells) => {
      const { rows } = viewTab(await standIn.world(), nameOf(tab));
      await type(tab, (rows.at(-1)?.index ?? 0) + 2, cells);
    },
    file: async (tab, answers) => {
      const { forms } = await standIn.world();
      const form =
        tab === 'Permohonan'
          ? forms.find(({ formId }) => formId === desk.formId)
          : forms.find(({ info }) => info?.title?.includes(tab));
      if (form === undefined) throw new Error(`There is no form "${tab}".`);
      const { 'Alamat email': email, ...rest } = answers;
      await standIn.people('submitResponse', {
        formId: form.formId,
        answers: Object.fromEntries(
          Object.entries(rest).map(([name, text]) => [name, String(text)]),
        ),
        ...(email !== undefined && { email: String(email) }),
      });
    },
  };
};
