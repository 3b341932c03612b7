/** What the invented desk tells people, so that there is something to read at once. */
import { existsSync, readdirSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Config } from '../config.ts';
import type { MessageMemory } from '../core/cases/messages.ts';
import { leavesAt } from '../core/messages/shown/leaves-at.ts';
import type { OpenDesk } from '../service/open-desk.ts';
import type { PassReport } from '../service/pass/pass-report.ts';
import { noteTelling } from '../service/pass/telling-since.ts';
import { runPass } from '../service/pass.ts';
import { deliver } from '../service/post/deliver.ts';
import { nothingPosted, type PostReport } from '../service/post/post-parts.ts';
import { fromHere } from './summary.ts';

/** The invented office has told people things for a week: what came in since then is told as news. */
export const beginEarlier = ({ ledger }: OpenDesk, now: Temporal.Instant): Promise<void> =>
  noteTelling(ledger, { tells: true, now: now.subtract({ hours: 7 * 24 }) });

/** So long messages wait for second thoughts; the first pass is made so much earlier, and there is something to read at once. */
export const settling = { minutes: 30 };

/** A pass, what is due then, and, when anything was said, a pass that puts it into the workbook. */
export const passAndPost = async (
  desk: OpenDesk,
  { passAt, now }: { readonly passAt: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<{ readonly report: PassReport; readonly post: PostReport }> => {
  // Invented rows come to no harm by any clock.
  const accepting = { acceptEarlierClock: true };
  const report = await runPass(desk, { now: passAt, ...accepting });
  if (report.look.refusals.length > 0) return { report, post: nothingPosted };
  const post = await deliver(desk, { clock: () => now });
  const isShown = report.idle && post.sent + post.failed + post.withdrawn === 0;
  if (!isShown) await runPass(desk, { now, ...accepting });
  return { report, post };
};

/** Where what was said to people lies, and until when the rest waits. */
export const outboxLine = (
  { look }: PassReport,
  told: MessageMemory,
  {
    now,
    config: { messages, timeZone },
  }: {
    readonly now: Temporal.Instant;
    readonly config: Pick<Config, 'messages' | 'timeZone'>;
  },
): string => {
  if (look.kind !== 'seen' || messages.by !== 'outbox') return '';
  const { desk } = look.situation;
  const waits = [...told.values()].flat().filter(({ state }) => state.kind === 'waiting');
  const [next] = waits
    .flatMap((record) => leavesAt(record, { now, timeZone, desk }) ?? [])
    .sort(Temporal.Instant.compare);
  const until =
    next &&
    `, the first until ${next.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}`;
  const count = waits.length === 1 ? '1 message waits' : `${waits.length} messages wait`;
  const waiting = waits.length === 0 ? '' : `, ${count}${until ?? ''}`;
  return `\nMessages   ${fromHere(messages.outbox)} (${mailsIn(messages.outbox)} mails written${waiting})`;
};

const mailsIn = (outbox: string): number =>
  existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')).length : 0;
