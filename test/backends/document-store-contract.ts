import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DocumentStore, DocumentToSave } from '../../src/backends/backend.ts';

/** Makes an empty store of one kind of backend. */
export type DocumentStoreFactory = () => Promise<DocumentStore>;

export const aDocument = (changed: Partial<DocumentToSave> = {}): DocumentToSave => ({
  key: 'laporan/VC-2026-0001',
  edition: 1,
  fingerprint: 'sidik isi',
  madeFrom: { view: 'view', template: 'template' },
  signedOff: false,
  marks: {},
  folder: ['Laporan', '2026'],
  name: 'Laporan VC-2026-0001.docx',
  bytes: Buffer.from('isi'),
  ...changed,
});

const now = Temporal.Instant.from('2026-11-24T01:00:00Z');

/** As the ledger remembers a document of `aDocument`. */
export const known = (id: string) => ({ id, fingerprint: aDocument().fingerprint });

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What every backend of the document store port promises. */
export const describeDocumentStore = (name: string, open: DocumentStoreFactory): void => {
  describe(`${name} keeps the promises of a document store`, () => {
    test('shows a saved document as it lies there', async () => {
      const store = await open();

      const saved = await store.save(aDocument());

      expect(saved.contentHash).toBe(hashOf('isi'));
      expect(await store.look(saved.id)).toEqual(saved);
    });

    test('shows nothing for a document that is not there', async () => {
      const store = await open();

      expect(await store.look('tiada')).toBeUndefined();
    });

    test('replaces a document in place', async () => {
      const store = await open();
      const { id, url, title } = await store.save(aDocument());

      const saved = await store.save(aDocument({ bytes: Buffer.from('baru'), replaces: id }));

      expect(saved).toMatchObject({ id, url, title, contentHash: hashOf('baru') });
    });

    test('moves a document whose folder or name changed, leaving no twin', async () => {
      const store = await open();
      const { id } = await store.save(aDocument());

      const moved = await store.save(
        aDocument({ folder: ['Laporan', '2027'], name: 'Lain.docx', replaces: id }),
      );

      expect(await store.look(moved.id)).toEqual(moved);
      if (moved.id !== id) expect(await store.look(id)).toBeUndefined();
    });

    test('never lands on another document of the same name', async () => {
      const store = await open();
      const first = await store.save(aDocument());

      const second = await store.save(
        aDocument({ key: 'laporan/VC-2026-0002', bytes: Buffer.from('lain') }),
      );

      expect(second.id).not.toBe(first.id);
      expect(await store.look(first.id)).toEqual(first);
    });

    test('puts a document back as it was kept, also where it was moved', async () => {
      const store = await open();
      const before = await store.save(aDocument());
      const kept = await store.keep(before.id);
      const moved = await store.save(
        aDocument({
          folder: ['Laporan', '2027'],
          name: 'Lain.docx',
          bytes: Buffer.from('baru'),
          fingerprint: 'sidik lain',
          replaces: before.id,
        }),
      );

      expect(kept && (await store.putBack(moved.id, kept))).toEqual(before);
      expect(await store.look(before.id)).toEqual(before);
    });

    test('takes a document away, and the next one of its key is another', async () => {
      const store = await open();
      const { id } = await store.save(aDocument());

      await store.takeAway(id);

      expect(await store.look(id)).toBeUndefined();
      expect(await store.find(aDocument().key)).toBeUndefined();
      const anew = await store.save(aDocument());
      expect(await store.look(anew.id)).toEqual(anew);
    });

    test('tells which of the documents are gone', async () => {
      const store = await open();
      const { id } = await store.save(aDocument());

      expect(await store.inspect([known(id), known('tiada')], now)).toEqual({
        amiss: new Set(['tiada']),
        exposed: [],
      });
    });

    test('saves anew what was to be replaced but is gone', async () => {
      const store = await open();

      const saved = await store.save(aDocument({ replaces: 'Laporan/tiada.docx' }));

      expect(await store.look(saved.id)).toEqual(saved);
    });
  });
};
