/** A life in which each pass is taken back and made again: what stands afterwards is what stood before, to the byte. */

import { deepStrictEqual } from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { NothingToUndoError, UnknownPassError } from '../../../src/service/undo/errors.ts';
import type { UndoReport } from '../../../src/service/undo/undo-report.ts';
import type { Step } from './deeds.ts';
import { comparable, type Held, remembered, withdrawnIn } from './held.ts';
import type { Ended, UndoHome } from './undo-home.ts';

export interface Lived {
  readonly passes: number;
  readonly undone: number;
  readonly killed: number;
}

interface LivedPass {
  readonly at: string;
  readonly before: Held;
  readonly after: Held;
  readonly ended: Ended;
}

const begin = Temporal.Instant.from('2026-11-17T01:00:00Z');

export const live = async (home: UndoHome, steps: readonly Step[]): Promise<Lived> => {
  let at = begin;
  const lived = { passes: 0, undone: 0, killed: 0 };
  /** Nothing was done by people between them. */
  let latest: LivedPass | undefined;
  for (const step of [{ hours: 0, deeds: [], back: 1 } satisfies Step, ...steps]) {
    at = at.add({ hours: step.hours });
    const before = latest;
    for (const deed of step.deeds) await home.do(deed, at.toString());
    latest = await passed(home, at.toString(), step);
    lived.passes += 1;
    if (latest.ended === 'killed') lived.killed += 1;
    if (latest.ended === 'idle' || latest.ended === 'refused') continue;
    const taken = await takenBack(home, latest);
    if (taken === 'nothing') continue;
    lived.undone += 1;
    // The earlier pass can be taken back too where nobody did anything since: its steps are those of a desk at rest.
    const isBothBack =
      step.back === 2 &&
      before?.ended === 'done' &&
      step.deeds.every(({ kind }) => kind === 'sleep') &&
      (await takenBack(home, before, latest.at)) !== 'nothing';
    if (isBothBack) lived.undone += 1;
    await home.pass(latest.at);
    const again = await home.held();
    if (latest.ended === 'killed' || isBothBack)
      latest = { ...latest, after: again, ended: 'done' };
    else same(home, again, latest.after, `made again: the pass ${latest.at} of ${home.what}`);
  }
  return lived;
};

const passed = async (
  home: UndoHome,
  at: string,
  { death }: Pick<Step, 'death'>,
): Promise<LivedPass> => {
  const before = await home.held();
  const ended = await home.pass(at, death);
  return { at, before, after: await home.held(), ended };
};

type TakenBack = 'nothing' | 'whole';

const takenBack = async (
  home: UndoHome,
  { at, before, after }: LivedPass,
  latest = at,
): Promise<TakenBack> => {
  const later = Temporal.Instant.from(latest).add({ minutes: 1 }).toString();
  const where = `taken back: the pass ${at} of ${home.what}`;
  let isClear = true;
  let hasRemarks = false;
  try {
    const pass = Temporal.Instant.from(at).toString();
    const due = await home.undo(later, { pass, dryRun: true });
    const report = await home.undo(later, { pass });
    equal(home, [where, foreseen(due)], [where, foreseen(report)]);
    equal(home, [where, report.leftCells, report.leftDocuments], [where, [], []]);
    isClear = report.remarks.left === 0;
    hasRemarks = (report.of.remarks ?? []).length > 0;
  } catch (error) {
    if (!(error instanceof NothingToUndoError || error instanceof UnknownPassError)) throw error;
    // Nothing of requests and documents was written.
    equal(home, [where, after.cells, after.documents], [where, before.cells, before.documents]);
    return 'nothing';
  }
  const back = await home.held();
  equal(home, [where, back.documents], [where, before.documents]);
  // Of copies that are filled alike nobody can tell which was written to: they are told of, and left.
  if (isClear) equal(home, [where, back.cells.rows], [where, before.cells.rows]);
  // Nor is it known where a cell of such a row led.
  if (!hasRemarks) equal(home, [where, back.cells.links], [where, before.cells.links]);
  const those = {
    tickets: new Set(before.ledger.state.tickets.keys()),
    withdrawn: withdrawnIn(after.ledger),
  };
  equal(home, [where, comparable(back.ledger, those)], [where, comparable(before.ledger, those)]);
  return 'whole';
};

/** What a dry run tells beforehand: all but where files were taken to. */
const foreseen = ({ of, takenTo: _, ...rest }: UndoReport): unknown => [of.pass, rest];

const same = (home: UndoHome, now: Held, then: Held, where: string): void => {
  equal(home, [where, now.cells], [where, then.cells]);
  equal(home, [where, documentsIn(home, now)], [where, documentsIn(home, then)]);
  equal(home, [where, comparable(now.ledger)], [where, comparable(then.ledger)]);
  equal(home, [where, remembered(now.ledger)], [where, remembered(then.ledger)]);
};

/** Where the clock goes on by itself, papers that tell their minute differ in it. */
const documentsIn = ({ isToTheMinute }: UndoHome, { documents }: Held): unknown =>
  isToTheMinute ? documents : Object.keys(documents);

/** As JSON: instants have nothing of their own that a comparison would see. */
const equal = (home: UndoHome, one: unknown, other: unknown): void =>
  deepStrictEqual(plain(home, one), plain(home, other));

const plain = ({ asNamed = (text) => text }: UndoHome, value: unknown): unknown =>
  JSON.parse(asNamed(JSON.stringify(value, (_, each) => (each instanceof Map ? [...each] : each))));
