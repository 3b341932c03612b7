/** A whole trial: a desk is set up on the stand-in, lives through its weeks, and is looked over at the end. */
import { performance } from 'node:perf_hooks';
import { buildCommandLine, type CommandLine } from '../../test/support/command-line.ts';
import { type Sitting, sittingsFor } from './calendar.ts';
import { Chance } from './chance.ts';
import { checkBookings } from './checks/bookings.ts';
import type { Check } from './checks/check.ts';
import { checkDocuments } from './checks/documents.ts';
import { checkIdlePass, checkTraffic } from './checks/google.ts';
import { checkLedger } from './checks/ledger.ts';
import { checkRows } from './checks/rows.ts';
import { lifeOf } from './life.ts';
import { live, type SittingTold } from './live.ts';
import { Memory } from './memory.ts';
import type { Office } from './people.ts';
import { printOut } from './printout.ts';
import { setUpDesk } from './set-up.ts';
import { viewTab } from './sheet-view.ts';
import { startStandIn } from './stand-in.ts';
import { tellChecks, tellSitting, tellWeeks } from './transcript.ts';
import { makeWishes } from './wishes.ts';

export interface TrialOptions {
  /** How many requests there are. */
  readonly events: number;
  /** How many working days they come on; a day for every six of them unless told. */
  readonly days?: number;
  readonly seed: number;
  /** An empty folder; the desk stays there. */
  readonly dir: string;
  /** Weeks instead of sittings. */
  readonly isBrief: boolean;
  /** People wait up to so long between two deeds. */
  readonly longestPauseMs: number;
  readonly tell: (line: string) => void;
}

/** Runs a trial to its end; the checks come back. Everything that it starts is ended with it. */
export const runTrial = async (options: TrialOptions): Promise<readonly Check[]> => {
  const { events, seed, dir, tell } = options;
  const cli = await buildCommandLine();
  const spreadsheetId = 'lembar-layanan-vicon-0001';
  const standIn = await startStandIn(dir, { spreadsheetId });
  try {
    const desk = await setUpDesk({ cli, standIn, dir, spreadsheetId, tell });
    await standIn.keepQuota();
    await standIn.forgetTraffic();
    const sittings = sittingsFor(events, options.days);
    const office: Office = { standIn, desk, memory: new Memory(), chance: new Chance(seed) };
    await liveThrough(office, sittings, { cli, ...options });
    const checks = await lookOver(office, { cli, last: sittings.at(-1) });
    await printOut(standIn, dir);
    for (const line of tellChecks(checks)) tell(line);
    return checks;
  } finally {
    await standIn.stop();
    cli.remove();
  }
};

const liveThrough = async (
  office: Office,
  sittings: readonly Sitting[],
  { cli, events, isBrief, longestPauseMs, tell }: TrialOptions & { readonly cli: CommandLine },
): Promise<void> => {
  const { chance } = office;
  const began = performance.now();
  const wishes = makeWishes(events, sittings, chance.branch());
  const plan = wishes.flatMap((wish) => lifeOf(wish, sittings, chance.branch()));
  const told: SittingTold[] = [];
  for (const sitting of sittings) {
    const today = plan.filter((planned) => planned.sitting === sitting.index);
    const each = await live(office, today, { cli, sitting, longestPauseMs });
    told.push(each);
    if (!isBrief) for (const line of tellSitting(each)) tell(line);
  }
  if (isBrief) for (const line of tellWeeks(told)) tell(line);
  const seconds = Math.round((performance.now() - began) / 1000);
  tell(`${events} requests in ${sittings.length} sittings, ${seconds} s`);
};

const lookOver = async (
  office: Office,
  { cli, last }: { readonly cli: CommandLine; readonly last: Sitting | undefined },
): Promise<readonly Check[]> => {
  const { standIn, desk, memory } = office;
  if (last === undefined) return [];
  const seen = { traffic: await standIn.traffic(), overQuota: await standIn.overQuota() };
  const idle = await checkIdlePass({ cli, standIn, desk }, last);
  const world = await standIn.world();
  const tab = viewTab(world, desk.tab);
  return [
    ...checkRows(world, tab, memory),
    ...checkLedger(desk.dir, tab, memory),
    ...checkBookings(tab, memory),
    ...(await checkDocuments(standIn, world, tab, memory)),
    ...checkTraffic(world, memory, seen),
    idle,
  ];
};
