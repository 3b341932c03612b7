/** Messages that wait for a person, for Ringkasan: what failed, what nobody knows arrived, whom no mail can reach. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageMemory, MessageRecord, MessageState } from '../../cases/messages.ts';
import type { Situation } from '../../cases/situation.ts';
import { list, number } from '../../cases/wording.ts';
import { isBefore } from '../../clock/spans.ts';
import { messageTab } from '../../columns/message-tab.ts';
import { headerOf } from '../../columns/request-tab.ts';
import { messageKinds } from '../kinds/index.ts';
import { adviceFor, momentOf, recipientWords } from './message-words.ts';

/** So many are named one by one; the others are read in the tab. */
const mostNamed = 6;
/** Whoever did nothing about it for so long has settled it another way. */
const namedDays = 14;
/** Until then the service itself tries again. */
const unsureHours = 24;

export const undeliveredNotices = (
  told: MessageMemory,
  { now }: Pick<Situation, 'now'>,
): readonly string[] => {
  const latest = latestOf(told, now);
  const unsureSince = before(now, unsureHours);
  const stuck = latest.filter(
    (record) =>
      record.state.kind === 'failed' ||
      (record.state.kind === 'unsure' && isBefore(momentOf(record), unsureSince)),
  );
  const more = stuck.length - mostNamed;
  return [
    ...stuck.slice(0, mostNamed).map(stuckSentence),
    ...(more > 0
      ? [`${number(more)} pesan lagi gagal atau belum pasti; lihat tab ${tabName}.`]
      : []),
    ...sentence(
      byHand(latest, now).flatMap(({ ticket, to }) =>
        to.phone === undefined ? (ticket ?? []) : [],
      ),
      (tickets) =>
        `Pemohon tanpa alamat email dan nomor telepon, lengkapi salah satunya: ${tickets}.`,
    ),
  ];
};

/** Whom only a draft on WhatsApp reaches: work of every day, and nothing that keeps the service from its own. */
export const byHandNotices = (
  told: MessageMemory,
  { now }: Pick<Situation, 'now'>,
): readonly string[] => {
  const records = byHand(latestOf(told, now), now);
  const requesters = records.filter(({ to }) => to.audience === 'requester');
  const others = records.filter(({ to }) => to.audience !== 'requester');
  return [
    ...sentence(
      requesters.flatMap(({ ticket, to }) => (to.phone === undefined ? [] : (ticket ?? []))),
      (tickets) =>
        `Pemohon tanpa alamat email, hubungi lewat kolom ${headerOf('draft')}: ${tickets}.`,
    ),
    // Of requesters the draft is one click away; of the others the address is missing in a register.
    ...sentence(
      others.map(({ to }) => recipientWords(to)),
      (names) => `Tidak dapat dikirimi pesan karena alamat emailnya belum diisi: ${names}.`,
    ),
  ];
};

const byHand = (
  records: readonly MessageRecord[],
  now: Temporal.Instant,
): readonly MessageRecord[] =>
  records.filter(({ state, notBefore }) => state.kind === 'by-hand' && !isBefore(now, notBefore));

const latestOf = (told: MessageMemory, now: Temporal.Instant): readonly MessageRecord[] => {
  const since = before(now, 24 * namedDays);
  return [...told.values()]
    .flatMap((records) => records.findLast(({ state }) => state.kind !== 'withdrawn') ?? [])
    .filter(({ state }) => waitingForSomebody.has(state.kind))
    .filter((record) => !isBefore(momentOf(record), since))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
};

const waitingForSomebody: ReadonlySet<MessageState['kind']> = new Set([
  'failed',
  'unsure',
  'by-hand',
]);

const tabName = messageTab.name;

const before = (now: Temporal.Instant, hours: number): Temporal.Instant => now.subtract({ hours });

const stuckSentence = (record: MessageRecord): string => {
  const title = messageKinds.find(({ key }) => key === record.kind)?.title ?? record.kind;
  const about = record.ticket === undefined ? '' : ` (${record.ticket})`;
  const what = record.state.kind === 'failed' ? `gagal: ${record.state.why}` : 'belum pasti sampai';
  const advice = adviceFor(record, 'none').replace(/^Belum pasti sampai\. /, '');
  return `${tabName}: ${title}${about} kepada ${recipientWords(record.to)} ${what}. ${advice}`.replace(
    '.. ',
    '. ',
  );
};

const sentence = (words: readonly string[], say: (words: string) => string): readonly string[] => {
  const named = [...new Set(words)];
  if (named.length === 0) return [];
  const more = named.length - mostNamed;
  return [
    say(list([...named.slice(0, mostNamed), ...(more > 0 ? [`${number(more)} lainnya`] : [])])),
  ];
};
