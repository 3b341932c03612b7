import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/core/rules/decide.ts';
import { monthlyRecapView } from '../../src/documents/kinds/monthly-recap.ts';
import { yearlyEvaluationView } from '../../src/documents/kinds/yearly-evaluation.ts';
import { wantedDocuments } from '../../src/documents/wanted-documents.ts';
import { aCase, aDesk, aSituation, instant } from '../support/builders.ts';
import { runs } from '../support/long-runs.ts';

/** Words that stand nowhere else, so that finding one is proof. */
const secret = fc.stringMatching(/^[a-z]{6,12}$/).map((word) => `rhs-${word}`);
const secrets = fc.record({
  topic: secret,
  link: secret,
  meetingId: secret,
  recording: secret,
});

const desk = (topic: string) =>
  aDesk({
    incidents: [
      { ticket: 'VC-2026-0001', kind: 'koneksi', what: topic, action: topic, who: topic },
    ],
    complaints: [
      {
        at: instant('2026-11-24T08:00'),
        ticket: 'VC-2026-0001',
        kind: 'pengaduan',
        text: topic,
        answer: topic,
      },
    ],
  });

const decided = (
  {
    topic,
    link,
    meetingId,
    recording,
  }: Record<'topic' | 'link' | 'meetingId' | 'recording', string>,
  sensitivity: 'terbatas' | 'rahasia',
  now: string,
) => {
  const situation = aSituation({ now, desk: desk(topic) });
  const subject = aCase({
    answers: {
      event: topic,
      hostLink: link,
      notes: topic,
      sensitivity,
      recording: true,
      equipment: [{ name: 'Tripod Kamera', quantity: 3, known: true }],
    },
    staff: {
      confirmed: { kind: 'ticked' },
      meetingLink: link,
      meetingId,
      recordingResult: { kind: 'link', link: recording },
      coordination: topic,
    },
  });
  return { cases: decide([subject], situation), situation };
};

const moments = fc.constantFrom('2026-11-17T09:00', '2026-11-24T09:00', '2027-01-05T09:00');

describe('a confidential event', () => {
  test('never tells topic, link or recording in a recap, an evaluation or a file name', () => {
    fc.assert(
      fc.property(secrets, moments, (hidden, now) => {
        const { cases, situation } = decided(hidden, 'rahasia', now);
        const november = Temporal.PlainYearMonth.from('2026-11');
        const documents = wantedDocuments(cases, situation);
        const open = JSON.stringify([
          monthlyRecapView(cases, situation, november),
          yearlyEvaluationView(cases, situation, 2026),
          documents.map(({ name, folder, because }) => [name, folder, because]),
        ]);

        expect(documents.length).toBeGreaterThan(0);
        for (const text of Object.values(hidden)) expect(open).not.toContain(text);
      }),
      { numRuns: runs(13, 40) },
    );
  });

  test('never tells its topic in a letter that leaves the office', () => {
    fc.assert(
      fc.property(secrets, (hidden) => {
        const { cases, situation } = decided(hidden, 'rahasia', '2026-11-17T09:00');
        const letters = wantedDocuments(cases, situation).filter(({ ticket }) => ticket);

        expect(letters.map(({ kind }) => kind)).toContain('surat-tugas');
        for (const text of Object.values(hidden)) {
          expect(JSON.stringify(letters)).not.toContain(text);
        }
      }),
      { numRuns: runs(13, 40) },
    );
  });

  test('never tells link or recording anywhere, not even in its own report', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('terbatas' as const, 'rahasia' as const),
        moments,
        ({ topic, ...hidden }, sensitivity, now) => {
          const { cases, situation } = decided({ topic, ...hidden }, sensitivity, now);
          const all = JSON.stringify(wantedDocuments(cases, situation));

          for (const text of Object.values(hidden)) expect(all).not.toContain(text);
        },
      ),
      { numRuns: runs(13, 40) },
    );
  });
});
