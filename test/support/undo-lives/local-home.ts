/** A desk on this machine: a workbook and a folder, the ledger in a file or in PostgreSQL. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { RequestField } from '../../../src/core/columns/request-tab.ts';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import { runPass } from '../../../src/service/pass.ts';
import { undoPass } from '../../../src/service/undo/undo-pass.ts';
import { Killed, Life } from '../../backends/google/pass/doomed.ts';
import { deskWith, type RequestCells, type TestDesk } from '../desk.ts';
import { mortalLedger } from '../mortal-ledger.ts';
import { sharedShelf } from '../shared-shelf.ts';
import type { Deed } from './deeds.ts';
import { ledgerAt, withoutBlanks } from './held.ts';
import type { Ended, UndoHome } from './undo-home.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const request = (number: number): RequestCells => ({
  submittedAt: day('2026-11-16') + (8 + number / 10) / 24,
  email: `pemohon${number}@contoh.go.id`,
  requesterName: 'Rahmat Pakaya',
  requesterPosition: 'Kepala Subbagian',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat Koordinasi ${number}`,
  startDay: day('2026-11-23') + (number % 2),
  startTime: '09.00',
  endTime: '15.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  participants: 80,
});

/** @param ledger An address, where it is not the desk's own file. */
export const aLocalHome = async (ledger?: string): Promise<UndoHome> => {
  const desk = deskWith([request(0), request(1)]);
  const config = { ...desk.config, ...(ledger !== undefined && { ledger }) };
  const open = async (): Promise<OpenDesk> => ({
    ...(await openDesk(config, { now: Temporal.Instant.from('2026-11-17T01:00:00Z') })),
    templates: sharedShelf(),
  });
  let running: OpenDesk | undefined;
  const parts = async (): Promise<OpenDesk> => {
    running ??= await open();
    return running;
  };
  const stop = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    isToTheMinute: true,
    what:
      ledger === undefined ? 'a workbook, ledger in a file' : 'a workbook, ledger in PostgreSQL',
    do: (deed, at) => done(desk, deed, at),
    pass: async (at, death) => {
      const now = Temporal.Instant.from(at);
      const life = new Life(death === undefined ? undefined : { effect: death + 1, when: 'after' });
      try {
        return endOf(await life.live(runPass(mortal(await parts(), life), { now })));
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        await stop();
        return 'killed';
      }
    },
    undo: async (at, options = {}) =>
      undoPass(await parts(), { now: Temporal.Instant.from(at), ...options }),
    held: async () => {
      const { tabs } = await (await parts()).workbook.read();
      const requests = tabs.find(({ name }) => name === 'Permohonan');
      const rows = requests?.rows ?? [];
      // Where rows were moved by a program that leaves links behind, an empty cell may have one: it is taken off for good.
      const isFilled = ([spot]: readonly [string, string]): boolean => {
        const [row = 1, column = 1] = spot.split(',').map(Number);
        return (rows[row - 1]?.[column - 1] ?? '') !== '';
      };
      return {
        cells: {
          rows: withoutBlanks(rows),
          links: [...(requests?.links ?? [])].filter(isFilled).sort(),
        },
        documents: filesIn(config.documents),
        ledger: await ledgerAt(config.ledger),
      };
    },
    remove: async () => {
      await stop();
      desk.remove();
    },
  };
};

const mortal = (desk: OpenDesk, life: Life): OpenDesk => {
  const { workbook, documents, ledger } = desk;
  return {
    ...desk,
    ledger: mortalLedger(ledger, { now: life }),
    workbook: {
      ...workbook,
      write: (...given) => life.does('write', () => workbook.write(...given)),
    },
    documents: { ...documents, save: (given) => life.does('save', () => documents.save(given)) },
  };
};

export const endOf = ({
  idle,
  look,
}: {
  readonly idle: boolean;
  readonly look: { readonly refusals: readonly unknown[] };
}): Ended => {
  if (look.refusals.length > 0) return 'refused';
  return idle ? 'idle' : 'done';
};

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pathsIn(folder).map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );

const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const done = async (desk: TestDesk, deed: Deed, at: string): Promise<void> => {
  const rows = await desk.rows();
  const at_ = (which: number): number => which % Math.max(rows.length, 1);
  const change = (row: number, cells: RequestCells): Promise<void> =>
    desk.rewrite((all) => all.map((each, index) => (index === row ? { ...each, ...cells } : each)));
  switch (deed.kind) {
    case 'type':
      return change(at_(deed.which), { [deed.field]: deed.cell } as Partial<
        Record<RequestField, Cell>
      >);
    case 'confirm': {
      const { epochMilliseconds } = Temporal.Instant.from(at);
      const local = epochMilliseconds / 86_400_000 + 8 / 24 + day('1970-01-01');
      return change(at_(deed.which), { confirmed: local - 1 / 1440 });
    }
    case 'file request':
      return desk.rewrite((all) => [...all, request(all.length)]);
    case 'sort rows':
      return desk.rewrite((all) => [...all].reverse());
    case 'copy row':
      return desk.rewrite((all) => [...all, { ...all[at_(deed.which)] }]);
    case 'delete row':
      return desk.rewrite((all) => all.filter((_, index) => index !== at_(deed.which)));
    case 'edit document':
    case 'throw document away': {
      const files = pathsIn(desk.config.documents).filter((path) => path.endsWith('.docx'));
      const file = files[deed.which % Math.max(files.length, 1)];
      if (file === undefined) return;
      if (deed.kind === 'throw document away') return rmSync(file);
      return writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('disunting')]));
    }
    case 'sleep':
      return;
  }
};
