import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Remembered } from '../../../src/core/cases/situation.ts';
import type { Log, LogFields } from '../../../src/service/log.ts';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import { checkMemory, nightOf } from '../../../src/service/pass/memory-check.ts';
import type { PassParts } from '../../../src/service/pass/pass-parts.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { checkMemoryAloud } from '../../../src/service/pass/tell-memory-check.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';

const at = (minute: number) =>
  Temporal.Instant.from('2026-11-23T02:00:00+08:00').add({ minutes: minute });

describe('what passes remember', () => {
  let desk: TestDesk;
  let open: OpenDesk;
  let minute = 10;
  const check = (
    parts: PassParts = open,
    {
      memory = openRemembered(),
      quiet,
      meanwhile = async () => undefined,
    }: {
      readonly memory?: Remembered;
      readonly quiet?: Quiet;
      /** What people do between both looks. */
      readonly meanwhile?: () => Promise<void>;
    } = {},
  ) => {
    const now = at(minute);
    const openAnew = async () => {
      await meanwhile();
      return openDesk(desk.config, { now, toWrite: false });
    };
    return checkMemory(parts, { now, memory, quiet, openAnew });
  };
  const partsOf = async (parts: PassParts): Promise<readonly string[]> => {
    const found = await check(parts);
    return found.kind === 'differs' ? found.parts : [found.kind];
  };
  const pass = async (parts: PassParts = open) => {
    minute += 1;
    return runPass(parts, { now: at(minute) });
  };

  beforeAll(async () => {
    desk = deskWith([
      { submittedAt: 46_349.35, event: 'Rapat', institution: 'Bappeda', startDay: '30/11/2026' },
    ]);
    open = await openDesk(desk.config, { now: at(0) });
    await pass();
  });
  afterAll(async () => {
    await open.close();
    desk.remove();
  });

  test('is held against a desk that knows nothing, and is right', async () => {
    await pass();

    expect(await check()).toEqual({ kind: 'same' });
  });

  test('is found where a value that was made before stays, whatever is typed', async () => {
    const [right, wrong] = [openRemembered(), neverForgetting()];
    for (const memory of [right, wrong])
      expect(await check(open, { memory })).toEqual({ kind: 'same' });

    await desk.type('VC-2026-0001', 'institution', 'Inspektorat');

    expect(await check(open, { memory: right })).toEqual({ kind: 'same' });
    expect(await check(open, { memory: wrong })).toMatchObject({
      kind: 'differs',
      parts: expect.arrayContaining(['workbook', 'documents']),
    });
  });

  test('is found in each part of a desk that stays open, by its name', async () => {
    const stale = {
      answer: await open.workbook.ask(),
      snapshot: (await open.workbook.ask()).read(),
      folders: await open.photos.folders(at(minute)),
      ledger: await open.ledger.state(),
    };
    const photos = join(desk.config.documents, 'Dokumentasi', 'VC-2026-0001');
    mkdirSync(photos, { recursive: true });
    writeFileSync(join(photos, 'foto.jpg'), 'bukan gambar');
    await desk.type('VC-2026-0001', 'event', 'Rapat Evaluasi');
    await pass();
    const { workbook, photos: shelf, templates, texts, ledger } = open;

    expect(await partsOf(open)).toEqual(['same']);
    // What the file holds is seen, and its rows are those of before.
    const rows = async () => ({ ...(await workbook.ask()), read: () => stale.snapshot });
    expect(await partsOf({ ...open, workbook: { ...workbook, ask: rows } })).toContain('workbook');
    const file = async () => stale.answer;
    expect(await partsOf({ ...open, workbook: { ...workbook, ask: file } })).toContain('workbook');
    const folders = async () => stale.folders;
    expect(await partsOf({ ...open, photos: { ...shelf, folders } })).toContain('folders');
    const take = { templates, texts };
    const otherTemplates: typeof templates = {
      take: (kinds) => ({
        ...take.templates.take(kinds),
        mark: 'before',
        fingerprint: () => ({ whole: 'before', view: 'before', template: 'before' }),
      }),
    };
    expect(await partsOf({ ...open, templates: otherTemplates })).toEqual(
      expect.arrayContaining(['templates', 'documents']),
    );
    const otherTexts: typeof texts = {
      take: (kinds) => ({ ...take.texts.take(kinds), mark: 'before' }),
    };
    expect(await partsOf({ ...open, texts: otherTexts })).toEqual(['texts']);
    const state = async () => stale.ledger;
    expect(await partsOf({ ...open, ledger: { ...ledger, state } })).toContain('ledger');
  });

  test('says nothing of what people did between both looks', async () => {
    await pass();
    let typed = 0;
    const types = async () => {
      typed += 1;
      await desk.type('VC-2026-0001', 'event', `Rapat ${typed}`);
    };

    expect(await check(open, { meanwhile: types })).toEqual({ kind: 'same' });
    const ask = async () => {
      await types();
      return open.workbook.ask();
    };
    const busy = { ...open, workbook: { ...open.workbook, ask } };
    expect(await check(busy, { meanwhile: types })).toEqual({ kind: 'unknown' });
  });

  test('says nothing of a photo that was replaced in its place and whose folder’s turn comes later', async () => {
    const photo = join(desk.config.documents, 'Dokumentasi', 'VC-2026-0001', 'foto.jpg');
    for (let looks = 0; looks < 3; looks += 1) await open.photos.folders(at(minute));
    const before = readFileSync(photo);
    writeFileSync(photo, Buffer.concat([before, Buffer.from(' lain')]));
    utimesSync(photo, 1_700_000_000, 1_700_000_000);
    // As if many others had been changed since.
    const late = lateFolders(open, 12);

    expect(await check({ ...open, photos: late })).toEqual({ kind: 'same' });
    rmSync(photo);
  });

  test('is found where a desk rests although it would do something, or a document would be another', async () => {
    await pass();
    const { quiet } = await pass();
    if (quiet === undefined) throw new Error('The desk did not come to rest.');

    expect(quiet.documents?.length).toBeGreaterThan(0);
    expect(await check(open, { quiet })).toEqual({ kind: 'same' });
    expect(await check(open, { quiet: { ...quiet, documents: [] } })).toEqual({
      kind: 'differs',
      parts: ['rest'],
    });
  });

  test('is told in the log, and for a week in Ringkasan, where it was wrong', async () => {
    const lines: LogFields[] = [];
    const keep: Log['error'] = (message, fields) => lines.push({ code: message, ...fields });
    const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
    const { texts } = open;
    const wrong: PassParts = {
      ...open,
      texts: { take: (kinds) => ({ ...texts.take(kinds), mark: 'before' }) },
    };
    const openAnew = () => openDesk(desk.config, { now: at(minute), toWrite: false });
    const checking = { now: at(minute), memory: openRemembered(), quiet: undefined, openAnew };
    const told = (days: number) =>
      runPass(open, { now: at(minute).add({ hours: 24 * days }) }).then(async () =>
        JSON.stringify((await open.workbook.read()).tabs.find(({ name }) => name === 'Ringkasan')),
      );

    await checkMemoryAloud(wrong, checking, { log });

    expect(lines).toMatchObject([{ code: 'passes remembered wrongly', parts: ['texts'] }]);
    const words =
      'Pemeriksaan malam tanggal 23 November 2026 menemukan data sementara yang tidak cocok dengan keadaan sebenarnya: teks pesan.';
    expect(await told(0)).toContain(words);
    expect(await told(6)).toContain(words);
    expect(await told(8)).not.toContain('Pemeriksaan malam');
  });
});

/** What was kept under a name stays, whatever is given later. */
const neverForgetting = (): Remembered => {
  const first = new Map<string, unknown>();
  return {
    ...openRemembered(),
    same: <T>(name: string, given: T): T => {
      if (!first.has(name)) first.set(name, given);
      return first.get(name) as T;
    },
  };
};

/** Shows what lay there until it was asked so often. */
const lateFolders = ({ photos }: Pick<OpenDesk, 'photos'>, looks: number): OpenDesk['photos'] => {
  let asked = 0;
  let first: Awaited<ReturnType<OpenDesk['photos']['folders']>>;
  return {
    ...photos,
    folders: async (now) => {
      const there = await photos.folders(now);
      first ??= Array.isArray(there)
        ? there.map((folder) => ({
            ...folder,
            files: folder.files.map((file: object) => ({ ...file, mark: 'before' })),
          }))
        : there;
      asked += 1;
      return asked < looks ? first : there;
    },
  };
};

test('a night begins at two, so that it is checked while nobody works', () => {
  const night = (time: string) => nightOf(Temporal.Instant.from(`${time}+08:00`), 'Asia/Makassar');

  expect(night('2026-11-23T23:00')).toBe(night('2026-11-24T01:59'));
  expect(night('2026-11-24T02:00')).not.toBe(night('2026-11-24T01:59'));
});
