import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aRow } from '../support/a-request-row.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';

/** Each of these goes on where the one before it stopped. */
describe('the calendar files of the officers', () => {
  let desk: TestDesk;
  const folder = () => join(desk.dir, 'Dokumen', 'Kalender');
  const path = (name = 'Kalender Rahmat Hulopi.ics') => join(folder(), name);
  const text = (name?: string) => readFileSync(path(name), 'utf8');
  beforeAll(() => {
    desk = deskWith([aRow({ event: 'Rapat Perencanaan', officers: 'Rahmat Hulopi' })]);
  });
  afterAll(() => desk.remove());

  test('are there after a pass, and left alone by the next', async () => {
    await desk.pass('2026-11-17T08:00:00+08:00');
    const { mtimeMs } = statSync(path());
    await desk.pass('2026-11-18T08:00:00+08:00');

    const events = new ICAL.Component(ICAL.parse(text())).getAllSubcomponents('vevent');
    expect(events.map((event) => event.getFirstPropertyValue('location'))).toEqual([
      'Aula Bappeda',
    ]);
    expect(statSync(path()).mtimeMs).toBe(mtimeMs);
    for (const line of text().split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('tell that the event was called off', async () => {
    await desk.type('VC-2026-0001', 'state', 'Dibatalkan');
    await desk.type('VC-2026-0001', 'reason', 'ditunda');
    await desk.pass('2026-11-18T09:00:00+08:00');

    expect(text()).toMatch(/SEQUENCE:1\r\n.*STATUS:CANCELLED/s);
  });

  test('that somebody edited stay, and another lies beside', async () => {
    const edited = text().replace('Aula Bappeda', 'Aula lain');
    writeFileSync(path(), edited);
    await desk.type('VC-2026-0001', 'state', '');
    await desk.pass('2026-11-18T10:00:00+08:00');

    expect(text()).toBe(edited);
    expect(readdirSync(folder()).sort()).toEqual([
      'Kalender Rahmat Hulopi (pembaruan 2).ics',
      'Kalender Rahmat Hulopi.ics',
    ]);
    expect(text('Kalender Rahmat Hulopi (pembaruan 2).ics')).toContain('STATUS:CONFIRMED');
  });
});
