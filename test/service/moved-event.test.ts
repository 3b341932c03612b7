/** An event that goes on as another request, over a real desk: its people, its letters and a second pass. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { deskWith, type RequestCells, type TestDesk } from '../support/desk.ts';

let open: TestDesk | undefined;
afterEach(() => open?.remove());

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const filed: RequestCells = {
  submittedAt: day('2026-11-16') + 10 / 24,
  email: 'rahmat@bappeda.test',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Koordinasi Perencanaan',
  startDay: day('2026-11-23'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  participants: 80,
  network: 'siap',
  confirmed: day('2026-11-16') + 14 / 24,
};

test('voids the letter of the old day, makes one with the same officers, and then rests', async () => {
  const desk = deskWith([filed]);
  open = desk;
  await desk.pass('2026-11-16T15:00:00+08:00');
  const [before] = await desk.rows();
  await desk.rewrite((rows) => [
    ...rows,
    {
      ...filed,
      submittedAt: day('2026-11-17') + 8 / 24,
      startDay: day('2026-11-25'),
      confirmed: day('2026-11-17') + 9 / 24,
      reason: 'geser',
    },
  ]);

  await desk.pass('2026-11-17T10:00:00+08:00');

  const [was, is] = await desk.rows();
  expect([was?.state, is?.state]).toEqual(['Dijadwalkan Ulang', 'Terjadwal']);
  expect([is?.officers, is?.licence]).toEqual([before?.officers, before?.licence]);
  const letters = readdirSync(join(desk.dir, 'Dokumen'), { recursive: true }).map(String);
  expect(letters.filter((name) => name.endsWith('(Draf).docx')).toSorted()).toEqual(
    ['VC-2026-0001 TIDAK BERLAKU -', 'VC-2026-0002'].map((name) =>
      join(
        'Surat Tugas/2026/11 November',
        `${name} Surat Tugas - Rapat Koordinasi Perencanaan (Draf).docx`,
      ),
    ),
  );
  expect((await desk.pass('2026-11-17T10:05:00+08:00')).idle).toBe(true);
});
