/**
 * One desk measured in this process, which is new: `measure.js PART SETTINGS SECONDS`, with the clock so many seconds after
 * that of the desk, prints what the part costs.
 *
 * `run` is the command as people start it, the process with it; `warm` are the passes of a process that goes on. `type` prints
 * nothing: it is who types in between, in a process of their own as in life, since what that leaves behind is none of the pass's.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { run } from '../../../src/commands/run.ts';
import { readConfig } from '../../../src/config.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { type CellEdit, nowhere } from '../../../src/core/sheet/edits.ts';
import { findTab, locateColumns } from '../../../src/core/sheet/locate-columns.ts';
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
  /** The first five after the start, of all years; so are the next ones. */
  readonly firstRows: number;
  /** Once ten others were changed: a process that goes on for days has its code compiled by then. */
  readonly oneRow: number;
  /** Of an event that is still to come, about which more is decided. */
  readonly comingRow: number;
  /** The pass after `oneRow`, which meets what that one wrote. */
  readonly afterIt: number;
  readonly warmMB: number;
  /** Of a workbook that is a file. */
  readonly unzip?: number;
  readonly read: number;
  readonly jsonParse: number;
}

const [, script = '', part = '', settings = '', seconds = '0'] = process.argv;
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

/** Looks are a minute apart in life, and so never wait for Google's quota. */
let minutes = 0;
const sinceStart = performance.now.bind(performance);
performance.now = () => sinceStart() + minutes * 60_000;

const taking = async (work: () => unknown): Promise<number> => {
  minutes += 1;
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
};

const measuredWarm = async (): Promise<WarmCost> => {
  const config = readConfig(settings);
  const answers = hearAnswers();
  const typist = openTypist();
  const desk = await openDesk(config, { now });
  // Whoever reads without what the desk knows of it.
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
  /** Of each changed row, and of the pass after it. */
  const costs: number[] = [];
  const costsAfter: number[] = [];
  const typed: CellEdit[] = [];
  await close();
  const requests = tab.rows.length - headerRow - 1;
  const shareOf = (time: number): number =>
    ((time % times) + Math.floor(time / times) / rounds) / times;
  const changed = [
    ...Array.from({ length: rounds * times }, (_, time) => Math.floor(requests * shareOf(time))),
    // The desk ends with the sixty of the days to come.
    ...Array.from({ length: times }, (_, time) => requests - 1 - 7 * time),
  ];
  for (const place of changed) {
    const row = headerRow + 1 + place;
    const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
    const edit = { tab: tab.name, address, was: tab.rows[row]?.[column] ?? '', becomes: typedLink };
    await typist.type(edit);
    typed.push(edit);
    costs.push(await taking(pass));
    costsAfter.push(await taking(pass));
  }
  for (const { was, ...edit } of typed)
    await typist.type({ ...edit, was: typedLink, becomes: was });
  typist.leave();
  await pass();
  await desk.close();
  return {
    idle,
    firstRows: middle(costs.slice(0, times)),
    oneRow: middle(costs.slice(-2 * times, -times)),
    comingRow: middle(costs.slice(-times)),
    afterIt: middle(costsAfter.slice(-2 * times, -times)),
    warmMB: peakMB(),
    ...(unzip !== undefined && { unzip }),
    read,
    jsonParse,
  };
};

interface Typist {
  /** When it resolves, it stands there. */
  type(edit: CellEdit): Promise<void>;
  leave(): void;
}

const openTypist = (): Typist => {
  const child = fork(script, ['type', settings, seconds]);
  const gone = once(child, 'exit');
  return {
    async type(edit) {
      const typed = once(child, 'message');
      child.send(edit);
      const [outcome] = await Promise.race([typed, gone]);
      if (outcome !== 'written') throw new Error('It could not be typed.');
    },
    leave: () => child.disconnect(),
  };
};

/** Until whoever asks for it leaves. */
const typing = async (): Promise<void> => {
  const { workbook, close } = await openDesk(readConfig(settings), { now, toWrite: false });
  process.on('message', async (edit: CellEdit) => {
    minutes += 1;
    const [outcome] = await workbook.write([edit], () => nowhere);
    process.send?.(outcome);
  });
  await once(process, 'disconnect');
  await close();
};

const times = 5;

/** So often five rows of all years are changed. */
const rounds = 3;

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

if (part === 'type') await typing();
else
  process.stdout.write(
    `${JSON.stringify(await (part === 'run' ? measuredRun() : measuredWarm()))}\n`,
  );
