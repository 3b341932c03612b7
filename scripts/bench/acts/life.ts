/** Fifty requests from filing to the signed report, day by day, through the real commands; every typed cell is counted. */
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { MessageRecord } from '../../../src/core/cases/messages.ts';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import type { CommandLine } from '../../../test/support/command-line.ts';
import { isWorkday, workdayFrom } from '../../trial/calendar.ts';
import type { Chance } from '../../trial/chance.ts';
import { isNudge } from './act-list.ts';
import { at, type Filing, firstDay, placeOf } from './cast.ts';
import type { Hands, SheetRow, Typed } from './hands.ts';

export interface LivedRequest {
  readonly filing: Filing;
  readonly ticket: string;
  /** Cells of the columns that staff fill; one that is typed anew after a change counts once more in `typings`. */
  readonly typed: number;
  readonly typings: number;
  /** Answers after the event that staff typed over from a reply, where there is no form. */
  readonly typedOver: number;
  /** Answers of the form that staff corrected for the requester, before as after. */
  readonly corrected: number;
  /** The report had all that A.2.8 asks three working days after the event. */
  readonly isComplete: boolean;
  readonly said: readonly MessageRecord[];
  /** People in *Petugas*. */
  readonly officers: number;
}

interface Living {
  readonly filing: Filing;
  readonly typed: Set<string>;
  typings: number;
  typedOver: number;
  corrected: number;
  isAnswered: boolean;
  isComplete: boolean;
}

/** Hours at which the office lets the service look. */
const passes = ['08:05', '11:00', '15:45'] as const;

export const live = async ({
  cli,
  dir,
  hands,
  filings,
  answers,
  chance,
  setClock,
  tell,
}: {
  readonly cli: CommandLine;
  readonly dir: string;
  readonly hands: Hands;
  readonly filings: readonly Filing[];
  /** How likely a nudge is answered. */
  readonly answers: number;
  readonly chance: Chance;
  readonly setClock: (at: Temporal.Instant) => Promise<void>;
  readonly tell: (line: string) => void;
}): Promise<readonly LivedRequest[]> => {
  const living = filings.map(
    (filing): Living => ({
      filing,
      typed: new Set(),
      typings: 0,
      typedOver: 0,
      corrected: 0,
      isAnswered: false,
      isComplete: false,
    }),
  );
  const config = join(dir, 'layanan-vicon.json');
  const heard = new Set<string>();
  const pass = async (now: Temporal.Instant): Promise<readonly MessageRecord[]> => {
    await setClock(now);
    const { exit, err, out } = await cli.run(['run', '--config', config, '--now', now.toString()]);
    if (exit !== 0 && exit !== 1) throw new Error(`run at ${now}: ${out}${err}`);
    const said = await saidOf(dir);
    const fresh = said.filter(({ key }) => !heard.has(key));
    for (const { key } of fresh) heard.add(key);
    return fresh;
  };
  const rowOf = (rows: readonly SheetRow[], { event }: Filing): SheetRow => {
    const row = rows.find((each) => each.reads('Nama Kegiatan') === event);
    if (row === undefined) throw new Error(`"${event}" is gone.`);
    return row;
  };
  const type = async (each: Living, cells: Typed): Promise<void> => {
    const { row } = rowOf(await hands.rows('Permohonan'), each.filing);
    await hands.type('Permohonan', row, cells);
    for (const header of Object.keys(cells)) each.typed.add(header);
    each.typings += Object.keys(cells).length;
  };
  const correct = async (each: Living, cells: Typed): Promise<void> => {
    const { row } = rowOf(await hands.rows('Permohonan'), each.filing);
    await hands.type('Permohonan', row, cells);
    each.corrected += Object.keys(cells).length;
  };

  /** What staff do in the morning, so many working days after the request came in. */
  const mornings: readonly (readonly [number, (each: Living) => Promise<void>])[] = [
    [1, (each) => correct(each, { [each.filing.forgotten]: placeOf(each.filing) })],
    [1, (each) => type(each, { 'Koordinasi Pemohon': 'Ditelepon, sepakat.' })],
    [
      2,
      (each) =>
        type(each, {
          'Koordinasi Jaringan': 'siap',
          'Tautan Rapat': 'https://zoom.us/j/81234567890',
          Dikonfirmasi: '✓',
        }),
    ],
    [3, (each) => correct(each, { 'Jam Mulai': each.filing.changedTo })],
    [4, (each) => type(each, { Dikonfirmasi: timeText(each.filing, 4), 'Dipenuhi Pemohon': '✓' })],
    [5, (each) => type(each, { 'Semua Pemeriksaan': '✓' })],
    [
      10,
      (each) =>
        type(each, {
          Diperiksa: `Ketua Contoh, ${dayOf(each.filing, 10)}`,
          Disetujui: `Kepala Contoh, ${dayOf(each.filing, 10)}`,
          'Laporan Bertanda Tangan': 'https://arsip.example.id/laporan.pdf',
        }),
    ],
  ];

  const lastDay = workdayFrom(filings.at(-1)?.filedOn ?? firstDay, 11);
  await pass(at(firstDay, '07:35'));
  for (
    let day = firstDay;
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!isWorkday(day)) continue;
    for (const each of living) {
      for (const [after, work] of mornings) {
        if (workdayFrom(each.filing.filedOn, after).equals(day)) await work(each);
      }
    }
    for (const time of passes) {
      if (time === '11:00') {
        for (const { filing } of living.filter((each) => each.filing.filedOn.equals(day))) {
          await hands.file('Permohonan', filing.answers, at(day, '10:05'));
        }
      }
      const fresh = await pass(at(day, time));
      for (const message of fresh) await hear(message, living, { hands, answers, chance, day });
    }
    const rows = await hands.rows('Permohonan');
    for (const each of living.filter(({ filing }) => workdayFrom(filing.eventOn, 3).equals(day))) {
      each.isComplete = !rowOf(rows, each.filing).reads('Keterangan').includes('masih Draf');
    }
    tell(`${day}: ${heard.size} messages so far`);
  }
  const rows = await hands.rows('Permohonan');
  const said = await saidOf(dir);
  return living.map((each) => {
    const row = rowOf(rows, each.filing);
    const ticket = row.reads('Nomor Tiket');
    const officers = row.reads('Petugas').split('\n').length;
    // The queue and digests are about the desk; that they were sent at all counts for each.
    const about = said.filter((message) => (message.ticket ?? ticket) === ticket);
    return { ...each, typed: each.typed.size, ticket, officers, said: about };
  });
};

/** Whoever is asked for facts and answers, answers all of the form. */
const hear = async (
  { kind, ticket }: MessageRecord,
  living: readonly Living[],
  {
    hands,
    answers,
    chance,
    day,
  }: {
    readonly hands: Hands;
    readonly answers: number;
    readonly chance: Chance;
    readonly day: Temporal.PlainDate;
  },
): Promise<void> => {
  if (ticket === undefined || !isNudge({ kind })) return;
  const rows = await hands.rows('Permohonan');
  const row = rows.find((each) => each.reads('Nomor Tiket') === ticket);
  const each = living.find(({ filing }) => filing.event === row?.reads('Nama Kegiatan'));
  if (each === undefined || each.isAnswered || !chance.hits(answers)) return;
  each.isAnswered = true;
  const told = {
    'Nomor Tiket': ticket,
    'Pejabat yang Memimpin': 'Ahmad Contoh, M.Si.',
    'Jabatan yang Memimpin': 'Kepala Dinas',
    'Jam Mulai Sebenarnya': each.filing.changedTo,
    'Jam Selesai Sebenarnya': each.filing.changedTo === '09.30' ? '11.20' : '15.20',
    'Jumlah Peserta Hadir': '57',
    'Ada Kendala': 'Tidak',
    'Hasil Rekaman': 'https://rekaman.example.id/arsip',
    'Nama Pengisi': kind,
  };
  if (!hands.hasForms) each.typedOver = Object.keys(told).length;
  await hands.file('Setelah Kegiatan', told, at(day, '16:10'));
};

const saidOf = async (dir: string): Promise<readonly MessageRecord[]> => {
  const ledger = await openLedger({
    path: join(dir, '.layanan-vicon/ledger.db'),
    desk: 'desk',
    readOnly: true,
  });
  try {
    const { messages } = await ledger.state();
    return [...messages.values()].flat().filter(({ state }) => state.kind === 'sent');
  } finally {
    await ledger.close();
  }
};

const dayOf = ({ filedOn }: Filing, after: number): string => {
  const { day, month, year } = workdayFrom(filedOn, after);
  return `${day}/${month}/${year}`;
};

const timeText = (filing: Filing, after: number): string => `${dayOf(filing, after)} 07.50`;
