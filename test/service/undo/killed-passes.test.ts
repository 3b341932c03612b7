/** A pass whose process ends anywhere: nobody passes over it in silence, and it is taken back like any other. */
import { cpSync, rmSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrozenMail } from '../../../src/ledger/dispatch-ledger.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { runPass } from '../../../src/service/pass.ts';
import { type Death, Killed, Life } from '../../backends/google/pass/doomed.ts';
import { aRow, day } from '../../support/a-request-row.ts';
import { deskWith, type TestDesk } from '../../support/desk.ts';
import { todays } from '../../support/long-runs.ts';
import { mortalLedger } from '../../support/mortal-ledger.ts';
import { heldBy, opened, undo } from './undo-desk.ts';

const first = '2026-11-17T09:00:00+08:00';
const killed = '2026-11-17T09:05:00+08:00';
const next = '2026-11-17T09:10:00+08:00';
const later = '2026-11-17T09:20:00+08:00';

let desk: TestDesk;
let asItWas: string;
beforeAll(async () => {
  desk = await aBusyDesk();
  asItWas = `${desk.dir} sebelumnya`;
  copy(desk.dir, asItWas);
});
afterAll(() => {
  desk.remove();
  rmSync(asItWas, { recursive: true, force: true });
});

/** Handed over, and nobody knows whether it arrived. */
const aMail = (messages: readonly string[]): FrozenMail => ({
  id: 'surat-1',
  envelope: { from: 'layanan@contoh.go.id', to: ['pemohon@contoh.go.id'] },
  raw: Buffer.from('Subject: tes\r\n\r\n'),
  messages,
});

const copy = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
};

/** One request has its letter and is moved to another hour, another was confirmed, a third came. */
const aBusyDesk = async (): Promise<TestDesk> => {
  const made = deskWith([
    aRow(),
    aRow({ email: 'lain@contoh.go.id', event: 'Sosialisasi', startDay: day('2026-11-24') }),
  ]);
  await made.pass(first);
  const confirmed = day('2026-11-17') + 9.02 / 24;
  await made.type('VC-2026-0001', 'confirmed', confirmed);
  await made.pass('2026-11-17T09:02:00+08:00');
  await made.type('VC-2026-0002', 'confirmed', confirmed);
  await made.type('VC-2026-0001', 'startTime', '13.30');
  await made.type('VC-2026-0001', 'endTime', '15.00');
  await made.rewrite((rows) => [...rows, aRow({ email: 'baru@contoh.go.id', event: 'Bimtek' })]);
  return made;
};

/** What the pass did, up to its death. */
const passOf = async (
  { config }: Pick<TestDesk, 'config'>,
  moment: string,
  death?: Death,
): Promise<readonly string[]> => {
  const now = Temporal.Instant.from(moment);
  const life = new Life(death);
  const open = await openDesk(config, { now });
  const { workbook, documents } = open;
  try {
    await life.live(
      runPass(
        {
          ...open,
          ledger: mortalLedger(open.ledger, { now: life }),
          workbook: {
            ...workbook,
            write: (...given) => life.does('write', () => workbook.write(...given)),
          },
          documents: {
            ...documents,
            save: (given) => life.does('save', () => documents.save(given)),
          },
        },
        { now },
      ),
    );
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    await open.close();
  }
  return life.done;
};

test('wherever a pass is killed, an undo takes all of it back, and the same pass then does it', async () => {
  const before = await heldBy(desk);
  const effects = await passOf(desk, killed);
  const whole = await heldBy(desk);
  expect(effects.filter((effect) => effect === 'save').length).toBeGreaterThan(1);
  const deaths = effects.flatMap((_, index): readonly Death[] =>
    (['before', 'after'] as const).map((when) => ({ effect: index + 1, when })),
  );
  for (const death of todays(todays(todays(deaths)))) {
    copy(asItWas, desk.dir);
    await passOf(desk, killed, death);
    const where = `killed ${death.when} ${death.effect}: ${effects[death.effect - 1]}`;
    const kept = await opened(desk, next, false, ({ ledger }) => ledger.undo.passes());
    if (!kept.some(({ pass }) => pass === Temporal.Instant.from(killed).toString())) {
      const { cells, documents } = await heldBy(desk);
      expect([where, cells, documents]).toEqual([where, before.cells, before.documents]);
      continue;
    }

    const report = await undo(desk, next);

    expect([where, report.leftCells, report.leftDocuments]).toEqual([where, [], []]);
    const back = await heldBy(desk);
    expect([where, back.cells]).toEqual([where, before.cells]);
    expect([where, back.documents]).toEqual([where, before.documents]);
    await desk.pass(killed);
    expect([where, await heldBy(desk)]).toEqual([where, whole]);
  }
}, 600_000);

test('an undo that is asked for later names a pass that was killed before, and takes it back by its name', async () => {
  copy(asItWas, desk.dir);
  const before = await heldBy(desk);
  const effects = await passOf(desk, killed);
  copy(asItWas, desk.dir);
  await passOf(desk, killed, { effect: effects.indexOf('write') + 1, when: 'after' });
  await desk.pass(next);

  const ends = await opened(desk, next, false, ({ ledger }) => ledger.history({ kind: 'pass' }));
  const name = Temporal.Instant.from(killed).toString();
  const [line] = ends.filter(({ pass }) => pass === name);
  expect(line?.because).toMatch(/^cut off on its way: at most [1-9]/);
  await undo(desk, later, { pass: next }).catch(() => undefined);
  const report = await undo(desk, '2026-11-17T09:21:00+08:00', { pass: killed });
  expect([report.leftCells, report.leftDocuments]).toEqual([[], []]);
  const back = await heldBy(desk);
  expect([back.cells, back.documents]).toEqual([before.cells, before.documents]);
});

test('of a pass that was killed before it promised anything, no message counts: neither what waits nor what was said', async () => {
  copy(asItWas, desk.dir);
  const effects = await passOf(desk, killed);
  copy(asItWas, desk.dir);
  await passOf(desk, killed, { effect: effects.indexOf('ledger: begin') + 1, when: 'after' });
  await desk.pass(next);
  const promised = await opened(desk, next, true, async ({ ledger }) => {
    const waiting = await ledger.post.waitingAt(Temporal.Instant.from('2026-11-18T09:00:00+08:00'));
    const ofNext = waiting
      .filter(({ promisedAt }) => promisedAt.equals(next))
      .map(({ key }) => key);
    await ledger.post.freeze(aMail(ofNext.slice(0, 1)), Temporal.Instant.from(next));
    return ofNext;
  });

  const report = await undo(desk, later, { pass: killed, dryRun: true });
  const ofNext = await undo(desk, later, { pass: next, dryRun: true });

  expect(report.of.messages).toEqual(expect.arrayContaining(promised.slice(0, 1)));
  expect([report.withdrawn, report.said]).toEqual([[], []]);
  expect(ofNext.said.map(({ key }) => key)).toEqual(promised.slice(0, 1));
});

test('a row that was copied, and its number emptied, is known as a copy wherever the pass over it is killed', async () => {
  const made = deskWith([aRow()]);
  const before = `${made.dir} sebelumnya`;
  try {
    await made.pass(first);
    await made.type('VC-2026-0001', 'confirmed', day('2026-11-17') + 9.02 / 24);
    await made.pass('2026-11-17T09:02:00+08:00');
    const moved = { ticket: '', startDay: day('2026-11-26') };
    await made.rewrite(([one = {}]) => [one, { ...one, ...moved }]);
    copy(made.dir, before);
    const effects = await passOf(made, killed);
    const whole = await made.rows();
    expect(whole.map(({ state }) => state)).toEqual(['Terjadwal', 'Diterima']);
    for (const effect of ['ledger: commit', 'ledger: confirm']) {
      copy(before, made.dir);
      await passOf(made, killed, { effect: effects.indexOf(effect) + 1, when: 'after' });
      await made.pass(killed);
      expect([effect, await made.rows()]).toEqual([effect, whole]);
    }
  } finally {
    made.remove();
    rmSync(before, { recursive: true, force: true });
  }
});

test('a signature that a killed pass found typed, and had not noted yet, is none that was given since', async () => {
  const made = deskWith([aRow({ submittedAt: day('2026-11-12'), startDay: day('2026-11-16') })]);
  const before = `${made.dir} sebelumnya`;
  try {
    await made.pass(first);
    await made.type('VC-2026-0001', 'confirmed', day('2026-11-13'));
    await made.type('VC-2026-0001', 'approvedBy', 'Sah');
    copy(made.dir, before);
    const effects = await passOf(made, killed);
    expect(Object.keys((await heldBy(made)).documents).join()).toContain('Laporan');
    for (const effect of ['ledger: begin', 'ledger: commit', 'save']) {
      copy(before, made.dir);
      await passOf(made, killed, { effect: effects.indexOf(effect) + 1, when: 'after' });

      const report = await undo(made, next);

      expect([effect, report.leftDocuments]).toEqual([effect, []]);
    }
  } finally {
    made.remove();
    rmSync(before, { recursive: true, force: true });
  }
});
