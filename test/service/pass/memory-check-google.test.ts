/** The nightly check of a desk on Google, where more is kept between passes than on a disk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeToken } from '../../../src/backends/google/sign-in/token-file.ts';
import { readings } from '../../../src/backends/memory.ts';
import { type ConfigFile, readConfig } from '../../../src/config.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import { checkMemory } from '../../../src/service/pass/memory-check.ts';
import type { PassParts } from '../../../src/service/pass/pass-parts.ts';
import { checkMemoryAloud } from '../../../src/service/pass/tell-memory-check.ts';
import { runPass } from '../../../src/service/pass.ts';
import { createGoogleDouble, type GoogleDouble } from '../../google-double/google-double.ts';
import { smallTabs, writeGoogleDesk } from '../../support/google-desk-files.ts';

const spreadsheet = 'lembar-layanan-vicon-0001';
const by = 'desk@vicon.example';
const first = Temporal.Instant.from('2026-11-24T02:00:00+08:00');

describe('what a desk on Google remembers', () => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-malam-'));
  let double: GoogleDouble;
  let stop: () => Promise<void>;
  let config: ConfigFile;
  let open: OpenDesk;
  let minute = 0;
  const now = () => first.add({ minutes: minute });
  const memory = openRemembered();
  const openAnew = () => openDesk(config, { now: now(), toWrite: false, rereads: true });
  const check = (parts: PassParts = open, meanwhile: () => void = () => undefined) =>
    checkMemory(parts, {
      now: now(),
      memory,
      quiet: undefined,
      openAnew: async () => {
        meanwhile();
        return openAnew();
      },
    });
  const pass = () => {
    minute += 1;
    return runPass(open, { now: now(), memory, documents: [] });
  };
  /** What is amiss by its name, or that nothing is. */
  const found = async (parts: PassParts = open): Promise<readonly string[]> => {
    const outcome = await check(parts);
    return outcome.kind === 'differs' ? outcome.parts : [outcome.kind];
  };
  const put = (name: string, text: string): void => {
    const into = [...double.world.files.values()].find((file) => file.name === 'VC-2026-0001');
    const base64 = Buffer.from(text).toString('base64');
    double.people.uploadFile({ name, base64, in: into?.id ?? 'tiada', by });
  };
  /** The event of the first request. */
  const types = (text: string): void =>
    double.people.typeCells({
      spreadsheetId: spreadsheet,
      range: `'${requestTab.name}'!C2`,
      rows: [[text]],
    });
  /** What is kept under the name, as it would be had the desk read otherwise. */
  const poison = async (name: string, change: (noted: string) => string): Promise<void> => {
    const noted = (await open.ledger.recall(name)) ?? '';
    expect(change(noted)).not.toBe(noted);
    await open.ledger.remember(name, change(noted));
  };
  const reopen = async (): Promise<void> => {
    await open.close();
    open = await openDesk(config, { now: now() });
  };
  const checkAloud = () => {
    const say = () => undefined;
    const log = { debug: say, info: say, warn: say, error: say };
    return checkMemoryAloud(open, { now: now(), memory, quiet: undefined, openAnew }, { log });
  };

  beforeAll(async () => {
    mkdirSync(join(dir, '.layanan-vicon'), { mode: 0o700 });
    const book = { id: spreadsheet, title: 'Buku', timeZone: 'Asia/Makassar', locale: 'in_ID' };
    double = createGoogleDouble({
      now: () => now().epochMilliseconds,
      data: { spreadsheets: [{ ...book, tabs: await smallTabs(dir) }] },
    });
    double.world.drive.sees = 'everything';
    const { url, close } = await double.listen(0);
    stop = close;
    const settings = writeGoogleDesk(dir, { spreadsheet, endpoint: url });
    const written = JSON.parse(readFileSync(settings, 'utf8'));
    writeFileSync(settings, JSON.stringify({ google: { ...written.google, photos: true } }));
    writeToken(join(dir, '.layanan-vicon/token.json'), {
      clientId: 'klien',
      refreshToken: 'contoh',
      scopes: ['spreadsheets', 'drive.file', 'drive.readonly'].map(
        (scope) => `https://www.googleapis.com/auth/${scope}`,
      ),
      agreedAt: Date.now(),
    });
    config = readConfig(settings);
    open = await openDesk(config, { now: first });
    await runPass(open, { now: now(), memory });
  });
  afterAll(async () => {
    await open.close();
    await stop();
    rmSync(dir, { recursive: true });
  });

  test('is held against a desk that reads all of it anew, and is right', async () => {
    await pass();

    expect(await check()).toEqual({ kind: 'same' });
    put('foto.jpg', 'bukan gambar');
    types('Rapat Persiapan');
    expect(await check()).toEqual({ kind: 'same' });
    await pass();
    await reopen();
    expect(await check()).toEqual({ kind: 'same' });
  });

  test('says nothing of what people did between both looks', async () => {
    await pass();

    expect(await check(open, () => types('Rapat Evaluasi'))).toEqual({ kind: 'same' });
    expect(await check(open, () => put('foto lain.jpg', 'bukan gambar'))).toEqual({ kind: 'same' });
    let typed = 0;
    const ask = async () => {
      typed += 1;
      types(`Rapat ${typed}`);
      return open.workbook.ask();
    };
    const again = { ...open, workbook: { ...open.workbook, ask } };
    const busy = () => types('Rapat yang lain lagi');
    expect((await check(again, busy)).kind).not.toBe('differs');
  });

  test('is found where the sheet was read long ago', async () => {
    const stale = await open.workbook.ask();
    types('Rapat Koordinasi');
    await pass();

    expect(
      await found({ ...open, workbook: { ...open.workbook, ask: async () => stale } }),
    ).toEqual(expect.arrayContaining(['workbook']));
    expect(await found()).toEqual(['same']);
  });

  test('is found where a photo is missing in the list of them that is kept, which is then listed anew', async () => {
    await pass();
    await poison(readings.photos, (noted) => {
      const { files, ...list } = JSON.parse(noted);
      return JSON.stringify({ ...list, files: files.slice(1) });
    });

    expect(await found()).toContain('folders');
    await checkAloud();
    await pass();
    expect(await found()).toEqual(['same']);
  });

  test('is found where what is kept of the sheet is not so, which is then asked for anew', async () => {
    await poison(readings.outline, (noted) => noted.replace('in_ID', 'en_US'));
    await reopen();

    expect(await found()).toContain('workbook');
    await checkAloud();
    await reopen();
    await pass();
    expect(await found()).toEqual(['same']);
  });

  test('is found where the shelf of Zoom’s reports tells of what lay there before', async () => {
    const at = now();
    const stale = await open.attendance.take(await open.photos.folders(at));
    put('participants.csv', report);
    await pass();

    expect(await found()).toEqual(['same']);
    const take = async () => stale;
    expect(await found({ ...open, attendance: { take } })).toContain('notices');
  });
});

const report = `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,Rapat Contoh,20/11/2026 08:55:00,20/11/2026 11:10:00,vicon@contoh.test,135,2

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Vicon Contoh,vicon@contoh.test,20/11/2026 08:55:00,20/11/2026 11:10:00,135,No
Siti Contoh,,20/11/2026 09:00:00,20/11/2026 11:10:00,130,Yes
`;
