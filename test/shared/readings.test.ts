import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/core/cases/request.ts';
import { clockTime } from '../../src/core/cases/wording.ts';
import { timeZoneOf } from '../../src/core/clock/zones.ts';
import { readRequest } from '../../src/core/reading/read-request.ts';
import { readSettings } from '../../src/core/reading/registers/settings.ts';
import type { Cell } from '../../src/core/sheet/snapshot.ts';

/** Expressions from real ledgers with their right readings, which not everybody has. */
const file = new URL('../../../shared/cases/readings/give.csv', import.meta.url);

/** The fields whose every line is held to its right readings here. */
const judged = [
  ...['startDay', 'endDay', 'startTime', 'endTime', 'zone', 'submittedAt', 'letterDay'],
] as const;

/** A year off is asked, although the lines take it as it stands. */
const rightlyAsked = new Set(['10 Nov 25', '23-11-2027']);

interface Line {
  readonly field: string;
  readonly typed: string;
  readonly others: Readonly<Record<string, Cell>>;
  readonly right: readonly string[];
}

const settings = readSettings(
  { tabs: [{ name: 'Pengaturan', rows: [['Pengaturan', 'Nilai', 'Penjelasan']] }] },
  [],
);

const read = ({ field, others }: Line, cell: Cell): Request =>
  readRequest({
    row: 2,
    cells: {
      submittedAt: '16/11/2026 08.00.00',
      requesterName: 'Pemohon',
      institution: 'Badan Contoh',
      phone: '081200001111',
      event: 'Rapat',
      startDay: '23/11/2026',
      startTime: '09.00',
      place: 'Aula',
      serviceKind: 'Operator saja',
      ...others,
      [field]: cell,
    },
    timeZone: 'Asia/Makassar',
    settings,
  });

/** What came of a line, in the words of the file. */
const outcome = (field: string, { answers }: Request): string => {
  const { submittedAt, letterDay, schedule } = answers;
  switch (field) {
    case 'submittedAt':
      return submittedAt === undefined
        ? 'ask'
        : String(submittedAt.toZonedDateTimeISO('Asia/Makassar').toPlainDateTime());
    case 'letterDay':
      return letterDay === undefined ? 'ask' : String(letterDay);
    default: {
      const first = schedule?.sessions[0];
      const last = schedule?.sessions.at(-1);
      if (schedule === undefined || first === undefined || last === undefined) return 'ask';
      const { startDay, endDay, openEnd, zone } = schedule;
      const clock = (time: typeof first.start) =>
        clockTime(time.withTimeZone(timeZoneOf[zone])).replace('.', ':');
      const days = startDay.equals(endDay) ? String(startDay) : `${startDay}..${endDay}`;
      return `${days} ${clock(first.start)}-${openEnd ? 'selesai' : clock(last.end)} ${zone}`;
    }
  }
};

/** A figure may have been a number or a text in its cell, which the file does not tell apart. */
const cellsOf = (typed: string): readonly Cell[] =>
  /^-?\d+(?:\.\d+)?$/.test(typed) ? [typed, Number(typed)] : [typed];

describe.skipIf(!existsSync(file))('readings of real expressions', () => {
  test.each(judged)('are right or asked in the field %s', (field) => {
    const lines = linesIn(readFileSync(file, 'utf8')).filter((line) => line.field === field);
    const wrong = lines.filter((line) => {
      const found = cellsOf(line.typed).map((cell) => outcome(field, read(line, cell)));
      const isRight = found.some((one) => line.right.includes(one));
      const isSafe = found.every((one) => one === 'ask' || line.right.includes(one));
      return !(isSafe && (isRight || rightlyAsked.has(line.typed)));
    });

    expect(lines.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

if (!existsSync(file))
  process.stdout.write('readings of real expressions: skipped, the file of cases is not here\n');

const linesIn = (text: string): readonly Line[] =>
  rowsIn(text)
    .slice(1)
    .filter(([field = '']) => field !== '')
    .map(([field = '', typed = '', others = '', _now, right = '']) => ({
      field,
      typed,
      others: others === '' ? {} : JSON.parse(others),
      right: right.split(' OR '),
    }));

/** The fields of each record; one in quotes may hold commas, quotes and new lines. */
const rowsIn = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows;
};
