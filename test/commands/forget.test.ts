import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forget } from '../../src/commands/forget.ts';
import { keptElsewhere } from '../../src/commands/forget-elsewhere.ts';
import { run } from '../../src/commands/run.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { restNote } from '../../src/ledger/rest-note.ts';
import { copyOf, deskWith, type TestDesk } from '../support/desk.ts';

const serial = (day: string) => dayToSerial(Temporal.PlainDate.from(day));
const aRow = (number: number, { asked, held }: { asked: string; held: string }) => ({
  submittedAt: serial(asked) + (540 + number) / 1440,
  email: `rahasia${number}@contoh.test`,
  requesterName: 'Rahmat Pakaya',
  requesterNip: `19840612 200903 1 00${number}`,
  institution: 'Bappeda',
  phone: `08120000100${number}`,
  event: `Rapat ${number}`,
  startDay: serial(held),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Operator saja',
  sensitivity: 'biasa',
});
const early = '2026-11-02T08:00:00+08:00';
const now = '2026-12-28T09:00:00+08:00';

describe('forget', () => {
  let asBegun: TestDesk;
  let desk: TestDesk;
  beforeAll(async () => {
    desk = deskWith([]);
    await desk.pass(early);
    await desk.rewrite(() => [
      aRow(1, { asked: '2026-11-03', held: '2026-11-10' }),
      aRow(2, { asked: '2026-12-20', held: '2026-12-29' }),
    ]);
    await command('run', '2026-11-03T10:00:00+08:00');
    await command('run', '2026-11-12T10:00:00+08:00');
    await command('run', now);
    asBegun = desk;
  });
  afterAll(() => asBegun.remove());
  beforeEach(() => {
    desk = copyOf(asBegun);
  });
  afterEach(() => desk.remove());

  const command = (name: 'run' | 'forget', at: string, options = {}) => {
    const circumstances = {
      config: desk.config.file,
      now: Temporal.Instant.from(at),
      progress: () => undefined,
    };
    return name === 'run' ? run(circumstances, options) : forget(circumstances, options);
  };
  const before = Temporal.PlainDate.from('2026-12-01');
  /** Every byte that the desk keeps, but its documents. */
  const everything = () =>
    [
      desk.config.workbook,
      ...filesIn(join(desk.dir, '.layanan-vicon')),
      ...filesIn(desk.config.messages.outbox),
    ]
      .map((path) => readFileSync(path).toString('latin1'))
      .join('\n');
  const recaps = () =>
    readdirSync(desk.config.documents, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('base64'));

  test('says first what it would take out, and takes out nothing', async () => {
    const was = readFileSync(desk.config.workbook);
    const { text, exit } = await command('forget', now, { before });
    expect(text).toContain('3 cells of Permohonan');
    expect(exit).toBe(1);
    expect(readFileSync(desk.config.workbook).equals(was)).toBe(true);
  });

  test('does not even do what a pass would do, until it is told to take out', async () => {
    await desk.type('VC-2026-0002', 'startTime', '13.30');
    const was = readFileSync(desk.config.workbook);
    await command('forget', now, { before });
    expect(readFileSync(desk.config.workbook).equals(was)).toBe(true);
    expect((await desk.pass(now)).idle).toBe(false);
  });

  test('leaves nothing of how to reach a requester of long ago, and all of the others', async () => {
    // A pass that rests tells again what was found: a remark may quote a cell.
    const ledger = await openLedger({ path: desk.config.ledger, desk: 'desk' });
    await ledger.note(restNote, 'Email "rahasia1@contoh.test" tidak terbaca.');
    await ledger.close();
    expect(everything()).toContain('rahasia1@contoh.test');

    const { exit } = await command('forget', now, { before, yes: true });

    const kept = everything();
    expect(exit).toBe(0);
    expect(kept).not.toContain('rahasia1@');
    expect(kept).not.toContain('2009031001');
    const [first, second] = await desk.rows();
    expect([first?.email, first?.phone, first?.requesterNip]).toEqual([
      '(dihapus)',
      '(dihapus)',
      '',
    ]);
    expect(second?.email).toBe('rahasia2@contoh.test');
  });

  test('changes no figure, no document and no ticket, and the next pass has nothing to do', async () => {
    const [was, files] = [await desk.rows(), recaps()];

    await command('forget', now, { before, yes: true });

    expect((await desk.pass(now)).idle).toBe(true);
    expect(recaps()).toEqual(files);
    const is = await desk.rows();
    expect(is.map(({ ticket, state, serviceTime }) => [ticket, state, serviceTime])).toEqual(
      was.map(({ ticket, state, serviceTime }) => [ticket, state, serviceTime]),
    );
    const ledger = await openLedger({ path: desk.config.ledger, desk: 'desk', readOnly: true });
    const lines = await ledger.history({ ticket: 'VC-2026-0001' });
    await ledger.close();
    expect(lines.some(({ kind }) => kind === 'ticket-given')).toBe(true);
  });

  test('says before and after where contacts stay that it cannot take out', async () => {
    const dry = await command('forget', now, { before });
    const done = await command('forget', now, { before, yes: true });

    for (const { text } of [dry, done])
      expect(text).toContain(
        'Not touched, and for people to see to:\n  - documents, and in the tab Pengaduan the column Kontak: empty it by hand',
      );
    const inGoogle = keptElsewhere({
      ...desk.config,
      google: { credentials: 'kunci.json', token: 'masuk.json', photos: false },
      messages: { ...desk.config.messages, by: 'gmail' },
    }).join();
    expect(inGoogle).toMatch(/answers that Google Forms keeps.*version history.*under Sent/s);
    expect(keptElsewhere(desk.config).join()).not.toMatch(/Google|Sent/);
  });

  test('refuses a day that lies ahead: whoever has an event to come has to be reached', async () => {
    const ahead = Temporal.PlainDate.from('2026-12-29');
    await expect(command('forget', now, { before: ahead, yes: true })).rejects.toMatchObject({
      code: 'wrong-usage',
      what: expect.stringContaining('2026-12-29 lies ahead'),
    });
    expect((await desk.rows())[1]?.email).toBe('rahasia2@contoh.test');
  });

  test('says that there is nothing, where nothing is so old, and is content', async () => {
    const { text, exit } = await command('forget', now);
    expect([text, exit]).toEqual([
      'Nothing to take out of requests that ended before 2024-12-28.',
      0,
    ]);
  });

  test('done again it finds nothing more', async () => {
    await command('forget', now, { before, yes: true });
    const { data, text } = await command('forget', now, { before, yes: true });
    expect(data).toMatchObject({ cells: 0, messages: 0, history: 0 });
    expect(text).toMatch(/^Nothing was left to take out of \d+ requests? that ended before /);
  });
});

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(folder, entry.name))
    : [];
