import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { WorkbookBusyError } from '../../../src/backends/local/saving/errors.ts';
import { aRow, day } from '../../support/a-request-row.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';
import { heldBy, opened, undo } from './undo-desk.ts';

const first = '2026-11-17T09:00:00+08:00';
const second = '2026-11-17T09:05:00+08:00';

const later = '2026-11-17T09:10:00+08:00';

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

  test.each(['VC-2026-0001', ''])(
    'of a row that was copied, with "%s" for a number, leaves it known as a copy, and the same pass does the same with it',
    async (ticket) => {
      const made = open(deskWith([aRow()]));
      await made.pass(first);
      await made.type('VC-2026-0001', 'confirmed', day('2026-11-17') + 9.05 / 24);
      await made.pass(second);
      await made.rewrite(([one = {}]) => [one, { ...one, ticket, startDay: day('2026-11-26') }]);
      await made.pass(later);
      const after = await heldBy(made);
      const [original, copy] = await made.rows();
      expect([copy?.ticket, copy?.state]).toEqual(['VC-2026-0002', 'Diterima']);
      expect(copy?.dueAt).toBeGreaterThan(Number(original?.dueAt));

      await undo(made, '2026-11-17T09:15:00+08:00');
      expect((await made.rows())[1]?.ticket).toBe(ticket);
      await made.pass(later);

      expect(await heldBy(made)).toEqual(after);
    },
  );

  test('leaves Pesan to the next pass, and calls none of its rows left', async () => {
    const made = open(deskWith([aRow()]));
    await made.pass(first);
    await made.type('VC-2026-0001', 'state', 'Dibatalkan');
    await made.pass(second);

    const report = await undo(made, later);

    expect(report.withdrawn).toContain('cancellation/VC-2026-0001/requester/1');
    expect(report.remarks).toEqual({ back: 0, left: 0 });
  });

  test('leaves and names what a person changed since, and takes the rest of the row back', async () => {
    const made = open(deskWith([aRow()]));
    await made.pass(first);
    await made.type('VC-2026-0001', 'officers', 'Siti Aminah Lasena');

    const report = await undo(made, second);

    expect(
      report.leftCells.map(({ cell: { ticket, field }, why }) => [ticket, field, why]),
    ).toEqual([['VC-2026-0001', 'officers', 'changed since']]);
    const [row] = await made.rows();
    expect([row?.ticket, row?.state, row?.officers]).toEqual(['', '', 'Siti Aminah Lasena']);
    await made.pass(later);
    const [again] = await made.rows();
    expect([again?.ticket, again?.officers]).toEqual(['VC-2026-0001', 'Siti Aminah Lasena']);
  });

  test('is not done twice, and an earlier pass goes back when it is named', async () => {
    const made = open(deskWith([aRow()]));
    await made.pass(first);
    await made.type('VC-2026-0001', 'startTime', '13.30');
    await made.pass(second);
    await undo(made, later);

    await expect(undo(made, later)).rejects.toThrow(/was taken back already/);

    const report = await undo(made, later, { pass: first });
    expect(report.leftCells).toEqual([]);
    expect((await made.rows())[0]?.ticket).toBe('');
    await expect(undo(made, later, { pass: 'kemarin' })).rejects.toMatchObject({
      code: 'wrong-usage',
      what: 'There was no pass "kemarin".',
    });
  });

  test('of an older pass leaves whatever a later one wrote to', async () => {
    const made = open(
      deskWith([
        aRow(),
        aRow({ email: 'lain@contoh.go.id', event: 'Sosialisasi', startDay: day('2026-12-02') }),
      ]),
    );
    await made.pass(first);
    await made.type('VC-2026-0001', 'startTime', '13.30');
    await made.pass(second);

    const report = await undo(made, later, { pass: first });

    const left = report.leftCells.map(({ cell: { ticket }, why }) => `${ticket} ${why}`);
    expect(left).toContain('VC-2026-0001 later pass');
    expect(report.cells.map(({ ticket }) => ticket)).not.toContain('VC-2026-0001');
    expect((await made.rows())[0]?.ticket).toBe('VC-2026-0001');
  });

  test('takes the documents back of a pass that found the workbook open, and such a pass is in the history once', async () => {
    const made = open(deskWith([aRow()]));
    await made.pass(first);
    await made.type('VC-2026-0001', 'confirmed', day('2026-11-17') + 9.05 / 24);
    const before = (await heldBy(made)).documents;
    const lock = join(made.dir, '~$Buku Layanan.xlsx');
    writeFileSync(lock, 'Sri');
    await expect(made.pass(second)).rejects.toThrow(WorkbookBusyError);
    await expect(made.pass('2026-11-17T09:06:00+08:00')).rejects.toThrow(WorkbookBusyError);
    rmSync(lock);
    const { documents } = await heldBy(made);
    expect(Object.keys(documents).length).toBeGreaterThan(Object.keys(before).length);

    const ends = await opened(made, later, false, ({ ledger }) => ledger.history({ kind: 'pass' }));
    expect(ends.slice(1).map(({ because }) => because)).toEqual([
      expect.stringMatching(/^cut off while it wrote cells: [1-9]\d* documents? saved$/),
    ]);
    const report = await undo(made, later);

    expect(report.of.pass).toBe(Temporal.Instant.from(second).toString());
    expect([report.cells, report.leftCells, report.leftDocuments]).toEqual([[], [], []]);
    expect((await heldBy(made)).documents).toEqual(before);
    await made.pass(later);
    expect(Object.keys((await heldBy(made)).documents)).toEqual(Object.keys(documents));
  });

  test('looked at first changes nothing', async () => {
    const made = open(deskWith([aRow()]));
    await made.pass(first);
    const before = await heldBy(made);

    const report = await undo(made, second, { dryRun: true });

    expect(report.cells.length).toBeGreaterThan(5);
    expect(await heldBy(made)).toEqual(before);
    expect((await undo(made, second)).cells).toEqual(report.cells);
  });

  test('leaves a document that somebody edited, with its link, and keeps one that it takes away', async () => {
    const made = open(
      deskWith([aRow(), aRow({ email: 'lain@contoh.go.id', event: 'Sosialisasi' })]),
    );
    await made.pass(first);
    const confirmed = day('2026-11-17') + 9.05 / 24;
    for (const ticket of ['VC-2026-0001', 'VC-2026-0002'])
      await made.type(ticket, 'confirmed', confirmed);
    await made.pass(second);
    const letters = Object.keys((await heldBy(made)).documents).filter((path) =>
      path.includes('VC-2026-'),
    );
    const [edited = '', other = ''] = ['VC-2026-0001', 'VC-2026-0002'].map((ticket) =>
      letters.find((path) => path.includes(ticket)),
    );
    const path = join(made.config.documents, edited);
    const words = Buffer.concat([readFileSync(path), Buffer.from('disunting')]);
    writeFileSync(path, words);

    const report = await undo(made, later);

    expect(report.leftDocuments.map(({ why }) => why)).toEqual(['it was edited since']);
    expect(report.leftCells.map(({ cell: { ticket }, why }) => [ticket, why])).toEqual([
      ['VC-2026-0001', 'its document stays'],
    ]);
    expect(readFileSync(path)).toEqual(words);
    expect(existsSync(join(made.config.documents, other))).toBe(false);
    expect(report.takenTo.map((taken) => basename(taken))).toContain(basename(other));
    for (const taken of report.takenTo) expect(existsSync(taken)).toBe(true);
  });
});
