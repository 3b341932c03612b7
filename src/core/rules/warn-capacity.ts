/**
 * Says at intake that officers run out: several events at one time and nobody to spare.
 *
 * Counts every coming event with a readable time that needs somebody on site, also incomplete ones, so that staff see
 * the squeeze while there is time to talk with the requesters. An event that got nobody was told why, with the figure
 * of its own moment; a second figure beside that one would only confuse.
 */
import { Temporal } from 'temporal-polyfill';
import { compareText } from '../assignment/policy-order.ts';
import { canTake } from '../assignment/roster.ts';
import { hasStarted, isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Case, Rule, Situation } from '../cases/situation.ts';
import { clockTime, list } from '../cases/wording.ts';
import { blocksOf, occupancyOf } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';

export const warnCapacity: Rule = (cases, situation) => {
  const coming = cases
    .flatMap((subject) => visitOf(subject, situation))
    .sort((a, b) => compareText(a.ticket, b.ticket));
  return new Map(
    coming.flatMap((visit) => {
      const squeeze = worstMoment(visit, coming);
      const left = freeAt(visit.subject, situation);
      return squeeze.events.length < 2 || squeeze.events.length < left || wasTold(visit.subject)
        ? []
        : [
            [
              visit.ticket,
              {
                findings: [
                  {
                    kind: 'warning' as const,
                    field: headerOf('officers'),
                    text: textFor({ ...squeeze, left, timeZone: situation.timeZone }),
                  },
                ],
              },
            ] as const,
          ];
    }),
  );
};

const wasTold = (subject: Case): boolean =>
  isComplete(subject) && subject.decided.officers?.kind === 'unassigned';

interface Visit {
  readonly ticket: string;
  readonly subject: Case;
  readonly blocks: readonly { readonly from: number; readonly to: number }[];
  readonly starts: readonly number[];
}

const visitOf = (subject: Case, { desk, now }: Situation): readonly Visit[] => {
  const { schedule, place, serviceKind } = subject.request.answers;
  if (schedule === undefined || serviceKind === 'link') return [];
  if (isCalledOff(subject) || hasStarted(subject, now)) return [];
  return [
    {
      ticket: subject.ticket,
      subject,
      blocks: blocksOf(occupancyOf(schedule, { place, allowances: desk.settings })),
      starts: schedule.sessions.map(({ start }) => start.epochMilliseconds),
    },
  ];
};

/** The moment within this event's own time at which most events hold people up. */
const worstMoment = (
  visit: Visit,
  coming: readonly Visit[],
): { readonly moment: number; readonly events: readonly string[] } => {
  const covers = ({ blocks }: Visit, moment: number): boolean =>
    blocks.some(({ from, to }) => from <= moment && moment < to);
  const near = coming.filter(({ blocks }) =>
    blocks.some((one) => visit.blocks.some((own) => one.from < own.to && own.from < one.to)),
  );
  return [...new Set(near.flatMap(({ starts }) => starts))]
    .filter((moment) => covers(visit, moment))
    .sort((a, b) => a - b)
    .map((moment) => ({
      moment,
      events: near.filter((other) => covers(other, moment)).map(({ ticket }) => ticket),
    }))
    .reduce((worst, each) => (each.events.length > worst.events.length ? each : worst), {
      moment: 0,
      events: [],
    });
};

/** Officers who could lead something on those days: there, and trained for it. */
const freeAt = (subject: Case, { desk }: Situation): number =>
  desk.officers.filter((officer) => canTake(officer, 'lead', subject)).length;

const textFor = ({
  moment,
  events,
  left,
  timeZone,
}: {
  readonly moment: number;
  readonly events: readonly string[];
  readonly left: number;
  readonly timeZone: string;
}): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const outcome =
    events.length > left ? `kurang ${events.length - left} orang` : 'tidak ada cadangan';
  return `${inWords(events.length)} kegiatan bersamaan pada ${local.day}/${local.month} pukul ${clockTime(local)} (${list(events)}), petugas tinggal ${left} orang: ${outcome}.`;
};

const words = [
  'Nol',
  'Satu',
  'Dua',
  'Tiga',
  'Empat',
  'Lima',
  'Enam',
  'Tujuh',
  'Delapan',
  'Sembilan',
];
const inWords = (count: number): string => words[count] ?? String(count);
