import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openFolderStore } from '../../../../src/backends/local/folder/folder-store.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { describePhotoFolders } from '../../photo-folders-contract.ts';
import { aFolder } from '../workbook/a-workbook-file.ts';

const aPlace = (memory = aMemory()) => {
  const folder = aFolder();
  const root = join(folder, 'Dokumen');
  const pathOf = (name: string): string => join(root, 'Dokumentasi', name);
  return {
    pathOf,
    memory,
    store: openFolderStore({
      root,
      workbookFolder: folder,
      trash: join(folder, 'taken away'),
      memory,
    }),
    put: (at: string, name: string, bytes: string) => {
      mkdirSync(pathOf(at), { recursive: true });
      writeFileSync(join(pathOf(at), name), bytes);
    },
    remove: (at: string, name: string) => rmSync(join(pathOf(at), name)),
  };
};

describePhotoFolders('a documents folder', async () => aPlace());

describe('photos in a folder', () => {
  const now = Temporal.Instant.from('2026-11-24T01:00:00Z');

  test('are read anew only when their size or time differs', async () => {
    const { store, put, pathOf } = aPlace();
    put('VC-2026-0001', '1.jpg', 'satu');
    const path = join(pathOf('VC-2026-0001'), '1.jpg');
    const mtime = new Date('2026-11-20T02:00:00Z');
    utimesSync(path, mtime, mtime);
    const before = await store.photoFolders(now);
    writeFileSync(path, 'lain');
    utimesSync(path, mtime, mtime);

    expect(await store.photoFolders(now)).toEqual(before);
    utimesSync(path, mtime, new Date(mtime.getTime() + 1000));
    expect(await store.photoFolders(now)).not.toEqual(before);
  });

  test('are told apart from what replaced them under the same size and time, once they were read', async () => {
    const { store, put, pathOf } = aPlace();
    put('VC-2026-0001', '1.jpg', 'satu');
    const path = join(pathOf('VC-2026-0001'), '1.jpg');
    const mtime = new Date('2026-11-20T02:00:00Z');
    utimesSync(path, mtime, mtime);
    const before = (await store.photoFolders(now))?.[0]?.files[0] ?? expect.unreachable();
    writeFileSync(path, 'lain');
    utimesSync(path, mtime, mtime);

    expect(await store.readPhoto(before)).toBeUndefined();
    const after = (await store.photoFolders(now))?.[0]?.files[0] ?? expect.unreachable();
    expect(after.mark).not.toBe(before.mark);
    expect(Buffer.from((await store.readPhoto(after)) ?? []).toString()).toBe('lain');
  });

  test('keep their marks when the folder is copied to another machine', async () => {
    const one = aPlace();
    const other = aPlace();
    for (const { put } of [one, other]) put('VC-2026-0001', '1.jpg', 'satu');

    expect(await other.store.photoFolders(now)).toEqual(await one.store.photoFolders(now));
  });

  test('leave links alone, and folders in folders show as such', async () => {
    const { store, put } = aPlace();
    put('VC-2026-0001/lama', '1.jpg', 'satu');

    expect(await store.photoFolders(now)).toEqual([
      {
        name: 'VC-2026-0001',
        files: [{ id: 'Dokumentasi/VC-2026-0001/lama', name: 'lama', size: 0, mark: '' }],
      },
    ]);
  });
});
