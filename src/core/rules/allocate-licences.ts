/**
 * Gives every Zoom meeting that we host a licence for its sessions.
 *
 * As many meetings at a time as it can host, the smallest licence that holds the participants, and as many meetings as possible. A
 * licence once given stays, and is moved only to save another meeting and only while no link was made with it.
 * Hand-made choices stand, with a warning where they cannot work. Nothing is given for a meeting that has begun, an
 * incomplete request, or one that is called off.
 */
import type { SettledEvent } from '../assignment/as-settled.ts';
import { findByName, nearestName } from '../assignment/names.ts';
import { place } from '../assignment/place.ts';
import { compareText, inPolicyOrder, priorityOf } from '../assignment/policy-order.ts';
import type { Problem } from '../assignment/problem.ts';
import { wantsLicence } from '../assignment/wants-licence.ts';
import { hasEnded, hasStarted, isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Licence } from '../cases/desk.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Judgement, LicenceAllocation, Rule, Situation } from '../cases/situation.ts';
import { list, number } from '../cases/wording.ts';
import { collide, collisions, type Occupancy, sessionWindows } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';

export const allocateLicences: Rule = (cases, situation) => {
  const meetings = inPolicyOrder(cases).map((subject) => meetingOf(subject, situation));
  const pool = licencesOf(situation);
  const colliding = collisions(meetings.map(({ occupancy }) => occupancy));
  const holders = allocate(meetings, pool, colliding);
  const allocation: Allocation = { meetings, pool, colliding, holders };
  return new Map(
    meetings.map(({ subject }, at) => [subject.ticket, judge(allocation, at, situation)]),
  );
};

/**
 * The licence of one meeting beside others that keep theirs: the smallest that holds it and is free. Of what it was given
 * before nothing is known here.
 */
export const licenceBeside = (
  others: readonly SettledEvent[],
  situation: Situation,
): ((subject: Case) => Pick<LicenceAllocation, 'kind' | 'name'>) => {
  const meetings = inPolicyOrder(others).map((other) => meetingOf(other, situation));
  const pool = licencesOf(situation);
  const colliding = collisions(meetings.map(({ occupancy }) => occupancy));
  const positions = positionsOf(meetings, pool, colliding);
  return (subject) => {
    const meeting = meetingOf(subject, situation);
    switch (meeting.stage) {
      case 'hand-made':
      case 'standing':
        return { kind: 'allocated', name: meeting.held };
      case 'open': {
        const taken = new Set(
          meetings.flatMap(({ occupancy }, at) =>
            collide(meeting.occupancy, occupancy) ? (positions[at] ?? []) : [],
          ),
        );
        const licence = pool.find((each, at) => fits(each, meeting) && !taken.has(at));
        return licence === undefined
          ? { kind: 'short' }
          : { kind: 'allocated', name: licence.name };
      }
      case 'waiting':
      case 'none':
        return { kind: 'not-needed' };
      default:
        return meeting.stage satisfies never;
    }
  };
};

/** `hand-made`, `standing` and `open` as for officers; `none` needs no licence of ours. */
interface Meeting {
  readonly subject: Case;
  readonly stage: 'hand-made' | 'standing' | 'open' | 'waiting' | 'none';
  readonly occupancy: Occupancy;
  /** As typed or as it stood. */
  readonly held: string;
}

interface Allocation {
  readonly meetings: readonly Meeting[];
  /** Each licence as often as it can host meetings at one time. */
  readonly pool: readonly Licence[];
  readonly colliding: readonly (readonly number[])[];
  /** Position in `pool`, by meeting. */
  readonly holders: readonly (number | undefined)[];
}

const meetingOf = (subject: Case, { now }: Situation): Meeting => {
  const { schedule } = subject.request.answers;
  const handMade = subject.handMade.licence;
  const blocks = schedule !== undefined && !isCalledOff(subject);
  return {
    subject,
    stage: stageOf(subject, now),
    occupancy: { windows: blocks ? sessionWindows(schedule) : [], travelMs: 0, place: '' },
    held: handMade ?? String(subject.previous.licence ?? ''),
  };
};

const stageOf = (subject: Case, now: Situation['now']): Meeting['stage'] => {
  const { schedule } = subject.request.answers;
  if (subject.handMade.licence !== undefined) return 'hand-made';
  const wasGiven = (subject.previous.licence ?? '') !== '';
  if (hasStarted(subject, now)) return wasGiven ? 'standing' : 'none';
  if (isCalledOff(subject) || !wantsLicence(subject)) return 'none';
  if (schedule === undefined) return wasGiven ? 'standing' : 'waiting';
  return isComplete(subject) || wasGiven ? 'open' : 'waiting';
};

/** Smallest first, so that the best fit is found first. */
const licencesOf = ({ desk }: Situation): readonly Licence[] =>
  [...desk.licences]
    .sort((a, b) => a.capacity - b.capacity || compareText(a.name, b.name))
    .flatMap((licence) => Array.from({ length: licence.meetings }, () => licence));

const allocate = (
  meetings: readonly Meeting[],
  pool: readonly Licence[],
  colliding: Allocation['colliding'],
): Allocation['holders'] => {
  const named = positionsOf(meetings, pool, colliding);
  const holders: (number | undefined)[] = meetings.map(({ stage }, at) =>
    stage === 'hand-made' || stage === 'standing' ? named[at] : undefined,
  );
  const wanted = meetings.flatMap(({ stage }, at) => (stage === 'open' ? [at] : []));
  const taskAt = new Map(wanted.map((at, task) => [at, task]));
  const problem: Problem = {
    workers: pool.length,
    tasks: wanted.flatMap((at) => {
      const meeting = meetings[at];
      if (meeting === undefined) return [];
      const others = colliding[at] ?? [];
      const held = named[at];
      return [
        {
          class: priorityOf(meeting.subject) === 'top' ? 0 : 1,
          candidates: pool.flatMap((licence, index) =>
            fits(licence, meeting) && !others.some((other) => holders[other] === index)
              ? [index]
              : [],
          ),
          conflicts: others.flatMap((other) => taskAt.get(other) ?? []),
          ...(held !== undefined && { named: held }),
          movable: !hasLink(meeting),
        },
      ];
    }),
    cost: (_, licence) => pool[licence]?.capacity ?? 0,
  };
  for (const [task, licence] of place(problem).entries()) {
    const at = wanted[task];
    if (at !== undefined) holders[at] = licence;
  }
  return holders;
};

/**
 * Which of a licence's places each meeting has that names it, by hand or from before. They are given in order of time, those
 * that cannot be moved first, so that no place holds two of them at once while there is another.
 */
const positionsOf = (
  meetings: readonly Meeting[],
  pool: readonly Licence[],
  colliding: Allocation['colliding'],
): readonly (number | undefined)[] => {
  const positions: (number | undefined)[] = meetings.map(() => undefined);
  const licences = [...new Set(pool)];
  const startOf = ({ occupancy }: Meeting): number => occupancy.windows[0]?.from ?? 0;
  const isFixed = ({ stage }: Meeting): boolean => stage !== 'open';
  const inOrder = [...meetings.keys()].sort((a, b) => {
    const [one, other] = [meetings[a], meetings[b]];
    if (one === undefined || other === undefined) return 0;
    return Number(isFixed(other)) - Number(isFixed(one)) || startOf(one) - startOf(other) || a - b;
  });
  for (const at of inOrder) {
    const found = findByName(meetings[at]?.held ?? '', licences);
    if (found === undefined) continue;
    const places = pool.flatMap((licence, position) => (licence === found ? [position] : []));
    const taken = new Set((colliding[at] ?? []).map((other) => positions[other]));
    positions[at] = places.find((position) => !taken.has(position)) ?? places[0];
  }
  return positions;
};

const participantsOf = ({ subject }: Meeting): number => subject.request.answers.participants ?? 0;

const fits = (licence: Licence, meeting: Meeting): boolean =>
  licence.active && licence.capacity >= participantsOf(meeting);

const hasLink = ({ subject: { request } }: Meeting): boolean =>
  request.staff.meetingLink !== undefined || request.staff.meetingId !== undefined;

const judge = (allocation: Allocation, at: number, { now }: Situation): Judgement => {
  const meeting = allocation.meetings[at];
  const licence = allocation.pool[allocation.holders[at] ?? -1];
  const as = (decided: LicenceAllocation, findings: readonly Finding[] = []): Judgement => ({
    decided: { licence: decided },
    findings,
  });
  switch (meeting?.stage) {
    case 'hand-made':
      return as(
        { kind: 'allocated', name: meeting.held, because: 'Akun Zoom dipilih dengan tangan.' },
        hasEnded(meeting.subject, now) || isCalledOff(meeting.subject)
          ? []
          : checkHandMade(allocation, at),
      );
    case 'standing':
      return as({
        kind: 'allocated',
        name: meeting.held,
        because: 'Rapat sudah dimulai atau jadwalnya belum terbaca; akun tidak diubah lagi.',
      });
    case 'open': {
      if (licence !== undefined) {
        const because = `Akun terkecil yang memuat ${number(participantsOf(meeting))} peserta dan tidak dipakai rapat lain.`;
        return as({ kind: 'allocated', name: licence.name, because });
      }
      const because = whyNone(allocation, at);
      return as({ kind: 'short', because }, [warning(because)]);
    }
    case 'waiting':
      return as({ kind: 'not-needed', because: 'Menunggu permohonan lengkap.' });
    default:
      return as({ kind: 'not-needed', because: 'Tidak memerlukan akun Zoom dari kantor.' });
  }
};

const whyNone = ({ meetings, pool, colliding, holders }: Allocation, at: number): string => {
  const meeting = meetings[at];
  const active = pool.filter((licence) => licence.active);
  const largest = active.at(-1);
  if (meeting === undefined || largest === undefined) {
    return 'Tidak ada akun Zoom aktif di tab Akun Zoom. Tambahkan akun atau minta pemohon menjadi host.';
  }
  const participants = number(participantsOf(meeting));
  if (!active.some((licence) => fits(licence, meeting))) {
    return `Tidak ada akun Zoom untuk ${participants} peserta; yang terbesar memuat ${number(largest.capacity)}. Tambahkan akun yang lebih besar atau minta pemohon menjadi host.`;
  }
  const busy = (colliding[at] ?? []).flatMap((other) => {
    const licence = pool[holders[other] ?? -1];
    const ticket = meetings[other]?.subject.ticket;
    return licence !== undefined && ticket !== undefined && fits(licence, meeting)
      ? [`${licence.name} dipakai ${ticket}`]
      : [];
  });
  return `Semua akun Zoom yang memuat ${participants} peserta terpakai: ${list(busy)}. Geser jadwalnya bersama pemohon atau minta pemohon menjadi host.`;
};

const checkHandMade = (
  { meetings, pool, colliding, holders }: Allocation,
  at: number,
): readonly Finding[] => {
  const meeting = meetings[at];
  if (meeting === undefined || meeting.held === '') return [];
  const licence = pool[holders[at] ?? -1];
  if (licence === undefined) {
    const near = nearestName(meeting.held, pool);
    return [
      warning(
        `Akun "${meeting.held}" tidak ada di tab Akun Zoom.${near ? ` Apakah maksudnya ${near.name}?` : ' Tambahkan di sana atau pilih akun yang ada.'}`,
      ),
    ];
  }
  const participants = participantsOf(meeting);
  const problems = [
    ...(licence.active ? [] : ['tidak aktif di tab Akun Zoom']),
    ...(licence.capacity >= participants
      ? []
      : [`hanya memuat ${number(licence.capacity)} dari ${number(participants)} peserta`]),
    ...(colliding[at] ?? [])
      .filter((other) => holders[other] === holders[at])
      .map((other) => `juga dipakai ${meetings[other]?.subject.ticket} pada waktu yang sama`),
  ];
  return problems.length === 0
    ? []
    : [
        warning(
          `Akun ${licence.name} dipilih dengan tangan, tetapi ${problems.join(' dan ')}. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.`,
        ),
      ];
};

const warning = (text: string): Finding => ({ kind: 'warning', field: headerOf('licence'), text });
