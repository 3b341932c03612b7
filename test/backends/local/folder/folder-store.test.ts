import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../../../src/backends/backend.ts';
import { safeFileName } from '../../../../src/backends/local/folder/file-name.ts';
import { openFolderStore } from '../../../../src/backends/local/folder/folder-store.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { aDocument, describeDocumentStore } from '../../document-store-contract.ts';
import { aFolder } from '../workbook/a-workbook-file.ts';

const aStore = (): { readonly root: string; readonly store: DocumentStore } => {
  const folder = aFolder();
  const root = join(folder, 'Dokumen Vicon');
  return {
    root,
    store: openFolderStore({
      root,
      workbookFolder: folder,
      trash: join(folder, 'taken away'),
      memory: aMemory(),
    }),
  };
};

describeDocumentStore('a documents folder', async () => aStore().store);

describe('a documents folder', () => {
  test('puts nothing over what a person saved by a program that keeps no seal', async () => {
    const { store, root } = aStore();
    const calendar = (words: string) =>
      Buffer.from(`BEGIN:VCALENDAR\r\nX-ISI:${words}\r\nEND:VCALENDAR\r\n`);
    const name = 'Undangan.ics';
    const first = await store.save(aDocument({ name, bytes: calendar('lama') }));
    const kept = await store.keep(first.id);
    await store.save(aDocument({ name, bytes: calendar('baru'), replaces: first.id }));
    const theirs = calendar('kata staf');
    writeFileSync(join(root, first.id), theirs);

    expect(kept && (await store.putBack(first.id, kept))).toBeUndefined();

    expect(readFileSync(join(root, first.id))).toEqual(theirs);
  });

  test('answers a path from its root, and a link relative to the workbook', async () => {
    const { store, root } = aStore();

    const saved = await store.save(aDocument({ name: 'Laporan: 1/2 é.docx' }));

    expect(saved.id).toBe('Laporan/2026/Laporan- 1-2 é.docx');
    expect(saved.url).toBe('Dokumen%20Vicon/Laporan/2026/Laporan-%201-2%20%C3%A9.docx');
    expect(readFileSync(join(root, saved.id), 'utf8')).toBe('isi');
  });

  test('numbers a document whose name is taken, and keeps it there when it is replaced', async () => {
    const { store } = aStore();
    await store.save(aDocument());

    const second = await store.save(aDocument({ bytes: Buffer.from('2') }));
    const again = await store.save(aDocument({ bytes: Buffer.from('3'), replaces: second.id }));

    expect(second.id).toBe('Laporan/2026/Laporan VC-2026-0001 (2).docx');
    expect(again.id).toBe(second.id);
  });

  test('takes a file of the same name and bytes as the document, so that a killed run leaves no twin', async () => {
    const { store, root } = aStore();
    const first = await store.save(aDocument());

    expect(await store.save(aDocument())).toEqual(first);
    expect(readdirSync(join(root, 'Laporan/2026'))).toEqual(['Laporan VC-2026-0001.docx']);
  });

  test('does not touch a document that already says what it should', async () => {
    const { store, root } = aStore();
    const { id } = await store.save(aDocument());
    const before = statSync(join(root, id), { bigint: true });

    await store.save(aDocument({ replaces: id }));

    const { ino, mtimeNs } = statSync(join(root, id), { bigint: true });
    expect({ ino, mtimeNs }).toEqual({ ino: before.ino, mtimeNs: before.mtimeNs });
  });

  test.each([
    ['Word', '~$poran VC-2026-0001.docx', '\u0004Budi'],
    ['LibreOffice', '.~lock.Laporan VC-2026-0001.docx#', 'Budi,b,pc,1,x;'],
  ])('leaves a document alone that is open in %s', async (_, lockName, lock) => {
    const { store, root } = aStore();
    const { id } = await store.save(aDocument());
    writeFileSync(join(dirname(join(root, id)), lockName), lock);

    await expect(
      store.save(aDocument({ bytes: Buffer.from('baru'), replaces: id })),
    ).rejects.toMatchObject({ code: 'document-busy', holder: { name: 'Budi' } });
    expect(readFileSync(join(root, id), 'utf8')).toBe('isi');
  });

  test('refuses to write or read through a link that leads out of it', async () => {
    const { store, root } = aStore();
    const outside = aFolder();
    writeFileSync(join(outside, 'rahasia.docx'), 'x');
    mkdirSync(root);
    symlinkSync(outside, join(root, 'Laporan'));

    await expect(store.save(aDocument())).rejects.toMatchObject({ code: 'document-outside-store' });
    await expect(store.look('Laporan/rahasia.docx')).rejects.toMatchObject({
      code: 'document-outside-store',
    });
    expect(readdirSync(outside)).toEqual(['rahasia.docx']);
  });

  test.each(['../rahasia', '/etc/passwd', 'a//b', 'a/../../b', '', 'C:\\x'])(
    'shows nothing for the id %j that it never gave',
    async (id) => {
      const { store } = aStore();

      expect(await store.look(id)).toBeUndefined();
    },
  );

  test('finds a document under the name that somebody gave it since the folder was listed', async () => {
    const { store, root } = aStore();
    const bytes = Buffer.from('BEGIN:VCALENDAR\r\nX-ISI:jadwal\r\nEND:VCALENDAR\r\n');
    const { key } = aDocument();
    const { id } = await store.save(aDocument({ name: 'Jadwal VC-2026-0001.ics', bytes }));
    expect((await store.find(key))?.stored.id).toBe(id);
    const moved = 'Laporan/Sudah diperiksa, jadwal vc-2026-0001.ics';
    renameSync(join(root, id), join(root, moved));

    expect((await store.find(key))?.stored.id).toBe(moved);
  });

  test('tells of each of many whether it lies there, whatever lies in its place', async () => {
    const { store, root } = aStore();
    const { id } = await store.save(aDocument());
    mkdirSync(join(root, 'Laporan/2026/folder.docx'));
    writeFileSync(join(root, 'lepas.docx'), 'x');
    symlinkSync(join(root, id), join(root, 'Laporan/2026/pintasan.docx'));
    symlinkSync(join(root, 'tiada'), join(root, 'Laporan/2026/putus.docx'));
    symlinkSync(join(root, 'Laporan'), join(root, 'Jalan Lain'));
    const there = [
      id,
      'lepas.docx',
      'Laporan/2026/pintasan.docx',
      'Jalan Lain/2026/Laporan VC-2026-0001.docx',
    ];
    const amiss = [
      'Laporan/2026/folder.docx',
      'Laporan/2026/putus.docx',
      'Laporan/2026/tiada.docx',
      'Laporan/2025/Laporan VC-2026-0001.docx',
      'lepas.docx/isi.docx',
      'Laporan//2026/Laporan VC-2026-0001.docx',
      '../rahasia',
      `Laporan/${'x'.repeat(300)}.docx`,
      '',
    ];
    const known = [...there, ...amiss].map((each) => ({ id: each, fingerprint: '' }));

    expect(await store.inspect(known, Temporal.Instant.from('2026-11-24T01:00:00Z'))).toEqual({
      amiss: new Set(amiss),
      exposed: [],
    });
  });

  test('keeps any folder and name inside itself and readable', async () => {
    const { store, root } = aStore();

    await fc.assert(
      fc.asyncProperty(fc.array(anyName, { maxLength: 3 }), anyName, async (folder, name) => {
        const saved = await store.save(aDocument({ folder, name }));

        expect(existsSync(join(root, saved.id))).toBe(true);
        expect(saved.id.split('/')).toHaveLength(folder.length + 1);
        expect(await store.look(saved.id)).toEqual(saved);
        unlinkSync(join(root, saved.id));
      }),
      { numRuns: 50 },
    );
    expect(readdirSync(dirname(root))).toEqual(['Dokumen Vicon']);
  });

  test('tells in words that it cannot be made where a file lies', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'berkas'), '');
    const store = openFolderStore({
      root: join(folder, 'berkas', 'x'),
      workbookFolder: folder,
      trash: join(folder, 'taken away'),
      memory: aMemory(),
    });

    await expect(store.save(aDocument())).rejects.toMatchObject({ code: 'documents-no-folder' });
  });
});

describe('a safe file name', () => {
  test.each([
    ['CON.docx', '_CON.docx'],
    ['lpt1', '_lpt1'],
    ['Surat. . ', 'Surat'],
    ['..', '_'],
    ['a\u202Egnp.docx', 'agnp.docx'],
    ['e\u0301.docx', 'é.docx'],
    ['100% #1?.docx', '100- -1-.docx'],
    ['~$kunci.docx', '$kunci.docx'],
  ])('is made of %j: %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('is cut to 255 bytes and keeps its extension', () => {
    const safe = safeFileName(`${'é'.repeat(300)}.docx`);

    expect(Buffer.byteLength(safe)).toBe(255);
    expect(safe.endsWith('é.docx')).toBe(true);
  });
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', '~', '$', 'a', '😀'), maxLength: 300 }),
  fc.constantFrom('..', '.', '', 'nul', 'aux.docx', '\ud800'),
);
