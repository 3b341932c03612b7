/**
 * One desk measured in this process, which is new: `measure.js PART SETTINGS SECONDS`, with the clock so many seconds after
 * that of the desk, prints what the part costs.
 *
 * `run` is the command as people start it, the process with it; `warm` are the passes of a process that goes on.
 */
import { readFileSync } from 'node:fs';
import { run } from '../../../src/commands/run.ts';
import { readConfig } from '../../../src/config.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { nowhere } from '../../../src/core/sheet/edits.ts';
import { findTab, locateColumns } from '../../../src/core/sheet/locate-columns.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { findEntry, openZip } from '../../../src/office-package/zip.ts';
import { unpack } from '../../../src/office-package/zip-directory.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskNow } from './large-desk.ts';

/** One `run`, from the start of its process to its end: milliseconds of processor time, and the most memory in MB. */
export interface RunCost {
  readonly isIdle: boolean;
  readonly cpu: number;
  readonly peakMB: number;
}

/** Milliseconds of processor time, each the middle of five; the most memory in MB. */
export interface WarmCost {
  readonly idle: number;
  readonly oneRow: number;
  /** The longest of the five: mostly the first, whose code runs for the first time. */
  readonly oneRowMost: number;
  /** The pass after it, which meets what that one wrote. */
  readonly afterIt: number;
  readonly warmMB: number;
  /** Of a workbook that is a file. */
  readonly unzip?: number;
  readonly read: number;
  readonly jsonParse: number;
}

const [, , part = '', settings = '', seconds = '0'] = process.argv;
let now = deskNow.add({ seconds: Number(seconds) });

const measuredRun = async (): Promise<RunCost> => {
  const { data } = await run({ config: settings, now, progress: () => undefined }, {});
  const { user, system } = process.cpuUsage();
  return {
    isIdle: 'idle' in data && data.idle === true,
    cpu: Math.round((user + system) / 1000),
    peakMB: peakMB(),
  };
};

const taking = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
};

const measuredWarm = async (): Promise<WarmCost> => {
  const config = readConfig(settings);
  const answers = hearAnswers();
  const desk = await openDesk(config, { now });
  // Whoever types, and reads, without what the desk knows of it.
  const { workbook, close } = await openDesk(config, { now, toWrite: false });
  const memory = openRemembered();
  let quiet: Quiet | undefined;
  const pass = async (): Promise<string> => {
    const report = await runPass(desk, { now, memory, ...(quiet && { quiet }) });
    quiet = report.quiet;
    now = now.add({ seconds: 10 });
    return report.look.kind;
  };
  await pass();
  for (let times = 0; (await pass()) !== 'unchanged'; times += 1)
    if (times === 3) throw new Error('The desk does not come to rest.');
  const idle = middle(await fiveTimes(pass));

  const isFile = config.google === undefined;
  const bytes = isFile ? readFileSync(config.workbook) : undefined;
  const unzip = bytes && middle(await fiveTimes(() => unzipped(bytes)));
  const read = middle(await fiveTimes(() => workbook.read()));
  const heard = answers.listen();
  const snapshot = await workbook.read();
  const texts = isFile ? [JSON.stringify(snapshot.tabs.map((tab) => tab.rows))] : await heard();
  const jsonParse = middle(await fiveTimes(() => texts.map((text) => JSON.parse(text))));

  const tab = findTab(snapshot, requestTab);
  if (tab === undefined) throw new Error('There are no requests.');
  const { headerRow, indexOf } = locateColumns(tab, requestTab);
  const column = indexOf.get('letterFile') ?? 0;
  const oneRow: number[] = [];
  const afterIt: number[] = [];
  const typed: { readonly row: number; readonly was: Cell }[] = [];
  const type = (row: number, was: Cell, becomes: Cell) => {
    const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
    return workbook.write([{ tab: tab.name, address, was, becomes }], () => nowhere);
  };
  for (let time = 0; time < times; time += 1) {
    const row = headerRow + 1 + Math.floor(((tab.rows.length - headerRow - 1) * time) / times);
    const was = tab.rows[row]?.[column] ?? '';
    await type(row, was, typedLink);
    typed.push({ row, was });
    oneRow.push(await taking(pass));
    afterIt.push(await taking(pass));
  }
  for (const { row, was } of typed) await type(row, typedLink, was);
  await pass();
  await close();
  await desk.close();
  return {
    idle,
    oneRow: middle(oneRow),
    oneRowMost: Math.max(...oneRow),
    afterIt: middle(afterIt),
    warmMB: peakMB(),
    ...(unzip !== undefined && { unzip }),
    read,
    jsonParse,
  };
};

const times = 5;

const fiveTimes = async (work: () => unknown): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await taking(work));
  return taken;
};

const middle = (taken: readonly number[]): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;

const peakMB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const typedLink = 'https://surat.prov.test/1';

const unzipped = (bytes: Uint8Array): void => {
  const zip = openZip(bytes);
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
    const entry = findEntry(zip, name);
    if (entry !== undefined) unpack(entry);
  }
};

/** Keeps what Google answers, as it came, while somebody listens. */
const hearAnswers = (): { listen(): () => Promise<readonly string[]> } => {
  const { fetch } = globalThis;
  let heard: Promise<string>[] | undefined;
  globalThis.fetch = async (...request) => {
    const answer = await fetch(...request);
    heard?.push(answer.clone().text());
    return answer;
  };
  return {
    listen: () => {
      const mine: Promise<string>[] = [];
      heard = mine;
      return () => {
        heard = undefined;
        return Promise.all(mine);
      };
    },
  };
};

process.stdout.write(
  `${JSON.stringify(await (part === 'run' ? measuredRun() : measuredWarm()))}\n`,
);
