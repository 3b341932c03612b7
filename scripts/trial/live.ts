/** One sitting of a trial: people and service at work at once. */
import { setTimeout as wait } from 'node:timers/promises';
import type { CommandLine, LogLine } from '../../test/support/command-line.ts';
import type { Sitting } from './calendar.ts';
import { habitsOf } from './habits.ts';
import type { Planned } from './life.ts';
import { doDeed, type Office, typeAgain } from './people.ts';
import { startService } from './service.ts';
import { rowIn, viewTab } from './sheet-view.ts';
import { isKilledIn, troublesOf } from './trouble.ts';
import { clockText, dayText } from './wishes.ts';

/** What one sitting came to. */
export interface SittingTold {
  readonly sitting: Sitting;
  /** Deeds of people, by their words. */
  readonly people: ReadonlyMap<string, number>;
  readonly newTickets: number;
  readonly log: readonly LogLine[];
  readonly faults: number;
  readonly wasKilled: boolean;
}

/** Ends when the service has found nothing more to do and has stopped. */
export const live = async (
  office: Office,
  plan: readonly Planned[],
  {
    cli,
    sitting,
    longestPauseMs,
  }: { readonly cli: CommandLine; readonly sitting: Sitting; readonly longestPauseMs: number },
): Promise<SittingTold> => {
  const { standIn, desk, chance } = office;
  await standIn.setClock(sitting.at);
  for (const rule of troublesOf(sitting.index, chance)) await standIn.addFault(rule);
  const service = await startService(cli, desk, sitting.at);
  const deeds = deedsOf(office, plan, sitting);
  const wasKilled = isKilledIn(sitting.index);
  const killedAt = wasKilled ? chance.between(0, deeds.length) : -1;
  const people = new Map<string, number>();
  for (const [index, deed] of deeds.entries()) {
    if (index === killedAt) await service.killAndRestart();
    const words = await deed();
    if (words !== undefined) people.set(words, (people.get(words) ?? 0) + 1);
    await wait(chance.between(0, longestPauseMs));
  }
  await service.atRest();
  const again = await typeAgain(office);
  if (again > 0) {
    people.set('typed again over a write of that instant', again);
    await service.atRest();
  }
  const log = await service.stop();
  const faults = await standIn.endFaults();
  const newTickets = await learnTickets(office);
  return { sitting, people, newTickets, log, faults, wasKilled };
};

type Work = () => Promise<string | undefined>;

/** What is planned for each request stays in its order; between them and the habits chance decides. */
const deedsOf = (office: Office, plan: readonly Planned[], { at }: Sitting): readonly Work[] => {
  const moment = `${dayText(at.toPlainDate(), false)} ${clockText(at.hour * 60 + at.minute, ':')}`;
  const works = new Map<unknown, Work[]>();
  for (const planned of plan) {
    const before = works.get(planned.wish) ?? [];
    works.set(planned.wish, [...before, () => doDeed(office, planned, moment)]);
  }
  for (const habit of habitsOf(office)) works.set(habit, [() => habit(office)]);
  const order = office.chance.shuffled([...works].flatMap(([whose, own]) => own.map(() => whose)));
  return order.flatMap((whose) => works.get(whose)?.shift() ?? []);
};

/** Which rows show which tickets now; what a row showed first is its ticket for ever. */
const learnTickets = async ({ standIn, desk, memory }: Office): Promise<number> => {
  const tab = viewTab(await standIn.world(), desk.tab);
  let learnt = 0;
  for (const known of memory.living) {
    const ticket = rowIn(tab, known.row)?.reads('Nomor Tiket') ?? '';
    if (known.ticket === undefined && ticket !== '') {
      known.ticket = ticket;
      learnt += 1;
    } else if (ticket !== known.ticket) known.otherTickets.push(ticket);
  }
  return learnt;
};
