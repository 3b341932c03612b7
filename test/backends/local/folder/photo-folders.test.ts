import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openFolderStore } from '../../../../src/backends/local/folder/folder-store.ts';
import type { PhotoFolder } from '../../../../src/core/cases/photos.ts';
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

  describe('of years', () => {
    const tickets = Array.from({ length: 300 }, (_, at) => `VC-2025-${1000 + at}`);
    const seenIn = (folders: readonly PhotoFolder[] | undefined, ticket: string) =>
      folders?.find(({ name }) => name === ticket)?.files.map(({ name, size }) => [name, size]);
    const long = (at: number): Date => new Date(Date.UTC(2025, 0, 1, 0, 0, at));
    /** Each as quiet as it was before: so is a disk that keeps no time of its folders. */
    const aYear = () => {
      const place = aPlace();
      for (const ticket of tickets) mkdirSync(place.pathOf(ticket), { recursive: true });
      place.put('VC-2025-1000', 'lama.jpg', 'lama');
      const quieten = (): void => {
        for (const [at, ticket] of tickets.entries())
          utimesSync(place.pathOf(ticket), long(at), long(at));
      };
      quieten();
      return { ...place, quieten };
    };

    test('show at once what came, left or took another name, in whichever of them', async () => {
      const { store, put, remove, pathOf } = aYear();
      for (let looks = 0; looks < 3; looks += 1) await store.photoFolders(now);
      put('VC-2025-1001', '1.jpg', 'satu');
      // As of a folder that was put back from a copy.
      utimesSync(pathOf('VC-2025-1001'), long(2), long(2));
      put('VC-2025-1299', '2.jpg', 'dua');
      remove('VC-2025-1000', 'lama.jpg');

      const folders = await store.photoFolders(now);
      renameSync(join(pathOf('VC-2025-1001'), '1.jpg'), join(pathOf('VC-2025-1001'), '3.jpg'));
      const renamed = await store.photoFolders(now);

      expect(seenIn(folders, 'VC-2025-1000')).toEqual([]);
      expect(seenIn(folders, 'VC-2025-1001')).toEqual([['1.jpg', 4]]);
      expect(seenIn(folders, 'VC-2025-1299')).toEqual([['2.jpg', 3]]);
      expect(seenIn(renamed, 'VC-2025-1001')).toEqual([['3.jpg', 4]]);
    });

    test('are all looked through within some looks, so that nothing stays unseen for good', async () => {
      const { store, put, quieten } = aYear();
      for (let looks = 0; looks < 3; looks += 1) await store.photoFolders(now);
      put('VC-2025-1000', 'lama.jpg', 'di tempatnya');
      for (const ticket of tickets) put(ticket, 'baru.jpg', 'baru');
      quieten();

      for (let looks = 0; looks < 15; looks += 1) await store.photoFolders(now);
      const folders = await store.photoFolders(now);

      expect(seenIn(folders, 'VC-2025-1000')).toContainEqual(['lama.jpg', 12]);
      expect(
        folders?.filter(({ files }) => files.some(({ name }) => name === 'baru.jpg')),
      ).toHaveLength(300);
    });

    test('are the very same list while nothing happened', async () => {
      const { store, put } = aYear();
      const before = await store.photoFolders(now);

      expect(await store.photoFolders(now)).toBe(before);
      put('VC-2025-1001', '1.jpg', 'satu');
      const after = await store.photoFolders(now);
      expect(after).not.toBe(before);
      expect(after?.filter((folder, at) => folder !== before?.[at])).toHaveLength(1);
    });
  });

  test('are not hashed again by the next process', async () => {
    const one = aPlace();
    one.put('VC-2026-0001', '1.jpg', 'satu');
    const path = join(one.pathOf('VC-2026-0001'), '1.jpg');
    const mtime = new Date('2026-11-20T02:00:00Z');
    utimesSync(path, mtime, mtime);
    const before = await one.store.photoFolders(now);
    writeFileSync(path, 'lain');
    utimesSync(path, mtime, mtime);
    const next = openFolderStore({
      root: dirname(one.pathOf('')),
      workbookFolder: one.pathOf('..'),
      trash: one.pathOf('..'),
      memory: one.memory,
    });

    expect(await next.photoFolders(now)).toEqual(before);
  });
});
