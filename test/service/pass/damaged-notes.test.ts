/** Somebody had an editor for databases open on the ledger: what a pass does where a note in it is damaged. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NoteDamagedError } from '../../../src/backends/kept-note.ts';
import { aRow, day } from '../../support/a-request-row.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';

/** Nobody can make these anew. */
const facts = ['calendars.told', 'taken-over tickets', 'telling since'];

/** Filed in the afternoon: no deadline goes by while these passes are made. */
const answers = { officers: 'Rahmat Hulopi', submittedAt: day('2026-11-16') + 15 / 24 };
const first = Temporal.Instant.from('2026-11-17T08:00:00+08:00');

describe('a note of the ledger that is damaged', () => {
  let desk: TestDesk;
  let minute = 0;
  const pass = () => {
    minute += 1;
    return desk.pass(first.add({ minutes: minute }).toString());
  };
  const inLedger = <T>(work: (file: InstanceType<typeof Database>) => T): T => {
    const file = new Database(desk.config.ledger);
    try {
      return work(file);
    } finally {
      file.close();
    }
  };
  const names = () =>
    inLedger((file) =>
      file
        .prepare('select name from memory order by name')
        .all()
        .map((row) => (row as { readonly name: string }).name),
    );
  const stored = (name: string) =>
    inLedger(
      (file) =>
        (
          file.prepare('select value from memory where name = ?').get(name) as
            | { readonly value: string }
            | undefined
        )?.value,
    );
  const put = (name: string, value: string) =>
    inLedger((file) =>
      file.prepare('insert or replace into memory select desk, ?, ? from desk').run(name, value),
    );

  beforeAll(async () => {
    desk = deskWith([aRow(answers)]);
    const photos = join(desk.config.documents, 'Dokumentasi', 'VC-2026-0001');
    mkdirSync(photos, { recursive: true });
    writeFileSync(join(photos, 'foto.jpg'), 'bukan gambar');
    writeFileSync(join(photos, 'peserta.csv'), 'bukan laporan');
    await pass();
    // Of a ledger that was lost in between.
    const other = aRow({ ...answers, event: 'Rapat Evaluasi', ticket: 'VC-2026-0007' });
    await desk.rewrite((rows) => [...rows, other]);
    await pass();
    await pass();
  });
  afterAll(() => desk.remove());

  test('is made anew where it only saves work, and the desk comes to the same rest', async () => {
    const sheet = await desk.rows();
    const saving = [
      ...names().filter((name) => !facts.includes(name)),
      'keeper',
      'links in Dokumen Berkala',
      'links in Ringkasan',
      'misremembered',
      'photos.verdicts',
      'troubles',
    ];

    expect(saving).toContain('attendance.reports');
    for (const name of saving) {
      for (const text of ['{\\"a\\":[', '{\\"a\\":\\', '{"lain":1}']) {
        put(name, text);
        await pass();
        expect((await pass()).idle, name).toBe(true);
        expect(await desk.rows(), name).toEqual(sheet);
      }
    }
    expect(JSON.parse((stored('folder.photo-hashes') ?? '').replaceAll('\\"', '"'))).toMatchObject({
      'Dokumentasi/VC-2026-0001/foto.jpg': expect.anything(),
    });
  });

  test.each(facts)(
    'is named where nobody can make it anew, and nothing is written: %s',
    async (name) => {
      const right = stored(name) ?? '';
      const book = readFileSync(desk.config.workbook);
      put(name, right.slice(0, -5));
      await desk.type('VC-2026-0001', 'event', `Rapat ${name}`);
      const typed = readFileSync(desk.config.workbook);

      const failed = await pass().catch((error: unknown) => error);

      expect(failed).toBeInstanceOf(NoteDamagedError);
      expect(String(failed)).toContain(`"${name}"`);
      expect(typed).not.toEqual(book);
      expect(readFileSync(desk.config.workbook)).toEqual(typed);
      put(name, right);
      await pass();
      expect(readFileSync(desk.config.workbook)).not.toEqual(typed);
    },
  );
});
