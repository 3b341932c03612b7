/**
 * What each figure of a month is made of: the tickets, complaints and surveys behind it, so that whoever checks a recap can
 * follow each of its figures to them.
 *
 * Of figures that are counted over requests one definition serves both: taken of the month it is the figure, taken of one
 * request that request's share in it.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Survey } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { stateNames } from '../cases/state.ts';
import { longDuration, number, plainDay } from '../cases/wording.ts';
import { facilityNames } from '../columns/choices.ts';
import { casesWithin, type Office, type Period, periodOfMonth } from './by-month.ts';
import { type CaseFigures, figuresOfCase, isDated } from './case-figures.ts';
import { complaintsWithin, incidentsWithin, surveysWithin } from './entries-within.ts';
import {
  type Figures,
  figuresFor,
  institutionCounted,
  serviceKindOf,
  stateOf,
  tookPlace,
} from './figures.ts';
import { isCountable } from './satisfaction.ts';

export interface FigureSource {
  /** Part of the recap in which it stands. */
  readonly group: string;
  readonly name: string;
  /** As the recap prints it. */
  readonly value: string;
  /** Tickets and numbers, with their share where it is not one. */
  readonly sources: readonly string[];
}

/** Of a figure that is nothing there is nothing to explain: it is left out. */
export const figureSources = (
  month: Temporal.PlainYearMonth,
  office: Office,
): readonly FigureSource[] => {
  const period = periodOfMonth(month);
  const received = casesWithin(period, office.cases, office.timeZone).toSorted((a, b) =>
    a.ticket < b.ticket ? -1 : 1,
  );
  const figures = figuresFor(period, office);
  const counted: Counted = { figures, received, shares: sharesOf(received, office) };
  return [
    ...overCases(requestFigures, counted),
    ...byName('Instansi', institutionCounted, counted),
    ...byName('Terlaksana menurut instansi', institutionCounted, counted, tookPlace),
    ...byName('Status', (subject) => stateOf(subject)[0], counted),
    ...byName('Jenis layanan', serviceKindOf, counted),
    ...overCases(serviceFigureList, counted),
    ...averageTime(counted),
    ...incidentSources(period, office),
    ...overCases(answerFigures, counted),
    ...overCases(readinessFigures, counted),
    ...complaintSources(period, office),
    ...overCases(participantFigures, counted),
    ...satisfactionSources(period, figures, office),
  ];
};

interface Counted {
  readonly figures: Figures;
  readonly received: readonly Case[];
  /** What each request by itself would count. */
  readonly shares: readonly { readonly subject: Case; readonly figures: CaseFigures }[];
}

const sharesOf = (received: readonly Case[], { desk }: Office): Counted['shares'] =>
  received.map((subject) => ({ subject, figures: figuresOfCase(subject, desk) }));

/** A figure that is a sum over requests. */
interface CaseFigure {
  readonly group: string;
  readonly name: string;
  readonly of: (figures: CaseFigures) => number;
}

const requests = 'Permohonan';
const requestFigures: readonly CaseFigure[] = [
  { group: requests, name: 'Permohonan tercatat', of: (figures) => figures.requests },
  { group: requests, name: 'Tanpa hari kegiatan yang terbaca', of: (figures) => figures.undated },
  { group: requests, name: 'Kegiatan terlaksana', of: (figures) => figures.held },
  {
    group: requests,
    name: 'Terlaksana tanpa catatan pelaksanaan',
    of: (figures) => figures.untold,
  },
];

const time = 'Waktu layanan';
const serviceFigureList: readonly CaseFigure[] = [
  { group: time, name: 'Terpenuhi', of: ({ service }) => service.met },
  { group: time, name: 'Lewat tenggat', of: ({ service }) => service.missed },
  { group: time, name: 'Mendadak, terpenuhi', of: ({ service }) => service.urgentMet },
  { group: time, name: 'Mendadak, lewat tenggat', of: ({ service }) => service.urgentMissed },
  { group: time, name: 'Entri susulan', of: ({ service }) => service.lateEntries },
  { group: time, name: 'Belum atau tidak dinilai', of: ({ service }) => service.undecided },
];

const answers = 'Isian Kendala Ada';
const answerFigures: readonly CaseFigure[] = [
  { group: answers, name: 'Dinyatakan tidak ada', of: ({ incidentAnswers: of }) => of.none },
  { group: answers, name: 'Dicatat', of: ({ incidentAnswers: of }) => of.logged },
  {
    group: answers,
    name: 'Ada, tetapi tidak dicatat',
    of: ({ incidentAnswers: of }) => of.unlogged,
  },
  { group: answers, name: 'Belum dijawab', of: ({ incidentAnswers: of }) => of.unanswered },
];

const readiness = 'Kesiapan peralatan';
const facilityPart =
  (facility: string, part: 'requested' | 'delivered') =>
  ({ readiness: { byFacility } }: CaseFigures): number =>
    byFacility.find(({ name }) => name === facility)?.[part] ?? 0;

const readinessFigures: readonly CaseFigure[] = [
  { group: readiness, name: 'Unit diminta', of: (figures) => figures.readiness.requested },
  { group: readiness, name: 'Unit disediakan', of: (figures) => figures.readiness.delivered },
  ...facilityNames.flatMap((facility): CaseFigure[] => [
    { group: readiness, name: `${facility}, diminta`, of: facilityPart(facility, 'requested') },
    { group: readiness, name: `${facility}, disediakan`, of: facilityPart(facility, 'delivered') },
  ]),
  {
    group: readiness,
    name: 'Permohonan yang dihitung',
    of: (figures) => figures.readiness.counted,
  },
  {
    group: readiness,
    name: 'Permohonan yang tidak seluruhnya terhitung',
    of: (figures) => figures.readiness.uncounted,
  },
];

const people = 'Peserta';
const participantFigures: readonly CaseFigure[] = [
  { group: people, name: 'Menurut permohonan', of: ({ participants }) => participants.planned },
  { group: people, name: 'Tercatat hadir', of: ({ participants }) => participants.attended },
];

const overCases = (
  list: readonly CaseFigure[],
  { figures, shares }: Counted,
): readonly FigureSource[] =>
  list.flatMap(({ group, name, of }) => {
    const value = of(figures);
    return value === 0 ? [] : [{ group, name, value: number(value), sources: sharing(shares, of) }];
  });

/** "VC-2026-0123", "VC-2026-0124 (3)" */
const sharing = (shares: Counted['shares'], of: CaseFigure['of']): readonly string[] =>
  shares.flatMap(({ subject: { ticket }, figures }) => {
    const share = of(figures);
    if (share === 0) return [];
    return [share === 1 ? ticket : `${ticket} (${number(share)})`];
  });

/** Counted by what each says of itself, most first as the recap has them. */
const byName = (
  group: string,
  nameOf: (subject: Case) => string | undefined,
  { received }: Counted,
  isCounted: (subject: Case) => boolean = () => true,
): readonly FigureSource[] => {
  const named = received.filter(isDated).filter(isCounted);
  const tickets = new Map<string, string[]>();
  for (const subject of named) {
    const name = nameOf(subject);
    if (name === undefined) continue;
    const own = tickets.get(name);
    if (own) own.push(subject.ticket);
    else tickets.set(name, [subject.ticket]);
  }
  const order = (name: string): number => (stateNames as readonly string[]).indexOf(name);
  return [...tickets]
    .map(([name, sources]) => ({ group, name, value: String(sources.length), sources }))
    .sort(
      (a, b) =>
        order(a.name) - order(b.name) ||
        b.sources.length - a.sources.length ||
        (a.name < b.name ? -1 : 1),
    );
};

const averageTime = ({ figures: { service }, shares }: Counted): readonly FigureSource[] =>
  service.averageMinutes === undefined
    ? []
    : [
        {
          group: time,
          name: `Lama rata-rata dari ${number(service.averagedOf)} permohonan`,
          value: longDuration(service.averageMinutes),
          sources: shares.flatMap(({ subject: { ticket }, figures }) =>
            figures.service.averageMinutes === undefined
              ? []
              : [`${ticket} (${longDuration(figures.service.averageMinutes)})`],
          ),
        },
      ];

const incidentSources = (period: Period, office: Office): readonly FigureSource[] =>
  byKind('Kendala', incidentsWithin(period, office), (incident) => entryWords(incident, office));

const complaintSources = (period: Period, office: Office): readonly FigureSource[] =>
  byKind('Pengaduan', complaintsWithin(period, office), (complaint) => {
    const { number: name, ticket } = complaint;
    if (name === undefined) return entryWords(complaint, office);
    return ticket === undefined ? name : `${name} (${ticket})`;
  });

const byKind = <Entry extends { readonly kind: string }>(
  group: string,
  entries: readonly Entry[],
  sourceOf: (entry: Entry) => string,
): readonly FigureSource[] =>
  [...new Set(entries.map(({ kind }) => kind))].map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    const name = kind.slice(0, 1).toUpperCase() + kind.slice(1);
    return { group, name, value: String(own.length), sources: own.map(sourceOf).sort() };
  });

const satisfactionSources = (
  period: Period,
  { satisfaction, uncountedSurveys }: Figures,
  office: Office,
): readonly FigureSource[] => {
  const group = 'Kepuasan';
  const surveys = surveysWithin(period, office);
  const named = (own: readonly Survey[]) => own.map((each) => entryWords(each, office)).sort();
  return [
    ...(satisfaction === undefined
      ? []
      : [
          {
            group,
            name: `IKM dari ${number(satisfaction.n)} responden`,
            value: number(satisfaction.index),
            sources: named(surveys.filter(isCountable)),
          },
        ]),
    ...(uncountedSurveys === 0
      ? []
      : [
          {
            group,
            name: 'Survei yang tidak lengkap',
            value: number(uncountedSurveys),
            sources: named(surveys.filter((survey) => !isCountable(survey))),
          },
        ]),
  ];
};

/** Its ticket, else the day on which it was written. Never its row, for people sort. */
const entryWords = (
  { ticket, at }: { readonly ticket?: string; readonly at?: Temporal.Instant },
  { timeZone }: Pick<Office, 'timeZone'>,
): string => {
  if (ticket !== undefined) return ticket;
  return at === undefined
    ? 'tanpa tiket'
    : `tanpa tiket, ${plainDay(at.toZonedDateTimeISO(timeZone).toPlainDate())}`;
};
