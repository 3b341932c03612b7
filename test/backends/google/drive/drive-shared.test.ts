import { describe, expect, test } from 'vitest';
import type { GoogleClient } from '../../../../src/backends/google/client/google-client.ts';
import { openDriveStore } from '../../../../src/backends/google/drive/drive-store.ts';
import { ServiceError } from '../../../../src/errors.ts';
import { rootIdOf } from '../../../google-double/drive/access.ts';
import type { Role } from '../../../google-double/drive/model.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { aDocument, describeDocumentStore } from '../../document-store-contract.ts';
import { deskSheetId } from '../stand-in.ts';
import { aDriveDesk } from './a-drive-desk.ts';

const robot = 'layanan@proyek.iam.gserviceaccount.com';

/** A service account that keeps its documents in a shared drive, or in a folder of it. */
const inSharedDrive = async (role: Role = 'fileOrganizer') => {
  const searched: (string | null)[] = [];
  const desk = await aDriveDesk({
    reach: async (double) => (input, init) => {
      const { pathname, searchParams } = new URL(new Request(input, init).url);
      if (pathname === '/drive/v3/files' && searchParams.has('q')) {
        searched.push(searchParams.get('driveId'));
      }
      return double.fetch(input, init);
    },
  });
  const { double, pace } = desk;
  const driveId = double.people.makeSharedDrive({
    name: 'Arsip Dinas',
    members: { [robot]: role, 'staf@kantor.test': 'organizer' },
  });
  const client: GoogleClient = await desk.clientOf(robot, 'service-account');
  const open = (folder = driveId, memory = aMemory()) =>
    openDriveStore({ client, desk: deskSheetId, memory, clock: pace.now, folder });
  return { ...desk, driveId, client, open, searched };
};

describeDocumentStore('A shared drive', async () => (await inSharedDrive()).open());

describe('a shared drive', () => {
  test('holds folders and documents', async () => {
    const { open, driveId, double, pathOf } = await inSharedDrive();

    const { id } = await open().save(aDocument());

    expect(pathOf(id)).toEqual([driveId, 'Laporan', '2026']);
    expect(double.world.files.get(id)?.driveId).toBe(driveId);
  });

  test('is searched whole, the top by its id and a folder by the drive that it lies in', async () => {
    const { open, driveId, double, client, searched, now } = await inSharedDrive();
    const drive = await client.drive();
    const mimeType = 'application/vnd.google-apps.folder';
    const requestBody = { name: 'Vicon', mimeType, parents: [driveId] };
    const made = await drive.files.create({ requestBody, supportsAllDrives: true });

    for (const folder of [driveId, made.data.id ?? '']) {
      const { id } = await open(folder).save(aDocument());

      expect((await open(folder).find(aDocument().key))?.stored.id).toBe(id);
      expect(
        (await open(folder).inspect([{ id, fingerprint: aDocument().fingerprint }], now())).amiss,
      ).toEqual(new Set());
      double.people.trashFile({ fileId: id });
    }
    expect(new Set(searched)).toEqual(new Set([driveId]));
  });

  test('shows what anybody can open', async () => {
    const { open, double, now } = await inSharedDrive();
    const { id } = await open().save(aDocument());
    double.people.shareFile({ fileId: id, with: 'anyone', role: 'reader' });

    expect(
      (await open().inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toMatchObject([{ name: aDocument().name }]);
  });

  test('asks only the topmost, and what was shared by itself, who may open it', async () => {
    const { open, double, now } = await inSharedDrive();
    const store = open();
    const known: { readonly id: string; readonly fingerprint: string }[] = [];
    for (const number of [1, 2, 3]) {
      const { id } = await store.save(
        aDocument({ key: `laporan/${number}`, name: `Laporan ${number}.docx` }),
      );
      known.push({ id, fingerprint: aDocument().fingerprint });
    }
    double.people.shareFile({ fileId: known[1]?.id ?? '', with: 'tamu@kantor.test' });
    double.traffic.reset();

    expect((await open().inspect(known, now())).exposed).toEqual([]);

    expect(double.traffic.count({ id: 'drive.permissions.list' })).toBe(2);
  });

  test('shows a folder that anybody can open by what others put above it', async () => {
    const { open, double, driveId, client, now } = await inSharedDrive();
    const drive = await client.drive();
    const made = await drive.files.create({
      requestBody: {
        name: 'Bagian Umum',
        mimeType: 'application/vnd.google-apps.folder',
        parents: [driveId],
      },
      supportsAllDrives: true,
    });
    const above = made.data.id ?? '';
    const { id } = await open(above).save(aDocument());
    double.people.shareFile({ fileId: above, with: 'anyone', role: 'reader' });

    expect(
      (await open(above).inspect([{ id, fingerprint: aDocument().fingerprint }], now())).exposed,
    ).toMatchObject([{ kind: 'folder', name: 'Laporan' }]);
  });

  test('keeps a document that a person moved into another one', async () => {
    const { open, double, documents, now } = await inSharedDrive();
    const { id } = await open().save(aDocument());
    const elsewhere = double.people.makeSharedDrive({
      name: 'Pimpinan',
      members: { [robot]: 'writer' },
    });
    const file = double.world.files.get(id);
    if (file) double.world.files.set(id, { ...file, parents: [elsewhere], driveId: elsewhere });
    const store = open();

    expect(
      (await store.inspect([{ id, fingerprint: aDocument().fingerprint }], now())).amiss,
    ).toEqual(new Set());
    await store.save(aDocument({ replaces: id, bytes: Buffer.from('baru') }));
    expect(documents().map((each) => [each.id, each.parents])).toEqual([[id, [elsewhere]]]);
  });

  test('that the account may only read is told', async () => {
    const { open, documents } = await inSharedDrive('reader');

    await expect(open().save(aDocument())).rejects.toMatchObject({ code: 'document-not-shared' });
    expect(documents()).toEqual([]);
  });
});

describe('a service account without a shared drive', () => {
  test('is told what it lacks, and that no document can be saved', async () => {
    const { clientOf, pace } = await aDriveDesk();
    const client = await clientOf(robot, 'service-account');
    const store = openDriveStore({ client, desk: deskSheetId, memory: aMemory(), clock: pace.now });

    const failure = await store.save(aDocument()).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'no-storage' });
    expect(String(failure)).toMatch(/shared drive/);
    expect(failure instanceof ServiceError && store.isClosed(failure)).toBe(true);
  });
});

describe('the top of somebody’s own Drive', () => {
  test('is not taken for a shared one, although its id looks alike', async () => {
    const { open, documents, now } = await aDriveDesk();
    const folder = rootIdOf('desk@vicon.example');

    const { id } = await open({ folder }).save(aDocument());

    expect(documents().map((file) => file.id)).toEqual([id]);
    expect(
      (await open({ folder }).inspect([{ id, fingerprint: aDocument().fingerprint }], now())).amiss,
    ).toEqual(new Set());
  });
});
