import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { toSerial } from '../../src/core/sheet/serial.ts';
import { deskWith, type RequestCells, seenIn, type TestDesk } from '../support/desk.ts';

const stamp = (day: number): number =>
  toSerial(Temporal.Instant.from(`2026-11-${day}T01:00:00Z`), 'Asia/Makassar');

const aRequestRow = (event: string, overrides: RequestCells = {}): RequestCells => ({
  submittedAt: stamp(16),
  email: `${event.split(' ').at(-1)?.toLowerCase()}@contoh.test`,
  requesterName: 'Contoh Pemohon',
  institution: 'Dinas Sosial',
  phone: '081200001111',
  event,
  startDay: '26/11/2026',
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Contoh',
  serviceKind: 'Link Host + Operator',
  platform: 'Zoom',
  participants: 50,
  recording: 'Tidak',
  streaming: 'Tidak',
  sensitivity: 'Biasa',
  equipment: 'Speaker (2)',
  ...overrides,
});

const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove();
});
const opened = (...rows: readonly RequestCells[]): TestDesk => {
  const desk = deskWith(rows);
  desks.push(desk);
  return desk;
};
const morning = '2026-11-17T02:00:00Z';
const noon = '2026-11-17T04:00:00Z';
const evening = '2026-11-17T10:00:00Z';

/** What is booked for a ticket. */
const bookedFor = async (desk: TestDesk, ticket: string) => {
  const row = (await desk.rows()).find((each) => each.ticket === ticket);
  return row && [row.state, row.officers, row.licence, row.reserved];
};
const ringkasan = (report: Awaited<ReturnType<TestDesk['pass']>>): string =>
  report.look.notices.join('\n');

describe('a row that was copied in the sheet', () => {
  test('leaves its original everything, and is asked about in its own Keterangan', async () => {
    const desk = opened(
      aRequestRow('Rapat Satu'),
      aRequestRow('Rapat Dua', { startDay: '27/11/2026' }),
    );
    await desk.pass(morning);
    const before = await desk.rows();
    await desk.rewrite(([first = {}, ...others]) => [first, ...others, first]);

    const report = await desk.pass(noon);

    const after = await desk.rows();
    expect(after.slice(0, 2)).toEqual(before);
    expect(after[2]?.remarks).toContain('Baris ini sama dengan VC-2026-0001');
    expect(ringkasan(report)).toContain('sama dengan VC-2026-0001');
    expect((await desk.pass(evening)).idle).toBe(true);

    await desk.rewrite((rows) => rows.slice(0, 2));
    await desk.pass(evening);
    expect(await desk.rows()).toEqual(before);
  });

  test('becomes a new request once its day was changed, and nothing copied counts as chosen', async () => {
    const desk = opened(aRequestRow('Rapat Satu'));
    await desk.pass(morning);
    await desk.type('VC-2026-0001', 'confirmed', '✓');
    await desk.type('VC-2026-0001', 'actualStart', '09.05');
    await desk.pass(morning);
    const booked = await bookedFor(desk, 'VC-2026-0001');
    await desk.rewrite(([first = {}]) => [{ ...first, startTime: '10.00' }, first]);

    await desk.pass(noon);

    const [copy, original] = await desk.rows();
    expect([copy?.ticket, original?.ticket]).toEqual(['VC-2026-0002', 'VC-2026-0001']);
    expect(await bookedFor(desk, 'VC-2026-0001')).toEqual(booked);
    expect(copy?.officers).not.toBe(original?.officers);
    expect(copy?.licence).not.toBe(original?.licence);
    expect(copy?.state).toBe('Diterima');
    expect(copy?.remarks).toContain(
      'Ikut tersalin dari baris lain dan belum berlaku untuk permohonan ini: Dikonfirmasi; Mulai Aktual',
    );
    expect(copy?.dueAt).toBeGreaterThan(Number(original?.dueAt));

    await desk.type('VC-2026-0002', 'confirmed', '');
    await desk.type('VC-2026-0002', 'actualStart', '');
    await desk.pass(evening);
    expect((await desk.rows())[0]?.remarks).not.toContain('Ikut tersalin');
    await desk.type('VC-2026-0002', 'confirmed', '✓');
    await desk.pass(evening);
    expect((await desk.rows()).map(({ state }) => state)).toEqual(['Terjadwal', 'Terjadwal']);
  });

  test('keeps what staff chose for the copy itself', async () => {
    const desk = opened(aRequestRow('Rapat Satu'));
    await desk.pass(morning);
    await desk.rewrite(([first = {}]) => [
      first,
      { ...first, startDay: '30/11/2026', officers: 'Yusuf Mohamad', state: 'Dibatalkan' },
    ]);

    await desk.pass(noon);
    await desk.pass(evening);

    const copy = (await desk.rows())[1];
    expect([copy?.ticket, copy?.officers, copy?.state]).toEqual([
      'VC-2026-0002',
      'Yusuf Mohamad',
      'Dibatalkan',
    ]);
  });

  test('takes the ticket along when it was moved by copying and deleting', async () => {
    const desk = opened(aRequestRow('Rapat Satu'), aRequestRow('Rapat Dua'));
    await desk.pass(morning);
    const [first, second] = await desk.rows();
    await desk.rewrite(([one = {}, two = {}]) => [one, two, one]);
    await desk.pass(noon);
    await desk.rewrite((rows) => rows.slice(1));

    await desk.pass(evening);

    expect(await desk.rows()).toEqual([second, first]);
  });
});

describe('a ledger that was brought back from an older copy', () => {
  test('leaves the numbers that stand in the sheet to their rows, and gives them to nobody else', async () => {
    const desk = opened(aRequestRow('Rapat Satu'));
    await desk.pass(morning);
    const ledger = desk.config.ledger;
    const copy = join(desk.dir, 'kemarin.db');
    copyFileSync(ledger, copy);
    await desk.rewrite((rows) => [...rows, aRequestRow('Rapat Tiga'), aRequestRow('Rapat Dua')]);
    await desk.pass(noon);
    const before = await desk.rows();
    copyFileSync(copy, ledger);
    await desk.rewrite(([one = {}, two = {}, three = {}]) => [
      aRequestRow('Rapat Empat', { submittedAt: stamp(15) }),
      three,
      one,
      two,
    ]);

    const report = await desk.pass(evening);

    const tickets = (await desk.rows()).map(({ event, ticket }) => [event, ticket]);
    expect(tickets).toEqual([
      ['Rapat Empat', 'VC-2026-0004'],
      ...[before[2], before[0], before[1]].map((row) => [row?.event, row?.ticket]),
    ]);
    expect(ringkasan(report)).toContain('diambil dari lembar');
    expect(ringkasan(report)).toContain('VC-2026-0002 dan VC-2026-0003');
    const later = await desk.pass('2026-11-20T02:00:00Z');
    expect(ringkasan(later)).toBe('');
    expect(seenIn(later).besides).toHaveLength(1);
    expect(seenIn(await desk.pass('2026-11-25T02:00:00Z')).besides).toEqual([]);
  });
});
