import { performance } from 'node:perf_hooks';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { readConfirmation } from '../../src/core/reading/read-confirmation.ts';
import { readCount } from '../../src/core/reading/read-count.ts';
import { readDays } from '../../src/core/reading/read-days.ts';
import { readEmail } from '../../src/core/reading/read-email.ts';
import { readEquipment } from '../../src/core/reading/read-equipment.ts';
import { readHost } from '../../src/core/reading/read-host.ts';
import { readInstitution } from '../../src/core/reading/read-institution.ts';
import { readMoment } from '../../src/core/reading/read-moment.ts';
import { readNetworkState } from '../../src/core/reading/read-network-state.ts';
import { readNip } from '../../src/core/reading/read-nip.ts';
import { readOfficial } from '../../src/core/reading/read-official.ts';
import { readPeople } from '../../src/core/reading/read-people.ts';
import { readPhone } from '../../src/core/reading/read-phone.ts';
import { readPlatform } from '../../src/core/reading/read-platform.ts';
import { readRecordingResult } from '../../src/core/reading/read-recording.ts';
import { readRow } from '../../src/core/reading/read-row.ts';
import { readSensitivity } from '../../src/core/reading/read-sensitivity.ts';
import { mentionsStreaming, readServiceKind } from '../../src/core/reading/read-service-kind.ts';
import { readSignOff } from '../../src/core/reading/read-sign-off.ts';
import { readTimes } from '../../src/core/reading/read-times.ts';
import { readWish } from '../../src/core/reading/read-wish.ts';
import { readTick } from '../../src/core/reading/read-yes-no.ts';
import { readZone } from '../../src/core/reading/read-zone.ts';
import { readSettings } from '../../src/core/reading/registers/settings.ts';
import { readState } from '../../src/core/reading/states.ts';

const LENGTHS = [2_000, 4_000, 8_000, 16_000, 32_000];
const MOST_EXPONENT = 1.1;
/** Long enough that the clock's own steps do not matter, short enough for all of them. */
const MEASURE_MS = 2;
/** A reader this slow is not tried on longer texts. */
const SLOW_MS = 1500;

const timeZone = 'Asia/Makassar';
const settings = readSettings({ tabs: [] }, []);

/** Texts on which readers that look back and forth take the square of their length, repeated to any length. */
const texts: Readonly<Record<string, string>> = {
  spaces: ' ',
  digits: '1',
  zeros: '0',
  'digits apart': '1 ',
  dots: '.',
  dashes: '-',
  slashes: '/',
  commas: ',',
  brackets: '(',
  'brackets closed': '(a)',
  quotes: '"',
  '@': '@',
  'a@': 'a@',
  'a.': 'a.',
  letters: 'a',
  words: 'kegiatan ',
  denials: 'tidak ',
  'yes and no': 'ya tidak ',
  numbers: 'dua puluh ',
  units: '2 unit ',
  things: 'laptop 2 ',
  cables: 'kabel/',
  links: 'link operator ',
  times: '09.00 ',
  ranges: '09.00-',
  days: '23/11/2026 ',
  months: '23 november ',
  'and so on': 's.d. ',
  until: 'sampai selesai ',
  zones: 'wita ',
  phones: '0812-',
  deputies: 'diwakili oleh ',
  degrees: 'S.Kom., ',
  lines: '\n',
  'lines of words': 'a\n',
  'halves of letters': '\ud83d',
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readEmail,
  readPhone,
  readNip,
  readCount,
  'readWish recording': (text) => readWish(text, 'recording'),
  'readWish streaming': (text) => readWish(text, 'streaming'),
  readSensitivity,
  readServiceKind,
  mentionsStreaming,
  readPlatform,
  readEquipment,
  readHost: (text) => readHost(text, settings),
  readInstitution: (text) => readInstitution(text, settings.institutions, settings),
  readOfficial: (text) => readOfficial(text),
  readPeople,
  readRecordingResult,
  readSignOff: (text) => readSignOff(text, undefined),
  readConfirmation: (text) => readConfirmation(text, { timeZone }),
  readNetworkState,
  readTick,
  readState,
  readZone,
  readTimes,
  readDays: (text) => readDays(text, undefined),
  readMoment: (text) => readMoment(text, { timeZone }),
  'whole row': (text) =>
    readRow(Object.fromEntries(requestTab.columns.map(({ field }) => [field, text])), { timeZone }),
};

interface Growth {
  readonly text: string;
  readonly exponent: number;
  readonly longestMs: number;
}

/**
 * Measures how the time of each reader grows with the length of the text, over texts made to be slow, as the slope of
 * log time over log length: 1 is linear, 2 quadratic. Prints the worst of each reader. Readers of short answers look no
 * further than some hundred characters and have hardly any slope.
 */
export const run = (): void => {
  process.stdout.write(
    `${'reader'.padEnd(22)}${'worst text'.padEnd(20)}${'exponent'.padStart(9)}${`ms at ${LENGTHS.at(-1)}`.padStart(14)}\n`,
  );
  for (const [name, read] of Object.entries(readers)) {
    const growths = Object.entries(texts).map(([text, piece]) => growthOf(read, text, piece));
    const worst = growths.reduce((most, one) => (one.exponent > most.exponent ? one : most));
    const slowest = Math.max(...growths.map(({ longestMs }) => longestMs));
    const isOver = worst.exponent > MOST_EXPONENT;
    if (isOver) process.exitCode = 1;
    process.stdout.write(
      `${name.padEnd(22)}${worst.text.padEnd(20)}${worst.exponent.toFixed(2).padStart(9)}${slowest.toFixed(2).padStart(14)}${isOver ? `  over ${MOST_EXPONENT}` : ''}\n`,
    );
  }
};

/** What is over the limit is measured again: another process may have held up the first time. */
const growthOf = (read: (text: string) => unknown, text: string, piece: string): Growth => {
  let best = measured(read, text, piece);
  for (let again = 0; again < 3 && best.exponent > MOST_EXPONENT; again += 1) {
    const next = measured(read, text, piece);
    if (next.exponent < best.exponent) best = next;
  }
  return best;
};

const measured = (read: (text: string) => unknown, text: string, piece: string): Growth => {
  const points: { readonly length: number; readonly ms: number }[] = [];
  read(piece.repeat(100));
  for (const length of LENGTHS) {
    const ms = msFor(read, piece.repeat(Math.ceil(length / piece.length)));
    points.push({ length, ms });
    if (ms > SLOW_MS) break;
  }
  return { text, exponent: slopeOf(points), longestMs: points.at(-1)?.ms ?? 0 };
};

/** The quickest of several readings; each reads a string of its own, so that nothing is remembered of the last. */
const msFor = (read: (text: string) => unknown, text: string): number => {
  let quickest = Number.POSITIVE_INFINITY;
  const begin = performance.now();
  for (let turn = 0; turn < 3 || performance.now() - begin < MEASURE_MS; turn += 1) {
    const own = `${text}${turn}`;
    const from = performance.now();
    read(own);
    quickest = Math.min(quickest, performance.now() - from);
    if (quickest > SLOW_MS) break;
  }
  return quickest;
};

const slopeOf = (points: readonly { readonly length: number; readonly ms: number }[]): number => {
  const xs = points.map(({ length }) => Math.log(length));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const both = xs.reduce((sum, value, index) => sum + (value - x) * ((ys[index] ?? 0) - y), 0);
  return both / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
};
