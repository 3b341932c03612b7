import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../src/backends/backend.ts';
import type { PhotoFolder } from '../../src/core/cases/photos.ts';
import { aDocument } from './document-store-contract.ts';

/** A store of one kind of backend, and the hands of people in its folder *Dokumentasi*. */
export interface PhotoPlace {
  readonly store: DocumentStore;
  /** @param folder In *Dokumentasi*; `''` is that itself. The folder is made where it is missing. */
  put(folder: string, name: string, bytes: string): void;
  remove(folder: string, name: string): void;
}

const now = Temporal.Instant.from('2026-11-24T01:00:00Z');
const ticket = 'VC-2026-0001';

const shown = (folders: readonly PhotoFolder[] | undefined) =>
  folders?.map(({ name, files }) => [name, files.map((file) => [file.name, file.size]).sort()]);

/** What every backend promises of the photos that people file. */
export const describePhotoFolders = (name: string, open: () => Promise<PhotoPlace>): void => {
  /** Where a document was saved, as in every desk that has a report to show. */
  const begun = async (): Promise<PhotoPlace> => {
    const place = await open();
    await place.store.save(aDocument());
    return place;
  };
  const marks = async ({ store }: PhotoPlace): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      ((await store.photoFolders(now)) ?? []).flatMap(({ files }) =>
        files.map((file) => [file.name, file.mark]),
      ),
    );

  describe(`${name} shows what people file in Dokumentasi`, () => {
    test('nothing while there is nothing', async () => {
      expect(await (await open()).store.photoFolders(now)).toEqual([]);
      expect(await (await begun()).store.photoFolders(now)).toEqual([]);
    });

    test('folders with their files, and files beside the folders', async () => {
      const { store, put } = await begun();
      put(ticket, '1.jpg', 'satu');
      put(ticket, '2.jpg', 'dua');
      put('VC-2026-0002 Rapat', 'a.png', 'lain');
      put('', 'tercecer.jpg', 'tercecer');

      const folders = shown(await store.photoFolders(now));

      expect(folders?.sort()).toEqual([
        ['', [['tercecer.jpg', 8]]],
        [
          ticket,
          [
            ['1.jpg', 4],
            ['2.jpg', 3],
          ],
        ],
        ['VC-2026-0002 Rapat', [['a.png', 4]]],
      ]);
    });

    test('each with a mark of its content, and with its bytes', async () => {
      const place = await begun();
      place.put(ticket, '1.jpg', 'satu');
      place.put(ticket, 'salinan.jpg', 'satu');
      place.put(ticket, '2.jpg', 'dua');

      const { '1.jpg': one, '2.jpg': two, 'salinan.jpg': copy } = await marks(place);
      expect(copy).toBe(one);
      expect(two).not.toBe(one);
      const files = (await place.store.photoFolders(now))?.flatMap((folder) => folder.files);
      const { id, mark } = files?.find((file) => file.name === '2.jpg') ?? expect.unreachable();
      expect(Buffer.from((await place.store.readPhoto({ id, mark })) ?? []).toString()).toBe('dua');
    });

    test('no bytes of a photo that was replaced since it was listed', async () => {
      const place = await begun();
      place.put(ticket, '1.jpg', 'satu');
      const folders = await place.store.photoFolders(now);
      const photo = folders?.[0]?.files[0] ?? expect.unreachable();

      place.put(ticket, '1.jpg', 'lain');

      expect(await place.store.readPhoto(photo)).toBeUndefined();
    });

    test('what was added, replaced and taken away since the last look', async () => {
      const place = await begun();
      place.put(ticket, '1.jpg', 'satu');
      place.put(ticket, '2.jpg', 'dua');
      const before = await marks(place);

      place.put(ticket, '1.jpg', 'lain');
      place.remove(ticket, '2.jpg');
      place.put('VC-2026-0009', '3.jpg', 'tiga');
      const after = await marks(place);

      expect(Object.keys(after).sort()).toEqual(['1.jpg', '3.jpg']);
      expect(after['1.jpg']).not.toBe(before['1.jpg']);
    });

    test('a folder that was made for them, once', async () => {
      const { store } = await begun();

      await store.makePhotoFolder(ticket);
      await store.makePhotoFolder(ticket);

      expect(await store.photoFolders(now)).toEqual([{ name: ticket, files: [] }]);
    });

    test('no bytes of a photo that is gone', async () => {
      const photo = { id: 'Dokumentasi/tiada.jpg', mark: 'tiada' };
      expect(await (await begun()).store.readPhoto(photo)).toBeUndefined();
    });
  });
};
