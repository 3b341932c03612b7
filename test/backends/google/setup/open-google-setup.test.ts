import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setUpGoogle } from '../../../../src/backends/google/setup/open-google-setup.ts';
import { createGoogleDouble, type GoogleDouble } from '../../../google-double/google-double.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { deskSheetId } from '../stand-in.ts';

const email = 'meja@layanan.example';
const timeZone = 'Asia/Makassar';

describe('set-up by a service account', () => {
  let dir = '';
  let double: GoogleDouble;
  let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-service-account-'));
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const key = { type: 'service_account', client_email: email, private_key: privateKey };
    writeFileSync(join(dir, 'credentials.json'), JSON.stringify(key), { mode: 0o600 });
    double = createGoogleDouble({
      data: {
        spreadsheets: [
          {
            id: deskSheetId,
            title: 'Buku Layanan',
            timeZone,
            locale: 'in_ID',
            tabs: [{ name: 'Sheet1', rows: [] }],
          },
        ],
      },
    });
    double.people.shareFile({ fileId: deskSheetId, with: email });
    listening = await double.listen(0);
  });
  afterEach(async () => {
    await listening.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const setUp = () =>
    setUpGoogle({
      spreadsheet: deskSheetId,
      noteSheet: () => undefined,
      credentials: join(dir, 'credentials.json'),
      token: join(dir, 'token.json'),
      endpoint: listening.url,
      timeZone,
      memory: aMemory(),
      pace: { now: Date.now, random: () => 0, wait: async () => undefined },
    });

  test('prepares the sheet, and says that a person must make the form', async () => {
    const { sheet, forms, notices } = await setUp();

    expect(sheet.done).toContain('made the tab Petugas');
    expect(forms).toEqual([]);
    expect(notices).toEqual([expect.stringMatching(/owns no storage and so no form/)]);
    expect(double.world.forms.size).toBe(0);
  });
});
