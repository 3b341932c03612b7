/** A pass that finds all as it was ends after its look, and one that does not is made whole. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDesk, openDesk } from '../../../src/service/open-desk.ts';
import type { PassReport } from '../../../src/service/pass/pass-report.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';

describe('a desk at which nothing happens', () => {
  let desk: TestDesk;
  let open: OpenDesk;
  let quiet: Quiet;
  const at = (time: string): Temporal.Instant => Temporal.Instant.from(`${time}+08:00`);
  const pass = (time: string, left: Quiet | undefined = quiet): Promise<PassReport> =>
    runPass(open, { now: at(time), ...(left && { quiet: left }) });

  beforeAll(async () => {
    desk = deskWith([
      {
        submittedAt: 46_349.35,
        email: 'pemohon@bappeda.test',
        requesterName: 'Rahmat Pakaya',
        institution: 'Bappeda',
        event: 'Rapat Evaluasi',
        startDay: '30/11/2026',
        startTime: '09.00',
        endTime: '11.00',
        place: 'Aula',
        serviceKind: 'Link Host + Operator',
        participants: 40,
        confirmed: '23/11/2026 09.30',
        plannedLeader: 'Kepala Bappeda',
      },
    ]);
    open = await openDesk(desk.config, { now: at('2026-11-23T10:00') });
    await pass('2026-11-23T10:00', undefined);
    const settled = await pass('2026-11-23T10:01', undefined);
    const left = settled.quiet;
    if (left === undefined) throw new Error('The desk did not come to rest.');
    quiet = left;
  });
  afterAll(async () => {
    await open.close();
    desk.remove();
  });

  test('is looked at and left', async () => {
    const report = await pass('2026-11-23T10:02');

    expect(report.look.kind).toBe('unchanged');
    expect(report.idle).toBe(true);
    expect(report.quiet).toBe(quiet);
  });

  test('comes to rest however far its passes are apart, because what a pass notes of itself wakes no other', async () => {
    const { quiet: left } = await pass('2026-11-23T10:20', undefined);

    expect((await pass('2026-11-23T10:40', left)).look.kind).toBe('unchanged');
  });

  test('is decided about anew when somebody typed, or the ledger came to know something', async () => {
    const book = readFileSync(desk.config.workbook);
    await desk.type('VC-2026-0001', 'place', 'Ruang rapat');
    expect((await pass('2026-11-23T10:02')).look.kind).toBe('seen');

    writeFileSync(desk.config.workbook, book);
    await open.ledger.remember('anything', 'new');
    expect((await pass('2026-11-23T10:02')).look.kind).toBe('seen');
  });

  test('gets back a document that somebody threw away', async () => {
    await pass('2026-11-23T10:03', undefined);
    const { quiet: again } = await pass('2026-11-23T10:03', undefined);
    const path = join(desk.config.documents, again?.documents?.[0]?.id ?? 'none');
    rmSync(path);

    expect((await pass('2026-11-23T10:04', again)).look.kind).toBe('seen');
    expect(readFileSync(path).length).toBeGreaterThan(0);
  });

  test('is decided about anew when time may change something, and when the clock went back', async () => {
    expect((await pass('2026-11-23T09:59')).look.kind).toBe('seen');
    expect((await runPass(open, { now: quiet.nextInstant, quiet })).look.kind).toBe('seen');
    expect(quiet.nextInstant.toString() <= '2026-11-23T03:01:00Z').toBe(true);
  });
});
