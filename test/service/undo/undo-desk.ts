/** What a desk holds, in a shape that can be compared before a pass, after it, and after it was taken back. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { LedgerState } from '../../../src/core/cases/ledger-state.ts';
import type { OpenDesk } from '../../../src/service/open-desk.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { type UndoOptions, undoPass } from '../../../src/service/undo/undo-pass.ts';
import type { UndoReport } from '../../../src/service/undo/undo-report.ts';
import type { TestDesk } from '../../support/desk.ts';

/** What an undo takes back: cells of Permohonan with their links, documents, and what the ledger knows of them. */
export interface Held {
  readonly cells: unknown;
  readonly documents: Readonly<Record<string, string>>;
  readonly ledger: unknown;
}

export const heldBy = async (desk: TestDesk): Promise<Held> =>
  opened(desk, '2027-12-31T00:00:00Z', false, async ({ workbook, ledger }) => {
    const { tabs } = await workbook.read();
    const requests = tabs.find(({ name }) => name === 'Permohonan');
    return {
      cells: {
        rows: withoutBlanks(requests?.rows ?? []),
        links: [...(requests?.links ?? [])].sort(),
      },
      documents: filesIn(desk.config.documents),
      ledger: comparable(await ledger.state()),
    };
  });

/** Trailing blanks are no difference. */
const withoutBlanks = (rows: readonly (readonly unknown[])[]): unknown =>
  rows
    .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '' && cell !== undefined) + 1))
    .map((row) => [...row].map((cell) => cell ?? ''));

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), hashOf(path)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** A message that was withdrawn and promised anew has the next number; nothing else tells them apart. */
const comparable = ({ messages, ...state }: LedgerState): unknown => ({
  ...state,
  messages: [...messages.values()]
    .flat()
    .filter((each) => each.state.kind !== 'withdrawn')
    .map(({ key: _, number: __, listing: ___, invitation, ...each }) => ({
      ...each,
      ...(invitation && { invitation: { ...invitation, sequence: 0 } }),
    })),
});

export const undo = (
  desk: TestDesk,
  at: string,
  options: Omit<UndoOptions, 'now'> = {},
): Promise<UndoReport> =>
  opened(desk, at, options.dryRun !== true, (parts) =>
    undoPass(parts, { now: Temporal.Instant.from(at), ...options }),
  );

export const opened = async <T>(
  { config }: Pick<TestDesk, 'config'>,
  at: string,
  toWrite: boolean,
  work: (desk: OpenDesk) => Promise<T>,
): Promise<T> => {
  const desk = await openDesk(config, { now: Temporal.Instant.from(at), toWrite });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
};
