import { describe, expect, test } from 'vitest';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { warnCapacity } from '../../../src/core/rules/warn-capacity.ts';
import { aCase, aSchedule, aSituation } from '../../support/builders.ts';

const atOnce = (count: number) =>
  Array.from({ length: count }, (_, at) => aCase({ ticket: `VC-2026-000${at + 1}` }));

const textsOf = (...given: Parameters<typeof warnCapacity>) =>
  [...warnCapacity(...given).values()].flatMap(({ findings = [] }) =>
    findings.map(({ text }) => text),
  );

describe('warn of capacity', () => {
  test('says that nobody is left to spare', () => {
    const texts = textsOf(atOnce(3), aSituation());

    expect(texts).toEqual(
      Array.from(
        { length: 3 },
        () =>
          'Tiga kegiatan bersamaan pada 23/11 pukul 09.00 (VC-2026-0001, VC-2026-0002, dan VC-2026-0003), petugas tinggal 3 orang: tidak ada cadangan.',
      ),
    );
  });

  test('says how many are short', () => {
    expect(textsOf(atOnce(4), aSituation())[0]).toMatch(
      /^Empat kegiatan .* petugas tinggal 3 orang: kurang 1 orang\.$/,
    );
  });

  test('is silent while somebody is left, about mere links, and about what has begun', () => {
    const link = aCase({ ticket: 'VC-2026-0009', answers: { serviceKind: 'link' } });
    const begun = aCase({
      ticket: 'VC-2026-0008',
      answers: { schedule: aSchedule({ day: '2026-11-17', from: '08:00' }) },
    });

    expect(textsOf([...atOnce(2), link, begun], aSituation())).toEqual([]);
  });

  test("gives no second figure where the officers' rule said why nobody goes", () => {
    const situation = aSituation();
    const told = decide(atOnce(4), situation, [assignOfficers, warnCapacity]);
    const short = told.filter(({ decided }) => decided.officers?.kind === 'unassigned');

    expect(short).toHaveLength(1);
    expect(short.flatMap(({ findings }) => findings).map(({ text }) => text)).toEqual([
      expect.stringContaining('kurang 1 orang'),
    ]);
  });
});
