/**
 * Cells that officials typed, each with the right reading, from a folder beside the project that users do not have.
 * Where it is missing the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEmail } from '../../src/core/reading/read-email.ts';
import { readPhone } from '../../src/core/reading/read-phone.ts';
import type { Answers, Finding } from '../../src/index.ts';
import { readRow } from '../../src/index.ts';

const readings = new URL('../../../shared/cases/readings/give.csv', import.meta.url);
const messages = new URL('../../../shared/cases/messages/give.json', import.meta.url);
const isThere = existsSync(readings) && existsSync(messages);
if (!isThere) process.stdout.write('skipped: there is no ../shared/cases beside the project\n');

const row = {
  submittedAt: '16/11/2026 08.00.00',
  email: 'contoh@example.id',
  requesterName: 'Pemohon Contoh',
  institution: 'Badan Contoh',
  phone: '081200001111',
  event: 'Rapat Contoh',
  startDay: '23/11/2026',
  startTime: '09.00',
  place: 'Aula Contoh',
  serviceKind: 'Operator saja',
};

interface Read {
  readonly answers: Answers;
  /** What is asked about the column, or said to be unread. */
  readonly isAsked: boolean;
  readonly findings: readonly Finding[];
}

const stream = ({ streaming }: Answers): string => (streaming ? '+stream' : '');
const orAsked =
  (value: (answers: Answers) => unknown) =>
  ({ answers, isAsked }: Read): string =>
    isAsked ? 'ask' : String(value(answers) ?? 'ask');

/** Each column's answer in the words of the file. */
const shown: Readonly<Record<string, { header: string; show: (reading: Read) => string }>> = {
  equipment: {
    header: 'Peralatan yang Dibutuhkan',
    show: ({ answers }) =>
      answers.equipment.map((e) => `${e.name} x${e.quantity}${e.known ? '' : '?'}`).join('; '),
  },
  institution: {
    header: 'Instansi / Perangkat Daerah',
    show: ({ answers, findings }) => {
      const similar = /mungkin (.*?)\. Bila/.exec(findings.map(({ text }) => text).join(' '))?.[1];
      return similar === undefined
        ? (answers.institutionCanonical ?? 'unknown')
        : `similar: ${similar}`;
    },
  },
  host: {
    header: 'Penyelenggara Rapat (Host)',
    show: orAsked(({ hostedElsewhere }) => (hostedElsewhere ? 'elsewhere' : 'ours')),
  },
  requesterNip: { header: 'NIP Pemohon', show: ({ answers }) => answers.requesterNip ?? 'none' },
  plannedLeader: {
    header: 'Pejabat yang Memimpin (rencana)',
    show: ({ answers }) => JSON.stringify(answers.plannedLeader ?? null),
  },
  serviceKind: {
    header: 'Jenis Layanan',
    show: ({ answers }) => `${answers.serviceKind ?? 'ask'}${stream(answers)}`,
  },
  platform: {
    header: 'Platform',
    show: ({ answers, isAsked }) => (isAsked ? 'ask' : `${answers.platform}${stream(answers)}`),
  },
  participants: { header: 'Jumlah Peserta', show: orAsked(({ participants }) => participants) },
  recording: { header: 'Direkam', show: orAsked(({ recording }) => recording) },
  streaming: { header: 'Siaran Langsung', show: orAsked(({ streaming }) => streaming) },
  sensitivity: { header: 'Sifat Kegiatan', show: orAsked(({ sensitivity }) => sensitivity) },
  phone: { header: 'Nomor Telepon / WhatsApp', show: orAsked(({ phone }) => phone) },
};

const reading = (cells: Readonly<Record<string, string>>, header: string): Read => {
  const { answers, findings } = readRow({ ...row, ...cells }, { timeZone: 'Asia/Makassar' });
  const about = findings.filter(({ field }) => field === header);
  const isAsked = about.some(
    ({ kind, text }) =>
      kind !== 'warning' || /tidak terbaca|tidak dikenal|beberapa|hilang/.test(text),
  );
  return { answers, isAsked, findings: about };
};

/** The records of a CSV file: quoted fields may hold commas, doubled quotes and line breaks. */
const recordsOf = (csv: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let fields: string[] = [];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    fields.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === ',') continue;
    records.push(fields);
    fields = [];
    if (match[3] === '') break;
  }
  return records;
};

const lines = isThere ? recordsOf(readFileSync(readings, 'utf8')).slice(1) : [];

describe.skipIf(!isThere)('answers as officials typed them', () => {
  for (const [field, { header, show }] of Object.entries(shown)) {
    const own = lines.filter(([name]) => name === field);

    test(`${field} is right or asked`, () => {
      const wrong = own.flatMap(([, typed = '', others = '', , expected = '']) => {
        const cells: Readonly<Record<string, string>> = others === '' ? {} : JSON.parse(others);
        const got = show(reading({ ...cells, [field]: typed }, header));
        return expected.split(' OR ').includes(got) ? [] : [{ typed, expected, got }];
      });

      expect(own.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  }
});

interface MessageCase {
  readonly kind: string;
  readonly input: { readonly typed?: string; readonly phone?: string | number };
  readonly expect: {
    readonly recipients?: readonly string[];
    readonly alsoRight?: readonly (readonly string[])[];
    readonly ask?: boolean;
    readonly proposal?: string;
    readonly number?: string | null;
    readonly alsoNull?: boolean;
  };
}

const cases: readonly MessageCase[] = isThere ? JSON.parse(readFileSync(messages, 'utf8')) : [];

describe.skipIf(!isThere)('contacts that are written to later', () => {
  test('an address is right or asked about', () => {
    const wrong = cases.flatMap(({ kind, input, expect: right }) => {
      if (kind !== 'address') return [];
      const found = readEmail(input.typed);
      const got = found.kind === 'read' ? [found.value] : [];
      const isTold = found.kind !== 'read' || found.warnings.length > 0;
      const said = found.kind === 'unsure' ? found.question : '';
      const isRight = [right.recipients ?? [], ...(right.alsoRight ?? [])].some(
        (one) => one.join() === got.join(),
      );
      return isRight && isTold === right.ask && said.includes(right.proposal ?? '')
        ? []
        : [{ typed: input.typed, got, said }];
    });

    expect(wrong).toEqual([]);
  });

  test('a telephone number is right or asked about', () => {
    const wrong = cases.flatMap(({ kind, input, expect: right }) => {
      if (kind !== 'wa') return [];
      const found = readPhone(input.phone);
      const got = found.kind === 'read' ? found.value : null;
      return got === right.number || (right.alsoNull === true && got === null)
        ? []
        : [{ typed: input.phone, got }];
    });

    expect(wrong).toEqual([]);
  });
});
