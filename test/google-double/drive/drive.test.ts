import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { clientsOf, refusalOf } from '../google-clients.ts';
import { createGoogleDouble } from '../google-double.ts';
import { folderType, spreadsheetType } from './model.ts';

const now = (): number => Date.UTC(2026, 10, 2, 1);
/** One that shows a program what its account may see, unless a test says otherwise. */
const aDouble = () => {
  const double = createGoogleDouble({ now });
  double.world.drive.sees = 'everything';
  return double;
};
const robot = { email: 'robot@desk.iam.example', kind: 'service-account' } as const;
const colleague = { email: 'rekan@vicon.example', kind: 'user' } as const;

describe('files', () => {
  test('a file is kept with its bytes, checksums and private notes', async () => {
    const { drive } = clientsOf(aDouble());

    const { data: made } = await drive.files.create({
      requestBody: { name: 'Surat Tugas.docx', appProperties: { key: 'VC-2026-0001' } },
      media: { mimeType: 'text/plain', body: 'isi surat' },
    });
    const { data: file } = await drive.files.get({
      fileId: made.id ?? '',
      fields:
        'name,mimeType,size,md5Checksum,appProperties,version,lastModifyingUser(emailAddress)',
    });
    const { data: bytes } = await drive.files.get({ fileId: made.id ?? '', alt: 'media' });

    expect(made).toEqual({
      kind: 'drive#file',
      id: expect.any(String),
      name: 'Surat Tugas.docx',
      mimeType: 'text/plain',
    });
    expect(file).toEqual({
      name: 'Surat Tugas.docx',
      mimeType: 'text/plain',
      size: '9',
      md5Checksum: createHash('md5').update('isi surat').digest('hex'),
      appProperties: { key: 'VC-2026-0001' },
      version: '1',
      lastModifyingUser: { emailAddress: 'desk@vicon.example' },
    });
    expect(bytes).toBe('isi surat');
  });

  test('new bytes are a new version; what is not named stays', async () => {
    const { drive } = clientsOf(aDouble());
    const { data: made } = await drive.files.create({
      requestBody: { name: 'a.txt', appProperties: { key: 'K', print: '1' } },
      media: { mimeType: 'text/plain', body: 'lama' },
    });

    await drive.files.update({
      fileId: made.id ?? '',
      requestBody: { appProperties: { print: '2' } },
      media: { mimeType: 'text/plain', body: 'baru' },
    });
    const { data: file } = await drive.files.get({
      fileId: made.id ?? '',
      fields: 'name,version,appProperties',
    });

    expect(file).toEqual({
      name: 'a.txt',
      version: '2',
      appProperties: { key: 'K', print: '2' },
    });
  });

  test('a copy for which no name is given, or none at all, is called after its source', async () => {
    const { drive } = clientsOf(aDouble());
    const { data } = await drive.files.create({ requestBody: { name: 'Buku' } });
    const copyNamed = async (name?: string | null) =>
      (
        await drive.files.copy({
          fileId: data.id ?? '',
          requestBody: { ...(name !== undefined && { name }) },
        })
      ).data.name;

    expect(await copyNamed()).toBe('Copy of Buku');
    expect(await copyNamed(null)).toBe('Copy of Buku');
    expect(await copyNamed('Lain')).toBe('Lain');
  });

  test('a reserved id serves once, and one that nobody handed out not at all', async () => {
    const { drive } = clientsOf(aDouble());
    const { data } = await drive.files.generateIds({ count: 1 });
    const id = data.ids?.[0] ?? '';
    const create = (wanted: string, mimeType = 'text/plain') =>
      drive.files.create({ requestBody: { id: wanted, name: 'a', mimeType } });

    await create(id);

    expect(await refusalOf(create(id))).toMatchObject({ status: 409, reason: 'fileIdInUse' });
    expect(await refusalOf(create('1madeUp'))).toMatchObject({
      status: 400,
      message: 'The provided file ID is not usable.',
    });
    expect(await refusalOf(create(id, spreadsheetType))).toMatchObject({ status: 403 });
  });

  test('a list passes through the query, a page at a time', async () => {
    const { drive } = clientsOf(aDouble());
    const { data: folder } = await drive.files.create({
      requestBody: { name: 'Berkas', mimeType: folderType },
    });
    for (const name of ['c', "b's", 'a']) {
      await drive.files.create({
        requestBody: { name, parents: [folder.id ?? ''], appProperties: { key: name } },
      });
    }
    const names = async (q: string, more = {}) => {
      const { data } = await drive.files.list({ q, orderBy: 'name', ...more });
      return { names: data.files?.map((each) => each.name), next: data.nextPageToken };
    };

    const first = await names(`'${folder.id}' in parents and trashed = false`, { pageSize: 2 });
    const rest = await names(`'${folder.id}' in parents and trashed = false`, {
      pageSize: 2,
      pageToken: first.next,
    });

    expect(first.names).toEqual(['a', "b's"]);
    expect(rest).toEqual({ names: ['c'], next: undefined });
    expect((await names("name = 'b\\'s'")).names).toEqual(["b's"]);
    expect((await names("appProperties has { key='key' and value='c' }")).names).toEqual(['c']);
    expect(
      (await names(`(name = 'a' or name = 'c') and not name = 'a' and mimeType != '${folderType}'`))
        .names,
    ).toEqual(['c']);
    expect(await refusalOf(names('name ~ 3'))).toMatchObject({ status: 400, reason: 'invalid' });
  });

  test('notes of one program are not shown to another', async () => {
    const double = aDouble();
    const mine = clientsOf(double, { ...colleague, program: 'one' });
    const other = clientsOf(double, { ...colleague, program: 'other' });

    const { data: made } = await mine.drive.files.create({
      requestBody: { name: 'a', appProperties: { key: 'K' } },
    });
    const { data } = await other.drive.files.get({
      fileId: made.id ?? '',
      fields: 'name,appProperties',
    });

    expect(data).toEqual({ name: 'a' });
  });

  test('with drive.file a program sees only what it made', async () => {
    const double = aDouble();
    const { drive } = clientsOf(double);
    const byHand = double.people.makeFolder({ name: 'Punya staf', by: 'desk@vicon.example' });
    double.world.drive.sees = 'own files';

    const { data: own } = await drive.files.create({ requestBody: { name: 'own' } });
    const { data: list } = await drive.files.list({});

    expect(list.files?.map((each) => each.id)).toEqual([own.id]);
    expect(await refusalOf(drive.files.get({ fileId: byHand }))).toMatchObject({
      status: 404,
      reason: 'notFound',
    });
  });

  test('deleting a spreadsheet file deletes the spreadsheet', async () => {
    const double = aDouble();
    const { drive } = clientsOf(double);
    const { data } = await drive.files.create({
      requestBody: { name: 'Buku', mimeType: spreadsheetType },
    });
    const before = double.world.spreadsheets.has(data.id ?? '');

    await drive.files.delete({ fileId: data.id ?? '' });

    expect([before, double.world.spreadsheets.has(data.id ?? '')]).toEqual([true, false]);
  });

  test('a file moves to another folder, and never lies in two', async () => {
    const double = aDouble();
    const { drive } = clientsOf(double);
    const by = 'desk@vicon.example';
    const [from, to] = [
      double.people.makeFolder({ name: 'dari', by }),
      double.people.makeFolder({ name: 'ke', by }),
    ];
    const { data } = await drive.files.create({ requestBody: { name: 'a', parents: [from] } });
    const fileId = data.id ?? '';

    expect(await refusalOf(drive.files.update({ fileId, addParents: to }))).toMatchObject({
      status: 403,
      reason: 'cannotAddParent',
    });
    const { data: moved } = await drive.files.update({
      fileId,
      addParents: to,
      removeParents: from,
      fields: 'parents',
    });
    expect(moved).toEqual({ parents: [to] });
  });
});

describe('uploads in pieces', () => {
  test('go on where they stopped, and answer the same file when asked again', async () => {
    const double = aDouble();
    const bearer = { authorization: 'Bearer anything' };
    const bytes = new Uint8Array(600_000).fill(7);
    const start = await double.fetch(
      'https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&fields=id,size',
      {
        method: 'POST',
        headers: { ...bearer, 'x-upload-content-type': 'application/octet-stream' },
        body: JSON.stringify({ name: 'besar' }),
      },
    );
    const address = start.headers.get('location') ?? '';
    const put = (range: string, body?: Uint8Array<ArrayBuffer>) =>
      double.fetch(address, {
        method: 'PUT',
        headers: { ...bearer, 'content-range': range },
        ...(body && { body }),
      });

    const first = await put('bytes 0-262143/600000', bytes.slice(0, 262_144));
    const asked = await put('bytes */600000');
    const last = await put('bytes 262144-599999/600000', bytes.slice(262_144));
    const again = await put('bytes */600000');

    expect([first.status, asked.status, asked.headers.get('range')]).toEqual([
      308,
      308,
      'bytes=0-262143',
    ]);
    const made = { id: expect.any(String), size: '600000' };
    expect(await last.json()).toEqual(made);
    expect(await again.json()).toEqual(made);
    const lost = await double.fetch(`${address}x`, { method: 'PUT', headers: bearer });
    expect(lost.status).toBe(404);
  });
});

describe('shared drives and access', () => {
  test('a service account stores in a shared drive only', async () => {
    const double = aDouble();
    const driveId = double.people.makeSharedDrive({
      name: 'Kantor',
      members: { [robot.email]: 'fileOrganizer' },
    });
    const { drive } = clientsOf(double, robot);
    const create = (more: object) =>
      drive.files.create({ requestBody: { name: 'a', ...more }, supportsAllDrives: true });

    const { data: made } = await create({ parents: [driveId] });

    expect(await refusalOf(create({}))).toMatchObject({
      status: 403,
      reason: 'storageQuotaExceeded',
    });
    expect(await refusalOf(drive.files.get({ fileId: made.id ?? '' }))).toMatchObject({
      status: 404,
    });
    const everywhere = { includeItemsFromAllDrives: true, supportsAllDrives: true };
    const { data: list } = await drive.files.list({ corpora: 'drive', driveId, ...everywhere });
    expect(list.files?.map((each) => [each.id, each.driveId])).toEqual([[made.id, driveId]]);
    expect((await drive.files.list({})).data.files).toEqual([]);
  });

  test('who was let into a folder may use what lies in it, others find nothing', async () => {
    const double = aDouble();
    const owner = clientsOf(double);
    const reader = clientsOf(double, colleague);
    const folder = double.people.makeFolder({ name: 'Bersama', by: 'desk@vicon.example' });
    const { data } = await owner.drive.files.create({
      requestBody: { name: 'a', parents: [folder] },
    });
    const fileId = data.id ?? '';

    const before = await refusalOf(reader.drive.files.get({ fileId }));
    await owner.drive.permissions.create({
      fileId: folder,
      requestBody: { type: 'user', role: 'reader', emailAddress: colleague.email },
    });

    expect(before).toMatchObject({ status: 404, reason: 'notFound' });
    expect((await reader.drive.files.get({ fileId })).data.name).toBe('a');
    expect(
      await refusalOf(reader.drive.files.update({ fileId, requestBody: { name: 'b' } })),
    ).toMatchObject({ status: 403, reason: 'insufficientFilePermissions' });
  });

  test('a permission for anyone shows in the list and can be taken back', async () => {
    const double = aDouble();
    const { drive } = clientsOf(double);
    const { data } = await drive.files.create({ requestBody: { name: 'a' } });
    const fileId = data.id ?? '';
    double.people.shareFile({ fileId, with: 'anyone', role: 'reader' });

    const { data: before } = await drive.permissions.list({ fileId });
    await drive.permissions.delete({ fileId, permissionId: 'anyoneWithLink' });
    const { data: after } = await drive.permissions.list({ fileId });

    expect(before.permissions?.map((each) => each.type)).toEqual(['user', 'anyone']);
    expect(after.permissions?.map((each) => each.type)).toEqual(['user']);
  });

  test('the change feed tells what happened since a token', async () => {
    const double = aDouble();
    const { drive } = clientsOf(double);
    const { data: start } = await drive.changes.getStartPageToken({});
    const { data: made } = await drive.files.create({ requestBody: { name: 'a' } });
    const { data: gone } = await drive.files.create({ requestBody: { name: 'b' } });
    await drive.files.delete({ fileId: gone.id ?? '' });

    const { data } = await drive.changes.list({ pageToken: start.startPageToken ?? '' });

    expect(data.changes?.map((each) => [each.fileId, each.removed])).toEqual([
      [made.id, false],
      [gone.id, true],
    ]);
  });

  test('about says who asks and how much room there is', async () => {
    const { drive } = clientsOf(aDouble(), robot);

    const { data } = await drive.about.get({ fields: 'user(emailAddress),storageQuota(limit)' });

    expect(data).toEqual({ user: { emailAddress: robot.email }, storageQuota: { limit: '0' } });
    expect(await refusalOf(drive.about.get({}))).toMatchObject({ status: 400, reason: 'required' });
  });
});
