/** For Ringkasan: what was to be mailed and did not leave in time, so that somebody telephones. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageMemory, MessageRecord } from '../../cases/messages.ts';
import { list, number } from '../../cases/wording.ts';
import { isBefore } from '../../clock/spans.ts';
import { messageKinds } from '../kinds/index.ts';
import { tooLate } from '../plan-messages.ts';
import { recipientWords } from './message-words.ts';

/** By then somebody has telephoned, or nobody will. */
const toldFor = { hours: 3 * 24 };
/** A way out that was closed for so long does not open by itself. */
const patience = { hours: 24 };
const mostNamed = 6;

export const lateNotices = (
  told: MessageMemory,
  { now }: { readonly now: Temporal.Instant },
): readonly string[] => {
  const all = [...told.values()].flat();
  const lapsed = all.filter(
    ({ state, to }) =>
      state.kind === 'withdrawn' &&
      state.why === tooLate &&
      to.address !== undefined &&
      isBefore(now, state.at.add(toldFor)),
  );
  const stuck = all.filter(
    ({ state, notBefore }) =>
      state.kind === 'waiting' &&
      state.why !== undefined &&
      !isBefore(now, notBefore.add(patience)),
  );
  return [
    ...(lapsed.length === 0
      ? []
      : [
          `Tidak sempat terkirim sebelum waktunya lewat: ${named(lapsed)}. Hubungi lewat telepon bila masih perlu.`,
        ]),
    ...stuckNotice(stuck),
  ];
};

const stuckNotice = (stuck: readonly MessageRecord[]): readonly string[] => {
  const whys = [
    ...new Set(stuck.flatMap(({ state }) => ('why' in state ? (state.why ?? []) : []))),
  ];
  return whys.length === 0
    ? []
    : [
        `${number(stuck.length)} pesan tertunda lebih dari sehari: ${list(whys)}. Beri tahu pengelola layanan.`,
      ];
};

const named = (records: readonly MessageRecord[]): string => {
  const more = records.length - mostNamed;
  return list([
    ...records.slice(0, mostNamed).map(({ kind, ticket, to }) => {
      const title = messageKinds.find(({ key }) => key === kind)?.title ?? kind;
      return `${title}${ticket === undefined ? '' : ` (${ticket})`} kepada ${recipientWords(to)}`;
    }),
    ...(more > 0 ? [`${number(more)} lainnya`] : []),
  ]);
};
