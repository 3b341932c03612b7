import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromSerial } from '../../../src/core/sheet/serial.ts';
import { runs } from '../../support/long-runs.ts';
import {
  columnOf,
  type Kill,
  type Row,
  SeriesLife,
  type Sheet,
  weekly,
} from '../../support/series-life.ts';

const made = ['2026-11-30', '2026-12-07', '2026-12-14'];
const daysOf = (life: SeriesLife): readonly string[] =>
  life
    .cells('startDay')
    .flatMap((cell) => (typeof cell === 'number' ? [String(dayFromSerial(cell))] : []));

const accepted = (answer = 'ya', row: Row = weekly): SeriesLife => {
  const life = new SeriesLife({ ...row, repeat: answer });
  life.pass();
  life.pass();
  return life;
};

describe('the rows of an event that comes again', () => {
  test('are not made before somebody accepts the days', () => {
    const life = new SeriesLife(weekly);
    life.pass();
    life.pass();
    expect(life.added).toEqual([]);
  });

  test('hold all answers, another day, and a stamp that no other row bears', () => {
    const life = accepted();

    expect(daysOf(life)).toEqual(made);
    expect(new Set(life.cells('submittedAt')).size).toBe(4);
    expect(life.cells('startTime').slice(1)).toEqual(['09.00', '09.00', '09.00']);
    expect(new Set(life.cells('letterNumber')).size).toBe(1);
    expect(life.cells('repeat').slice(1)).toEqual([
      'seri VC-2026-0001, 30 November 2026',
      'seri VC-2026-0001, 7 Desember 2026',
      'seri VC-2026-0001, 14 Desember 2026',
    ]);
    expect(life.cells('ticket')).toEqual([1, 2, 3, 4].map((number) => `VC-2026-000${number}`));
  });

  test('are requests like any other, and none is taken for the same event on another day', () => {
    for (const { decided, findings } of accepted().cases()) {
      expect(decided.officers?.kind).toBe('assigned');
      expect(findings.filter(({ text }) => /ganda|geser/.test(text))).toEqual([]);
    }
  });

  test.each([
    ['ya, kecuali 7 Des', ['2026-11-30', '2026-12-14']],
    ['ya kecuali 7 dan 14', ['2026-11-30']],
    ['ya, lewati hari libur', ['2026-11-30', '2026-12-07']],
    ['Ya, kecuali 23 November', made.slice(1)],
    ['tidak', []],
    ['ya, 7 Des', []],
  ])('are made as the answer says: %s', (answer, days) => {
    const life = accepted(answer);
    expect(life.added).toEqual(days.map((day) => `VC-2026-0001 ${day}`));
  });

  test('are named where the first row is put on the day of another afterwards, until one of the two is called off', () => {
    const life = accepted();
    const taken = () =>
      life
        .cases()
        .flatMap(({ ticket, findings }) =>
          findings
            .filter(({ text }) => text.includes('padahal hari itu sudah ada barisnya'))
            .map(({ text }) => `${ticket}: ${text}`),
        );
    expect(taken()).toEqual([]);
    life.type('VC-2026-0001', 'repeat', 'ya, kecuali 23 November');
    life.pass();

    expect(taken()).toEqual([
      expect.stringMatching(/^VC-2026-0001: .*Senin 30 November 2026.*\(VC-2026-0002\)/),
    ]);
    life.type('VC-2026-0002', 'state', 'Dibatalkan');
    expect(taken()).toEqual([]);
  });

  test('are not made on a day on which nobody is free, where those are to be left out', () => {
    const busy: Row = {
      ...weekly,
      ...{ submittedAt: 46_342, email: 'lain@contoh.test', institution: 'Dinas Lain' },
      ...{ event: 'Bimbingan Teknis', letterNumber: '9/2026', place: 'Gedung Lain' },
      ...{ startDay: '7/12/2026', startTime: '09.00' },
    };
    const life = new SeriesLife(busy, { ...busy, submittedAt: 46_342.1, place: 'Gedung Dua' });
    life.change((below) => [...below, ...new SeriesLife(weekly).sheet()]);
    life.pass();
    expect(life.cell('VC-2026-0003', 'remarks')).toContain('Senin 7 Desember 2026 (bentrok: ');

    life.type('VC-2026-0003', 'repeat', 'ya, lewati yang bentrok');
    life.pass();

    expect(life.added).toEqual(['VC-2026-0003 2026-11-30', 'VC-2026-0003 2026-12-14']);
  });

  test('are offered so that the answer does not take away the days that staff wrote', () => {
    const life = new SeriesLife({
      ...weekly,
      startDay: '23/11/2026',
      repeat: 'setiap minggu 3 kali',
    });
    life.pass();

    expect(life.cell('VC-2026-0001', 'remarks')).toContain(
      'Tulis "ya" di Ulangi, di belakang tulisan yang sudah ada, untuk membuat',
    );
  });

  test('come of a row whose Ulangi staff filled, on its hours, for as many days as it lasts', () => {
    const life = accepted('setiap minggu 3 kali, ya', {
      ...weekly,
      startDay: '24/11/2026',
      endDay: '25/11/2026',
    });
    expect(daysOf(life)).toEqual(['2026-12-01', '2026-12-08']);
    expect(life.cells('endDay').slice(1).map(Number).map(dayFromSerial).map(String)).toEqual([
      '2026-12-02',
      '2026-12-09',
    ]);
  });

  test('wait until the row itself is complete', () => {
    const life = accepted('ya', { ...weekly, place: '' });
    expect(life.added).toEqual([]);
    expect(life.cell('VC-2026-0001', 'remarks')).toContain('setelah isian baris ini lengkap');

    life.type('VC-2026-0001', 'place', 'Aula');
    life.pass();

    expect(life.added).toHaveLength(3);
  });

  test('of days that have gone by are not made', () => {
    const life = new SeriesLife({ ...weekly, repeat: 'ya' });
    life.pass({ now: '2026-12-01T08:00:00+08:00' });
    expect(life.added).toEqual(['VC-2026-0001 2026-12-07', 'VC-2026-0001 2026-12-14']);
  });

  test('of days that the requester adds later are asked about first', () => {
    const life = accepted();
    life.type('VC-2026-0001', 'startDay', 'Setiap Senin sampai 21 Desember 2026');
    life.pass();
    expect(life.added).toHaveLength(3);
    expect(life.cell('VC-2026-0001', 'remarks')).toContain(
      'Senin 21 Desember 2026. Tulis "ya lagi"',
    );

    life.type('VC-2026-0001', 'repeat', 'ya lagi');
    life.pass();

    expect(life.added.at(-1)).toBe('VC-2026-0001 2026-12-21');
    expect(life.added).toHaveLength(4);
  });

  test('are named as the same event where the row itself came to one of their days', () => {
    const life = accepted();
    life.type('VC-2026-0001', 'repeat', 'ya, kecuali 23 Nov');
    life.pass();
    expect(life.added).toHaveLength(3);
    expect(life.cells('remarks').join()).toMatch(/ganda dengan VC-2026-000[12]/);
  });

  test('go on where the row itself is called off, which says so', () => {
    const life = accepted();
    life.type('VC-2026-0001', 'state', 'Dibatalkan');
    life.type('VC-2026-0003', 'state', 'Dibatalkan');
    life.pass();

    expect(life.cells('state')).toEqual(['Dibatalkan', 'Diterima', 'Dibatalkan', 'Diterima']);
    expect(life.cell('VC-2026-0001', 'remarks')).toContain(
      'Yang batal hanya hari baris ini. Hari lainnya tetap berjalan: Senin 30 November 2026 (VC-2026-0002); Senin 14 Desember 2026 (VC-2026-0004). Bila ikut batal, pilih Status Dibatalkan pada masing-masing barisnya.',
    );
  });

  test('are known again beside a new ledger, and what was deleted before is asked about', () => {
    const life = accepted();
    life.delete('VC-2026-0003');
    life.pass();
    life.loseLedger();
    life.pass();
    life.pass();

    expect(life.added).toHaveLength(3);
    expect(life.cell('VC-2026-0001', 'remarks')).toContain('7 Desember 2026. Tulis "ya lagi"');
  });

  test('that were put into the sheet by a pass that was killed then are not made again where staff delete one', () => {
    const life = new SeriesLife({ ...weekly, repeat: 'ya' });
    life.pass({ kill: 'after the rows' });
    life.change((below) => below.filter((_, at) => at !== 2));
    life.pass();
    life.pass();

    expect(daysOf(life)).toEqual(['2026-11-30', '2026-12-14']);
    expect(life.cell('VC-2026-0001', 'remarks')).toContain(
      'Senin 7 Desember 2026 (barisnya tidak ada lagi)',
    );
    expect(life.added).toHaveLength(3);
  });

  test('none of which stands after a pass was killed are asked about, and made once somebody says so anew', () => {
    const killed = (kill: Kill) => {
      const life = new SeriesLife({ ...weekly, repeat: 'ya, kecuali 7 Des' });
      life.pass({ kill });
      life.change((below) => below.slice(0, 1));
      life.pass();
      life.pass();
      expect(daysOf(life)).toEqual([]);
      expect(life.cell('VC-2026-0001', 'remarks')).toContain(
        'Pemeriksaan terputus saat membuat baris untuk Senin 30 November 2026 dan Senin 14 Desember 2026, dan sekarang tidak satu pun barisnya ada. Tulis "ya lagi" di Ulangi untuk membuatnya, atau "tidak" bila memang sudah dihapus.',
      );
      return life;
    };
    const again = killed('after the rows');
    again.type('VC-2026-0001', 'repeat', 'ya lagi');
    again.pass();
    again.pass();
    expect(daysOf(again)).toEqual(made);

    const no = killed('before the rows');
    no.type('VC-2026-0001', 'repeat', 'tidak');
    no.pass();
    no.type('VC-2026-0001', 'repeat', 'ya, kecuali 30 Nov');
    no.pass();
    expect(daysOf(no)).toEqual(['2026-12-07', '2026-12-14']);
  });

  test('are never made twice for one answer, whatever is sorted, deleted, called off, retyped or killed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
        const life = new SeriesLife(weekly);
        /** How often each row was made for the answer that stands. */
        let before = life.added.length;
        for (const each of [...steps, { kind: 'pass' } as const, { kind: 'pass' } as const]) {
          const answer = life.cell('VC-2026-0001', 'repeat');
          take(each, life);
          if (life.cell('VC-2026-0001', 'repeat') !== answer) before = life.added.length;
          const since = life.added.slice(before);
          expect(new Set(since).size).toBe(since.length);
        }
        const row = life.cell('VC-2026-0001', 'repeat');
        const isAsked = String(life.cell('VC-2026-0001', 'remarks')).includes('terputus');
        // Whatever was killed: what is accepted is made in the end, or asked about.
        if (row === 'ya lagi' && !isAsked) expect(life.added.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: runs(8, 300) },
    );
  });

  test('that staff delete are never made again without an answer to a question, whenever a pass was killed', () => {
    fc.assert(
      fc.property(fc.array(quietStep, { maxLength: 9 }), (steps) => {
        const life = new SeriesLife({ ...weekly, repeat: 'ya' });
        life.pass({ kill: 'after the rows' });
        for (const each of steps) take(each, life);
        life.pass();
        expect(life.added).toHaveLength(3);
      }),
      { numRuns: runs(8, 300) },
    );
  });
});

type Step =
  | { readonly kind: 'pass'; readonly kill?: Kill }
  | { readonly kind: 'answer'; readonly as: string }
  | { readonly kind: 'until'; readonly day: string }
  | { readonly kind: 'sort' | 'delete' | 'call off' | 'lose mark'; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('pass' as const),
    kill: fc.constantFrom<Kill>('before the promise', 'before the rows', 'after the rows'),
  }),
  fc.constant({ kind: 'pass' as const }),
  fc.record({
    kind: fc.constant('answer' as const),
    as: fc.constantFrom('ya', 'ya lagi', 'ya, kecuali 7 Des', 'ya, lewati hari libur', 'tidak', ''),
  }),
  fc.record({
    kind: fc.constant('until' as const),
    day: fc.constantFrom('14 Desember 2026', '21 Desember 2026', '7 Desember 2026'),
  }),
  fc.record({
    kind: fc.constantFrom(
      'sort' as const,
      'delete' as const,
      'call off' as const,
      'lose mark' as const,
    ),
    which: fc.integer({ min: 0, max: 4 }),
  }),
);

/** What leaves the answer as it is. */
const quietStep: fc.Arbitrary<Step> = step.filter(
  ({ kind }) => kind !== 'answer' && kind !== 'until',
);

const take = (each: Step, life: SeriesLife): void => {
  switch (each.kind) {
    case 'pass':
      life.pass(each.kill ? { kill: each.kill } : {});
      return;
    case 'answer':
      life.type('VC-2026-0001', 'repeat', each.as);
      return;
    case 'until':
      life.type('VC-2026-0001', 'startDay', `Setiap Senin sampai ${each.day}`);
      return;
    case 'sort':
      life.change((below) => [...below.slice(each.which), ...below.slice(0, each.which)]);
      return;
    case 'call off':
      life.type(`VC-2026-000${each.which + 2}`, 'state', 'Dibatalkan');
      return;
    case 'lose mark': {
      // Its stamp still says which it is.
      const mark = columnOf('repeat');
      life.change((below) =>
        below.map((row, at) =>
          at >= each.which && String(row[mark]).startsWith('seri') ? row.with(mark, '') : row,
        ),
      );
      return;
    }
    case 'delete':
      // By where it stands: whether or not a pass has given it a number since.
      life.change((below) => below.filter((row, at) => at !== each.which || !isMade(row)));
  }
};

const isMade = (row: Sheet[number]): boolean => typeof row[columnOf('startDay')] === 'number';
