import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recap } from '../../src/commands/recap.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';

const day = (text: string) => dayToSerial(Temporal.PlainDate.from(text));
const now = '2026-11-17T09:00:00+08:00';
const aRow = (minute: number) => ({
  submittedAt: day('2026-11-16') + (540 + minute) / 1440,
  email: 'pemohon@contoh.test',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: `Rapat ${minute}`,
  startDay: day('2026-11-23'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Operator saja',
});

describe('recap', () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = deskWith([aRow(1), aRow(2)]);
  });
  afterEach(() => desk.remove());

  const ask = (month: string) =>
    recap(
      {
        config: desk.config.file,
        now: Temporal.Instant.from(now),
        progress: () => undefined,
      },
      { month },
    );
  const inLedger = async () => {
    const ledger = await openLedger({ path: desk.config.ledger, desk: 'desk', readOnly: true });
    const { tickets, documents } = await ledger.state();
    await ledger.close();
    return { tickets: [...tickets.keys()], documents: [...documents.keys()] };
  };

  test('makes that one document, promises what it shows, and leaves the workbook alone', async () => {
    const before = readFileSync(desk.config.workbook);

    expect((await ask('2026-11')).exit).toBe(0);

    expect(await inLedger()).toEqual({
      tickets: ['VC-2026-0001', 'VC-2026-0002'],
      documents: ['rekap/2026-11'],
    });
    expect(readFileSync(desk.config.workbook).equals(before)).toBe(true);
  });

  test('leaves to the next run what any other would have written', async () => {
    await ask('2026-11');
    const report = await desk.pass(now);

    expect(report.look.refusals).toEqual([]);
    expect((await desk.rows()).map(({ ticket }) => ticket)).toEqual([
      'VC-2026-0001',
      'VC-2026-0002',
    ]);
    expect((await ask('2026-11')).text).toMatch(/ \(unchanged\)$/);
  });

  test('refuses where run does, and writes nothing', async () => {
    await desk.pass(now);
    const folder = join(desk.config.documents, 'Rekap', '2026');
    rmSync(dirname(desk.config.ledger), { recursive: true });
    rmSync(folder, { recursive: true });

    const answer = await ask('2026-11');

    expect([answer.exit, answer.text]).toEqual([
      1,
      expect.stringMatching(/^The recap of 2026-11 was not made:\n {2}! .*npx layanan-vicon adopt/),
    ]);
    expect(() => readdirSync(folder)).toThrow();
  });

  test('says of a month without requests that there is none', async () => {
    expect(await ask('2026-03')).toMatchObject({
      exit: 1,
      text: expect.stringMatching(/^There is no recap of 2026-03/),
    });
  });
});
