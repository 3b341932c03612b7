import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { startNotes } from '../../../src/core/reading/notes.ts';
import type { RequestCells } from '../../../src/core/reading/read-answers.ts';
import { mentionsSeries, readSeries } from '../../../src/core/reading/read-series.ts';

const reference = Temporal.PlainDate.from('2026-11-18');

const said = (cells: RequestCells): string => {
  const notes = startNotes();
  const series = readSeries({ cells, reference, notes });
  const found = notes.findings.map(({ kind, text }) => `${kind}: ${text}`);
  if (series?.kind !== 'repeats') return found.join() || String(series?.kind);
  const { own, others, answer } = series;
  const but =
    answer.kind === 'yes' ? [...answer.except.map((day) => `-${day}`), ...answer.skips] : [];
  return [`${own} + ${others.join(' ')}`, answer.kind, ...but, ...found].join(' | ');
};

const monday = '23/11/2026';
const mondays = '2026-11-23 + 2026-11-30 2026-12-07 2026-12-14';

describe('Ulangi', () => {
  test.each([
    ['tiap Senin sampai 14 Desember', `${mondays} | none`],
    ['setiap minggu 4 kali', `${mondays} | none`],
    ['mingguan s.d. 14/12/2026; ya', `${mondays} | yes`],
    ['tiap Senin 4x; iya', `${mondays} | yes`],
    ['Senin sampai 14 Des - YA, kecuali 7 Des', `${mondays} | yes | -2026-12-07`],
    ['tiap Senin 4x, ya kecuali 30 Nov dan 14 Des', `${mondays} | yes | -2026-11-30 | -2026-12-14`],
    ['tiap Senin 4x; ya, lewati yang bentrok, hari libur', `${mondays} | yes | clashes | holidays`],
    ['tiap Senin 4x; tidak', `${mondays} | no`],
    ['ya, tiap Senin sampai 14 Desember', `${mondays} | yes`],
    ['Ya. Tiap Senin 4 kali, kecuali 7 Des', `${mondays} | yes | -2026-12-07`],
    ['setuju tiap Senin 4x lewati yang bentrok', `${mondays} | yes | clashes`],
    ['tiap bulan sampai Januari', '2026-11-23 + 2026-12-23 2027-01-23 | none'],
    ['2 minggu sekali, 3 kali', '2026-11-23 + 2026-12-07 2026-12-21 | none'],
  ])('says the days and the answer: %s', (repeat, meaning) => {
    expect(said({ startDay: monday, repeat })).toBe(meaning);
  });

  test.each([
    'tiap Senin 4x; ya, 7 Des',
    'tiap Senin 4x; ya, termasuk yang bentrok',
    'tiap Senin 4x; ya, kecuali 8 Des',
  ])('accepts nothing that may mean something else: %s', (repeat) => {
    expect(said({ startDay: monday, repeat })).toMatch(
      new RegExp(`^${mondays.replace('+', '\\+')} \\| none \\| warning: Ulangi .* belum jelas`),
    );
  });

  test.each([
    ['ya', 'di depan jawaban, misalnya "tiap Senin sampai 14 Desember 2026; ya"'],
    ['tidak tiap Senin sampai 14 Des', 'belum menyebut harinya'],
    ['apa kabar', 'tidak terbaca'],
    ['tiap Senin', 'tanpa batas'],
    ['tiap Senin di Aula sampai 14 Des', 'tidak terbaca'],
  ])('is asked about where it says no days: %s', (repeat, what) => {
    expect(said({ startDay: monday, repeat })).toContain(what);
  });

  test('answers the words of the requester, whose last day may stand in Tanggal Selesai', () => {
    expect(said({ startDay: 'Setiap Senin', endDay: '14/12/2026', repeat: 'ya' })).toBe(
      `${mondays} | yes`,
    );
    expect(said({ startDay: 'setiap Senin sampai 14 Des', repeat: 'ya, kecuali 23 Nov' })).toBe(
      '2026-11-30 + 2026-11-23 2026-12-07 2026-12-14 | yes | -2026-11-23',
    );
  });

  test('asks where Tanggal Selesai says another end than the words', () => {
    const startDay = 'setiap Senin sampai 14 Des';

    expect(said({ startDay, endDay: '21/12/2026', repeat: 'ya' })).toBe(
      `${mondays} | yes | question: Tanggal Selesai "21/12/2026" tidak sama dengan batas kegiatan berulang, 14 Desember 2026. Samakan keduanya.`,
    );
    expect(said({ startDay, endDay: '14/12/2026', repeat: 'ya' })).toBe(`${mondays} | yes`);
  });

  test('names the row whose event it is, as the service writes it', () => {
    expect(said({ startDay: monday, repeat: 'seri VC-2026-0012, 23 November 2026' })).toBe('made');
  });

  test('has to be there before anything is offered', () => {
    expect(mentionsSeries({ startDay: 'setiap Senin sampai 14 Des' })).toBe(false);
    expect(mentionsSeries({ startDay: 'setiap Senin sampai 14 Des', repeat: '' })).toBe(true);
    expect(mentionsSeries({ startDay: monday, repeat: '' })).toBe(false);
  });
});
