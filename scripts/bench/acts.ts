/**
 * `npm run bench -- acts [requests] [workbook|google] [p]`: a scripted office lives its requests through the real commands on a workbook and on the
 * stand-in for Google. What the desk's people still do besides the sheet, and what they type, is counted a request.
 *
 * Nobody in it is slow or careless but where a nudge goes unanswered: each is answered with p = 0.3 or 0.5, an assumption.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommandLine, type CommandLine } from '../../test/support/command-line.ts';
import { Chance } from '../trial/chance.ts';
import { type Desk, setUpDesk } from '../trial/set-up.ts';
import { type StandIn, startStandIn } from '../trial/stand-in.ts';
import { type Act, acts, typingOver } from './acts/act-list.ts';
import { counted, filings, registers, settings } from './acts/cast.ts';
import { googleHands, type Hands, localHands, timeZone } from './acts/hands.ts';
import { type LivedRequest, live } from './acts/life.ts';

/** Columns that staff fill, of which a request of the full kind used to fill every one. */
const typedBefore = 22;

export const run = async (): Promise<void> => {
  const [count = '50', where, chance] = process.argv.slice(3);
  const chances = chance === undefined ? [0.5, 0.3] : [Number(chance)];
  const places = where === undefined ? ['workbook', 'google'] : [where];
  const cli = await buildCommandLine();
  try {
    for (const answers of chances) {
      for (const place of places) {
        const on = place === 'google' ? onGoogle : onWorkbook;
        report(place, answers, await on(cli, Number(count), answers));
      }
    }
  } finally {
    cli.remove();
  }
};

const onWorkbook = async (
  cli: CommandLine,
  count: number,
  answers: number,
): Promise<readonly LivedRequest[]> => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-acts-'));
  try {
    const made = await cli.run(['setup', '--dir', dir]);
    if (made.exit !== 0) throw new Error(made.out + made.err);
    const hands = localHands(join(dir, 'Buku Layanan.xlsx'));
    await furnish(hands);
    return await live({
      cli,
      dir,
      hands,
      filings: filings(count),
      answers,
      chance: new Chance(1),
      setClock: async () => undefined,
      tell: (line) => console.error(line),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const onGoogle = async (
  cli: CommandLine,
  count: number,
  answers: number,
): Promise<readonly LivedRequest[]> => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-acts-'));
  const desk = join(dir, 'desk');
  mkdirSync(desk);
  const spreadsheetId = 'buku-contoh';
  const standIn = await startStandIn(dir, { spreadsheetId });
  try {
    const made = await setUpDesk({
      cli,
      standIn,
      dir: desk,
      spreadsheetId,
      registers: [],
      tell: console.error,
    });
    await linkOtherForms(cli, standIn, made);
    const hands = googleHands(standIn, made);
    await furnish(hands);
    return await live({
      cli,
      dir: desk,
      hands,
      filings: filings(count),
      answers,
      chance: new Chance(1),
      setClock: (now) => standIn.setClock(now.toZonedDateTimeISO(timeZone)),
      tell: (line) => console.error(line),
    });
  } finally {
    await standIn.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

/** By hand, as setup says; then it completes the tabs of their answers. */
const linkOtherForms = async (cli: CommandLine, standIn: StandIn, desk: Desk): Promise<void> => {
  const { spreadsheetId, dir } = desk;
  for (const { formId, link } of (await standIn.world()).forms)
    if (link === undefined) await standIn.people('linkForm', { formId, spreadsheetId });
  const ended = await cli.run(['setup', '--dir', dir]);
  if (ended.exit !== 0) throw new Error(ended.out + ended.err);
};

/** What an office fills in before its first request. */
const furnish = async (hands: Hands): Promise<void> => {
  for (const { tab, rows } of registers) for (const row of rows) await hands.append(tab, row);
  for (const row of await hands.rows('Peralatan')) {
    const number = counted[row.reads('Nama')];
    if (number !== undefined) await hands.type('Peralatan', row.row, { Jumlah: number });
  }
  for (const row of await hands.rows('Pengaturan')) {
    const value = settings[row.reads('Pengaturan')];
    if (value !== undefined) await hands.type('Pengaturan', row.row, { Nilai: value });
  }
};

const report = (where: string, answers: number, lived: readonly LivedRequest[]): void => {
  const mean = (of: (each: LivedRequest) => number): string =>
    (lived.reduce((sum, each) => sum + of(each), 0) / lived.length).toFixed(1);
  const isDone = (act: Act, { said, officers, typedOver }: LivedRequest): boolean =>
    act.isSpared(said, officers) && !(act.name === typingOver && typedOver > 0);
  const left = (each: LivedRequest): number => acts.filter((act) => !isDone(act, each)).length;
  const complete = lived.filter(({ isComplete }) => isComplete).length / lived.length;
  console.log(`\n${where}, ${lived.length} requests, a nudge is answered with p = ${answers}`);
  console.log(`  acts besides the sheet a request: ${acts.length} before, ${mean(left)} now`);
  console.log(
    `  cells typed by staff a request:   ${typedBefore} before, ${mean((each) => each.typed)} now`,
  );
  console.log(
    `  and typed anew after a change:    ${mean(({ typings, typed }) => typings - typed)}`,
  );
  console.log(`  and typed over, where there is no form: ${mean(({ typedOver }) => typedOver)}`);
  console.log(
    `  answers corrected for requesters: ${mean((each) => each.corrected)}, before as now`,
  );
  console.log(
    `  messages sent about a request:    ${mean(({ said }) => said.filter(({ ticket }) => ticket !== undefined).length)}`,
  );
  console.log(`  reports complete 3 working days after: ${(complete * 100).toFixed(0)} %`);
  for (const act of acts) {
    const { name } = act;
    const spared = lived.filter((each) => isDone(act, each)).length;
    console.log(
      `    ${spared === lived.length ? 'spared' : spared === 0 ? 'by hand' : `${spared} of ${lived.length}`}: ${name}`,
    );
  }
};
