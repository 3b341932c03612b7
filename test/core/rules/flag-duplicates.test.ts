import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Answers } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { flagDuplicates } from '../../../src/core/rules/flag-duplicates.ts';
import { aCase, aSchedule, aSituation, instant } from '../../support/builders.ts';

const first = aCase({ ticket: 'VC-2026-0001' });
const second = (answers: Partial<Answers>, rest: Parameters<typeof aCase>[0] = {}) =>
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
    const other = second({ ...otherDay, event: 'Pelatihan Arsip' });
    expect(flagDuplicates([first, other], aSituation()).get('VC-2026-0002')?.findings).toEqual([
      {
        kind: 'warning',
        field: 'Nomor Surat',
        text: 'Mungkin ganda dengan VC-2026-0001: nomor surat sama. Bila benar ganda, pilih Status Dibatalkan dan tulis Alasan; bila tidak, tulis "bukan duplikat" pada Alasan.',
      },
    ]);
  });

  test.each([
    'bukan duplikat',
    'Bukan permohonan ganda',
    'tidak ganda',
    'bukan duplikat dari VC-2026-0001',
    'beda kegiatan, satu surat',
    'Acara kedua dari surat yang sama: kegiatan berbeda',
    'bukan kegiatan yang sama',
  ])('is told apart by "%s" in Alasan of either', (reason) => {
    const said = { staff: { reason } };

    expect(flagged(first, second(otherDay, said))).toEqual([]);
    expect(
      flagged(
        aCase({ ticket: 'VC-2026-0001', staff: { reason: reason.replace('0001', '0002') } }),
        second(otherDay),
      ),
    ).toEqual([]);
  });

  test('is told apart from the one that is named only, and not by other words', () => {
    const named = second(otherDay, { staff: { reason: 'bukan duplikat VC-2026-0009' } });

    expect(flagged(first, named)).toEqual(later);
    expect(flagged(first, second(otherDay, { staff: { reason: 'pimpinan berhalangan' } }))).toEqual(
      later,
    );
  });

  test('takes "duplikat dari VC-…" for what it says, and asks to cancel', () => {
    const said = second(otherDay, { staff: { reason: 'duplikat dari vc-2026-0001' } });

    expect(
      flagDuplicates([first, said], aSituation()).get('VC-2026-0002')?.findings?.[0]?.text,
    ).toBe(
      'Menurut Alasan permohonan ini ganda dengan VC-2026-0001. Pilih Status Dibatalkan agar petugas dan alatnya bebas.',
    );
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

describe('a form filed again', () => {
  const lacking = (answers: Partial<Answers> = {}) => {
    const findings = [
      { kind: 'defect', field: 'Jam Mulai', text: 'Jam Mulai belum diisi.' } as const,
    ];
    const subject = aCase({ ticket: 'VC-2026-0001', answers });
    return { ...subject, findings, request: { ...subject.request, findings } };
  };
  const refiled = (...cases: readonly Case[]) =>
    flagDuplicates(cases, aSituation()).get('VC-2026-0002')?.decided?.refiled;

  test('is known by the same person and title, or by the letter', () => {
    const { schedule: _, ...dayless } = lacking().request.answers;
    const subject = lacking();
    const unknownDay = { ...subject, request: { ...subject.request, answers: dayless } };

    expect(refiled(lacking(), second({}))).toEqual(['VC-2026-0001']);
    expect(refiled(unknownDay, second({}))).toEqual(['VC-2026-0001']);
    expect(refiled(lacking({ event: 'Rapat' }), second({ event: 'Sosialisasi' }))).toEqual([
      'VC-2026-0001',
    ]);
  });

  test('says which one staff should let go of', () => {
    const [finding] =
      flagDuplicates([lacking(), second({})], aSituation()).get('VC-2026-0002')?.findings ?? [];

    expect(finding?.text).toContain('pada VC-2026-0001 pilih Status Dibatalkan');
  });

  test('is none where the first lacks nothing, somebody else asks, or it is another letter', () => {
    expect(refiled(first, second({}))).toBeUndefined();
    expect(refiled(lacking(), second({ email: 'lain@bappeda.test' }))).toBeUndefined();
    expect(refiled(lacking(), second({ letterNumber: '005/Bappeda/999/2026' }))).toBeUndefined();
  });

  test('says the same of any requests, whatever was judged before and became of it', () => {
    const person = fc.constantFrom('a@kab.test', 'b@kab.test', 'C@kab.test');
    const some = fc.record({
      number: fc.nat(150),
      answers: fc.record({
        letterNumber: fc.constantFrom('005/1', '005/2', '005/3', '-'),
        event: fc.constantFrom('Rapat Inflasi', 'Rapat Inflasi Daerah', 'Pelatihan Arsip'),
        schedule: fc
          .constantFrom('2026-11-20', '2026-11-25', '2026-12-01')
          .map((day) => aSchedule({ day })),
        email: person,
        submittedAt: fc
          .constantFrom('2026-11-16T09:00', '2026-11-16T11:00', '2026-11-18T08:00')
          .map((at) => instant(at)),
      }),
      state: fc.constantFrom(undefined, undefined, undefined, 'Dibatalkan' as const),
      isLacking: fc.constantFrom(false, false, true),
    });
    const look = fc.record({
      changes: fc.array(some, { maxLength: 12 }),
      // A fifth of the rows is read anew and says the same.
      anew: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 4 }), (looks) => {
        const remembered = openRemembered();
        const standing = new Map<number, Case>();
        for (const { changes, anew } of looks) {
          for (const [number, subject] of standing)
            if (number % 5 === anew) standing.set(number, { ...subject });
          for (const { number, answers, state, isLacking } of changes) {
            const ticket = `VC-2026-${String(number).padStart(4, '0')}`;
            const handMade = state === undefined ? {} : { state };
            const findings = isLacking ? [{ kind: 'defect', text: 'kurang' } as const] : [];
            const subject = aCase({ ticket, answers, handMade });
            // Twice the same goes again.
            if (standing.has(number) && state !== undefined) standing.delete(number);
            else standing.set(number, { ...subject, request: { ...subject.request, findings } });
          }
          const cases = [...standing].sort(([a], [b]) => a - b).map(([, subject]) => subject);
          const again = flagDuplicates(cases, { ...aSituation(), remembered });
          expect([...again]).toEqual([...flagDuplicates(cases, aSituation())]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('asks once about what may be a copy or a move, also where the earlier one was read anew', () => {
    const other = aCase({ ticket: 'VC-2026-0000', answers: { letterNumber: '7', event: 'Apel' } });
    const moved = second(otherDay);
    const situation = { ...aSituation(), remembered: openRemembered() };
    flagDuplicates([other, first, moved], situation);

    const after = flagDuplicates([other, { ...first }, moved], situation);
    expect(after.get(moved.ticket)?.findings).toEqual([]);
  });

  test('judges again only beside whom something changed', () => {
    const held = aSchedule({ day: '2026-01-12' });
    const cases = Array.from({ length: 2_000 }, (_, at) =>
      aCase({
        ticket: `VC-2026-${String(at).padStart(4, '0')}`,
        answers: {
          letterNumber: `005/${at >> 1}`,
          email: `${at}@kab.test`,
          institution: `Dinas ${at}`,
          institutionCanonical: `Dinas ${at}`,
          schedule: held,
        },
      }),
    );
    const situation = { ...aSituation(), remembered: openRemembered() };
    const before = flagDuplicates(cases, situation);
    const subject = cases[1_000] ?? first;
    const after = flagDuplicates(cases.with(1_000, { ...subject }), situation);

    expect(after).toEqual(before);
    const anew = [...after].filter(([ticket, judgement]) => judgement !== before.get(ticket));
    expect(anew.length).toBeGreaterThan(0);
    expect(anew.length).toBeLessThan(500);
  });
});
