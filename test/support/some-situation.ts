/** Arbitrary desks for properties of the rules that share out people, licences and equipment. */
import * as fc from 'fast-check';
import type { Desk } from '../../src/core/cases/desk.ts';
import type { Finding } from '../../src/core/cases/request.ts';
import type { Case, Situation } from '../../src/core/cases/situation.ts';
import {
  aCase,
  aDesk,
  aLicence,
  anItem,
  anOfficer,
  aSchedule,
  aSituation,
  instant,
} from './builders.ts';

const names = ['Andi', 'Budi', 'Citra', 'Dedi', 'Eka', 'Fajar'];
const days = ['2026-11-17', '2026-11-18', '2026-11-19'];
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A value in so many of so many. */
const sometimes = <T>(
  times: number,
  of: number,
  value: fc.Arbitrary<T>,
): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: times, arbitrary: value },
    { weight: of - times, arbitrary: fc.constant(undefined) },
  );

const someDesk: fc.Arbitrary<Desk> = fc
  .record({
    officers: fc.array(
      fc.record({
        active: fc.boolean().map((off) => !off),
        team: fc.constantFrom('Persandian' as const, 'Persandian' as const, 'Jaringan' as const),
        competences: fc.uniqueArray(
          fc.constantFrom('video-conference', 'information-security', 'network', 'computer'),
          { minLength: 1 },
        ),
        leave: sometimes(1, 4, fc.constantFrom(...days)),
      }),
      { minLength: 1, maxLength: names.length },
    ),
    speakers: fc.nat(3),
    licences: fc.array(
      fc.record({ capacity: fc.constantFrom(100, 300, 500), meetings: fc.constantFrom(1, 1, 2) }),
      { maxLength: 3 },
    ),
  })
  .map(({ officers, speakers, licences }) =>
    aDesk({
      officers: officers.map(({ leave, ...rest }, at) =>
        anOfficer({
          ...rest,
          name: `${names[at]}, S.Kom., M.T.`,
          leave:
            leave === undefined
              ? []
              : [
                  {
                    from: aSchedule({ day: leave }).startDay,
                    to: aSchedule({ day: leave }).endDay,
                  },
                ],
        }),
      ),
      equipment: [anItem({ quantity: speakers })],
      licences: licences.map((licence, at) => aLicence({ name: `Zoom ${at}`, ...licence })),
    }),
  );

const incomplete: Finding = {
  kind: 'defect',
  field: 'Tempat Kegiatan',
  text: 'Tempat belum diisi.',
};

const someCase: fc.Arbitrary<(ticket: string) => Case> = fc
  .record({
    day: fc.constantFrom(...days),
    long: fc.boolean(),
    from: fc.integer({ min: 8, max: 18 }),
    hours: fc.integer({ min: 1, max: 4 }),
    place: fc.constantFrom('Aula Bappeda', 'aula  bappeda', 'Kantor Gubernur', 'Dinas Sosial'),
    received: fc.integer({ min: 8, max: 16 }),
    serviceKind: fc.constantFrom('link', 'link-and-operator', 'operator'),
    streaming: fc.boolean(),
    confidential: fc.boolean(),
    top: fc.boolean(),
    participants: fc.integer({ min: 1, max: 600 }),
    speakers: fc.nat(2),
    isComplete: fc.integer({ max: 5, min: 0 }).map((dice) => dice > 0),
    state: fc.constantFrom(undefined, undefined, undefined, 'Dibatalkan' as const),
    officers: sometimes(
      1,
      6,
      fc.subarray([...names, 'Orang Lain'], { maxLength: 2, minLength: 1 }),
    ),
    licence: sometimes(1, 6, fc.constantFrom('Zoom 0', 'Zoom 1')),
    reserved: sometimes(1, 6, fc.nat(3)),
    previous: sometimes(1, 2, fc.subarray(names, { maxLength: 3 })),
    hadLicence: sometimes(1, 2, fc.constantFrom('Zoom 0', 'Zoom 1', 'Zoom 2')),
    hadSpeakers: fc.nat(2),
  })
  .map((it) => (ticket: string) => {
    const findings = it.isComplete ? [] : [incomplete];
    const base = aCase({
      ticket,
      answers: {
        schedule: aSchedule({
          day: it.day,
          ...(it.long && { endDay: '2026-11-19' }),
          from: clock(it.from),
          to: clock(it.from + it.hours),
        }),
        place: it.place,
        submittedAt: instant(`2026-11-16T${clock(it.received)}`),
        serviceKind: it.serviceKind,
        streaming: it.streaming,
        sensitivity: it.confidential ? 'rahasia' : 'biasa',
        participants: it.participants,
        ...(it.top && { plannedLeader: { name: 'Gusnar', position: 'Gubernur Gorontalo' } }),
        equipment: it.speakers > 0 ? [{ name: 'Speaker', quantity: it.speakers, known: true }] : [],
      },
    });
    return {
      ...base,
      request: { ...base.request, findings },
      findings,
      handMade: {
        ...(it.state && { state: it.state }),
        ...(it.officers && { officers: it.officers.map((name) => `${name}, S.Kom., M.T.`) }),
        ...(it.licence && { licence: it.licence }),
        ...(it.reserved !== undefined && {
          reserved: [{ name: 'Speaker', quantity: it.reserved }],
        }),
      },
      previous: {
        ...(it.previous && {
          officers: it.previous.map((name) => `${name}, S.Kom., M.T.`).join('\n'),
        }),
        ...(it.hadLicence && { licence: it.hadLicence }),
        ...(it.hadSpeakers > 0 && { reserved: `Speaker (${it.hadSpeakers})` }),
      },
    };
  });

/** A desk of a few busy days, looked at before or in the midst of them. */
export const someSituation = (): fc.Arbitrary<{
  readonly cases: readonly Case[];
  readonly situation: Situation;
}> =>
  fc
    .record({
      desk: someDesk,
      cases: fc.array(someCase, { maxLength: 9 }),
      now: fc.constantFrom(
        '2026-11-16T17:00',
        '2026-11-17T09:00',
        '2026-11-17T16:00',
        '2026-11-18T12:30',
      ),
    })
    .map(({ desk, cases, now }) => ({
      cases: cases.map((build, at) => build(`VC-2026-${String(at + 1).padStart(4, '0')}`)),
      situation: aSituation({ now, desk }),
    }));
