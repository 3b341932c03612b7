/**
 * An office as it is: every kind of message with its text, every rule. What people should know is told here in other words
 * than the product's: from what staff typed last, and from what a reader sees in a mail.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { Temporal } from 'temporal-polyfill';
import { ownTemplates } from '../../../src/config.ts';
import { messageKinds } from '../../../src/core/messages/kinds/index.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { openTextShelf } from '../../../src/messages/text-shelf.ts';
import { timeZone } from '../builders.ts';
import { someRegisters } from '../desk.ts';
import { aRow, type PostDesk } from '../post-desk.ts';
import type { Arrival } from './arrivals.ts';
import type { Chance } from './chance.ts';
import { isDecentHour } from './decent-hours.ts';
import { type Flaws, indexOf, isAsked, type StormOffice, ticketOf } from './office.ts';
import type { StormPlan } from './report.ts';

type Row = PostDesk['rows'][number];

export const realOffice = ({ events, steps }: StormPlan, chance: Chance): StormOffice => {
  const rows: Row[] = [];
  const heard = new Hearing();
  return {
    rows,
    kinds: messageKinds,
    more: {
      rules,
      texts: openTextShelf({
        folder: ownTemplates,
        builtIn: ownTemplates,
        lastGood: join(tmpdir(), 'unused'),
        keep: false,
      }),
      registers,
      settings: [
        ['Email Tim Kerja Jaringan', 'Tim Jaringan <jaringan@dinas.contoh.go.id>'],
        ['Email Pengawas', 'Pengawas Contoh <pengawas@dinas.contoh.go.id>'],
        ['Email Pengelola Layanan', 'Pengelola Contoh <pengelola@dinas.contoh.go.id>'],
      ],
    },
    work: (step) => {
      while (rows.length < Math.min(events, Math.ceil(((step + 1) * events * 2) / steps)))
        rows.push(rowOf(rows.length + 1));
      let changes = 0;
      for (let change = 0; change < 3; change += 1) {
        const row = rows[chance.below(rows.length)];
        if (row === undefined || !chance.likely(0.6)) continue;
        changes += 1;
        Object.assign(row, changeOf(row, rows.indexOf(row) + 1, chance));
      }
      return changes;
    },
    settle: (round) => {
      if (round > 1) return;
      for (const row of rows) Object.assign(row, { confirmed: round === 1 ? '✓' : '' });
    },
    judge: async (arrival, now) => {
      const mail = await simpleParser(Buffer.from(arrival.data, 'latin1'));
      const texts = textsIn(mail.subject ?? '', mail.text ?? '');
      const [to = ''] = arrival.to;
      const urgency = texts.some(({ kind }) => urgentKinds.has(kind)) ? 'urgent' : 'ordinary';
      return {
        messages: texts.length,
        atNight: isDecentHour(now, urgency) ? 0 : 1,
        doubled: texts.filter((text) => heard.isDouble(text, to)).length,
        stale: texts.filter((text) => isStale(text, rows)).length,
        leaked: leaksIn(arrival, mailWords(mail, arrival)),
      };
    },
    judgeEnd: (told, now) => {
      const asked = isAsked(told);
      const flaws: Flaws & { lost: number; asked: number } = { lost: 0, asked: 0 };
      for (const [index, row] of rows.entries()) {
        const ticket = ticketOf(index);
        // What began meanwhile is told of no more.
        if (Temporal.Instant.compare(startOf(row), now) <= 0) continue;
        const last = heard.lastWord(ticket, String(row.email));
        const knows =
          row.state === 'Dibatalkan'
            ? last?.kind === 'cancellation'
            : last !== undefined && last.kind !== 'cancellation' && saysNow(last, row);
        if (!knows) flaws[asked(ticket) ? 'asked' : 'lost'] += 1;
      }
      return flaws;
    },
  };
};

const registers = someRegisters.map((register) =>
  register.tab === 'Petugas'
    ? {
        ...register,
        rows: register.rows.map((row, index) => ({
          ...row,
          email: `petugas${index + 1}@dinas.contoh.go.id`,
          phone: `08120000001${index}`,
        })),
      }
    : register,
);

/** A third of them within the weeks of the storm, the others afterwards; what is confidential bears canaries. */
const rowOf = (number: number): Row => {
  const sensitivity = number % 5 === 0 ? 'Rahasia' : number % 5 === 3 ? 'Terbatas' : 'Biasa';
  return aRow(number, {
    requesterPosition: 'Kepala Subbagian Umum',
    phone: `08120000${String(number).padStart(4, '0')}`,
    event:
      sensitivity === 'Rahasia' ? `Kenari-topik-${number} tertutup` : `Rapat Koordinasi ${number}`,
    startDay: number % 3 === 0 ? 46_346 + (number % 9) : 46_380 + (number % 12),
    placeContact: 'Sri Lestari, 081200009999',
    host: 'Dinas Kominfo',
    platform: 'Zoom',
    participants: 20 + number,
    recording: 'Tidak',
    streaming: 'Tidak',
    sensitivity,
    letterNumber: `005/Bappeda/${number}/2026`,
    letterDay: 46_339,
  });
};

/** Ways in, of ordinary events too: each is one requester's business. */
const wayIn = (number: number): Partial<Row> => ({
  meetingLink: `https://zoom.contoh.go.id/j/Kenari-tautan-${number}`,
  meetingId: `Kenari-rapat-${number} kode Kenari-sandi-${number}`,
});

const changeOf = (row: Row, number: number, chance: Chance): Partial<Row> => {
  switch (chance.below(8)) {
    case 0:
      return row.state === 'Dibatalkan'
        ? { state: '', reason: '' }
        : { state: 'Dibatalkan', reason: 'Kegiatan ditiadakan' };
    case 1:
      return { startTime: '13.30', endTime: '15.00' };
    case 2:
      return { startTime: '09.00', endTime: '11.00' };
    case 3:
      return { startDay: Number(row.startDay) + (chance.likely(0.5) ? 1 : -1) };
    case 4:
      return row.meetingLink === undefined ? wayIn(number) : {};
    default:
      return { confirmed: row.confirmed === '✓' ? '' : '✓' };
  }
};

/** What a reader makes of one message: its heading, and what stands under it. */
interface Read {
  readonly kind: string;
  readonly ticket: string;
  readonly text: string;
}

const textsIn = (subject: string, text: string): readonly Read[] => {
  const parts = text.split(`\n${'-'.repeat(40)}\n`);
  if (parts.length === 1) return [readAs(subject, text)];
  return parts.slice(1).map((part) => {
    const [heading = '', ...rest] = part.trim().split('\n');
    return readAs(heading.replace(/^\d+\. /, ''), rest.join('\n').trim());
  });
};

const readAs = (heading: string, text: string): Read => ({
  kind: headings.find(([, words]) => words.test(heading))?.[0] ?? heading,
  ticket: /^VC-2026-\d{4}/.exec(heading)?.[0] ?? '',
  text: text.trim(),
});

const headings: readonly (readonly [kind: string, words: RegExp])[] = [
  ['confirmation', /layanan video conference dikonfirmasi$/],
  ['change', /perubahan layanan video conference$/],
  ['cancellation', /layanan video conference dibatalkan$/],
  ['reminder', /pengingat kegiatan video conference/],
  ['duty', /– penugasan, /],
  ['duty-change', /perubahan tugas, /],
  ['duty-withdrawn', /tugas dibatalkan, /],
  ['duty-reminder', /pengingat tugas, /],
  ['deadline', /harus dijawab paling lambat/],
  ['trouble', /^Layanan video conference berhenti|^Akses Google|pungutan/],
];

const standingKinds: ReadonlySet<string> = new Set([
  'confirmation',
  'change',
  'cancellation',
  'reminder',
]);
const dutyKinds: ReadonlySet<string> = new Set([
  'duty',
  'duty-change',
  'duty-withdrawn',
  'duty-reminder',
]);
const urgentKinds: ReadonlySet<string> = new Set([
  ...dutyKinds,
  'change',
  'cancellation',
  'deadline',
  'trouble',
]);

/** What each person heard last of each matter. */
class Hearing {
  private readonly last = new Map<string, Read>();

  isDouble(read: Read, to: string): boolean {
    const matter = standingKinds.has(read.kind)
      ? 'standing'
      : dutyKinds.has(read.kind)
        ? 'duty'
        : read.kind;
    const key = `${matter} ${read.ticket} ${to}`;
    const before = this.last.get(key);
    this.last.set(key, read);
    return before?.kind === read.kind && before.text === read.text;
  }

  lastWord(ticket: string, to: string): Read | undefined {
    return this.last.get(`standing ${ticket} ${to}`);
  }
}

const isStale = (read: Read, rows: readonly Row[]): boolean => {
  const row = rows[indexOf(read.ticket)];
  switch (read.kind) {
    case 'cancellation':
      return row?.state !== 'Dibatalkan';
    case 'confirmation':
    case 'reminder':
      return row === undefined || row.confirmed !== '✓' || !isTrueOf(read, row);
    case 'change':
    case 'duty':
    case 'duty-change':
    case 'duty-reminder':
      return row === undefined || !isTrueOf(read, row);
    default:
      return false;
  }
};

const isTrueOf = (read: Read, row: Row): boolean =>
  row.state !== 'Dibatalkan' && saysNow(read, row);

const saysNow = ({ text }: Read, row: Row): boolean =>
  text.includes(`Hari: ${dayOf(row)}`) &&
  text.includes(`Waktu: pukul ${row.startTime} s.d. ${row.endTime} WITA`);

const dateOf = (row: Row): Temporal.PlainDate =>
  Temporal.PlainDate.from('1899-12-30').add({ days: Number(row.startDay) });

const startOf = (row: Row): Temporal.Instant =>
  dateOf(row)
    .toZonedDateTime({ timeZone, plainTime: String(row.startTime).replace('.', ':') })
    .toInstant();

const dayOf = (row: Row): string =>
  new Intl.DateTimeFormat('id-ID', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${dateOf(row)}T00:00Z`));

/** Everything that a program or a person may read of it, whatever it is wrapped in. */
const mailWords = (mail: Awaited<ReturnType<typeof simpleParser>>, { id, data }: Arrival): string =>
  [
    id,
    data,
    data.replaceAll('=\r\n', ''),
    mail.subject,
    mail.text,
    ...mail.attachments.map(({ content, filename }) => `${filename}\n${unfolded(content)}`),
  ].join('\n');

const unfolded = (content: Buffer): string => content.toString('utf8').replaceAll('\r\n ', '');

/** Nobody is written the topic or the way in of what is confidential; the way into another event only its requester. */
const leaksIn = ({ to: [to] }: Arrival, words: string): number =>
  [...words.matchAll(/Kenari-(\w+)-(\d+)/g)].filter(([, , number]) => {
    const isClosed = Number(number) % 5 === 0 || Number(number) % 5 === 3;
    return isClosed || to !== `pemohon${number}@dinas.contoh.go.id`;
  }).length;
