/**
 * Which mails leave now: what one person gets at a time goes together, nobody gets more than a few, and what cannot wait
 * goes first.
 */
import type { Temporal } from 'temporal-polyfill';
import { groupBy } from '../../cases/group-by.ts';
import type { MessageMemory, MessageRecord } from '../../cases/messages.ts';
import { earlier, isBefore } from '../../clock/spans.ts';
import { maySendAt, nextSending, type SendingCalendar, type Urgency } from './sending-hours.ts';

export interface MailChoice {
  /** In the order in which they go. */
  readonly mails: readonly ChosenMail[];
  /** Those that cannot be handed over at all. */
  readonly givenUp: readonly {
    readonly key: string;
    readonly why: string;
    readonly isPermanent: boolean;
  }[];
  /** Due, and held back for the time being. */
  readonly held: number;
  /** When the first of those may go; absent where none is held. */
  readonly restUntil?: Temporal.Instant;
}

/** One mail: an invitation alone, or all else that one person is to hear. */
export interface ChosenMail {
  readonly address: string;
  readonly urgency: Urgency;
  readonly messages: readonly [MessageRecord, ...MessageRecord[]];
}

/** A mail of the last day. */
export interface EarlierMail {
  readonly address: string;
  readonly frozenAt: Temporal.Instant;
}

export interface MailLook {
  /** Those that wait and still hold. */
  readonly standing: readonly MessageRecord[];
  readonly told: MessageMemory;
  readonly now: Temporal.Instant;
  /** All that was handed over, or perhaps was, within a day. */
  readonly lately: readonly EarlierMail[];
  /** The desk's own addresses: whoever writes to himself never stops. */
  readonly own: readonly string[];
  readonly urgencyOf: (kind: string) => Urgency;
  readonly calendar: SendingCalendar;
  readonly dailyLimit: number;
}

/** How many mails one person gets within a day. */
const mostForOne = 10;

/** How often a mail is tried that is refused for the time being. */
export const mostTries = 5;

export const chooseMail = (look: MailLook): MailChoice => {
  const { now } = look;
  const due = look.standing.filter((message) => isDue(message, now));
  const judged = due.map((message) => ({ message, because: whyNever(message, look) }));
  const givenUp = judged.flatMap(({ message: { key }, because }) =>
    because === undefined ? [] : [{ key, ...because }],
  );
  const possible = judged.flatMap(({ message, because }) =>
    because === undefined ? [message] : [],
  );
  const waits: Temporal.Instant[] = [];
  const wait = (until: Temporal.Instant | undefined): false => {
    if (until !== undefined) waits.push(until);
    return false;
  };
  const timely = possible.filter((message) => {
    const urgency = look.urgencyOf(message.kind);
    return maySendAt(now, urgency, look.calendar) || wait(nextSending(now, urgency, look.calendar));
  });
  const lately = [...look.lately];
  const mails = inOrder(mailsOf(timely, look)).filter((mail) => {
    const until = fullUntil(mail, { lately, look });
    if (until !== undefined) return wait(until);
    lately.push({ address: mail.address, frozenAt: now });
    return true;
  });
  const gone = mails.reduce((sum, { messages }) => sum + messages.length, 0);
  const restUntil = waits.length === 0 ? undefined : waits.reduce(earlier);
  return {
    mails,
    givenUp,
    held: possible.length - gone,
    ...(restUntil && { restUntil }),
  };
};

/** One that was refused for now waits longer each time. */
export const isDue = (
  { notBefore, state, tries = 0, to }: MessageRecord,
  now: Temporal.Instant,
): boolean =>
  state.kind === 'waiting' &&
  to.address !== undefined &&
  !isBefore(now, notBefore) &&
  (tries === 0 ||
    state.at === undefined ||
    !isBefore(now, state.at.add({ minutes: firstWaitMinutes * 3 ** (tries - 1) })));

const firstWaitMinutes = 10;

const whyNever = (
  message: MessageRecord,
  { told, own }: MailLook,
): { readonly why: string; readonly isPermanent: boolean } | undefined => {
  const { to, state, tries = 0, mails = 0 } = message;
  const address = to.address ?? '';
  if (own.some((each) => each.toLowerCase() === address.toLowerCase()))
    return { why: 'alamatnya milik layanan ini sendiri', isPermanent: true };
  const why = state.kind === 'waiting' ? state.why : undefined;
  if (tries >= mostTries) return { why: why ?? 'ditolak berulang kali', isPermanent: false };
  // Asked for by a person, who may know better.
  const isAskedFor = mails > 0 && why === undefined;
  return !isAskedFor && isRefused(address, told)
    ? { why: 'alamat ini sudah ditolak server surat', isPermanent: true }
    : undefined;
};

const isRefused = (address: string, told: MessageMemory): boolean =>
  [...told.values()].some((records) =>
    records.some(
      ({ to, state }) => to.address === address && state.kind === 'failed' && state.isPermanent,
    ),
  );

const mailsOf = (messages: readonly MessageRecord[], look: MailLook): readonly ChosenMail[] =>
  [...groupBy(messages, ({ to }) => to.address ?? '')].flatMap(([address, all]) => {
    const together = all.filter(({ invitation }) => invitation === undefined);
    const alone = all.filter(({ invitation }) => invitation !== undefined);
    return [together, ...alone.map((each) => [each])].flatMap(([first, ...others]) =>
      first === undefined ? [] : [mailTo(address, [first, ...others], look)],
    );
  });

const mailTo = (
  address: string,
  messages: ChosenMail['messages'],
  { urgencyOf }: MailLook,
): ChosenMail => ({
  address,
  urgency: messages.some(({ kind }) => urgencyOf(kind) === 'urgent') ? 'urgent' : 'ordinary',
  messages,
});

const inOrder = (mails: readonly ChosenMail[]): readonly ChosenMail[] =>
  [...mails].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.messages[0].notBefore.epochMilliseconds - b.messages[0].notBefore.epochMilliseconds,
  );

const rank = ({ urgency }: ChosenMail): number => (urgency === 'urgent' ? 0 : 1);

/**
 * Until when there is no room for it: the day's limit of the desk or of the person, or the hour since he last got one. What
 * is urgent does not wait for the hour, nor does an invitation, which could not go together with anything.
 */
const fullUntil = (
  { address, urgency, messages }: ChosenMail,
  { lately, look }: { readonly lately: readonly EarlierMail[]; readonly look: MailLook },
): Temporal.Instant | undefined => {
  if (lately.length >= look.dailyLimit) return dayAfter(lately[0]);
  const isHis = (mail: EarlierMail): boolean => mail.address === address;
  const his = lately.filter(isHis);
  if (his.length >= mostForOne) return dayAfter(his[0]);
  if (urgency === 'urgent' || messages[0].invitation !== undefined) return undefined;
  const free = look.lately.findLast(isHis)?.frozenAt.add({ hours: 1 });
  return free !== undefined && isBefore(look.now, free) ? free : undefined;
};

const dayAfter = (mail: EarlierMail | undefined): Temporal.Instant | undefined =>
  mail?.frozenAt.add({ hours: 24 });
