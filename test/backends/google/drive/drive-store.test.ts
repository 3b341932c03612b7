import { afterAll, describe, expect, test } from 'vitest';
import { TemplateDataError } from '../../../../src/documents/word/faults/faults.ts';
import { ServiceError } from '../../../../src/errors.ts';
import { aDocument, describeDocumentStore } from '../../document-store-contract.ts';
import { overSockets } from '../stand-in.ts';
import { aDriveDesk, bytesOf } from './a-drive-desk.ts';

describeDocumentStore('Google Drive', async () => (await aDriveDesk()).open());

const sockets = overSockets();
afterAll(sockets.close);
describeDocumentStore('Google Drive over a socket', async () =>
  (await aDriveDesk({ reach: sockets.reach })).open(),
);

const newer = (changed = {}) =>
  aDocument({ bytes: Buffer.from('baru'), fingerprint: 'sidik baru', ...changed });

/** A desk with one document saved. */
const withDocument = async () => {
  const desk = await aDriveDesk();
  const store = desk.open();
  const saved = await store.save(aDocument());
  return { ...desk, store, saved, fileId: saved.id };
};

describe('a document in Drive', () => {
  test('lies in its folder below our own', async () => {
    const { pathOf, saved } = await withDocument();

    expect(pathOf(saved.id)).toEqual([
      'My Drive',
      'Dokumen Layanan Video Conference',
      'Laporan',
      '2026',
    ]);
  });

  test('costs one upload more for each, once its folders stand', async () => {
    const { store, double } = await withDocument();
    double.traffic.reset();

    for (const number of [2, 3, 4]) await store.save(aDocument({ key: `laporan/${number}` }));

    expect(double.traffic.log.map(({ id }) => id)).toEqual(
      Array.from({ length: 3 }, () => 'drive.files.create'),
    );
  });

  test('is left alone when it is as it should be', async () => {
    const { store, double, saved, fileId } = await withDocument();
    double.traffic.reset();

    expect(await store.save(aDocument({ replaces: fileId }))).toEqual(saved);
    expect(double.traffic.count({ kind: 'write' })).toBe(0);
  });

  test('takes over a new name and folder of ours', async () => {
    const { store, pathOf, fileId } = await withDocument();

    const name = 'Laporan VC-2026-0001 (Draf).docx';
    await store.save(newer({ replaces: fileId, folder: ['Laporan', '2027'], name }));

    expect((await store.look(fileId))?.title).toBe(name);
    expect(pathOf(fileId).slice(-2)).toEqual(['Laporan', '2027']);
  });

  test('keeps the name that a person gave it, then and later', async () => {
    const { store, double, fileId, documents } = await withDocument();
    double.people.renameFile({ fileId, name: 'Laporan rapat pimpinan.docx' });

    for (const text of ['dua', 'tiga']) {
      const name = `Nama kami ${text}.docx`;
      await store.save(newer({ replaces: fileId, name, bytes: Buffer.from(text) }));
    }

    expect(documents().map(({ id, name }) => [id, name])).toEqual([
      [fileId, 'Laporan rapat pimpinan.docx'],
    ]);
    expect(Buffer.from(documents()[0]?.content ?? []).toString()).toBe('tiga');
  });

  test('stays in the folder to which a person moved it, then and later', async () => {
    const { store, double, fileId, pathOf, documents } = await withDocument();
    const to = double.people.makeFolder({ name: 'Arsip Pimpinan' });
    double.people.shareFile({ fileId: to, with: 'desk@vicon.example' });
    double.people.moveFile({ fileId, to });

    for (const year of ['2027', '2028']) {
      const folder = ['Laporan', year];
      await store.save(newer({ replaces: fileId, folder, bytes: Buffer.from(year) }));
    }

    expect(documents().map(({ id }) => id)).toEqual([fileId]);
    expect(pathOf(fileId).at(-1)).toBe('Arsip Pimpinan');
  });

  test('follows us again when the person put name and place back', async () => {
    const { store, double, fileId, pathOf } = await withDocument();
    const home = double.world.files.get(fileId)?.parents[0] ?? '';
    const to = double.people.makeFolder({ name: 'Arsip Pimpinan' });
    double.people.shareFile({ fileId: to, with: 'desk@vicon.example' });
    double.people.moveFile({ fileId, to });
    double.people.renameFile({ fileId, name: 'Punya kami.docx' });
    await store.save(newer({ replaces: fileId, folder: ['Laporan', '2027'], name: 'Dua.docx' }));

    double.people.moveFile({ fileId, to: home });
    double.people.renameFile({ fileId, name: aDocument().name });
    await store.save(newer({ replaces: fileId, folder: ['Laporan', '2028'], name: 'Tiga.docx' }));

    expect((await store.look(fileId))?.title).toBe('Tiga.docx');
    expect(pathOf(fileId).at(-1)).toBe('2028');
  });

  test('is made anew when it was thrown away, and the old one stays in the trash', async () => {
    const { store, double, fileId, documents } = await withDocument();
    double.people.trashFile({ fileId });

    const again = await store.save(newer({ replaces: fileId }));

    expect(again.id).not.toBe(fileId);
    expect(documents().map(({ id }) => id)).toEqual([again.id]);
  });

  test('is made anew when it was deleted for good', async () => {
    const { store, double, fileId, documents } = await withDocument();
    double.people.deleteFile({ fileId });

    const again = await store.save(newer());

    expect(documents().map(({ id }) => id)).toEqual([again.id]);
  });
});

describe('a document that a person edited', () => {
  test('tells who did', async () => {
    const { store, double, fileId } = await withDocument();
    double.people.replaceContent({ fileId, base64: bytesOf('milik Budi'), by: 'budi@kantor.test' });

    expect(await store.look(fileId)).toMatchObject({ editedBy: 'budi' });
  });

  test('is not taken for edited when only its name or place changed', async () => {
    const { store, double, fileId } = await withDocument();
    double.people.renameFile({ fileId, name: 'Lain.docx', by: 'budi@kantor.test' });

    const file = await store.look(fileId);

    expect(file?.contentHash).toBe(file?.savedHash);
    expect(file?.editedBy).toBeUndefined();
  });

  test('is not written over, although that was the plan', async () => {
    const { store, double, fileId, documents } = await withDocument();
    double.people.replaceContent({ fileId, base64: bytesOf('milik Budi'), by: 'budi@kantor.test' });

    await expect(store.save(newer({ replaces: fileId }))).rejects.toMatchObject({
      code: 'document-edited',
    });
    await expect(store.save(newer())).rejects.toMatchObject({ code: 'document-edited' });

    expect(documents().map(({ content }) => Buffer.from(content ?? []).toString())).toEqual([
      'milik Budi',
    ]);
  });

  test('gets the next edition beside it', async () => {
    const { store, double, fileId, documents } = await withDocument();
    double.people.replaceContent({ fileId, base64: bytesOf('milik Budi') });

    await store.save(newer({ edition: 2, name: 'Laporan (pembaruan 2).docx' }));

    expect(documents().map(({ name, parents }) => [name, parents])).toEqual([
      ['Laporan VC-2026-0001.docx', documents()[1]?.parents],
      ['Laporan (pembaruan 2).docx', documents()[0]?.parents],
    ]);
  });
});

describe('a lost ledger', () => {
  test('finds a document again, with what is known of it', async () => {
    const { openWithoutMemory, saved } = await withDocument();

    expect(await openWithoutMemory().find('laporan/VC-2026-0001')).toEqual({
      stored: saved,
      edition: 1,
      fingerprint: 'sidik isi',
      madeFrom: { template: 'template', view: 'view' },
      marks: {},
      signedOff: false,
    });
  });

  test('finds the latest edition', async () => {
    const { store, openWithoutMemory } = await withDocument();
    const second = await store.save(newer({ edition: 2 }));

    expect(await openWithoutMemory().find('laporan/VC-2026-0001')).toMatchObject({
      stored: { id: second.id },
      edition: 2,
    });
  });

  test('finds it among thousands, page by page', async () => {
    const { double, openWithoutMemory, saved } = await withDocument();
    const first = double.world.files.get(saved.id);
    if (first === undefined) throw new Error('The document was saved.');
    for (let number = 0; number < 2_500; number += 1) {
      const id = `salinan-${number}`;
      double.world.files.set(id, { ...first, id, createdTime: '2027-01-01T00:00:00.000Z' });
    }
    double.traffic.reset();

    expect((await openWithoutMemory().find('laporan/VC-2026-0001'))?.stored.id).toBe(saved.id);
    expect(double.traffic.count({ id: 'drive.files.list' })).toBe(3);
  });

  test('never takes a copy that a person made for the document', async () => {
    const { client, openWithoutMemory, saved, pace } = await withDocument();
    await pace.wait(1_000);
    const drive = await client.drive();
    await drive.files.copy({ fileId: saved.id, requestBody: {} });

    expect((await openWithoutMemory().find('laporan/VC-2026-0001'))?.stored.id).toBe(saved.id);
  });

  test('finds nothing in the trash', async () => {
    const { double, openWithoutMemory, fileId } = await withDocument();
    double.people.trashFile({ fileId });

    expect(await openWithoutMemory().find('laporan/VC-2026-0001')).toBeUndefined();
  });

  test('knows what was made since it looked', async () => {
    const { store } = await withDocument();
    await store.find('laporan/VC-2026-0002');

    const { id } = await store.save(aDocument({ key: 'laporan/VC-2026-0002' }));

    expect((await store.find('laporan/VC-2026-0002'))?.stored.id).toBe(id);
  });

  test('saves into the file and the folders that are there', async () => {
    const { double, openWithoutMemory, fileId, documents } = await withDocument();
    const count = double.world.files.size;

    const saved = await openWithoutMemory().save(newer());

    expect(saved.id).toBe(fileId);
    expect(documents()).toHaveLength(1);
    expect(double.world.files.size).toBe(count);
  });
});

describe('a reserved id', () => {
  test('is used by the run after the one that was stopped', async () => {
    const { open, double, documents } = await aDriveDesk();
    const number = double.faults.add({
      on: { api: 'upload' },
      fault: { kind: 'cut', when: 'after' },
    });
    await expect(open().save(aDocument())).rejects.toMatchObject({ code: 'network' });
    double.faults.remove(number);

    const saved = await open().save(newer());

    expect(
      documents().map(({ id, content }) => [id, Buffer.from(content ?? []).toString()]),
    ).toEqual([[saved.id, 'baru']]);
  });

  test('leads to the document that somebody edited before the same run heard that it was made', async () => {
    const { open, double, documents } = await aDriveDesk();
    const store = open();
    expect(await store.find(aDocument().key)).toBeUndefined();
    const number = double.faults.add({
      on: { api: 'upload' },
      fault: { kind: 'cut', when: 'after' },
    });
    await expect(store.save(aDocument())).rejects.toMatchObject({ code: 'network' });
    double.faults.remove(number);
    const fileId = documents()[0]?.id ?? '';
    double.people.replaceContent({ fileId, base64: bytesOf('milik Budi') });

    await expect(store.save(newer())).rejects.toMatchObject({ code: 'document-edited' });

    expect((await store.find(aDocument().key))?.stored.id).toBe(fileId);
  });

  test('is left behind when it was another account that reserved it', async () => {
    const { open, memory, documents } = await aDriveDesk();
    await memory.remember('google.file-of.laporan/VC-2026-0001#1', 'milik-akun-lain');

    const saved = await open().save(aDocument());

    expect(documents().map(({ id }) => id)).toEqual([saved.id]);
  });

  test('is given up in words when Drive takes none', async () => {
    const { open, double } = await aDriveDesk();
    double.faults.add({ on: { api: 'upload' }, fault: { kind: 'refuse', status: 409 } });

    await expect(open().save(aDocument())).rejects.toMatchObject({ code: 'google-refused' });
  });
});

describe('what Drive refuses', () => {
  test.each(['rateLimitExceeded', 'userRateLimitExceeded'])(
    'for the rate (403, %s) is sent again after a while',
    async (reason) => {
      const { open, double, documents } = await aDriveDesk();
      double.faults.add({ times: 4, fault: { kind: 'refuse', status: 403, reason } });

      await open().save(aDocument());

      expect(documents()).toHaveLength(1);
    },
  );

  test.each([
    ['the calls of a day are used up', 'dailyLimitExceeded', 'daily-limit', true],
    ['there is no room', 'storageQuotaExceeded', 'no-storage', true],
    ['the folder is full', 'numChildrenInNonRootLimitExceeded', 'too-many-files', true],
    ['this file may not be changed', 'insufficientFilePermissions', 'document-not-shared', false],
  ])(
    'because %s is told at once, and whether the others fare alike',
    async (_, reason, code, closed) => {
      const { open, double, documents } = await aDriveDesk();
      double.faults.add({ on: { api: 'upload' }, fault: { kind: 'refuse', status: 403, reason } });
      const store = open();

      const failure = await store.save(aDocument()).catch((error: unknown) => error);

      expect(failure).toMatchObject({ code });
      expect(failure instanceof ServiceError && store.isClosed(failure)).toBe(closed);
      expect(double.traffic.count({ api: 'upload' })).toBe(1);
      expect(documents()).toEqual([]);
    },
  );

  test('is none of its doing when a template cannot print a document: the others go on', async () => {
    const trouble = new TemplateDataError({ place: 'Isi', message: 'Data ini bukan teks.' });

    expect((await aDriveDesk()).open().isClosed(trouble)).toBe(false);
  });
});
