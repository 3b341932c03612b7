/** Two kinds that tell everything there is, so that every change of a row is news and a judge needs no rules to know it. */
import { Temporal } from 'temporal-polyfill';
import type { MessageKind } from '../../../src/core/messages/message-kind.ts';
import { timeZone } from '../builders.ts';
import { aRow, type PostDesk, toldSchedule } from '../post-desk.ts';
import type { Chance } from './chance.ts';
import { isDecentHour } from './decent-hours.ts';
import { withoutFacts } from './mutants.ts';
import { type Flaws, indexOf, isAsked, type StormOffice, ticketOf } from './office.ts';
import type { StormPlan } from './report.ts';

export const plainOffice = ({ events, steps, mutant }: StormPlan, chance: Chance): StormOffice => {
  const rows: PostDesk['rows'] = [];
  /** The last words of each thread that arrived. */
  const last = new Map<string, string>();
  const kinds = [schedule, officerDuty].map((kind) =>
    mutant === 'facts do not count' ? withoutFacts(kind) : kind,
  );
  const wordsNow = (kind: string, ticket: string): string | undefined => {
    const row = rows[indexOf(ticket)];
    if (row === undefined || row.notes === 'batal') return undefined;
    const start = Temporal.PlainDate.from('1899-12-30')
      .add({ days: Number(row.startDay) })
      .toZonedDateTime({ timeZone, plainTime: String(row.startTime).replace('.', ':') })
      .toInstant();
    return kind === 'duty' ? `duty|${ticket}|${start}` : `schedule|${ticket}|${start}|${row.place}`;
  };
  return {
    rows,
    kinds,
    more: {},
    settle: () => undefined,
    work: (step) => {
      while (rows.length < Math.min(events, Math.ceil(((step + 1) * events * 2) / steps)))
        rows.push(rowOf(rows.length + 1));
      let changes = 0;
      for (let change = 0; change < 1 + events / 100; change += 1) {
        const row = rows[chance.below(rows.length)];
        if (row === undefined || !chance.likely(0.5)) continue;
        changes += 1;
        Object.assign(row, changeOf(row, chance));
      }
      return changes;
    },
    judge: async ({ id, data, to: [to = ''] }, now) => {
      const flaws = { messages: 0, doubled: 0, stale: 0, leaked: 0, atNight: 0 };
      if (!isDecentHour(now)) flaws.atNight += 1;
      const text = data.replaceAll('=\r\n', '').replaceAll('=3D', '=');
      for (const [, words = ''] of text.matchAll(/#([^#\r\n]+)#/g)) {
        const [kind = '', ticket = ''] = words.split('|');
        const thread = `${kind} ${ticket} ${to}`;
        flaws.messages += 1;
        if (last.get(thread) === words) flaws.doubled += 1;
        last.set(thread, words);
        if (wordsNow(kind, ticket) !== words) flaws.stale += 1;
      }
      const head = text.slice(0, text.indexOf('\r\n\r\n'));
      for (const [canary, number] of text.matchAll(/Kenari-\w+-(\d+)/g))
        if (
          head.includes(canary) ||
          id.includes('Kenari') ||
          to !== `pemohon${number}@dinas.contoh.go.id`
        )
          flaws.leaked += 1;
      return flaws;
    },
    judgeEnd: (told) => {
      const asked = isAsked(told);
      const flaws: Flaws & { lost: number; asked: number } = { lost: 0, asked: 0 };
      for (const [index, row] of rows.entries()) {
        const ticket = ticketOf(index);
        for (const kind of ['schedule', 'duty']) {
          const words = wordsNow(kind, ticket);
          if (words === undefined) continue;
          const to =
            kind === 'duty'
              ? officerAddress(ticket)
              : (/[^, ]+/.exec(String(row.email))?.[0] ?? '');
          if (last.get(`${kind} ${ticket} ${to}`) === words) continue;
          flaws[asked(ticket, [kind]) ? 'asked' : 'lost'] += 1;
        }
      }
      return flaws;
    },
  };
};

const rowOf = (number: number): PostDesk['rows'][number] => {
  const isSecret = number % 5 === 0 && number % 11 !== 0;
  return aRow(number, {
    event: isSecret ? `Kenari-topik-${number} Rapat Tertutup` : `Rapat Koordinasi ${number}`,
    startDay: 46_400 + (number % 20),
    ...(isSecret && { sensitivity: 'Rahasia', place: `Kenari-sandi-${number}` }),
    ...(number % 7 === 0 && {
      email: `pemohon${number}@dinas.contoh.go.id, lain@dinas.contoh.go.id`,
    }),
    ...(number % 11 === 0 && { email: 'sekretariat@dinas.contoh.go.id' }),
  });
};

const changeOf = (
  row: PostDesk['rows'][number],
  chance: Chance,
): Partial<PostDesk['rows'][number]> => {
  switch (chance.below(4)) {
    case 0:
      return { notes: row.notes === 'batal' ? '' : 'batal' };
    case 1:
      return { startTime: '13.30', endTime: '15.00' };
    case 2:
      return { startTime: '09.00', endTime: '11.00' };
    default:
      return { startDay: 46_400 + chance.below(20) };
  }
};

const schedule: MessageKind = {
  ...toldSchedule,
  wants: (look) =>
    toldSchedule.wants(look).map((message) => {
      const { view } = message;
      return {
        ...message,
        view: { ...view, kata: `#schedule|${view['tiket']}|${view['mulai']}|${view['tempat']}#` },
      };
    }),
};

const officerAddress = (ticket: string): string =>
  `petugas${Number(ticket.slice(8)) % 9}@dinas.contoh.go.id`;

/** Several events each, so that mails carry more than one message; without topic and place. */
const officerDuty: MessageKind = {
  ...toldSchedule,
  key: 'duty',
  title: 'Tugas',
  audience: 'officer',
  wants: (look) =>
    toldSchedule.wants(look).map((message) => {
      const { tiket, mulai } = message.view;
      const address = officerAddress(String(tiket));
      return {
        ...message,
        to: { audience: 'officer', name: address, address },
        view: { tiket, kata: `#duty|${tiket}|${mulai}#` },
      };
    }),
};
