import { describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../../../src/backends/backend.ts';
import { aDocument } from '../../document-store-contract.ts';
import { describePhotoFolders } from '../../photo-folders-contract.ts';
import { deskSheetId } from '../stand-in.ts';
import { aDriveDesk, bytesOf } from './a-drive-desk.ts';

const ticket = 'VC-2026-0001';

/** The account that the desk works as; staff use it in the browser, too. */
const by = 'desk@vicon.example';

/** A desk that was given the right to read what people put into Drive. */
const aPhotoDesk = async () => {
  const desk = await aDriveDesk();
  const { double } = desk;
  double.world.drive.sees = 'everything';
  const files = () => [...double.world.files.values()].filter(({ trashed }) => !trashed);
  const idOf = (name: string, parent?: string): string | undefined =>
    files().find(
      (file) => file.name === name && (parent === undefined || file.parents.includes(parent)),
    )?.id;
  const folderOf = (name: string): string => {
    const top = idOf('Dokumen Layanan Video Conference') ?? 'tiada';
    const root =
      idOf('Dokumentasi', top) ?? double.people.makeFolder({ name: 'Dokumentasi', in: top, by });
    return name === ''
      ? root
      : (idOf(name, root) ?? double.people.makeFolder({ name, in: root, by }));
  };
  return {
    ...desk,
    idOf,
    folderOf,
    store: desk.open({ photos: true }),
    put: (at: string, name: string, text: string) => {
      const folder = folderOf(at);
      const known = idOf(name, folder);
      if (known === undefined) {
        double.people.uploadFile({ name, in: folder, base64: bytesOf(text), by });
      } else double.people.replaceContent({ fileId: known, base64: bytesOf(text) });
    },
    remove: (at: string, name: string) =>
      double.people.trashFile({ fileId: idOf(name, folderOf(at)) ?? 'tiada' }),
  };
};

describePhotoFolders('Google Drive', aPhotoDesk);

describe('photos in Drive', () => {
  const callsOf = async (
    { double, now }: Awaited<ReturnType<typeof aPhotoDesk>>,
    store: DocumentStore,
  ): Promise<readonly (string | undefined)[]> => {
    double.traffic.reset();
    await store.photoFolders(now());
    return double.traffic.log.map(({ id }) => id);
  };

  test('cost one call in a pass in which nothing changed, however many folders there are', async () => {
    const desk = await aPhotoDesk();
    await desk.store.save(aDocument());
    for (let number = 1; number <= 90; number += 1) {
      desk.put(`VC-2026-${String(number).padStart(4, '0')}`, '1.jpg', `isi ${number}`);
    }

    const first = await callsOf(desk, desk.store);

    expect(first.filter((id) => id === 'drive.files.list')).toHaveLength(5);
    expect(await callsOf(desk, desk.store)).toEqual(['drive.changes.list']);
    expect(await callsOf(desk, desk.open({ photos: true }))).toEqual(['drive.changes.list']);
    await desk.store.save(aDocument({ key: 'laporan/VC-2026-0002', name: 'Lain.docx' }));
    expect(await callsOf(desk, desk.store)).toEqual(['drive.changes.list']);
    desk.put(ticket, '2.jpg', 'baru');
    expect((await callsOf(desk, desk.store)).length).toBeGreaterThan(1);
  });

  test('come in the order of their names, in whatever order Drive lists them', async () => {
    const desk = await aPhotoDesk();
    await desk.store.save(aDocument());
    for (const name of ['b.jpg', 'c.jpg', 'a.jpg']) desk.put(ticket, name, `isi ${name}`);
    desk.put('VC-2026-0000', 'd.jpg', 'isi d');

    const folders = await desk.store.photoFolders(desk.now());
    expect(folders?.map(({ name, files }) => [name, files.map((file) => file.name)])).toEqual([
      ['VC-2026-0000', ['d.jpg']],
      [ticket, ['a.jpg', 'b.jpg', 'c.jpg']],
    ]);
  });

  test('ask nothing at all where the office did not turn them on', async () => {
    const desk = await aPhotoDesk();
    const store = desk.open();
    await store.save(aDocument());

    expect(await callsOf(desk, store)).toEqual([]);
    expect(await store.photoFolders(desk.now())).toBeUndefined();
  });

  test('are listed anew when Drive knows the place in its feed no more', async () => {
    const desk = await aPhotoDesk();
    await desk.store.save(aDocument());
    desk.put(ticket, '1.jpg', 'satu');
    await desk.store.photoFolders(desk.now());
    desk.double.faults.add({
      on: { id: 'drive.changes.list' },
      times: 1,
      fault: { kind: 'refuse', when: 'before', status: 410 },
    });

    expect(await desk.store.photoFolders(desk.now())).toHaveLength(1);
  });

  test('are found where a whole folder was moved in, and gone where it was thrown away', async () => {
    const desk = await aPhotoDesk();
    await desk.store.save(aDocument());
    const elsewhere = desk.double.people.makeFolder({ name: ticket, by });
    desk.double.people.uploadFile({ name: '1.jpg', in: elsewhere, base64: bytesOf('satu'), by });
    const root = desk.folderOf('');
    expect(await desk.store.photoFolders(desk.now())).toEqual([]);

    desk.double.people.moveFile({ fileId: elsewhere, to: root });
    const moved = await desk.store.photoFolders(desk.now());
    desk.double.people.trashFile({ fileId: elsewhere });

    expect(moved).toMatchObject([{ name: ticket, files: [{ name: '1.jpg' }] }]);
    expect(await desk.store.photoFolders(desk.now())).toEqual([]);
  });

  test('show in a shared drive too', async () => {
    const desk = await aPhotoDesk();
    const folder = desk.double.people.makeSharedDrive({
      name: 'Kantor',
      members: { [by]: 'organizer' },
    });
    const store = desk.open({ photos: true, folder, desk: deskSheetId });
    await store.makePhotoFolder(ticket);
    const made = desk.idOf(ticket) ?? 'tiada';

    await store.photoFolders(desk.now());
    desk.double.people.uploadFile({ name: '1.jpg', in: made, base64: bytesOf('satu') });

    expect(await store.photoFolders(desk.now())).toMatchObject([
      { name: ticket, files: [{ name: '1.jpg', size: 4 }] },
    ]);
  });

  test('of a folder that a person threw away are not asked for again with a new one', async () => {
    const desk = await aPhotoDesk();
    await desk.store.save(aDocument());
    await desk.store.makePhotoFolder(ticket);
    desk.double.people.trashFile({ fileId: desk.idOf(ticket) ?? 'tiada' });

    await desk.store.makePhotoFolder(ticket);

    expect(desk.idOf(ticket)).toBeUndefined();
  });
});
