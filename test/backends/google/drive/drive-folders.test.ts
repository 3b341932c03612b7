import { describe, expect, test } from 'vitest';
import { aDocument } from '../../document-store-contract.ts';
import { aDriveDesk } from './a-drive-desk.ts';

const another = (number: number) => aDocument({ key: `laporan/${number}`, name: `${number}.docx` });

/** A desk with one document in its folder. */
const withFolder = async () => {
  const desk = await aDriveDesk();
  const store = desk.open();
  const { id } = await store.save(aDocument());
  const folder = desk.double.world.files.get(id)?.parents[0] ?? '';
  const folders = () =>
    [...desk.double.world.files.values()]
      .filter(({ mimeType, apps }) => mimeType.endsWith('.folder') && apps.length > 0)
      .map(({ name, trashed }) => (trashed ? `${name} (sampah)` : name));
  const parentOf = (fileId: string) => desk.double.world.files.get(fileId)?.parents[0];
  return { ...desk, store, id, folder, folders, parentOf };
};

const own = 'Dokumen Layanan Video Conference';
const made = [own, 'Laporan', '2026'];

describe('the folders of the documents', () => {
  test('are made once, over restarts', async () => {
    const { open, folders, parentOf, folder } = await withFolder();

    const { id } = await open().save(another(2));

    expect(folders()).toEqual(made);
    expect(parentOf(id)).toBe(folder);
  });

  test('lie in one that people are sent to once it is there', async () => {
    const { open, double } = await withFolder();
    const top = [...double.world.files.values()].find(({ name }) => name === own);

    expect(await open().place()).toBe(`https://drive.google.com/drive/folders/${top?.id}`);
    expect(await (await aDriveDesk()).open().place()).toMatch(/my-drive$/);
  });

  test('are found again when the ledger was lost', async () => {
    const { openWithoutMemory, folders, parentOf, folder } = await withFolder();

    const { id } = await openWithoutMemory().save(another(2));

    expect(folders()).toEqual(made);
    expect(parentOf(id)).toBe(folder);
  });

  test('are made once although the answer to the making was lost', async () => {
    const { open, double } = await aDriveDesk();
    double.faults.add({
      on: { id: 'drive.files.create', method: 'POST' },
      times: 2,
      fault: { kind: 'cut', when: 'after' },
    });

    await open().save(aDocument());

    const names = [...double.world.files.values()].map(({ name }) => name);
    expect(names.filter((name) => made.includes(name))).toEqual(made);
  });

  test('may be renamed and moved by people, and go on being used', async () => {
    const { open, double, folders, folder, parentOf } = await withFolder();
    const to = double.people.makeFolder({ name: 'Arsip' });
    double.people.shareFile({ fileId: to, with: 'desk@vicon.example' });
    double.people.renameFile({ fileId: folder, name: 'Laporan tahun ini' });
    double.people.moveFile({ fileId: folder, to });

    const { id } = await open().save(another(2));

    expect(parentOf(id)).toBe(folder);
    expect(folders()).toEqual([own, 'Laporan', 'Laporan tahun ini']);
  });

  test('are left to people who made some of the same name', async () => {
    const { open, double } = await aDriveDesk();
    const theirs = double.people.makeFolder({ name: 'Laporan', by: 'desk@vicon.example' });

    const { id } = await open().save(aDocument());

    const isBelow = (fileId: string | undefined): boolean =>
      fileId !== undefined &&
      (fileId === theirs || isBelow(double.world.files.get(fileId)?.parents[0]));
    expect(isBelow(id)).toBe(false);
  });

  test('are made anew when they were thrown away', async () => {
    const { open, double, folder, folders, documents } = await withFolder();
    double.people.trashFile({ fileId: folder });

    const { id } = await open().save(another(2));

    expect(folders()).toEqual([own, 'Laporan', '2026 (sampah)', '2026']);
    expect(documents().map((file) => file.id)).toEqual([id]);
  });

  test.each([0, 1, 2])(
    'are made anew when the one %i above was thrown away a moment ago',
    async (above) => {
      const { store, double, folder, documents } = await withFolder();
      let fileId = folder;
      for (let step = 0; step < above; step += 1) {
        fileId = double.world.files.get(fileId)?.parents[0] ?? '';
      }
      double.people.trashFile({ fileId });

      const { id } = await store.save(another(2));

      expect(documents().map((file) => file.id)).toEqual([id]);
    },
  );

  test('are made anew when they were deleted for good a moment ago', async () => {
    const { store, double, folder, documents } = await withFolder();
    double.people.deleteFile({ fileId: folder });

    const { id } = await store.save(another(2));

    expect(documents().map((file) => file.id)).toEqual([id]);
  });

  test('are looked at again after a while', async () => {
    const { store, double, pace } = await withFolder();
    await pace.wait(11 * 60_000);
    double.traffic.reset();

    await store.save(another(2));

    expect(double.traffic.log.map(({ id }) => id)).toEqual([
      'drive.files.get',
      'drive.files.create',
    ]);
  });
});

describe('the folder of the settings', () => {
  const withOwnFolder = async () => {
    const desk = await aDriveDesk();
    const { client, double } = desk;
    const drive = await client.drive();
    const requestBody = { name: 'Arsip', mimeType: 'application/vnd.google-apps.folder' };
    const folder = (await drive.files.create({ requestBody })).data.id ?? '';
    return { ...desk, double, folder };
  };

  test('holds the documents', async () => {
    const { open, folder, pathOf } = await withOwnFolder();

    const { id } = await open({ folder }).save(aDocument());

    expect(pathOf(id)).toEqual(['My Drive', 'Arsip', 'Laporan', '2026']);
  });

  test('that lies in the trash is told, and nothing is left elsewhere', async () => {
    const { open, folder, double, documents } = await withOwnFolder();
    double.people.trashFile({ fileId: folder });

    await expect(open({ folder }).save(aDocument())).rejects.toMatchObject({
      code: 'folder-in-trash',
    });
    expect(documents()).toEqual([]);
  });

  test('that was taken out of the trash is used again', async () => {
    const { open, folder, double, documents } = await withOwnFolder();
    double.people.trashFile({ fileId: folder });
    await expect(open({ folder }).save(aDocument())).rejects.toThrow();
    double.people.untrashFile({ fileId: folder });

    const { id } = await open({ folder }).save(aDocument());

    expect(documents().map((file) => file.id)).toEqual([id]);
  });

  test('that is gone is told', async () => {
    const { open, folder, double } = await withOwnFolder();
    double.people.deleteFile({ fileId: folder });

    await expect(open({ folder }).save(aDocument())).rejects.toMatchObject({
      code: 'document-not-found',
    });
  });

  test('takes over the documents when it is changed', async () => {
    const { open, folder, pathOf } = await withOwnFolder();
    const { id } = await open().save(aDocument());

    await open({ folder }).save(
      aDocument({ replaces: id, bytes: Buffer.from('baru'), fingerprint: 'baru' }),
    );

    expect(pathOf(id)).toEqual(['My Drive', 'Arsip', 'Laporan', '2026']);
  });
});
