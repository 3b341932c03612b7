/**
 * What people said of an event, held against Zoom's report of who took part.
 *
 * Zoom knows when the room was opened, people when the event began in it: who names the hour that was planned is right
 * beside it, as is one close to Zoom's. Everything else that differs is asked.
 */
import { Temporal } from 'temporal-polyfill';
import type { FactField } from '../cases/desk.ts';
import type { Answers } from '../cases/request.ts';
import type { Proposal } from '../cases/situation.ts';
import { clockTime, number } from '../cases/wording.ts';
import { quote } from '../reading/cell-text.ts';
import { timeShown } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { isEmpty } from '../sheet/three-way.ts';
import { type AttendanceFacts, peopleWords } from './attendance-facts.ts';

/** What came of one fact. */
export interface Settled {
  readonly field: FactField;
  readonly proposal?: Proposal;
  /** Why nothing is proposed although something was told. */
  readonly doubt?: string;
}

interface ZoomBeside {
  readonly zoom: AttendanceFacts;
  readonly schedule: Answers['schedule'];
}

export const besideZoom = (settled: Settled, { zoom, schedule }: ZoomBeside): Settled => {
  const [session] = schedule?.sessions ?? [];
  switch (settled.field) {
    case 'actualStart':
      return withHour(settled, {
        zoom,
        hour: zoom.opened,
        planned: session && timeShown(session.start),
      });
    case 'actualEnd':
      return withHour(settled, { zoom, hour: zoom.closed, planned: undefined });
    case 'attended':
      return withPeople(settled, zoom);
    case 'actualLeader':
    case 'incidents':
    case 'recordingResult':
      return settled;
  }
};

/** While Zoom's reports cannot be looked at, what they may have told stays. */
export const kept = (settled: Settled, cell: Cell): Settled =>
  ['actualStart', 'actualEnd', 'attended'].includes(settled.field) &&
  settled.proposal === undefined &&
  settled.doubt === undefined &&
  !isEmpty(cell)
    ? { ...settled, proposal: proposalFrom(cell, report) }
    : settled;

const report = 'laporan peserta Zoom';

/** @param from Who says so, as in "menurut …". */
export const proposalFrom = (cell: Cell, from: string): Proposal => ({
  cell,
  because: `menurut ${from}`,
  source: from,
});

/** More apart is another hour. */
const mostMinutesApart = 15;

const withHour = (
  settled: Settled,
  {
    zoom,
    hour,
    planned,
  }: {
    readonly zoom: AttendanceFacts;
    readonly hour: Temporal.PlainTime | undefined;
    readonly planned: Temporal.PlainTime | undefined;
  },
): Settled => {
  const { field, proposal, doubt } = settled;
  if (hour === undefined)
    return proposal === undefined && doubt === undefined
      ? { field, ...doubtOf(zoom, 'actualStart', field) }
      : settled;
  if (doubt !== undefined) return settled;
  if (proposal === undefined) return { field, proposal: proposalFrom(clockTime(hour), report) };
  const told = timeIn(proposal.cell);
  const isRight =
    told !== undefined &&
    (isNear(told, hour) ||
      (planned !== undefined && isNear(told, planned) && isWithin(told, zoom)));
  return isRight ? settled : { field, doubt: differs(proposal, `pukul ${clockTime(hour)}`) };
};

const withPeople = (settled: Settled, zoom: AttendanceFacts): Settled => {
  const { field, proposal, doubt } = settled;
  const { people } = zoom;
  if (people === undefined)
    return proposal === undefined && doubt === undefined
      ? { field, ...doubtOf(zoom, 'attended', field) }
      : settled;
  if (doubt !== undefined) return settled;
  if (proposal !== undefined) {
    const told = Number(proposal.cell);
    return people.least <= told && told <= people.most
      ? settled
      : { field, doubt: differs(proposal, peopleWords(people)) };
  }
  return people.least === people.most
    ? { field, proposal: proposalFrom(people.most, report) }
    : {
        field,
        doubt: `${report} menyebut ${peopleWords(people)}, sebab ada nama yang mungkin dipakai lebih dari satu orang. Isi jumlahnya.`,
      };
};

const differs = ({ cell, source }: Proposal, zoomSays: string): string =>
  `${source} menyebut ${typeof cell === 'number' ? number(cell) : quote(cell)}, sedangkan ${report} ${zoomSays}. Isi yang benar.`;

/** Of what concerns both hours, the first one tells. */
const doubtOf = (
  { doubts }: AttendanceFacts,
  about: AttendanceFacts['doubts'][number]['about'],
  field: FactField,
): Pick<Settled, 'doubt'> => {
  const texts = doubts.filter((doubt) => doubt.about === about && about === field);
  return texts.length === 0
    ? {}
    : { doubt: texts.map(({ text }) => `${report} ${text}`).join(' ') };
};

const timeIn = (cell: Cell): Temporal.PlainTime | undefined => {
  const [, hour, minute] = /^(\d{2})\.(\d{2})$/.exec(String(cell)) ?? [];
  return hour === undefined ? undefined : new Temporal.PlainTime(Number(hour), Number(minute));
};

const isNear = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
  Math.abs(one.until(other).total('minutes')) <= mostMinutesApart;

const isWithin = (told: Temporal.PlainTime, { opened, closed }: AttendanceFacts): boolean =>
  opened !== undefined &&
  closed !== undefined &&
  Temporal.PlainTime.compare(opened, told) <= 0 &&
  Temporal.PlainTime.compare(told, closed) <= 0;
