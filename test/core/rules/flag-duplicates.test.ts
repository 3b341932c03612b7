import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/core/request.ts';
import { flagDuplicates } from '../../../src/core/rules/flag-duplicates.ts';
import type { Case } from '../../../src/core/situation.ts';
import { aCase, aSchedule, aSituation, instant } from '../../support/builders.ts';

const first = aCase({ ticket: 'VC-2026-0001' });
const second = (answers: Partial<Answers>, rest: Partial<Case> = {}) =>
  aCase({
    ticket: 'VC-2026-0002',
    answers: { submittedAt: instant('2026-11-16T11:00'), ...answers },
    ...rest,
  });
const flagged = (...cases: readonly Case[]) =>
  [...flagDuplicates(cases, aSituation())].map(([ticket, { decided }]) => [
    ticket,
    decided?.duplicates,
  ]);
const later = [['VC-2026-0002', ['VC-2026-0001']]];
const otherDay = { schedule: aSchedule({ day: '2026-11-26' }) };

describe('flag duplicates', () => {
  test('warns the later of two with one letter number, however it is spelt', () => {
    const copy = second({ ...otherDay, letterNumber: '005 / BAPPEDA / 123 / 2026' });

    expect(flagged(copy, first)).toEqual(later);
    expect(flagDuplicates([first, copy], aSituation()).get('VC-2026-0002')?.findings).toEqual([
      {
        kind: 'warning',
        field: 'Nomor Surat',
        text: 'Mungkin ganda dengan VC-2026-0001: nomor surat sama. Bila benar ganda, pilih Status Dibatalkan dan tulis Alasan.',
      },
    ]);
  });

  test('takes "-" and the like for no letter number', () => {
    const dash = { letterNumber: '-', event: 'Pelatihan Arsip' };

    expect(flagged(aCase({ answers: dash }), second({ ...dash, ...otherDay }))).toEqual([]);
  });

  test('warns of a similar title of one institution on one day', () => {
    const similar = { letterNumber: '-', event: 'Rakor Perencanaan Daerah' };

    expect(flagged(first, second(similar))).toEqual(later);
    expect(flagged(first, second({ ...similar, ...otherDay }))).toEqual([]);
    expect(flagged(first, second({ ...similar, institutionCanonical: 'Dinas Sosial' }))).toEqual(
      [],
    );
    expect(flagged(first, second({ ...similar, event: 'Rapat Koordinasi Pengawasan' }))).toEqual(
      [],
    );
  });

  test('leaves requests alone that are called off', () => {
    expect(flagged(first, second({}, { handMade: { state: 'Dibatalkan' } }))).toEqual([]);
    expect(flagged({ ...first, handMade: { state: 'Ditolak' } }, second({}))).toEqual([]);
  });

  test('says the same in any order of the rows', () => {
    const cases = [
      first,
      second({}),
      aCase({ ticket: 'VC-2026-0003' }),
      second(otherDay, { ticket: 'VC-2026-0004' }),
    ];
    const expected = flagged(...cases).toSorted();

    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
        expect(flagged(...shuffled).toSorted()).toEqual(expected);
      }),
      { numRuns: 24 },
    );
  });
});
