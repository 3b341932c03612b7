import { describe, expect, test } from 'vitest';
import {
  problemLines,
  staffNoteLines,
  strayRowProblems,
} from '../../../src/core/overview/overview-rows.ts';
import { aCase } from '../../support/builders.ts';

const problems = (tab: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    tab,
    row: index + 2,
    text: `Salah ${index + 1}.`,
  }));

describe('rows to look at in Ringkasan', () => {
  test('stand tab by tab in the order of their rows', () => {
    expect(
      problemLines([...problems('Survei', 1), ...problems('Kendala', 2).toReversed()]),
    ).toEqual([
      ['Kendala', 2, 'Salah 1.'],
      ['Kendala', 3, 'Salah 2.'],
      ['Survei', 2, 'Salah 1.'],
    ]);
  });

  test('are eight of a tab at most; the others are named by their rows', () => {
    const lines = problemLines(problems('Kendala', 40));

    expect(lines).toHaveLength(9);
    expect(lines.at(-1)?.[2]).toMatch(
      /^dan 32 catatan lainnya \(baris 10, 11, .* dan 12 baris lagi\)\.$/,
    );
  });

  test('name rows of Permohonan that hold no request', () => {
    expect(strayRowProblems('Permohonan', [9])).toMatchObject([{ tab: 'Permohonan', row: 9 }]);
  });

  test('keep showing what staff wrote and nobody understood after the event is over', () => {
    const field = 'Mulai Aktual';
    const subject = aCase({
      findings: [{ kind: 'warning', field, text: 'Mulai Aktual "sembilan lewat" tidak terbaca.' }],
    });

    expect(staffNoteLines([subject])).toEqual([
      [
        subject.ticket,
        expect.any(String),
        expect.any(String),
        expect.any(String),
        'Mulai Aktual "sembilan lewat" tidak terbaca.',
      ],
    ]);
    expect(staffNoteLines([aCase()])).toEqual([]);
  });

  test('say which column is meant where the words alone do not', () => {
    const field = 'Peserta Hadir';
    const text = 'isian Setelah Kegiatan berbeda: "240" dan "231". Isi yang benar.';
    const subject = aCase({ findings: [{ kind: 'question', field, text }] });

    expect(staffNoteLines([subject])[0]?.at(-1)).toBe(`${field}: ${text}`);
  });
});
