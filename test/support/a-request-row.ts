/** One ordinary request, as its cells. */
import { Temporal } from 'temporal-polyfill';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import type { RequestCells } from './desk.ts';

/** A day as its cell holds it. */
export const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

export const aRow = (overrides: RequestCells = {}): RequestCells => ({
  submittedAt: day('2026-11-16') + 9 / 24,
  email: 'pemohon@contoh.go.id',
  requesterName: 'Rahmat Pakaya',
  requesterPosition: 'Kepala Subbagian',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Koordinasi Perencanaan',
  startDay: day('2026-11-23'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  participants: 80,
  ...overrides,
});
