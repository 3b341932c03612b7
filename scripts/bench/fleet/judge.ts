/** What came of a trial, by what the stand-in saw alone. */
import type { Typed } from './people.ts';
import type { Visit } from './standing-office.ts';

export interface Verdict {
  readonly changes: number;
  /** Never answered. */
  readonly unserved: number;
  /** Answered by more than one write. */
  readonly doubled: number;
  /** Writes of somebody who had lost the desk, after the next one had begun there. */
  readonly overlaps: number;
  /** The same for reads: harmless. */
  readonly lateReads: number;
  /** From a typed change to the written answer, in seconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** Between two looks at one desk. */
  readonly longestGap: number;
}

export const judge = (
  typed: readonly Typed[],
  visits: readonly Visit[],
  { from, until }: { readonly from: number; readonly until: number },
): Verdict => {
  const answers = new Map<string, number[]>();
  const newest = new Map<number, number>();
  const lastLook = new Map<number, number>();
  let overlaps = 0;
  let lateReads = 0;
  let longestGap = 0;
  for (const { desk, epoch, at, kind, status, answers: given } of visits) {
    const isLate = epoch < (newest.get(desk) ?? 0);
    const isOfPhase = at >= from && at < until;
    if (isLate && isOfPhase && status === 200) {
      if (kind === 'write') overlaps += 1;
      else lateReads += 1;
    }
    newest.set(desk, Math.max(epoch, newest.get(desk) ?? 0));
    for (const change of given) answers.set(change, [...(answers.get(change) ?? []), at]);
    if (kind !== 'read' || status !== 200) continue;
    if (isOfPhase) longestGap = Math.max(longestGap, at - (lastLook.get(desk) ?? at));
    lastLook.set(desk, at);
  }
  const ofPhase = typed.filter(({ at }) => at >= from && at < until);
  const waits = ofPhase
    .flatMap(({ change, at }) => {
      const first = answers.get(change)?.[0];
      return first === undefined ? [] : [(first - at) / 1000];
    })
    .sort((a, b) => a - b);
  const share = (part: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;
  return {
    changes: ofPhase.length,
    unserved: ofPhase.length - waits.length,
    doubled: ofPhase.filter(({ change }) => (answers.get(change)?.length ?? 0) > 1).length,
    overlaps,
    lateReads,
    p50: rounded(share(0.5)),
    p95: rounded(share(0.95)),
    p99: rounded(share(0.99)),
    longest: rounded(share(1)),
    longestGap: rounded(longestGap / 1000),
  };
};

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
