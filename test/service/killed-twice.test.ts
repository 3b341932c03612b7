import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import { runPass } from '../../src/service/pass.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

/** A pass whose process ends when it is about to confirm: what it found, or what it has written. */
const cutOff = async (
  { config }: TestDesk,
  moment: string,
  when: 'before the write' | 'after the write',
): Promise<void> => {
  const now = Temporal.Instant.from(moment);
  const desk = await openDesk(config, { now, toWrite: true, progress: () => undefined });
  let isDue = when === 'before the write';
  const workbook: typeof desk.workbook = {
    ...desk.workbook,
    write: async (...edits) => {
      const outcomes = await desk.workbook.write(...edits);
      isDue = true;
      return outcomes;
    },
  };
  const ledger: Ledger = {
    ...desk.ledger,
    confirm: (cells) => (isDue ? Promise.reject(new Error('cut off')) : desk.ledger.confirm(cells)),
  };
  await expect(runPass({ ...desk, ledger, workbook }, { now })).rejects.toThrow('cut off');
  await desk.close();
};

test('a state that two passes in a row could not confirm is still ours, and goes on', async () => {
  const desk = deskWith([
    {
      submittedAt: day('2026-11-16') + 9 / 24,
      email: 'pemohon@contoh.go.id',
      requesterName: 'Rahmat Pakaya',
      institution: 'Bappeda',
      phone: '081200000001',
      event: 'Rapat',
      startDay: day('2026-11-23'),
      startTime: '09.00',
      endTime: '11.00',
      place: 'Aula',
      serviceKind: 'Operator saja',
    },
  ]);
  await cutOff(desk, '2026-11-17T08:00:00+08:00', 'after the write');
  await desk.type('VC-2026-0001', 'confirmed', day('2026-11-17') + 8.02 / 24);
  await cutOff(desk, '2026-11-17T08:05:00+08:00', 'before the write');

  await desk.pass('2026-11-17T08:10:00+08:00');

  const [row] = await desk.rows();
  desk.remove();
  expect(row?.state).toBe('Terjadwal');
});
