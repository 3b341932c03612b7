/**
 * Weeks of a desk that writes to people, killed at any moment: staff change and call off events meanwhile, the mail server
 * fails in every way it can, people take files out of the outbox. What arrived is judged without asking the ledger.
 *
 * The same seed is the same storm. Mutants are desks with one fault each that a judge must find.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { MessageKind } from '../../src/core/messages/message-kind.ts';
import { LedgerConflictError } from '../../src/ledger/errors.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openOutbox } from '../../src/messages/outbox.ts';
import { openSmtp } from '../../src/messages/smtp.ts';
import type { WayOut } from '../../src/messages/way-out.ts';
import { instant, timeZone } from './builders.ts';
import { aRow, openPostDesk, type PostDesk, toldSchedule } from './post-desk.ts';
import { openSmtpSink, type SmtpSink, type Trouble } from './smtp-sink.ts';

export type StormMutant =
  | 'nothing is frozen before it is sent'
  | 'the date is that of the attempt'
  | 'facts do not count'
  | 'the hour is checked when it is planned'
  | 'typed text is the address';

export interface StormPlan {
  readonly seed: number;
  readonly way: 'outbox' | 'smtp';
  readonly events: number;
  /** Steps of pass and delivery in the storm; about half of them are killed. */
  readonly steps: number;
  /** Without trouble at the end, for what waited; five unless given. */
  readonly calmDays?: number;
  readonly mutant?: StormMutant;
}

export interface StormReport {
  readonly kills: number;
  readonly changes: number;
  /** Mails that arrived, each id once. */
  readonly mails: number;
  readonly messages: number;
  /** Deliveries of an id that had arrived before: SMTP cannot do without. */
  readonly again: number;
  /** Events whose last word did not arrive, and about which nobody is asked. */
  readonly lost: number;
  /** The same, and a person is asked in Pesan and Ringkasan. */
  readonly asked: number;
  /** The same word to the same person under two ids. */
  readonly doubled: number;
  readonly atNight: number;
  /** Words that were no longer true when they arrived. */
  readonly stale: number;
  /** One id with different bytes. */
  readonly altered: number;
  /** Mails with more than one recipient, or with another than the cell names. */
  readonly misaddressed: number;
  /** Topics and passcodes of confidential events in another's mail, a subject, an id or a file name. */
  readonly leaked: number;
}

export const flawsOf = (report: StormReport): Partial<StormReport> =>
  Object.fromEntries(
    (['lost', 'doubled', 'atNight', 'stale', 'altered', 'misaddressed', 'leaked'] as const)
      .filter((flaw) => report[flaw] > 0)
      .map((flaw) => [flaw, report[flaw]]),
  );

export const runStorm = async (plan: StormPlan): Promise<StormReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'post-storm-'));
  const storm = new Storm(plan, folder);
  try {
    return await storm.run();
  } finally {
    await storm.end();
    rmSync(folder, { recursive: true, force: true });
  }
};

class Killed extends Error {}

const holiday = '2026-11-18';

interface Arrival {
  readonly id: string;
  readonly data: string;
  readonly to: readonly string[];
}

class Storm {
  private readonly plan: StormPlan;
  private readonly folder: string;
  private readonly chance: () => number;
  private now = instant('2026-11-16T07:00');
  private desk: PostDesk | undefined;
  private sink: SmtpSink | undefined;
  /** Effects until the process is killed, and whether before or after that one. */
  private death: { left: number; readonly after: boolean } | undefined;
  private isDead = false;
  private readonly rows: PostDesk['rows'] = [];
  private readonly seen = new Map<string, string>();
  private readonly last = new Map<string, string>();
  private readonly counts = {
    kills: 0,
    changes: 0,
    mails: 0,
    messages: 0,
    again: 0,
    lost: 0,
    asked: 0,
    doubled: 0,
    atNight: 0,
    stale: 0,
    altered: 0,
    misaddressed: 0,
    leaked: 0,
  };
  private taken = 0;

  constructor(plan: StormPlan, folder: string) {
    this.plan = plan;
    this.folder = folder;
    this.chance = mulberry(plan.seed);
  }

  async run(): Promise<StormReport> {
    if (this.plan.way === 'smtp') this.sink = await openSmtpSink();
    await this.attempt((desk) => desk.pass(this.now));
    for (let step = 0; step < this.plan.steps; step += 1) {
      this.turnClock(step);
      this.staffWork(step);
      this.doom();
      await this.attempt((desk) => desk.pass(this.now));
      this.doom();
      await this.deliver();
      if (this.likely(0.3)) this.takeFilesAway();
    }
    await this.calm();
    await this.judgeEnd();
    return { ...this.counts };
  }

  async end(): Promise<void> {
    await this.desk?.close();
    await this.sink?.close();
  }

  /** Days without trouble, for what waited. */
  private async calm(): Promise<void> {
    this.death = undefined;
    if (this.sink) this.sink.trouble = () => undefined;
    for (let day = 0; day < (this.plan.calmDays ?? 5); day += 1) {
      for (const time of ['08:05', '09:10', '10:20', '13:40', '14:45']) {
        const date = this.now
          .toZonedDateTimeISO(timeZone)
          .toPlainDate()
          .add({ days: time === '08:05' ? 1 : 0 });
        this.now = instant(`${date}T${time}`);
        await this.attempt((desk) => desk.pass(this.now));
        await this.deliver();
      }
    }
  }

  private async deliver(): Promise<void> {
    if (this.sink) this.sink.trouble = () => this.trouble();
    await this.attempt((desk) => desk.deliver(this.now));
    this.judgeArrivals();
  }

  /** A process that is killed leaves what it did, and the next one begins anew. */
  private async attempt(work: (desk: PostDesk) => Promise<unknown>): Promise<void> {
    this.isDead = false;
    this.desk ??= await this.open();
    try {
      await work(this.desk);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    if (this.isDead) {
      this.counts.kills += 1;
      await this.desk.close();
      this.desk = undefined;
    }
    this.death = undefined;
  }

  private async open(): Promise<PostDesk> {
    const { mutant } = this.plan;
    const desk = await openPostDesk({
      folder: this.folder,
      rows: this.rows,
      wayOut: this.mortalWay(this.wayOut()),
      kinds: [schedule, officerDuty].map((kind) =>
        mutant === 'facts do not count' ? withoutFacts(kind) : kind,
      ),
      mortal: (ledger) =>
        this.mortalLedger(
          mutant === 'nothing is frozen before it is sent' ? frozenLate(ledger) : ledger,
        ),
    });
    desk.holidays.push(...(mutant === 'the hour is checked when it is planned' ? [] : [holiday]));
    if (mutant === 'the hour is checked when it is planned')
      for (const name of ['Jam Kirim Pesan', 'Jam Kirim Pesan Jumat'])
        desk.settings.push([name, '00.01–23.59']);
    return desk;
  }

  private wayOut(): WayOut {
    const { sink } = this;
    const way = sink
      ? openSmtp(
          { host: '127.0.0.1', port: sink.port, tls: 'none' },
          { connect: 500, silence: 120 },
        )
      : openOutbox(join(this.folder, 'Pesan Keluar'));
    switch (this.plan.mutant) {
      case 'the date is that of the attempt':
        return {
          ...way,
          send: (dispatch) =>
            way.send({ ...dispatch, raw: withDate(dispatch.raw, String(this.chance())) }),
        };
      case 'typed text is the address':
        return {
          ...way,
          send: (dispatch) => {
            const typed = this.rows.find(({ email }) =>
              String(email).startsWith(dispatch.envelope.to[0]),
            )?.email;
            return way.send({
              ...dispatch,
              envelope: { ...dispatch.envelope, to: [String(typed ?? dispatch.envelope.to[0])] },
            });
          },
        };
      default:
        return way;
    }
  }

  private async effect<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead) throw new Killed();
    const { death } = this;
    if (death === undefined || death.left > 0) {
      if (death) death.left -= 1;
      return work();
    }
    if (death.after) await work();
    this.isDead = true;
    throw new Killed();
  }

  private mortalLedger(ledger: Ledger): Ledger {
    const { post } = ledger;
    return {
      ...ledger,
      commit: (...change) => this.effect(() => ledger.commit(...change)),
      remember: (...word) => this.effect(() => ledger.remember(...word)),
      post: {
        ...post,
        freeze: (...mail) => this.effect(() => post.freeze(...mail)),
        attempt: (...mail) => this.effect(() => post.attempt(...mail)),
        answer: (...mail) => this.effect(() => post.answer(...mail)),
        giveUp: (...mail) => this.effect(() => post.giveUp(...mail)),
        dropMailBefore: (before) => this.effect(() => post.dropMailBefore(before)),
      },
    };
  }

  private mortalWay(way: WayOut): WayOut {
    return {
      ...way,
      send: async (dispatch) => {
        // Now and then the disk is full.
        if (this.plan.way === 'outbox' && this.death !== undefined && this.likely(0.05))
          return { kind: 'paused', why: 'disk penuh' };
        return this.effect(() => way.send(dispatch));
      },
      settle: (open) => this.effect(() => way.settle(open)),
    };
  }

  private doom(): void {
    if (this.likely(0.75)) this.death = { left: this.below(4), after: this.likely(0.5) };
  }

  private trouble(): Trouble | undefined {
    if (this.death === undefined && !this.likely(0.5)) return undefined;
    const kind = this.below(24);
    const troubles: readonly Trouble[] = [
      { kind: 'drop', at: 'dot', kept: true },
      { kind: 'drop', at: 'dot' },
      { kind: 'hang', at: 'dot', kept: true },
      { kind: 'drop', at: 'rcpt' },
      { kind: 'refuse', at: 'mail', answer: '421 4.3.2 tutup' },
      { kind: 'refuse', at: 'dot', answer: '451 4.3.0 nanti' },
    ];
    return troubles[kind];
  }

  /** Two weeks, whatever the number of steps, most of them by day; now and then the clock is ahead for good. */
  private turnClock(step: number): void {
    const { steps } = this.plan;
    const minutes = Math.ceil((10 * 9 * 60) / steps);
    this.now = this.now.add({
      minutes: 1 + this.below(2 * minutes),
      hours: step % 97 === 96 ? 3 : 0,
    });
    const local = this.now.toZonedDateTimeISO(timeZone);
    if (local.hour >= 17 && this.likely(0.8))
      this.now = local
        .add({ days: 1 })
        .with({ hour: 7, minute: this.below(60) })
        .toInstant();
  }

  private staffWork(step: number): void {
    const { events, steps } = this.plan;
    while (this.rows.length < Math.min(events, Math.ceil(((step + 1) * events * 2) / steps))) {
      const number = this.rows.length + 1;
      const isSecret = number % 5 === 0;
      this.rows.push(
        aRow(number, {
          event: isSecret ? `Kenari-topik-${number} Rapat Tertutup` : `Rapat Koordinasi ${number}`,
          startDay: 46_400 + (number % 20),
          ...(isSecret && { sensitivity: 'Rahasia', place: `Kenari-sandi-${number}` }),
          ...(number % 7 === 0 && {
            email: `pemohon${number}@dinas.contoh.go.id, lain@dinas.contoh.go.id`,
          }),
          ...(number % 11 === 0 && { email: 'sekretariat@dinas.contoh.go.id' }),
        }),
      );
      if (number % 5 === 0 && number % 11 === 0)
        this.rows[number - 1] = aRow(number, { startDay: 46_410 });
    }
    for (let change = 0; change < 1 + events / 100; change += 1) {
      const row = this.rows[this.below(this.rows.length)];
      if (row === undefined || !this.likely(0.5)) continue;
      this.counts.changes += 1;
      switch (this.below(4)) {
        case 0:
          Object.assign(row, { notes: row.notes === 'batal' ? '' : 'batal' });
          break;
        case 1:
          Object.assign(row, { startTime: '13.30', endTime: '15.00' });
          break;
        case 2:
          Object.assign(row, { startTime: '09.00', endTime: '11.00' });
          break;
        default:
          Object.assign(row, { startDay: 46_400 + this.below(20) });
      }
    }
  }

  /** Somebody sends the files by his own program, and puts them away. */
  private takeFilesAway(): void {
    const place = join(this.folder, 'Pesan Keluar');
    if (!existsSync(place)) return;
    for (const file of readdirSync(place).filter((name) => name.endsWith('.eml'))) {
      this.taken += 1;
      mkdirSync(join(this.folder, 'Terkirim'), { recursive: true });
      renameSync(join(place, file), join(this.folder, 'Terkirim', `${this.taken} ${file}`));
    }
  }

  private arrived: Arrival[] = [];

  private newArrivals(): readonly Arrival[] {
    const all = this.sink ? sinkArrivals(this.sink) : fileArrivals(this.folder);
    const known = new Set(this.arrived.map(({ id, data }) => `${id} ${data.length}`));
    const fresh = this.sink
      ? all.slice(this.arrived.length)
      : all.filter(({ id, data }) => !known.has(`${id} ${data.length}`));
    this.arrived = this.sink ? [...all] : [...this.arrived, ...fresh];
    return fresh;
  }

  private judgeArrivals(): void {
    for (const arrival of this.newArrivals()) this.judge(arrival);
    if (this.sink === undefined) {
      // Each file that ever stood there: one more of the same id is one too many.
      const ids = fileArrivals(this.folder).map(({ id }) => id);
      this.counts.doubled += ids.length - new Set(ids).size - this.countedTwice;
      this.countedTwice = ids.length - new Set(ids).size;
    }
  }

  private countedTwice = 0;

  private judge({ id, data, to }: Arrival): void {
    const { counts } = this;
    const before = this.seen.get(id);
    if (before !== undefined) {
      counts.again += 1;
      if (before !== data) counts.altered += 1;
      return;
    }
    this.seen.set(id, data);
    counts.mails += 1;
    if (!isDecentHour(this.now)) counts.atNight += 1;
    if (to.length !== 1 || !/^[\w.]+@dinas\.contoh\.go\.id$/.test(to[0] ?? ''))
      counts.misaddressed += 1;
    const text = data.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    for (const [, words = ''] of text.matchAll(/#([^#\r\n]+)#/g)) {
      const [kind, ticket = ''] = words.split('|');
      const thread = `${kind} ${ticket} ${to[0]}`;
      counts.messages += 1;
      if (this.last.get(thread) === words) counts.doubled += 1;
      this.last.set(thread, words);
      if (this.wordsNow(kind ?? '', ticket) !== words) counts.stale += 1;
    }
    const head = text.slice(0, text.indexOf('\r\n\r\n'));
    for (const [canary, number] of text.matchAll(/Kenari-\w+-(\d+)/g))
      if (
        head.includes(canary) ||
        id.includes('Kenari') ||
        to[0] !== `pemohon${number}@dinas.contoh.go.id`
      )
        counts.leaked += 1;
  }

  private async judgeEnd(): Promise<void> {
    this.desk ??= await this.open();
    const { messages } = await this.desk.ledger.state();
    const open = new Set(
      [...messages.values()]
        .flat()
        .filter(({ state }) => state.kind === 'unsure' || state.kind === 'failed')
        .map(({ kind, ticket }) => `${kind} ${ticket}`),
    );
    for (const [index, row] of this.rows.entries()) {
      const ticket = this.ticketOf(index);
      for (const kind of ['schedule', 'duty']) {
        const words = this.wordsNow(kind, ticket);
        if (words === undefined) continue;
        const to =
          kind === 'duty' ? officerAddress(ticket) : (/[^, ]+/.exec(String(row.email))?.[0] ?? '');
        if (this.last.get(`${kind} ${ticket} ${to}`) === words) continue;
        if (open.has(`${kind} ${ticket}`)) this.counts.asked += 1;
        else this.counts.lost += 1;
      }
    }
  }

  /** Rows get their numbers in the order of the sheet. */
  private ticketOf(index: number): string {
    return `VC-2026-${String(index + 1).padStart(4, '0')}`;
  }

  private wordsNow(kind: string, ticket: string): string | undefined {
    const row = this.rows[Number(ticket.slice(8)) - 1];
    if (row === undefined || row.notes === 'batal') return undefined;
    const start = Temporal.PlainDate.from('1899-12-30')
      .add({ days: Number(row.startDay) })
      .toZonedDateTime({ timeZone, plainTime: String(row.startTime).replace('.', ':') })
      .toInstant();
    return kind === 'duty' ? `duty|${ticket}|${start}` : `schedule|${ticket}|${start}|${row.place}`;
  }

  private likely(share: number): boolean {
    return this.chance() < share;
  }

  private below(count: number): number {
    return Math.floor(this.chance() * count);
  }
}

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

const withoutFacts = (kind: MessageKind): MessageKind => ({
  ...kind,
  wants: (look) => kind.wants(look).map((message) => ({ ...message, facts: {} })),
});

/** Sends first and writes down afterwards. */
const frozenLate = (ledger: Ledger): Ledger => {
  const waiting = new Map<string, () => Promise<void>>();
  return {
    ...ledger,
    post: {
      ...ledger.post,
      freeze: async (mail, at) => {
        waiting.set(mail.id, () => ledger.post.freeze(mail, at));
      },
      answer: async (id, answer, at) => {
        await waiting.get(id)?.();
        waiting.delete(id);
        try {
          await ledger.post.answer(id, answer, at);
        } catch (error) {
          if (!(error instanceof LedgerConflictError)) throw error;
        }
      },
    },
  };
};

const withDate = (raw: Uint8Array, mark: string): Uint8Array =>
  Buffer.from(
    Buffer.from(raw)
      .toString('latin1')
      .replace(/^Date: /m, `Date: ${mark} `),
    'latin1',
  );

const sinkArrivals = ({ deliveries }: SmtpSink): readonly Arrival[] =>
  deliveries.map(({ data, to }) => ({ id: idIn(data), data, to }));

const fileArrivals = (folder: string): readonly Arrival[] =>
  ['Pesan Keluar', 'Terkirim'].flatMap((place) => {
    const path = join(folder, place);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => {
        const data = readFileSync(join(path, name)).toString('latin1');
        const to =
          /^To: (?:.*<)?([^<>\r\n]+?)>?\r$/m.exec(data.replaceAll(/\r\n[ \t]/g, ' '))?.[1] ?? '';
        return { id: idIn(data), data, to: [to] };
      });
  });

const idIn = (data: string): string => /^Message-ID:\s*<([^>]+)>/im.exec(data)?.[1] ?? '';

/** In words of its own, so that a fault of the product's does not hide here. */
const isDecentHour = (moment: Temporal.Instant): boolean => {
  const local = moment.toZonedDateTimeISO(timeZone);
  if (local.dayOfWeek > 5 || local.toPlainDate().toString() === holiday) return false;
  const minute = local.hour * 60 + local.minute;
  const noon = local.dayOfWeek === 5 ? 11 * 60 : 11 * 60 + 30;
  return (minute >= 8 * 60 && minute < noon) || (minute >= 13 * 60 + 30 && minute < 16 * 60);
};

/** A small generator whose seed is its whole state. */
const mulberry = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
