/** One mail: frozen, handed over, answered. */
import type { MessageView } from '../../core/cases/messages.ts';
import type { ChosenMail } from '../../core/messages/sending/choose-mail.ts';
import { mostTries } from '../../core/messages/sending/choose-mail.ts';
import { maySendAt, type SendingCalendar } from '../../core/messages/sending/sending-hours.ts';
import type { DispatchAnswer } from '../../ledger/dispatch-ledger.ts';
import { LedgerConflictError } from '../../ledger/errors.ts';
import type { Dispatch, SendOutcome, WayOut } from '../../messages/way-out.ts';
import {
  type MailGround,
  nothingPosted,
  type Post,
  type PostOptions,
  type PostParts,
  type PostReport,
} from './post-parts.ts';
import { writeMail } from './write-mail.ts';

export const handOver = async (
  { ledger }: PostParts,
  mail: ChosenMail,
  {
    post,
    seen,
    mark,
    calendar,
    clock,
  }: {
    readonly post: Post;
    readonly seen: MailGround;
    readonly mark: string;
    readonly calendar: SendingCalendar;
    readonly clock: PostOptions['clock'];
  },
): Promise<PostReport> => {
  const now = clock();
  const keys = mail.messages.map(({ key }) => key);
  const count = keys.length;
  // The mails before it may have taken until noon.
  if (!maySendAt(now, mail.urgency, calendar)) return { ...nothingPosted, held: count };
  const { team } = seen.situation.desk.settings;
  const { id, composed } = await writeMail(mail, { texts: seen.texts, post, team, mark, now });
  if (composed.kind === 'asked') {
    await ledger.post.giveUp(
      keys,
      { why: 'alamat surelnya tidak terbaca', isPermanent: false },
      now,
    );
    return { ...nothingPosted, failed: count };
  }
  const dispatch = { id, raw: composed.raw, envelope: composed.envelope };
  try {
    const printed = printedOtherwise(mail, seen);
    await ledger.post.freeze({ ...dispatch, messages: keys, printed }, now);
  } catch (error) {
    // A pass beside us withdrew one of them; the next look sees that.
    if (error instanceof LedgerConflictError) return { ...nothingPosted, held: count };
    throw error;
  }
  const outcome = await sent(post.wayOut, dispatch);
  const tries = Math.max(...mail.messages.map(({ tries: each = 0 }) => each));
  await ledger.post.answer(id, answerTo(outcome, tries), clock());
  return counted(outcome, count);
};

/** What people read counts from now on, not what was promised before. */
const printedOtherwise = (
  { messages }: ChosenMail,
  { ledgerState }: Pick<MailGround, 'ledgerState'>,
): ReadonlyMap<string, MessageView> => {
  const promised = new Map(
    messages.flatMap(({ thread }) =>
      (ledgerState.messages.get(thread) ?? []).map(({ key, view }) => [key, JSON.stringify(view)]),
    ),
  );
  return new Map(
    messages.flatMap(({ key, view }) =>
      promised.get(key) === JSON.stringify(view) ? [] : [[key, view]],
    ),
  );
};

/** A way out that fails where it should answer leaves everything open. */
export const sent = async (wayOut: WayOut, dispatch: Dispatch): Promise<SendOutcome> => {
  try {
    return await wayOut.send(dispatch);
  } catch {
    return { kind: 'unknown', why: 'kesalahan program saat menyerahkan' };
  }
};

const answerTo = (outcome: SendOutcome, tries: number): DispatchAnswer => {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'unknown':
      return { kind: 'open', why: outcome.why };
    case 'paused':
      return { kind: 'paused', why: outcome.why };
    case 'refused': {
      const isPermanent = outcome.what === 'address';
      return isPermanent || tries + 1 >= mostTries
        ? { kind: 'refused', why: outcome.why, isPermanent }
        : { kind: 'postponed', why: outcome.why };
    }
  }
};

const counted = (outcome: SendOutcome, count: number): PostReport => {
  switch (outcome.kind) {
    case 'sent':
      return { ...nothingPosted, sent: count };
    case 'unknown':
      return { ...nothingPosted, unsure: count };
    case 'refused':
      return outcome.what === 'address'
        ? { ...nothingPosted, failed: count }
        : { ...nothingPosted, postponed: count };
    case 'paused':
      return {
        ...nothingPosted,
        postponed: count,
        stopped: `No more mail can leave for now: ${outcome.why}.`,
      };
  }
};
