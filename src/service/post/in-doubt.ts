/** Mails of which nobody knows whether they arrived: those that a kill or a lost connection left behind. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../core/clock/spans.ts';
import type { OpenDispatch } from '../../ledger/dispatch-ledger.ts';
import type { WayOut } from '../../messages/way-out.ts';
import type { Seen } from '../pass/look.ts';
import { sent } from './hand-over.ts';
import {
  nothingPosted,
  type Post,
  type PostOptions,
  type PostParts,
  type PostReport,
} from './post-parts.ts';

/** How often the same bytes are handed over, and for how long: receivers know them again for a while only. */
const mostAttempts = 3;
const attemptsWithin = { hours: 24 };
const betweenAttempts = { minutes: 10 };

export const isToBeSettled = (
  { isAskedAgain, attempts, frozenAt, lastAttemptAt }: OpenDispatch,
  { inDoubt }: Pick<WayOut, 'inDoubt'>,
  now: Temporal.Instant,
): boolean => {
  switch (inDoubt) {
    case 'look':
      return true;
    case 'ask':
      return isAskedAgain;
    case 'same bytes':
      return (
        isAskedAgain ||
        (attempts < mostAttempts &&
          isBefore(now, frozenAt.add(attemptsWithin)) &&
          !isBefore(now, lastAttemptAt.add(betweenAttempts)))
      );
  }
};

export interface SettledDoubt {
  readonly report: PostReport;
  /** Messages that certainly were not handed over, and wait again. */
  readonly released: number;
  readonly stopped?: string;
}

export const settleOpen = async (
  { ledger }: PostParts,
  {
    post: { wayOut },
    seen,
    clock,
    mayGo,
  }: {
    readonly post: Post;
    readonly seen: Seen;
    readonly clock: PostOptions['clock'];
    /** Whether the hour is one at which these may leave. */
    readonly mayGo: (dispatch: OpenDispatch, now: Temporal.Instant) => boolean;
  },
): Promise<SettledDoubt> => {
  let report = nothingPosted;
  let released = 0;
  const holding = new Set(seen.messages.holding);
  for (const dispatch of await ledger.post.openDispatches()) {
    const now = clock();
    const count = dispatch.messages.length;
    if (!isToBeSettled(dispatch, wayOut, now)) continue;
    if (wayOut.had !== undefined) {
      if (await wayOut.had(dispatch.id)) {
        await ledger.post.answer(dispatch.id, { kind: 'sent' }, now);
        report = { ...report, sent: report.sent + count };
      } else {
        await ledger.post.answer(dispatch.id, { kind: 'paused', why: cutOff }, now);
        released += count;
      }
      continue;
    }
    if (!dispatch.messages.every((key) => holding.has(key))) {
      await ledger.post.answer(dispatch.id, { kind: 'lapsed', why: outdated }, now);
      continue;
    }
    if (!mayGo(dispatch, now)) continue;
    await ledger.post.attempt(dispatch.id, now);
    const outcome = await sent(wayOut, dispatch);
    if (outcome.kind === 'sent') {
      await ledger.post.answer(dispatch.id, { kind: 'sent' }, clock());
      report = { ...report, sent: report.sent + count };
      continue;
    }
    // The attempt before may have succeeded all the same.
    await ledger.post.answer(dispatch.id, { kind: 'open', why: outcome.why }, clock());
    report = { ...report, unsure: report.unsure + count };
    if (outcome.kind === 'paused')
      return { report, released, stopped: `No more mail can leave for now: ${outcome.why}.` };
  }
  return { report, released };
};

const cutOff = 'program terhenti sebelum menyerahkan';
const outdated = 'isinya tidak berlaku lagi, jadi tidak dikirim ulang';
