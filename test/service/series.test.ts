/** An event that comes again, over a real desk: offered, accepted, made once, whatever happens in between. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import type { Workbook } from '../../src/backends/backend.ts';
import { WorkbookBusyError } from '../../src/backends/local/saving/errors.ts';
import { plan } from '../../src/commands/plan.ts';
import { dayFromSerial, dayToSerial } from '../../src/core/sheet/serial.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import { runPass } from '../../src/service/pass.ts';
import { undoPass } from '../../src/service/undo/undo-pass.ts';
import { deskWith, type RequestCells, type TestDesk } from '../support/desk.ts';

let open: TestDesk | undefined;
afterEach(() => open?.remove());

const day = (text: string): number => dayToSerial(Temporal.PlainDate.from(text));

const weekly: RequestCells = {
  submittedAt: day('2026-11-17') + 10 / 24,
  email: 'rahmat@bappeda.test',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Evaluasi Mingguan',
  startDay: 'Setiap Senin sampai 14 Desember 2026',
  startTime: 9 / 24,
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  participants: 80,
};

const deskOf = (cells: RequestCells): TestDesk => {
  open = deskWith([cells]);
  return open;
};

const daysOf = async (desk: TestDesk): Promise<readonly string[]> =>
  (await desk.rows()).map(({ startDay }) =>
    typeof startDay === 'number' ? String(dayFromSerial(startDay)) : String(startDay),
  );

test('plan names each row that the pass would add', async () => {
  const desk = deskOf({ ...weekly, repeat: 'ya, kecuali 7 Desember' });
  const { text, data } = await plan({
    config: desk.config.file,
    now: Temporal.Instant.from('2026-11-17T12:00:00+08:00'),
    progress: () => undefined,
  });

  expect(text).toContain('A row to add to Permohonan: 2026-12-14, of VC-2026-0001');
  expect(data).toMatchObject({ rowsToAdd: [{ day: '2026-11-30' }, { day: '2026-12-14' }] });
});

/** A pass that ends as it adds rows. */
const failing = async (
  { config }: TestDesk,
  moment: string,
  append: (workbook: Workbook) => Workbook['append'],
): Promise<void> => {
  const now = Temporal.Instant.from(moment);
  const desk = await openDesk(config, { now, toWrite: true, progress: () => undefined });
  const workbook = { ...desk.workbook, append: append(desk.workbook) };
  await expect(runPass({ ...desk, workbook }, { now })).rejects.toThrow();
  await desk.close();
};

/** Its process ends before its rows are known to be there. */
const cutOff = (desk: TestDesk, moment: string): Promise<void> =>
  failing(desk, moment, ({ append }) => async (rowsFor) => {
    await append(rowsFor);
    throw new Error('cut off');
  });

/** What an undo of the last pass would come to. */
const undoOf = async ({ config }: TestDesk, moment: string) => {
  const now = Temporal.Instant.from(moment);
  const desk = await openDesk(config, { now, toWrite: false, progress: () => undefined });
  try {
    return await undoPass(desk, { now, dryRun: true });
  } finally {
    await desk.close();
  }
};

test('is offered with its days, made once they are accepted, and rests', async () => {
  const desk = deskOf(weekly);
  await desk.pass('2026-11-18T08:00:00+08:00');
  const [row, ...others] = await desk.rows();
  expect(others).toEqual([]);
  expect(row?.remarks).toContain(
    'Kegiatan berulang, 4 hari: Senin 23 November 2026 (baris ini); Senin 30 November 2026; Senin 7 Desember 2026; Senin 14 Desember 2026. Tulis "ya" di Ulangi untuk membuat satu baris bagi tiap hari lainnya, "ya, kecuali 14 Desember 2026" untuk melewati harinya, atau "tidak" bila tidak diulang.',
  );

  await desk.type('VC-2026-0001', 'repeat', 'ya');
  const { added } = await desk.pass('2026-11-18T09:00:00+08:00');
  expect(await undoOf(desk, '2026-11-18T09:01:00+08:00')).toMatchObject({
    leftRows: [{ day: '2026-11-30' }, { day: '2026-12-07' }, { day: '2026-12-14' }],
  });
  await desk.pass('2026-11-18T09:05:00+08:00');
  await desk.rewrite((rows) => rows.filter(({ ticket }) => ticket !== 'VC-2026-0003'));
  await desk.pass('2026-11-18T09:10:00+08:00');

  expect(added).toBe(3);
  expect(await daysOf(desk)).toEqual([weekly.startDay, '2026-11-30', '2026-12-14']);
  expect((await desk.rows()).map(({ state }) => state)).toEqual(Array(3).fill('Diterima'));
  expect((await desk.rows())[0]?.remarks).toContain(
    'Senin 7 Desember 2026 (barisnya tidak ada lagi); Senin 14 Desember 2026 (VC-2026-0004)',
  );
  await desk.pass('2026-11-18T09:15:00+08:00');
  expect((await desk.pass('2026-11-18T09:20:00+08:00')).idle).toBe(true);
});

test('is made once where the pass that made it was killed, and its rows were sorted', async () => {
  const desk = deskOf({ ...weekly, repeat: 'ya, kecuali 7 Des' });
  await cutOff(desk, '2026-11-18T08:00:00+08:00');
  await desk.rewrite((rows) => rows.toReversed());
  await desk.pass('2026-11-18T08:05:00+08:00');
  await desk.pass('2026-11-18T08:10:00+08:00');

  expect(await daysOf(desk)).toEqual(['2026-12-14', '2026-11-30', weekly.startDay]);
});

test('is made by the next pass, and nobody is asked, where somebody had the workbook open', async () => {
  const desk = deskOf({ ...weekly, repeat: 'ya, kecuali 7 Des' });
  await failing(desk, '2026-11-18T08:00:00+08:00', ({ read }) => async (rowsFor) => {
    rowsFor(await read());
    throw new WorkbookBusyError({ path: 'Buku Layanan.xlsx' });
  });
  await desk.pass('2026-11-18T08:05:00+08:00');

  expect(await daysOf(desk)).toEqual([weekly.startDay, '2026-11-30', '2026-12-14']);
});
