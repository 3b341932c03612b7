import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasStarted, isCalledOff } from '../../../src/core/cases/case-facts.ts';
import type { Case, Judgement } from '../../../src/core/cases/situation.ts';
import { sessionWindows } from '../../../src/core/clock/window.ts';
import { allocateLicences } from '../../../src/core/rules/allocate-licences.ts';
import { aCase, aDesk, aLicence, aSchedule, aSituation } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { someSituation } from '../../support/some-situation.ts';

const small = aLicence({ name: 'Zoom 100', capacity: 100 });
const large = aLicence({ name: 'Zoom 500', capacity: 500 });
const situation = aSituation({ desk: aDesk({ licences: [large, small] }) });

const licenceOf = (judgements: ReadonlyMap<string, Judgement>, ticket = 'VC-2026-0001') =>
  judgements.get(ticket)?.decided?.licence;
const texts = (judgements: ReadonlyMap<string, Judgement>, ticket = 'VC-2026-0001') =>
  judgements.get(ticket)?.findings?.map(({ text }) => text);

const aMeeting = (number: number, answers: Case['request']['answers'] | object): Case =>
  aCase({ ticket: `VC-2026-000${number}`, answers });

describe('allocate licences', () => {
  test('gives the smallest licence that holds the participants', () => {
    const judgements = allocateLicences([aMeeting(1, { participants: 100 })], situation);

    expect(licenceOf(judgements)).toEqual({
      kind: 'allocated',
      name: 'Zoom 100',
      because: 'Akun terkecil yang memuat 100 peserta dan tidak dipakai rapat lain.',
    });
  });

  test('lets one licence hold one meeting at a time, and the next from the minute it ends', () => {
    const morning = aMeeting(1, { participants: 300 });
    const overlapping = aMeeting(2, {
      participants: 300,
      schedule: aSchedule({ from: '10:59', to: '12:00' }),
    });
    const after = aMeeting(3, {
      participants: 300,
      schedule: aSchedule({ from: '12:00', to: '13:00' }),
    });

    const judgements = allocateLicences([morning, overlapping, after], situation);

    expect(
      ['VC-2026-0001', 'VC-2026-0002', 'VC-2026-0003'].map((t) => licenceOf(judgements, t)?.name),
    ).toEqual(['Zoom 500', undefined, 'Zoom 500']);
    expect(texts(judgements, 'VC-2026-0002')).toEqual([
      'Semua akun Zoom yang memuat 300 peserta terpakai: Zoom 500 dipakai VC-2026-0001. Geser jadwalnya bersama pemohon atau minta pemohon menjadi host.',
    ]);
  });

  test('lets a licence host as many meetings at one time as the register says, and no more', () => {
    const pair = aSituation({ desk: aDesk({ licences: [aLicence({ meetings: 2 })] }) });
    const three = [1, 2, 3].map((number) => aMeeting(number, { participants: 200 }));

    const judgements = allocateLicences(three, pair);

    expect(three.map(({ ticket }) => licenceOf(judgements, ticket)?.kind)).toEqual([
      'allocated',
      'allocated',
      'short',
    ]);
  });

  test('warns of a hand-made choice only where a licence has no place left', () => {
    const pair = aSituation({ desk: aDesk({ licences: [aLicence({ meetings: 2 })] }) });
    const chosen = [1, 2, 3].map((number) => ({
      ...aMeeting(number, { participants: 200 }),
      handMade: { licence: 'Zoom 300' },
    }));

    expect(texts(allocateLicences(chosen.slice(0, 2), pair))).toEqual([]);
    expect(texts(allocateLicences(chosen, pair))?.join()).toContain('juga dipakai VC-2026-0003');
  });

  test('says when no licence is large enough', () => {
    const judgements = allocateLicences([aMeeting(1, { participants: 1641 })], situation);

    expect(texts(judgements)).toEqual([
      'Tidak ada akun Zoom untuk 1.641 peserta; yang terbesar memuat 500. Tambahkan akun yang lebih besar atau minta pemohon menjadi host.',
    ]);
  });

  test('moves a small meeting off the large licence to save a larger one, while it has no link yet', () => {
    const onLarge = { ...aMeeting(1, { participants: 50 }), previous: { licence: 'Zoom 500' } };
    const linked = aCase({
      answers: { participants: 50 },
      staff: { meetingLink: 'https://zoom.test/j/1' },
      previous: { licence: 'Zoom 500' },
    });
    const big = aMeeting(2, { participants: 400 });

    const moved = allocateLicences([onLarge, big], situation);
    const kept = allocateLicences([linked, big], situation);

    expect([licenceOf(moved)?.name, licenceOf(moved, 'VC-2026-0002')?.name]).toEqual([
      'Zoom 100',
      'Zoom 500',
    ]);
    expect([licenceOf(kept)?.name, licenceOf(kept, 'VC-2026-0002')?.kind]).toEqual([
      'Zoom 500',
      'short',
    ]);
  });

  test('leaves a hand-made choice alone and says what is odd about it', () => {
    const tooSmall = { ...aMeeting(1, { participants: 300 }), handMade: { licence: 'zoom 100' } };
    const unknown = { ...aMeeting(2, { participants: 300 }), handMade: { licence: 'Zom 500' } };

    const judgements = allocateLicences([tooSmall, unknown], situation);

    expect([licenceOf(judgements)?.name, licenceOf(judgements, 'VC-2026-0002')?.name]).toEqual([
      'zoom 100',
      'Zom 500',
    ]);
    expect([texts(judgements), texts(judgements, 'VC-2026-0002')]).toEqual([
      [
        'Akun Zoom 100 dipilih dengan tangan, tetapi hanya memuat 100 dari 300 peserta. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.',
      ],
      ['Akun "Zom 500" tidak ada di tab Akun Zoom. Apakah maksudnya Zoom 500?'],
    ]);
  });

  test.each([
    ['another office hosts', { hostedElsewhere: true }],
    ['only an operator is wanted', { serviceKind: 'operator' }],
    ['the platform is not Zoom', { platform: 'Google Meet' }],
    ['the meeting has begun', { schedule: aSchedule({ day: '2026-11-17', from: '08:00' }) }],
  ])('gives none where %s', (_, answers) => {
    expect(licenceOf(allocateLicences([aMeeting(1, answers)], situation))?.kind).toBe('not-needed');
  });
});

const names = (cases: readonly Case[], judgements: ReadonlyMap<string, Judgement>) =>
  cases.map(({ ticket }) => licenceOf(judgements, ticket)?.name);

describe('on any desk', () => {
  test('the service never puts more meetings on one licence than it hosts, or one that is too large', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation: given }) => {
        const judgements = allocateLicences(cases, given);
        const held = cases
          .filter((subject) => !isCalledOff(subject))
          .flatMap((subject) => {
            const { schedule, participants = 0 } = subject.request.answers;
            const name = licenceOf(judgements, subject.ticket)?.name;
            return schedule === undefined || name === undefined
              ? []
              : [{ subject, name, participants, windows: sessionWindows(schedule) }];
          });
        const ours = held.filter(
          ({ subject }) =>
            subject.handMade.licence === undefined && !hasStarted(subject, given.now),
        );
        for (const one of ours) {
          const licence = given.desk.licences.find(({ name }) => name === one.name);
          expect(licence?.capacity).toBeGreaterThanOrEqual(one.participants);
          const sharing = held.filter(({ name }) => name === one.name);
          const moments = one.windows.flatMap((own) =>
            [own.from, ...sharing.flatMap(({ windows }) => windows.map(({ from }) => from))].filter(
              (moment) => own.from <= moment && moment < own.to,
            ),
          );
          for (const moment of moments) {
            const running = sharing.filter(({ windows }) =>
              windows.some(({ from, to }) => from <= moment && moment < to),
            );
            expect(running.length).toBeLessThanOrEqual(licence?.meetings ?? 0);
          }
        }
      }),
    );
  });

  test('a second pass changes nothing, in whatever order the rows stand', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation: given }) => {
        const first = allocateLicences(cases, given);
        const again = cases.map((subject) => ({
          ...subject,
          previous: { licence: licenceOf(first, subject.ticket)?.name ?? '' },
        }));

        const second = allocateLicences(again.toReversed(), given);

        expect(names(cases, second)).toEqual(names(cases, first));
      }),
      { numRuns: runs(67, 200) },
    );
  });

  test('hand-made choices are never changed', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation: given }) => {
        const judgements = allocateLicences(cases, given);
        for (const { ticket, handMade } of cases) {
          if (handMade.licence) expect(licenceOf(judgements, ticket)?.name).toBe(handMade.licence);
        }
      }),
    );
  });
});
