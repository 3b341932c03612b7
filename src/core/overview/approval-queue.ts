/** The documents that wait in Ringkasan for somebody to check, approve or mend them, and for how many days. */
import type { Temporal } from 'temporal-polyfill';
import { type AwaitedSignature, ofAwaited } from '../approval/awaited-signature.ts';
import type { Waits } from '../approval/settle-approval.ts';
import { casesByTicket } from '../cases/by-ticket.ts';
import { institutionOf } from '../cases/case-facts.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { dayAt } from '../cases/watched-now.ts';
import { number } from '../cases/wording.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import type { Cell } from '../sheet/snapshot.ts';

export interface QueueSection {
  readonly title: string;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

const titles: readonly (readonly [Waits['for'], string])[] = [
  ['check', 'Dokumen menunggu pemeriksaan'],
  ['approval', 'Dokumen menunggu persetujuan'],
  ['mending', 'Dokumen dikembalikan untuk diperbaiki'],
];

/** So many of each are named, the longest waiting first. */
const mostNamed = 15;

export const approvalQueue = (
  queue: readonly AwaitedSignature[],
  { cases, situation }: { readonly cases: readonly Case[]; readonly situation: Situation },
): readonly QueueSection[] => {
  const caseOf = casesByTicket(cases);
  const waiting = withDays(queue, situation);
  return titles.map(([turn, title]) => {
    const { named, more } = longestWaiting(turn, waiting);
    const rows = named.map(({ ticket, title: name, days, what }) => {
      const subject = ticket === undefined ? undefined : caseOf.get(ticket);
      return [
        ticket ?? '',
        subject?.decided.disclosure?.publicTopic ?? name,
        subject === undefined ? '' : institutionOf(subject),
        days === 0 ? 'hari ini' : `${number(days)} hari`,
        ...(what ? [what] : []),
      ];
    });
    return {
      title,
      header: [
        'Tiket',
        'Kegiatan atau dokumen',
        'Instansi',
        'Menunggu',
        ...(turn === 'mending' ? ['Yang perlu diperbaiki'] : []),
      ],
      rows: [...rows, ...(more > 0 ? [[`dan ${number(more)} dokumen lainnya.`]] : [])],
    };
  });
};

interface WaitingDocument extends AwaitedSignature {
  readonly days: number;
}

/** Hundreds may wait, and few are named: only those that may be among them are held against each other by name. */
const longestWaiting = (turn: Waits['for'], queue: readonly WaitingDocument[]) => {
  const waiting = queue.filter(({ waits }) => waits.for === turn);
  const fewestDays = waiting.map(({ days }) => days).toSorted((a, b) => b - a)[mostNamed - 1] ?? 0;
  const named = waiting
    .filter(({ days }) => days >= fewestDays)
    .map((each) => ({ each, name: `${each.ticket ?? ''} ${each.period ?? ''} ${each.title}` }))
    .toSorted((a, b) => b.each.days - a.each.days || a.name.localeCompare(b.name))
    .slice(0, mostNamed)
    .map(({ each }) => each);
  return { named, more: waiting.length - mostNamed };
};

const withDays = ofAwaited(
  (each, situation): WaitingDocument => ({
    ...each,
    days: daysWaited(each.waits.since, situation),
  }),
);

const daysWaited = (since: Temporal.Instant, { today, timeZone }: Situation): number =>
  Math.max(0, daysBetween(dayAt(since, timeZone), today));
