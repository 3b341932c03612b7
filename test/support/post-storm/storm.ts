/**
 * Weeks of a desk that writes to people, killed at any moment: staff change and call off events meanwhile, the mail server
 * fails in every way it can, the clock jumps, people take files out of the outbox. What arrived is judged without asking the
 * ledger.
 *
 * The same seed is the same storm.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { openOutbox } from '../../../src/messages/outbox.ts';
import { openSmtp } from '../../../src/messages/smtp.ts';
import type { WayOut } from '../../../src/messages/way-out.ts';
import { instant, timeZone } from '../builders.ts';
import { openPostDesk, type PostDesk } from '../post-desk.ts';
import { openSmtpSink, type SmtpSink, type Trouble } from '../smtp-sink.ts';
import { type Arrival, type Arrivals, atServer, inOutbox, outboxName } from './arrivals.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { holiday } from './decent-hours.ts';
import { Killed, Mortality } from './mortality.ts';
import { datedAnew, frozenLate, typedAsAddress } from './mutants.ts';
import type { Flaws, StormOffice } from './office.ts';
import { plainOffice } from './plain-office.ts';
import { realOffice } from './real-office.ts';
import { noCounts, type StormPlan, type StormReport } from './report.ts';

export const runStorm = async (plan: StormPlan): Promise<StormReport> => {
  const folder = mkdtempSync(join(quickest(), 'post-storm-'));
  const sink = plan.way === 'smtp' ? await openSmtpSink() : undefined;
  const storm = new Storm(plan, { folder, sink });
  try {
    return await storm.run();
  } finally {
    await storm.end();
    await sink?.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Processes are killed here, not machines: nothing needs a disk. */
const quickest = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

class Storm {
  private readonly chance: Chance;
  private readonly office: StormOffice;
  private readonly arrivals: Arrivals;
  private readonly mortality = new Mortality();
  private readonly began = instant('2026-11-16T07:00');
  private now = this.began;
  private desk: PostDesk | undefined;
  private readonly seen = new Map<string, string>();
  private readonly counts = { ...noCounts };

  private readonly plan: StormPlan;
  private readonly place: { readonly folder: string; readonly sink: SmtpSink | undefined };

  constructor(
    plan: StormPlan,
    place: { readonly folder: string; readonly sink: SmtpSink | undefined },
  ) {
    this.plan = plan;
    this.place = place;
    this.chance = chanceFrom(plan.seed);
    this.office = (plan.office === 'real' ? realOffice : plainOffice)(plan, this.chance);
    this.arrivals = place.sink ? atServer(place.sink) : inOutbox(place.folder);
  }

  async run(): Promise<StormReport> {
    await this.attempt((desk) => desk.pass(this.now));
    for (let step = 0; step < this.plan.steps; step += 1) {
      this.turnClock();
      this.counts.changes += this.office.work(step);
      this.doom();
      await this.attempt((desk) => desk.pass(this.now));
      if (this.chance.likely(0.06)) await this.deliverByWrongClock();
      this.doom();
      await this.deliver();
      if (this.chance.likely(0.3)) this.arrivals.takeAway();
    }
    await this.calm();
    await this.judgeEnd();
    return { ...this.counts };
  }

  async end(): Promise<void> {
    await this.desk?.close();
  }

  /** Days without trouble, for what waited. */
  private async calm(): Promise<void> {
    let round = 0;
    for (let day = 0; day < (this.plan.calmDays ?? 5); day += 1) {
      for (const time of ['08:05', '09:10', '10:20', '13:40', '14:45']) {
        const today = this.now.toZonedDateTimeISO(timeZone).toPlainDate();
        const date = time === '08:05' ? workdayAfter(today) : today;
        this.now = instant(`${date}T${time}`);
        this.office.settle(round);
        round += 1;
        await this.attempt((desk) => desk.pass(this.now));
        await this.deliver(() => undefined);
      }
    }
  }

  private async deliver(trouble: () => Trouble | undefined = () => this.trouble()): Promise<void> {
    if (this.place.sink) this.place.sink.trouble = trouble;
    const options = { uptimeMs: this.uptimeMs() };
    await this.attempt((desk) => desk.deliver(this.now, options));
    for (const arrival of this.arrivals.fresh()) await this.judge(arrival);
  }

  /** Hours ahead of the machine, each time by others: nothing may leave then. */
  private async deliverByWrongClock(): Promise<void> {
    this.counts.jumps += 1;
    const wrong = this.now.add({ hours: 1 + 2 * this.counts.jumps });
    const options = { uptimeMs: this.uptimeMs() };
    await this.attempt((desk) => desk.deliver(wrong, options));
    const arrived = this.arrivals.fresh();
    this.counts.atNight += arrived.length;
    for (const arrival of arrived) await this.judge(arrival);
  }

  private uptimeMs(): number {
    return 1 + this.now.epochMilliseconds - this.began.epochMilliseconds;
  }

  /** A process that is killed leaves what it did, and the next one begins anew. */
  private async attempt(work: (desk: PostDesk) => Promise<unknown>): Promise<void> {
    const { mortality } = this;
    mortality.isDead = false;
    this.desk ??= await this.open();
    try {
      await work(this.desk);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    if (mortality.isDead) {
      this.counts.kills += 1;
      await this.desk.close();
      this.desk = undefined;
    }
    mortality.death = undefined;
  }

  private async open(): Promise<PostDesk> {
    const { office, mortality, plan } = this;
    const isLate = plan.mutant === 'nothing is frozen before it is sent';
    const desk = await openPostDesk({
      folder: this.place.folder,
      rows: office.rows,
      kinds: office.kinds,
      wayOut: mortality.way(this.wayOut(), () => this.isDiskFull()),
      mortal: (ledger) => mortality.ledger(isLate ? frozenLate(ledger) : ledger),
      ...office.more,
    });
    if (plan.mutant === 'the hour is checked when it is planned')
      for (const name of ['Jam Kirim Pesan', 'Jam Kirim Pesan Jumat'])
        desk.settings.push([name, '00.01–23.59']);
    else desk.holidays.push(holiday);
    return desk;
  }

  private wayOut(): WayOut {
    const { sink, folder } = this.place;
    const way = sink
      ? openSmtp(
          { host: '127.0.0.1', port: sink.port, tls: 'none' },
          { connect: 500, silence: 120 },
        )
      : openOutbox(join(folder, outboxName));
    switch (this.plan.mutant) {
      case 'the date is that of the attempt':
        return datedAnew(way, () => this.now.toString());
      case 'typed text is the address':
        return typedAsAddress(way, this.office.rows);
      default:
        return way;
    }
  }

  private isDiskFull(): boolean {
    return (
      this.plan.way === 'outbox' && this.mortality.death !== undefined && this.chance.likely(0.05)
    );
  }

  private doom(): void {
    const { chance, mortality } = this;
    if (chance.likely(0.9)) mortality.death = { left: chance.below(4), after: chance.likely(0.5) };
  }

  private trouble(): Trouble | undefined {
    const { chance } = this;
    if (this.plan.lostAnswers !== undefined)
      return chance.likely(this.plan.lostAnswers)
        ? { kind: 'drop', at: 'dot', kept: true }
        : undefined;
    if (this.mortality.death === undefined && !chance.likely(0.5)) return undefined;
    return troubles[chance.below(24)];
  }

  /** Two weeks, whatever the number of steps, most of them by day. */
  private turnClock(): void {
    const { chance } = this;
    const minutes = Math.ceil((10 * 9 * 60) / this.plan.steps);
    this.now = this.now.add({ minutes: 1 + chance.below(2 * minutes) });
    const local = this.now.toZonedDateTimeISO(timeZone);
    if (local.hour >= 17 && chance.likely(0.8))
      this.now = local
        .add({ days: 1 })
        .with({ hour: 7, minute: chance.below(60) })
        .toInstant();
  }

  private async judge(arrival: Arrival): Promise<void> {
    const { id, data, to } = arrival;
    const { counts } = this;
    const before = this.seen.get(id);
    if (before !== undefined) {
      // Nothing but a mail server may get a mail twice.
      if (this.place.sink) counts.again += 1;
      else counts.doubled += 1;
      if (before !== data) counts.altered += 1;
      return;
    }
    this.seen.set(id, data);
    counts.mails += 1;
    if (to.length !== 1 || !/^[\w.]+@dinas\.contoh\.go\.id$/.test(to[0] ?? ''))
      counts.misaddressed += 1;
    this.add(await this.office.judge(arrival, this.now));
  }

  private async judgeEnd(): Promise<void> {
    this.desk ??= await this.open();
    const { messages } = await this.desk.ledger.state();
    this.add(this.office.judgeEnd(messages, this.now));
    const arrived = [...this.seen.keys()];
    for (const { id, state } of await this.desk.ledger.post.dispatchesSince(this.began))
      if (state === 'sent' && !arrived.some((each) => each.startsWith(`${id}.`)))
        this.counts.lost += 1;
  }

  private add(flaws: Flaws): void {
    for (const [name, count = 0] of Object.entries(flaws))
      this.counts[name as keyof StormReport] += count;
  }
}

const workdayAfter = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.add({ days: day.dayOfWeek < 5 ? 1 : 8 - day.dayOfWeek });

/** One each, of two dozen connections. */
const troubles: readonly Trouble[] = [
  { kind: 'drop', at: 'dot', kept: true },
  { kind: 'drop', at: 'dot' },
  { kind: 'hang', at: 'dot', kept: true },
  { kind: 'drop', at: 'rcpt' },
  { kind: 'refuse', at: 'mail', answer: '421 4.3.2 tutup' },
  { kind: 'refuse', at: 'dot', answer: '451 4.3.0 nanti' },
];
