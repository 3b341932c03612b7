import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RequestField, requestTab } from '../../../src/core/columns/request-tab.ts';
import type { RequestCells } from '../../../src/core/reading/read-answers.ts';
import { readRequest } from '../../../src/core/reading/read-request.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { at, instant, someSettings, timeZone } from '../../support/builders.ts';

const ordinary: RequestCells = {
  submittedAt: 46_342.375,
  email: 'rahmat@bappeda.test',
  requesterName: 'Rahmat Pakaya, S.Sos.',
  institution: 'Bappeda',
  phone: 81_200_000_001,
  event: 'Rapat Koordinasi Perencanaan',
  startDay: 46_349,
  startTime: 0.375,
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
};

const settings = someSettings({
  institutions: [{ name: 'Badan Perencanaan Pembangunan Daerah', spellings: ['bappeda'] }],
});

const reading = (cells: RequestCells) =>
  readRequest({ cells: { ...ordinary, ...cells }, row: 2, timeZone, settings });

const answersOf = (cells: RequestCells) => reading(cells).answers;

const said = (cells: RequestCells): readonly string[] =>
  reading(cells).findings.map(({ kind, text }) => `${kind}: ${text}`);

const sessionsOf = (cells: RequestCells): readonly string[] =>
  (answersOf(cells).schedule?.sessions ?? []).map(
    ({ start, end }) =>
      `${start.toPlainDateTime().toString({ smallestUnit: 'minute' })} ${end.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
  );

describe('read request', () => {
  test.each([
    [0, 'warning: Jumlah Peserta "0" tidak mungkin. Tulis satu jumlah, misalnya 50.'],
    [
      'belum diketahui',
      'warning: Jumlah Peserta "belum diketahui" belum menyebut jumlah. Tulis satu jumlah, misalnya 50.',
    ],
  ])('asks for a number of people where %j stands', (participants, text) => {
    expect(said({ participants })).toEqual([text]);
    expect(answersOf({ participants })).not.toHaveProperty('participants');
  });

  test('reads an ordinary row without a word', () => {
    expect(reading({})).toMatchObject({
      row: 2,
      findings: [],
      answers: {
        submittedAt: instant('2026-11-16T09:00'),
        email: 'rahmat@bappeda.test',
        requesterName: 'Rahmat Pakaya, S.Sos.',
        institution: 'Bappeda',
        institutionCanonical: 'Badan Perencanaan Pembangunan Daerah',
        phone: '6281200000001',
        serviceKind: 'link-and-operator',
        platform: 'Zoom',
        hostedElsewhere: false,
        equipment: [],
        recording: false,
        streaming: false,
        sensitivity: 'biasa',
        schedule: { openEnd: false, zone: 'WITA' },
      },
      staff: { confirmed: { kind: 'none' }, recordingResult: { kind: 'unknown' } },
    });
    expect(sessionsOf({})).toEqual(['2026-11-23T09:00 2026-11-23T11:00']);
  });

  test('tells everything that is missing at once, each with what to do', () => {
    const { findings, answers } = readRequest({ cells: {}, row: 2, timeZone, settings });

    expect(findings.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      'defect Nama Pemohon',
      'defect Instansi / Perangkat Daerah',
      'defect Nomor Telepon / WhatsApp',
      'defect Nama Kegiatan',
      'defect Tanggal Mulai',
      'defect Jam Mulai',
      'defect Jenis Layanan',
      'defect Tempat Kegiatan',
    ]);
    expect(answers.schedule).toBeUndefined();
    for (const { text } of findings)
      expect(text).toMatch(/belum diisi\. (?:Tulis|Isi|Pilih) .+\.$/);
  });

  test('quotes a time that nobody can read', () => {
    expect(said({ startTime: 'setengah sepuluhan' })).toEqual([
      'defect: Jam Mulai "setengah sepuluhan" tidak terbaca. Tulis misalnya 09.30.',
    ]);
  });

  test('asks what an hour without a part of the day means', () => {
    expect(said({ startTime: 'jam 2', endTime: '' })).toEqual([
      'question: Jam Mulai "jam 2" bisa berarti pukul 02.00 atau 14.00. Tulis 02.00 atau 14.00.',
    ]);
  });

  test('is content with a telephone number or an e-mail address', () => {
    expect(said({ phone: '' })).toEqual([]);
    expect(said({ email: '' })).toEqual([]);
    expect(said({ phone: 'menyusul' })).toMatchObject([/^warning: Nomor Telepon/]);
    expect(said({ phone: 'menyusul', email: '' })).toMatchObject([/^defect: Nomor Telepon/]);
  });

  test('needs no place for a link alone', () => {
    expect(said({ place: '', serviceKind: 'link' })).toEqual([]);
    expect(said({ place: '-' })).toMatchObject([/^defect: Tempat Kegiatan belum diisi/]);
  });

  test('proposes a similar institution and leaves the one that was typed', () => {
    const request = reading({ institution: 'Badan Perencanan Pembangunan Daerah' });

    expect(request.answers.institution).toBe('Badan Perencanan Pembangunan Daerah');
    expect(request.answers.institutionCanonical).toBeUndefined();
    expect(request.findings).toMatchObject([
      { kind: 'warning', field: 'Instansi / Perangkat Daerah' },
    ]);
  });

  test('treats an event of unclear sensitivity as confidential until that is answered', () => {
    const request = reading({ sensitivity: 'internal pimpinan' });

    expect(request.answers.sensitivity).toBe('rahasia');
    expect(request.findings).toMatchObject([{ kind: 'question', field: 'Sifat Kegiatan' }]);
  });

  test('asks for the link of a meeting that another office hosts', () => {
    expect(answersOf({ host: 'Instansi lain' }).hostedElsewhere).toBe(true);
    expect(said({ host: 'Kemendagri' })).toMatchObject([/^warning: Tautan/]);
    expect(answersOf({ hostLink: '123 456' }).hostedElsewhere).toBe(true);
    expect(answersOf({ host: 'Dinas Kominfotik' }).hostedElsewhere).toBe(false);
  });

  // What an import could not make out it asks there, and that does keep a coming event from being complete.
  test('never makes a request incomplete for what staff wrote', () => {
    const staffCells = Object.fromEntries(
      requestTab.columns.flatMap(({ field, owner }) =>
        owner === 'staff' && field !== 'importCheck' ? [[field, '??? 3']] : [],
      ),
    );

    const { findings } = reading(staffCells);

    expect(findings.length).toBeGreaterThan(5);
    expect(findings.every(({ kind }) => kind === 'warning')).toBe(true);
  });

  test('gives a request for any cells whatever', () => {
    const fields = requestTab.columns.map(({ field }) => field);
    const anyCell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(
        '23-25 Nov',
        '31/2/2026',
        'jam 0',
        'selesai',
        '24.00',
        '9-3',
        'm11 m12',
        '1.2.3',
      ),
      fc.string({ unit: fc.constantFrom(...'0123456789-/., :sdjamWITA~') }),
    );
    const anyRow = fc.dictionary(fc.constantFrom<RequestField>(...fields), anyCell, {
      maxKeys: 60,
    });
    fc.assert(
      fc.property(anyRow, (cells) => {
        const request = readRequest({ cells, row: 7, timeZone, settings });

        expect(request.row).toBe(7);
        for (const { start, end } of request.answers.schedule?.sessions ?? [])
          expect(start.until(end).sign).toBe(1);
        for (const { text } of request.findings) expect(text).toMatch(/[.!?]\s?$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('when the event takes place', () => {
  test('is one session a day with the same hours', () => {
    expect(sessionsOf({ endDay: 46_351 })).toEqual([
      '2026-11-23T09:00 2026-11-23T11:00',
      '2026-11-24T09:00 2026-11-24T11:00',
      '2026-11-25T09:00 2026-11-25T11:00',
    ]);
    expect(sessionsOf({ startDay: '23-25 November 2026' })).toHaveLength(3);
  });

  test('has an assumed end when the end is open or missing', () => {
    for (const cells of [
      { endTime: 'Seelsai' },
      { endTime: '' },
      { startTime: '09.00 - selesai', endTime: '' },
    ]) {
      expect(sessionsOf(cells)).toEqual(['2026-11-23T09:00 2026-11-23T12:00']);
      expect(answersOf(cells).schedule?.openEnd).toBe(true);
    }
  });

  test('takes the end from a range in the start cell', () => {
    const cells = { startTime: '09.00 s/d 12.30', endTime: '' };

    expect(sessionsOf(cells)).toEqual(['2026-11-23T09:00 2026-11-23T12:30']);
  });

  test('takes the hours from the day cell when they stand there', () => {
    const inText = { startDay: 'Senin, 23 November 2026 pukul 13.30', startTime: '', endTime: '' };
    const inSerial = { startDay: 46_349.5625, startTime: '', endTime: '' };

    expect(sessionsOf(inText)).toEqual(['2026-11-23T13:30 2026-11-23T16:30']);
    expect(sessionsOf(inSerial)).toEqual(sessionsOf(inText));
  });

  test('is converted to the office from the zone that was typed', () => {
    expect(sessionsOf({ startTime: '10.00 WIB', endTime: '12.00' })).toEqual([
      '2026-11-23T11:00 2026-11-23T13:00',
    ]);
    const schedule = answersOf({ startTime: '23.30', endTime: 'selesai', zone: 'WIB' }).schedule;
    expect(schedule?.startDay.toString()).toBe('2026-11-24');
    expect(schedule?.zone).toBe('WIB');
    expect(schedule?.sessions[0]?.start.equals(at('2026-11-24T00:30'))).toBe(true);
  });

  test('asks when text and column name different zones', () => {
    const cells = { startTime: '10.00 WIB', zone: 'WITA' };

    expect(said(cells)).toEqual([
      'question: Zona waktu disebut berbeda-beda: WITA dan WIB. Tulis satu zona yang benar.',
    ]);
    expect(answersOf(cells).schedule).toBeUndefined();
  });

  test('goes past midnight in the evening, and says so', () => {
    const cells = { startTime: '22.00', endTime: '01.00' };

    expect(sessionsOf(cells)).toEqual(['2026-11-23T22:00 2026-11-24T01:00']);
    expect(sessionsOf({ ...cells, endDay: 46_350 })).toEqual(sessionsOf(cells));
    expect(said(cells)).toMatchObject([/^warning: Kegiatan melewati tengah malam/]);
  });

  test('lasts until midnight without a word', () => {
    expect(sessionsOf({ startTime: '20.00', endTime: '24.00' })).toEqual([
      '2026-11-23T20:00 2026-11-24T00:00',
    ]);
    expect(said({ startTime: '20.00', endTime: 0 })).toEqual([]);
  });

  test.each([
    ['the end comes before the start', { endTime: '08.00' }],
    ['the last day comes before the first', { endDay: 46_340 }],
    ['two ends are given', { startTime: '09.00-12.00', endTime: '13.00' }],
    ['two last days are given', { startDay: '23-24 November 2026', endDay: 46_352 }],
    ['it would last for months', { endDay: 46_449 }],
    ['weekday and date do not agree', { startDay: 'Sabtu, 22 November 2026' }],
    ['it starts at 24.00', { startTime: '24.00', endTime: '' }],
  ])('is asked, and the row goes without a schedule, when %s', (_, cells) => {
    const request = reading(cells);

    expect(request.answers.schedule).toBeUndefined();
    expect(request.findings).toMatchObject([{ kind: 'question' }]);
  });

  test('warns of a day more than a year away', () => {
    expect(said({ startDay: '23/11/2028' })).toMatchObject([
      /^warning: Tanggal Mulai 23 November 2028/,
    ]);
    expect(said({ startDay: '23/11/2023' })).toMatchObject([
      /^warning: Tanggal Mulai 23 November 2023/,
    ]);
  });
});

describe('a cell into which somebody pasted a letter', () => {
  const letter = 'Dengan hormat kami mohon bantuan. '.repeat(1000);

  test('is read from its beginning only, and that is said', () => {
    expect(said({ platform: `Zoom ${letter}` })).toContain(
      'warning: Platform terlalu panjang: hanya 2.000 karakter pertama yang dibaca. Tulis singkat.',
    );
  });

  test('stays whole where documents print it as typed', () => {
    const { event, notes, institution } = answersOf({
      event: letter,
      notes: letter,
      institution: letter,
    });

    expect([event, notes, institution]).toEqual([letter.trim(), letter.trim(), letter.trim()]);
    expect(said({ event: letter, notes: letter, institution: letter })).toEqual([]);
  });

  test('is never cut inside a letter of two halves', () => {
    const unknown = `a${'😀'.repeat(2000)}`;

    expect(answersOf({ platform: unknown }).platform).toBe(`a${'😀'.repeat(999)}`);
  });
});

describe('an event that comes again, asked for on one of its days', () => {
  const monday = 46_342;
  const daysOf = (cells: RequestCells): string => {
    const { series } = reading({
      startDay: 'setiap Senin sampai 30 November 2026',
      repeat: 'ya',
      ...cells,
    }).staff;
    return series?.kind === 'repeats' ? [series.own, ...series.others].join(' ') : '';
  };
  const fromToday = '2026-11-16 2026-11-23 2026-11-30';
  const fromNextWeek = '2026-11-23 2026-11-30';

  test('begins on that very day while its hour is still to come', () => {
    expect(daysOf({ submittedAt: monday + 8 / 24, startTime: '09.00' })).toBe(fromToday);
    expect(daysOf({ submittedAt: monday + 9.5 / 24, startTime: '09.00 WIB' })).toBe(fromToday);
  });

  test('begins a week later once its hour has come', () => {
    expect(daysOf({ submittedAt: monday + 14 / 24, startTime: '09.00' })).toBe(fromNextWeek);
    expect(daysOf({ submittedAt: monday + 9.5 / 24, startTime: '09.00 WIT' })).toBe(fromNextWeek);
    expect(
      daysOf({
        submittedAt: monday + 14 / 24,
        startDay: 'setiap Senin, 2 kali',
        startTime: '09.00',
      }),
    ).toBe(fromNextWeek);
  });

  test('begins when its words or a day of its own say so, whatever the hour', () => {
    const submittedAt = monday + 14 / 24;

    expect(
      daysOf({
        submittedAt,
        startDay: 'setiap Senin mulai 16 November 2026 sampai 30 November 2026',
      }),
    ).toBe(fromToday);
    expect(
      daysOf({ submittedAt, startDay: monday, repeat: 'tiap Senin sampai 30 November; ya' }),
    ).toBe(fromToday);
  });

  test('says what is wrong with it once', () => {
    const texts = said({
      submittedAt: monday + 14 / 24,
      startDay: 'setiap Senin sampai 30 Nov',
      repeat: 'ya, kecuali 24 Nov',
    });

    expect(new Set(texts).size).toBe(texts.length);
  });
});
