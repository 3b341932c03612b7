/** One of two desks over equal offices, and all that can be seen of it afterwards. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import { type DeskTable, deskTables } from '../../../src/ledger/tables.ts';
import type { PostParts } from '../../../src/service/post/post-parts.ts';
import { memoryDesk } from './memory-desk.ts';
import type { Office } from './office.ts';

export interface Twin {
  readonly office: Office;
  readonly parts: PostParts;
  /** Cells, documents and the ledger, each as text. */
  stands(): Record<string, string>;
  close(): Promise<void>;
}

type LedgerFile = InstanceType<typeof Database>;

/** Disks make a commit wait; nothing is to outlive these. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const openTwin = async (office: Office): Promise<Twin> => {
  const folder = mkdtempSync(join(place, 'vicon-twin-'));
  const path = join(folder, 'ledger.db');
  const ledger = await openLedger({ path, desk: 'desk' });
  // Else each would choose its own, and no two mails were alike.
  await ledger.remember('post.mark', 'abcdef123456');
  const file = new Database(path, { readonly: true });
  return {
    office,
    parts: memoryDesk(office, ledger),
    stands: () => ({
      ...Object.fromEntries(
        office.tabs.map(({ name, rows, links }) => [name, JSON.stringify([rows, [...links]])]),
      ),
      documents: [...office.files]
        .map(([id, { title, bytes }]) => `${id} ${title} ${hash(bytes)}`)
        .sort()
        .join('\n'),
      folders: JSON.stringify([...office.photos.keys()]),
      ...ledgerRows(file),
    }),
    close: async () => {
      file.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What the ledger holds, by table, with the revisions counted as if there were no others than those that left a row. */
const ledgerRows = (file: LedgerFile): Record<string, string> => {
  const rows = deskTables.map((table) => ({ table, held: heldIn(file, table) }));
  const revisions = rows
    .flatMap(({ held }) => held.map((row) => Number(row['revision'] ?? 0)))
    .sort((one, other) => one - other);
  const ranks = new Map([...new Set(revisions)].map((revision, rank) => [revision, rank]));
  return Object.fromEntries(
    rows.map(({ table, held }) => [
      table,
      held
        .map((row) =>
          JSON.stringify(
            'revision' in row ? { ...row, revision: ranks.get(Number(row['revision'])) } : row,
          ),
        )
        .sort()
        .join('\n'),
    ]),
  );
};

const heldIn = (file: LedgerFile, table: DeskTable): readonly Record<string, unknown>[] => {
  if (table === 'desk') return [];
  const rows = z.array(z.record(z.string(), z.unknown()));
  // A pass that rests notes no time; nothing is decided by it but whether the clock went back.
  return rows
    .parse(file.prepare(`select * from "${table}"`).all())
    .filter(({ name }) => name !== 'pass.latest');
};

const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
