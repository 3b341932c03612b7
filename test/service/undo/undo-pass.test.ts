import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import { deskWith, type RequestCells, type TestDesk } from '../../support/desk.ts';
import { heldBy, undo } from './undo-desk.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const first = '2026-11-17T09:00:00+08:00';
const second = '2026-11-17T09:05:00+08:00';

const aRow = (overrides: RequestCells = {}): RequestCells => ({
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

describe('an undo', () => {
  let desk: TestDesk | undefined;
  const open = (made: TestDesk): TestDesk => {
    desk = made;
    return made;
  };
  afterEach(() => desk?.remove());

  test('takes the first pass back, and the same pass gives the same numbers and writes the same', async () => {
    const made = open(
      deskWith([aRow(), aRow({ email: 'lain@contoh.go.id', event: 'Sosialisasi' })]),
    );
    const before = await made.rows();
    await made.pass(first);
    const after = await heldBy(made);

    const report = await undo(made, second);

    expect(report.leftCells).toEqual([]);
    expect(report.leftDocuments).toEqual([]);
    expect(report.given).toEqual(['VC-2026-0001', 'VC-2026-0002']);
    expect(await made.rows()).toEqual(before);
    await made.pass(first);
    expect(await heldBy(made)).toEqual(after);
  });
});
