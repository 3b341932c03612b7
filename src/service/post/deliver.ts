/**
 * Hands over what is due, beside the pass: looks at the workbook anew, withdraws what is not true any more, and sends each
 * mail by the protocol that loses none and doubles none.
 *
 * The bytes are frozen in the ledger, with the messages marked as unsure, before anybody is connected to; what became of them
 * is kept afterwards. Whatever a kill leaves in between is found by the next delivery.
 */
import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { jsonNote, savedWork } from '../../backends/kept-note.ts';
import { noChange } from '../../core/cases/ledger-state.ts';
import type { MessageRecord } from '../../core/cases/messages.ts';
import { isBefore } from '../../core/clock/spans.ts';
import { troubleKinds } from '../../core/messages/kinds/keeper-trouble.ts';
import type { MessageKind } from '../../core/messages/message-kind.ts';
import { chooseMail, isDue, type MailChoice } from '../../core/messages/sending/choose-mail.ts';
import {
  maySendAt,
  type SendingCalendar,
  type Urgency,
} from '../../core/messages/sending/sending-hours.ts';
import { messageLines } from '../../core/plan/history-lines.ts';
import { isOtherDesk } from '../../core/plan/other-desk.ts';
import type { OpenDispatch } from '../../ledger/dispatch-ledger.ts';
import type { Look } from '../pass/look.ts';
import { lookAgain } from '../pass/rest.ts';
import { isKeepersTrouble, toldOfTroubles } from '../pass/troubles.ts';
import { hasJumped, noteClock, noteFirstClock } from './clock-watch.ts';
import { handOver } from './hand-over.ts';
import { isToBeSettled, settleOpen } from './in-doubt.ts';
import {
  type MailGround,
  nothingPosted,
  type Post,
  type PostOptions,
  type PostParts,
  type PostReport,
} from './post-parts.ts';

export const deliver = async (desk: PostParts, options: PostOptions): Promise<PostReport> => {
  const { post, ledger } = desk;
  if (post === undefined) return nothingPosted;
  const { clock, uptime } = options;
  const isDue = await isAnythingDue(desk, post, clock());
  if (uptime === undefined) return isDue ? handOverDue(desk, post, options) : nothingPosted;
  const watched = { now: clock(), uptime: uptime() };
  if (!isDue) {
    await noteFirstClock(ledger, watched);
    return nothingPosted;
  }
  const isJumped = await hasJumped(ledger, watched);
  await noteClock(ledger, watched);
  return isJumped ? { ...nothingPosted, stopped: clockWords } : handOverDue(desk, post, options);
};

const handOverDue = async (
  desk: PostParts,
  post: Post,
  options: PostOptions,
): Promise<PostReport> => {
  let report = nothingPosted;
  for (let round = 0; round < mostRounds; round += 1) {
    const done = await oneRound(desk, post, options);
    report = added(report, done.report);
    if (done.report.stopped !== undefined || !done.isMore) break;
  }
  await tidy(desk, post, options.clock());
  return report;
};

const clockWords =
  'The clock of this computer jumped by more than an hour, so nothing was sent this time; check date and time.';

/** Each with its own look; what is left then goes with the next delivery. */
const mostRounds = 20;

/** Mails that rest on one look at the workbook. */
const mailsPerLook = 20;

interface Round {
  readonly report: PostReport;
  /** Something may be left that another look would hand over at once. */
  readonly isMore: boolean;
}

const oneRound = async (desk: PostParts, post: Post, options: PostOptions): Promise<Round> => {
  const { clock, uptime: _, alone = (work) => work(), last, ...looking } = options;
  const now = clock();
  if (!(await isAnythingDue(desk, post, now))) return { report: nothingPosted, isMore: false };
  const seen = await tellingOfTrouble(desk, post, {
    clock,
    work: () => alone(() => lookAgain(desk, { now, ...looking }, last)),
  });
  if (seen.kind === 'misread' || seen.refusals.length > 0) {
    const report = isOtherDesk(seen.refusals) ? nothingPosted : await tellKeeper(desk, post, clock);
    return { report: { ...report, stopped: report.stopped ?? refusedWords }, isMore: false };
  }
  await withdrawGone(desk, seen);

  const calendar = calendarOf(desk, seen);
  const settled = await settleOpen(desk, {
    post,
    seen,
    clock,
    mayGo: (dispatch, at) => maySendAt(at, urgencyOf(dispatch, desk, seen), calendar),
  });
  const { stopped } = settled;
  if (stopped !== undefined) return { report: { ...settled.report, stopped }, isMore: false };
  if (settled.released > 0) return { report: settled.report, isMore: true };

  const choice = await choiceOf(desk, post, seen);
  for (const { key, ...why } of choice.givenUp) await desk.ledger.post.giveUp([key], why, now);
  await rest(desk, { choice, now, seen });
  const start: PostReport = {
    ...settled.report,
    withdrawn: seen.messages.withdrawn.length,
    failed: settled.report.failed + choice.givenUp.length,
    held: choice.held,
  };
  const report = await handOverAll(desk, { choice, start, post, seen, clock });
  return { report, isMore: choice.mails.length > mailsPerLook };
};

const refusedWords =
  'No other message was sent: the pass is refused, so nobody knows whether they are still true.';

/** Whoever runs the service hears that Google wants a new sign-in; the look fails all the same. */
const tellingOfTrouble = async (
  desk: PostParts,
  post: Post,
  { clock, work }: Pick<PostOptions, 'clock'> & { readonly work: () => Promise<Look> },
): Promise<Look> => {
  try {
    return await work();
  } catch (error) {
    if (isKeepersTrouble(error)) await tellKeeper(desk, post, clock);
    throw error;
  }
};

/** Of what stands in the ledger alone; all other messages stay as they are. */
const tellKeeper = async (
  desk: PostParts,
  post: Post,
  clock: PostOptions['clock'],
): Promise<PostReport> => {
  const told = await toldOfTroubles(desk, clock());
  if (told === undefined) return nothingPosted;
  const seen = { ...told, texts: desk.texts.take(troubleKinds) };
  const choice = await choiceOf(desk, post, seen);
  return handOverAll(desk, { choice, start: nothingPosted, post, seen, clock });
};

const handOverAll = async (
  desk: PostParts,
  {
    choice,
    start,
    post,
    seen,
    clock,
  }: {
    readonly choice: MailChoice;
    readonly start: PostReport;
    readonly post: Post;
    readonly seen: MailGround;
    readonly clock: PostOptions['clock'];
  },
): Promise<PostReport> => {
  const mark = await deskMark(desk);
  const calendar = calendarOf(desk, seen);
  let report = start;
  for (const mail of choice.mails.slice(0, mailsPerLook)) {
    const handed = await handOver(desk, mail, { post, seen, mark, calendar, clock });
    report = added(report, handed);
    if (handed.stopped !== undefined) break;
  }
  return report;
};

/** What a look found not true any more is not waited with until the next pass. */
const withdrawGone = async (
  { ledger }: PostParts,
  { messages, now }: MailGround,
): Promise<void> => {
  const { withdrawn } = messages;
  if (withdrawn.length === 0) return;
  const history = messageLines({ promised: [], withdrawn });
  await ledger.commit({ ...noChange, withdrawn, history }, now, now.toString());
};

const choiceOf = async (desk: PostParts, post: Post, seen: MailGround): Promise<MailChoice> => {
  const { now, situation, ledgerState } = seen;
  const dayAgo = now.subtract({ hours: 24 });
  const notes = await desk.ledger.post.dispatchesSince(dayAgo);
  return chooseMail({
    standing: seen.messages.standing,
    told: ledgerState.messages,
    now,
    lately: notes.filter(
      ({ state, frozenAt }) =>
        state !== 'paused' && state !== 'postponed' && isBefore(dayAgo, frozenAt),
    ),
    own: [post.from?.address, post.replyTo].filter((address) => address !== undefined),
    urgencyOf: urgencyIn(desk.messageKinds),
    calendar: calendarOf(desk, seen),
    dailyLimit: situation.desk.settings.sending.dailyLimit,
  });
};

/** Of a mail that is to go once more. */
const urgencyOf = (
  { messages }: OpenDispatch,
  { messageKinds }: PostParts,
  { ledgerState }: MailGround,
): Urgency => {
  const carried = [...ledgerState.messages.values()]
    .flat()
    .filter(({ key }) => messages.includes(key));
  const of = urgencyIn(messageKinds);
  return carried.some(({ kind }) => of(kind) === 'urgent') ? 'urgent' : 'ordinary';
};

const urgencyIn =
  (kinds: readonly MessageKind[]) =>
  (key: string): Urgency =>
    kinds.find((kind) => kind.key === key)?.isUrgent === true ? 'urgent' : 'ordinary';

const calendarOf = (
  { timeZone }: Pick<PostParts, 'timeZone'>,
  { situation: { desk } }: Pick<MailGround, 'situation'>,
): SendingCalendar => ({
  sending: desk.settings.sending,
  holidays: desk.holidays,
  timeZone,
});

const isAnythingDue = async (
  { ledger }: PostParts,
  post: Post,
  now: Temporal.Instant,
): Promise<boolean> => {
  const open = await ledger.post.openDispatches();
  if (open.some((each) => isToBeSettled(each, post.wayOut, now))) return true;
  const due = dueAmong(await ledger.post.waitingAt(now), now);
  return due.length > 0 && !(await isResting(ledger, { due, now }));
};

const dueAmong = (messages: readonly MessageRecord[], now: Temporal.Instant): readonly string[] =>
  messages.filter((record) => isDue(record, now)).map(({ key }) => key);

/** Until when nothing of what is due may leave, so that nobody looks at the workbook all night long for nothing. */
const restName = 'post.rest';
const restNote = jsonNote(z.object({ until: z.number(), due: z.array(z.string()) }));

const rest = async (
  { ledger }: PostParts,
  {
    choice,
    now,
    seen,
  }: { readonly choice: MailChoice; readonly now: Temporal.Instant; readonly seen: MailGround },
): Promise<void> => {
  if (choice.mails.length > 0 || choice.restUntil === undefined) return;
  const due = dueAmong([...seen.ledgerState.messages.values()].flat(), now);
  await ledger.note(restName, JSON.stringify({ until: choice.restUntil.epochMilliseconds, due }));
};

const isResting = async (
  ledger: PostParts['ledger'],
  { due, now }: { readonly due: readonly string[]; readonly now: Temporal.Instant },
): Promise<boolean> => {
  const note = savedWork(restNote, await ledger.recall(restName));
  if (note === undefined || now.epochMilliseconds >= note.until) return false;
  const known = new Set(note.due);
  return due.every((key) => known.has(key));
};

const markName = 'post.mark';

/** Chosen once: a ledger that took the place of a lost one counts its messages anew, under ids of its own. */
const deskMark = async ({ ledger }: PostParts): Promise<string> => {
  const known = await ledger.recall(markName);
  if (known !== undefined) return known;
  const mark = randomBytes(6).toString('hex');
  await ledger.remember(markName, mark);
  return mark;
};

/** What was handed over can be sent again as it was for so long; what is older is nobody's business any more. */
const keptFor = { hours: 7 * 24 };

const tidy = async (
  { ledger }: PostParts,
  { wayOut }: Post,
  now: Temporal.Instant,
): Promise<void> => {
  await ledger.post.dropMailBefore(now.subtract(keptFor));
  const open = await ledger.post.openDispatches();
  await wayOut.settle(new Set(open.map(({ id }) => id)));
};

const added = (one: PostReport, other: PostReport): PostReport => {
  const stopped = other.stopped ?? one.stopped;
  return {
    sent: one.sent + other.sent,
    unsure: one.unsure + other.unsure,
    failed: one.failed + other.failed,
    postponed: one.postponed + other.postponed,
    withdrawn: one.withdrawn + other.withdrawn,
    held: Math.max(one.held, other.held),
    ...(stopped !== undefined && { stopped }),
  };
};
