import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { FiledPhoto, PhotoFolder } from '../../src/core/cases/photos.ts';
import { ServiceError } from '../../src/errors.ts';
import { openPhotoShelf as openShelf, type PhotoQuestion } from '../../src/service/photo-shelf.ts';
import { aMemory } from '../support/a-memory.ts';
import { aPhoto } from '../support/a-photo.ts';

class AwayError extends ServiceError {
  readonly code = 'away';
  constructor() {
    super({ what: 'The store is away.', todo: 'Wait.' });
  }
}

type Asked = Omit<PhotoQuestion, 'folders' | 'isReport'>;

/** A shelf that is asked about what lies there now. */
const openPhotoShelf = (parts: Parameters<typeof openShelf>[0]) => {
  const shelf = openShelf(parts);
  return {
    ...shelf,
    take: async (asked: Asked) =>
      shelf.take({ ...asked, folders: await shelf.folders(now), isReport: new Map() }),
  };
};

const now = Temporal.Instant.from('2026-11-24T01:00:00Z');
const ticket = 'VC-2026-0001';
const asking = (...tickets: readonly string[]) => {
  const all = new Set(tickets);
  return { tickets: all, printable: all, due: all };
};
const aQuestion = (parts: Partial<PhotoQuestion>): PhotoQuestion => ({
  ...question,
  folders: [],
  isReport: new Map(),
  ...parts,
});
const question = asking(ticket);
const aFile = (name: string): FiledPhoto => ({ id: name, name, size: 10, mark: `isi ${name}` });

const aShelf = (
  folders: readonly PhotoFolder[] | undefined,
  read: (id: string) => Promise<Uint8Array | undefined> = () => aPhoto(),
  memory = aMemory(),
) => {
  const asked: string[] = [];
  const shelf = openPhotoShelf({
    documents: {
      photoFolders: async () => folders,
      readPhoto: async ({ id }) => {
        asked.push(id);
        return read(id);
      },
    },
    memory,
    progress: () => undefined,
  });
  return { shelf, asked, memory };
};
const one = [{ name: ticket, files: [aFile('1.jpg')] }];

describe('the shelf of photos', () => {
  test('looks into a photo once, and remembers what it saw over a restart', async () => {
    const { shelf, asked, memory } = aShelf(one);

    await shelf.take(question);
    await shelf.pictures(one[0]?.files ?? []);
    await shelf.take(question);
    await aShelf(one, undefined, memory).shelf.take(question);

    expect(asked).toEqual(['1.jpg']);
  });

  test('reads a photo again where a report needs it after a restart', async () => {
    const { shelf, memory } = aShelf(one);
    await shelf.take(question);
    const later = aShelf(one, undefined, memory);

    const pictures = await later.shelf.pictures(one[0]?.files ?? []);

    expect([...pictures.keys()]).toEqual(['isi 1.jpg']);
    expect(later.asked).toEqual(['1.jpg']);
  });

  test('says nothing of photos where the store shows none of what people made', async () => {
    expect(await aShelf(undefined).shelf.take(question)).toEqual({ notices: [] });
  });

  test('says that nothing is known while the store is away', async () => {
    const shelf = openPhotoShelf({
      documents: {
        photoFolders: () => Promise.reject(new AwayError()),
        readPhoto: async () => undefined,
      },
      memory: aMemory(),
      progress: () => undefined,
    });

    const { seen, notices } = await shelf.take(question);

    expect(seen).toEqual({ kind: 'unseen' });
    expect(notices[0]).toContain('Folder Dokumentasi belum dapat dibaca');
  });

  test('lets the report wait whose photo cannot be read now, and no other', async () => {
    const other = 'VC-2026-0002';
    const folders = [...one, { name: other, files: [aFile('2.jpg')] }];
    const { shelf } = aShelf(folders, (id) =>
      id === '1.jpg' ? Promise.reject(new AwayError()) : aPhoto(),
    );

    const { seen, notices } = await shelf.take(asking(ticket, other));

    expect(seen).toMatchObject({ kind: 'seen', waiting: new Set([ticket]) });
    expect(notices).toHaveLength(1);
  });

  test('never opens a photo of an event whose photos may not be printed', async () => {
    const { shelf, asked } = aShelf(one);

    const { seen } = await shelf.take({ ...question, printable: new Set() });

    expect(asked).toEqual([]);
    expect(seen).toMatchObject({ kind: 'seen', waiting: new Set() });
  });

  test('never opens a photo of a report that this pass does not make, which waits for one that does', async () => {
    const { shelf, asked } = aShelf(one);

    const { seen, notices } = await shelf.take({ ...question, due: new Set() });

    expect(asked).toEqual([]);
    expect(seen).toMatchObject({ kind: 'seen', waiting: new Set([ticket]) });
    expect(notices).toEqual([]);
  });

  test('says how many photos are beyond what one pass looks into, and looks into those in the next', async () => {
    const tickets = Array.from({ length: 6 }, (_, index) => `VC-2026-000${index + 1}`);
    const folders = tickets.map((name) => ({
      name,
      files: Array.from({ length: 20 }, (_, index) => aFile(`${name} ${index}.jpg`)),
    }));
    const { shelf } = aShelf(folders, async () => Buffer.from('bukan foto'));

    const first = await shelf.take(asking(...tickets));
    const second = await shelf.take(asking(...tickets));

    expect(first.notices).toEqual([
      'Foto baru terlalu banyak untuk satu putaran: 20 foto untuk 1 laporan diolah pada putaran berikutnya, lalu laporannya diperbarui.',
    ]);
    expect(first.seen).toMatchObject({ waiting: new Set(['VC-2026-0006']) });
    expect(second.notices).toEqual([]);
    expect(second.seen).toMatchObject({ waiting: new Set() });
  });

  test('takes back what it said of a photo that can be printed no more, and names it', async () => {
    const { shelf, memory } = aShelf(one);
    await shelf.take(question);
    const later = aShelf(one, async () => Buffer.from('bukan foto'), memory);

    await expect(later.shelf.pictures(one[0]?.files ?? [])).rejects.toMatchObject({
      code: 'photo-unfit',
      message: expect.stringContaining('"1.jpg"'),
    });
    const { seen } = await later.shelf.take(question);

    expect(seen).toMatchObject({
      of: new Map([[ticket, { printed: [], left: [{ name: '1.jpg', why: 'broken' }] }]]),
      waiting: new Set(),
    });
  });

  test('keeps a report from being made without a photo that was just taken away', async () => {
    const { shelf } = aShelf(one, async () => undefined);

    await expect(shelf.pictures(one[0]?.files ?? [])).rejects.toMatchObject({ code: 'photo-gone' });
  });

  describe('asked again about the very same folders', () => {
    const open = () =>
      openShelf({
        documents: { photoFolders: async () => one, readPhoto: () => aPhoto() },
        memory: aMemory(),
        progress: () => undefined,
      });
    const isReport = new Map();

    test('answers with the very same', async () => {
      const shelf = open();
      const asked = aQuestion({ folders: one, isReport });

      const first = await shelf.take(asked);

      expect(await shelf.take(asked)).toBe(first);
    });

    test('sees that the folder of a ticket that came since is no stray any more', async () => {
      const shelf = open();
      const asked = aQuestion({ folders: one, isReport, ...asking() });
      expect((await shelf.take(asked)).notices).toHaveLength(1);

      const { seen, notices } = await shelf.take({ ...asked, ...question });

      expect(notices).toEqual([]);
      expect(seen).toMatchObject({ kind: 'seen', folders: new Set([ticket]) });
    });

    test('looks into photos that may be printed only since', async () => {
      const shelf = open();
      const asked = aQuestion({ folders: one, isReport, printable: new Set() });
      await shelf.take({ ...asked });

      const { seen } = await shelf.take({ ...asked, printable: new Set([ticket]), due: new Set() });

      expect(seen).toMatchObject({ waiting: new Set([ticket]) });
    });

    test('forgets what it said where one turned out not to be printable', async () => {
      const memory = aMemory();
      await memory.remember('photos.verdicts', JSON.stringify({ 'isi 1.jpg': 'fit' }));
      const shelf = openShelf({
        documents: {
          photoFolders: async () => one,
          readPhoto: async () => new TextEncoder().encode('no picture'),
        },
        memory,
        progress: () => undefined,
      });
      const asked = aQuestion({ folders: one, isReport });
      expect((await shelf.take(asked)).seen).toMatchObject({
        of: new Map([[ticket, { printed: one[0]?.files }]]),
      });
      await expect(shelf.pictures([aFile('1.jpg')])).rejects.toThrow();

      const { seen } = await shelf.take(asked);

      expect(seen).toMatchObject({ of: new Map([[ticket, { printed: [] }]]) });
    });
  });
});
