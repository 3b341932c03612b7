import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import { allocateLicences } from '../../../src/core/rules/allocate-licences.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { offerOtherHours } from '../../../src/core/rules/offer-other-hours.ts';
import { reserveEquipment } from '../../../src/core/rules/reserve-equipment.ts';
import { aCase, aDesk, anItem, anOfficer, aSchedule, aSituation } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { someSituation } from '../../support/some-situation.ts';

const one = anOfficer({ name: 'Andi Rahman, S.Kom.' });
const aDay = (number: number, from: string, to: string, answers: object = {}): Case =>
  aCase({
    ticket: `VC-2026-000${number}`,
    answers: { schedule: aSchedule({ from, to }), place: `Aula ${number}`, ...answers },
  });
const offers = (cases: readonly Case[], desk: object, at = cases.length - 1) =>
  decide(cases, aSituation({ desk: aDesk(desk) }))[at]?.findings.flatMap(({ text }) =>
    /^(?:Bila dapat digeser|Tidak ada jam lain)/.test(text) ? [text] : [],
  );

const sharing = [assignOfficers, allocateLicences, reserveEquipment, offerOtherHours];

describe('other hours of the same day', () => {
  test('are offered where nobody can lead an event at its own, nearest first', () => {
    const cases = [aDay(1, '08:00', '10:00'), aDay(2, '09:00', '10:00')];
    expect(offers(cases, { officers: [one] })).toEqual([
      'Bila dapat digeser pada hari yang sama: 12.30 (1 petugas, Zoom 100 tersedia), 13.00 (1 petugas, Zoom 100 tersedia), dan 13.30 (1 petugas, Zoom 100 tersedia).',
    ]);
  });

  describe('where only somebody for the network is missing', () => {
    const two = anOfficer({ name: 'Budi Santoso, S.Kom.' });
    const cables = anOfficer({ name: 'Wahyu', team: 'Jaringan', competences: ['network'] });
    const officers = [one, two, cables];

    test('are those at which he is free', () => {
      const cases = [aDay(1, '08:00', '10:00'), aDay(2, '09:00', '10:00')];

      expect(offers(cases, { officers })?.join()).toMatch(
        /^Bila dapat digeser pada hari yang sama: 12\.30 \(3 petugas termasuk petugas jaringan, .* tersedia\)/,
      );
    });

    test('are not those at which another event has him, though only until it is settled', () => {
      const early = [aDay(1, '08:00', '10:00'), aDay(2, '09:00', '10:00')];

      expect(offers([...early, aDay(3, '12:30', '16:00')], { officers }, 1)).toEqual([]);
      expect(offers([...early, aDay(3, '16:00', '16:30')], { officers }, 1)?.join()).toMatch(
        /sama: 12\.30 \([^)]*\)\.$/,
      );
    });

    test('are not looked for where the office has nobody for it, or he is away', () => {
      const cases = [aDay(1, '08:00', '10:00'), aDay(2, '09:00', '10:00')];
      const { startDay } = aSchedule({});
      const away = { ...cables, leave: [{ from: startDay, to: startDay }] };

      expect(offers(cases, { officers: [one, two] })).toEqual([]);
      expect(offers(cases, { officers: [one, two, away] })).toEqual([]);
    });
  });

  test('name the things that are short now', () => {
    const equipment = [anItem({ quantity: 1 })];
    const wish = { equipment: [{ name: 'Speaker', quantity: 1, known: true }] };
    const cases = [aDay(1, '08:00', '10:00', wish), aDay(2, '08:30', '10:00', wish)];
    expect(offers(cases, { equipment })?.join()).toMatch(/12\.30 \(.*1 Speaker tersedia\)/);
  });

  test('are not offered for what the office does not have at any hour', () => {
    const wish = { equipment: [{ name: 'Speaker', quantity: 9, known: true }] };
    expect(offers([aDay(1, '08:00', '10:00', wish)], {})).toEqual([]);
    expect(offers([aDay(1, '08:00', '10:00', { participants: 4000 })], {})).toEqual([]);
  });

  test('stay within the hours of the office', () => {
    const [early, late] = [aDay(1, '08:00', '16:00'), aDay(2, '09:00', '10:00')];
    expect(offers([early, late], { officers: [one] })).toEqual([
      'Tidak ada jam lain pada hari yang sama, selama jam kerja, yang mencukupi. Tawarkan hari lain kepada pemohon.',
    ]);
  });

  test('are not spoken of where only things are short that the requester may bring', () => {
    const equipment = [anItem({ quantity: 1 })];
    const wish = { equipment: [{ name: 'Speaker', quantity: 1, known: true }] };
    const cases = [aDay(1, '08:00', '16:00', wish), aDay(2, '09:00', '10:00', wish)];
    expect(offers(cases, { equipment })).toEqual([]);
  });

  test('are true: moved there, and nothing else changed, it has what was said', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const decided = decide(cases, situation, sharing);
        for (const [at, subject] of decided.entries()) {
          const text = subject.findings.find((each) =>
            each.text.startsWith('Bila dapat digeser'),
          )?.text;
          const [, hour, minute, what = ''] =
            /: (\d\d)\.(\d\d) \(([^)]*) tersedia\)/.exec(text ?? '') ?? [];
          const { schedule } = subject.request.answers;
          if (hour === undefined || minute === undefined || schedule === undefined) continue;
          const [first] = schedule.sessions;
          if (first === undefined) continue;
          const later =
            (Number(hour) - first.start.hour) * 60 + Number(minute) - first.start.minute;
          const sessions = schedule.sessions.map(({ start, end }) => ({
            start: start.add({ minutes: later }),
            end: end.add({ minutes: later }),
          }));
          const settled = decided.map((each, index) =>
            index === at
              ? {
                  ...each,
                  request: {
                    ...each.request,
                    answers: { ...each.request.answers, schedule: { ...schedule, sessions } },
                  },
                  decided: {},
                  previous: {},
                  findings: each.request.findings,
                }
              : {
                  ...each,
                  decided: {},
                  findings: each.request.findings,
                  handMade: {
                    ...each.handMade,
                    officers: (each.decided.officers?.people ?? [])
                      .filter(({ provisional, role }) => !provisional || role === 'network')
                      .map(({ name }) => name),
                    licence: each.decided.licence?.name ?? '',
                    reserved: each.decided.equipment?.reserved ?? [],
                  },
                },
          );
          const again = decide(settled, situation, sharing)[at]?.decided;
          const people = again?.officers?.people.length ?? 0;
          if (people > 0) expect(what).toContain(`${people} petugas`);
          if (again?.licence?.name !== undefined) expect(what).toContain(again.licence.name);
          expect(again?.officers?.kind === 'unassigned' && what.includes('petugas')).toBe(false);
          if (what.includes('termasuk petugas jaringan'))
            expect(again?.officers?.people.map(({ role }) => role)).toContain('network');
        }
      }),
      { numRuns: runs(13, 40) },
    );
  });
});
