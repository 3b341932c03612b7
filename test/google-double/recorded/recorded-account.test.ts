import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';

const sheets = 'https://sheets.googleapis.com/v4/spreadsheets';
const drive = 'https://www.googleapis.com/drive/v3/files';

/** A recording that makes a file, lists it beside an older one and one of the same day, and reads both. */
const aListing = [
  { method: 'POST', uri: drive, status: 200, response: { id: 'own' } },
  {
    method: 'GET',
    uri: `${drive}?pageSize=10`,
    status: 200,
    response: {
      files: [
        aFile('own', 'Milik sendiri', '2023-08-17T10:00:00.000Z'),
        aFile('beside', 'Salinan', '2023-08-17T09:00:00.000Z'),
        aFile('older', 'Buku lama', '2023-08-16T09:00:00.000Z'),
        aFile('oldest', 'Buku pertama', '2023-06-05T09:00:00.000Z'),
      ],
    },
  },
  { method: 'GET', uri: `${sheets}/beside`, status: 200, response: aSpreadsheet('Salinan') },
  { method: 'GET', uri: `${sheets}/older`, status: 200, response: aSpreadsheet('Buku lama') },
  { method: 'GET', uri: `${sheets}/oldest`, status: 200, response: aSpreadsheet('Buku pertama') },
];

const aRefusal = [{ method: 'GET', uri: `${sheets}/private`, status: 403, response: {} }];

function aFile(id: string, name: string, createdTime: string) {
  return { id, name, createdTime, modifiedTime: createdTime };
}

function aSpreadsheet(title: string) {
  return {
    properties: { title, timeZone: 'Asia/Makassar' },
    sheets: [{ properties: { sheetId: 7, title: 'Lembar', index: 0 } }],
  };
}

const aFolder = (...recordings: readonly unknown[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  recordings.forEach((each, index) => {
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(each));
  });
  return folder;
};

const standingIn = (recordings: string) => {
  const { fetch } = createGoogleDouble({ recordings });
  return async (uri: string, token = 'recorded') => {
    const answer = await fetch(uri, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
};

describe('the account of the recordings', () => {
  test('begins with the files of days before, newest first', async () => {
    const ask = standingIn(aFolder(aListing));

    const { body } = await ask(`${drive}?fields=files(name,createdTime)`);

    expect(body).toEqual({
      files: [
        { name: 'Buku lama', createdTime: '2023-08-16T09:00:00.000Z' },
        { name: 'Buku pertama', createdTime: '2023-06-05T09:00:00.000Z' },
      ],
    });
  });

  test('has the tabs and properties that were recorded', async () => {
    const ask = standingIn(aFolder(aListing));
    const { body } = await ask(`${drive}?fields=files(id)`);
    const [file] = body['files'] as readonly { readonly id: string }[];

    const answer = await ask(
      `${sheets}/${file?.id}?fields=properties(title,timeZone),sheets(properties(sheetId,title))`,
    );

    expect(answer.body).toEqual({
      properties: { title: 'Buku lama', timeZone: 'Asia/Makassar' },
      sheets: [{ properties: { sheetId: 7, title: 'Lembar' } }],
    });
  });

  test("is refused a stranger's spreadsheet by Sheets, and does not find it in Drive", async () => {
    const ask = standingIn(aFolder(aRefusal));

    const read = await ask(`${sheets}/private`);
    const found = await ask(`${drive}/private`);

    expect([read.status, found.status]).toEqual([403, 404]);
    expect(read.body).toEqual({
      error: {
        code: 403,
        message: 'The caller does not have permission',
        status: 'PERMISSION_DENIED',
      },
    });
  });

  test('shows nothing of itself to anybody else', async () => {
    const ask = standingIn(aFolder(aListing));
    await ask(drive);

    const { body } = await ask(drive, 'anything');

    expect(body['files']).toEqual([]);
  });

  test('is not looked for while nobody uses its token', async () => {
    const ask = standingIn('/nowhere');

    const { status } = await ask(drive, 'anything');

    expect(status).toBe(200);
  });
});
