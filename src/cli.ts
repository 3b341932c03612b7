#!/usr/bin/env node
/**
 * The command line: the only place that prints, reads the wall clock or exits.
 *
 * Exit codes: 0 done, 1 something needs a person, 2 wrong usage or settings.
 */
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { type FormKind, formKinds } from './backends/google/form-kinds.ts';
import type { Answer, Circumstances, ExitCode } from './commands/answer.ts';
import { forDesk } from './commands/printed-commands.ts';
import { ServiceError } from './errors.ts';
import { failureIn, type ToldFailure, whereabouts } from './failure.ts';
import { fileTrouble } from './files/file-trouble.ts';
import {
  readCount,
  readDay,
  readMinutes,
  readMoment,
  readMonth,
  readPort,
} from './option-readers.ts';
import type { Uptime } from './service/post/clock-watch.ts';
import { settingsFileName } from './settings-file.ts';
import { stopSignal } from './stop-signals.ts';

interface CommonOptions {
  readonly config?: string;
  /** Of `setup` and `demo`: the folder of the desk. */
  readonly dir?: string;
  readonly now?: Temporal.Instant;
  readonly json?: boolean;
}

interface FreeOptions {
  readonly minutes: number;
  readonly participants: number;
  readonly place?: string;
}

/** Codes of errors that mean wrong usage or settings rather than trouble on the way. */
const usageCodes: ReadonlySet<string> = new Set([
  'config-not-found',
  'config-invalid',
  'wrong-usage',
]);

/** Work shorter than this passes without a word. */
const patienceMs = 1000;

const earlierClock = [
  '--accept-earlier-clock',
  'go on although the clock lies before the last pass, or before this version came out',
] as const;

const buildProgram = (): Command => {
  const program = new Command('npx layanan-vicon')
    .description('Runs a video-conference support desk from its workbook.')
    .version(packageVersion())
    .exitOverride();
  const command = (name: string, description: string, parent = program): Command =>
    parent
      .command(name)
      .description(description)
      .option('--config <file>', 'settings file (default: layanan-vicon.json in this folder)')
      .option('--now <iso>', 'the moment to work at, e.g. 2026-11-23T09:00+08:00', readMoment)
      .option('--json', 'print the result as JSON');

  command('demo', 'make an invented desk, run a pass over it and say what to open')
    .option('--dir <dir>', 'where the desk is made', 'demo')
    .action(
      act<{ dir: string }>('writes', async (at, options) =>
        (await import('./commands/demo.ts')).demo(at, options),
      ),
    );
  command('setup', 'make a new desk, or bring one what it lacks; changes nothing that people made')
    .option('--dir <dir>', 'where the desk is made', '.')
    .option(
      '--google [sheet]',
      'on Google, for the first time; with the address of a sheet that is there, or one is made',
    )
    .addOption(
      new Option('--new-form [form]', 'on Google: make a form although there was one')
        .choices(formKinds)
        .preset('request'),
    )
    .action(
      act<{ dir: string; google?: string | true; newForm?: FormKind }>(
        'writes',
        async (_at, options) => (await import('./commands/setup-desk.ts')).setupDesk(options),
      ),
    );
  command('login', 'sign in to Google in the browser; the sign-in is stored for this user only')
    .option('--port <port>', 'the port for the answer of Google (default: any free one)', readPort)
    .action(
      act<{ port?: number }>('goes on', async (at, { port }) =>
        (await import('./commands/login.ts')).login(at, {
          say: (line) => process.stderr.write(`${line}\n`),
          stop: stopSignal(),
          now: () => at.now.epochMilliseconds,
          ...(port !== undefined && { port }),
        }),
      ),
    );
  command('doctor', 'check everything a desk stands on, in order, and say the next step')
    .option(
      '--try-mail',
      "send one mail to the sender's own address, by the way that messages leave",
    )
    .option(
      '--try [belief]',
      'instead, try on throw-away files of Google what the program believes about it',
    )
    .action((options: CommonOptions & DoctorOptions) =>
      act<DoctorOptions>(options.try === undefined ? 'looks' : 'goes on', examine)(options),
    );
  command('run', 'one pass: look, decide, check, write')
    .option('--accept-large-change', 'go on although unusually many known requests would change')
    .option(...earlierClock)
    .action(
      act<{ acceptLargeChange?: boolean; acceptEarlierClock?: boolean }>(
        'writes',
        async (at, options) => (await import('./commands/run.ts')).run(at, options),
      ),
    );
  command('plan', 'what a pass would do and why; writes nothing').action(
    act('looks', async (at) => (await import('./commands/plan.ts')).plan(at)),
  );
  command(
    'serve',
    'keep the desk up to date: by schedule and soon after the workbook changed',
  ).action(
    act('goes on', async (at, options) =>
      (await import('./commands/serve.ts')).serve(at, {
        signal: stopSignal(),
        clock: runningClock(options),
        ...(at.uptime && { uptime: at.uptime }),
      }),
    ),
  );
  program
    .command('fleet')
    .description('many desks over one PostgreSQL: one worker, and as many more as are started')
    .addArgument(
      new Argument(
        '[what]',
        'check everything first; say how it stands; make two invented offices and serve them',
      ).choices(['check', 'status', 'demo']),
    )
    .option('--config <file>', 'settings of the fleet (default: fleet.json in this folder)')
    .option('--dir <dir>', 'of the invented offices', 'fleet-demo')
    .option('--database <address>', 'for the invented offices: postgres://user@host/database')
    .option('--json', 'print the result as JSON')
    .action(async (what: FleetDeed | undefined, { dir, ...options }: FleetOptions) => {
      const kind = what === 'check' || what === 'status' ? 'looks' : 'goes on';
      await act<FleetOptions>(kind, (at) =>
        fleetDeed(what, at, { ...options, ...(dir !== undefined && { dir }) }),
      )(options);
    });
  command('recap', 'bring the recap of one month up to date')
    .requiredOption('--month <yyyy-mm>', 'the month, e.g. 2026-11', readMonth)
    .action(
      act<{ month: string }>('writes', async (at, options) =>
        (await import('./commands/recap.ts')).recap(at, options),
      ),
    );
  command('adopt', 'rebuild a lost ledger from the workbook and the documents; renumbers nothing')
    .option(...earlierClock)
    .action(
      act<{ acceptEarlierClock?: boolean }>('writes', async (at, options) =>
        (await import('./commands/run.ts')).run(at, { ...options, adopt: true }),
      ),
    );
  command('history', "a ticket's life in sentences, or what the latest passes did")
    .argument('[ticket]', 'a ticket, e.g. VC-2026-0123 (default: the latest passes)')
    .action(async (ticket: string | undefined, options: CommonOptions) =>
      act('looks', async (at) =>
        (await import('./commands/history.ts')).history(at, {
          ...(ticket !== undefined && { ticket }),
        }),
      )(options),
    );
  command('undo', 'take back what the last pass wrote, where nobody changed it since')
    .option('--pass <id>', 'another pass than the last, as "history" names it')
    .option('--dry-run', 'say what would be taken back, and change nothing')
    .action(async ({ dryRun, ...options }: CommonOptions & { pass?: string; dryRun?: boolean }) =>
      act<{ pass?: string }>(dryRun ? 'looks' : 'writes', async (at, { pass }) =>
        (await import('./commands/undo.ts')).undo(at, {
          ...(pass !== undefined && { pass }),
          ...(dryRun && { dryRun }),
        }),
      )(options),
    );
  command('free', 'who and what is free on a day, for whoever answers the telephone')
    .argument('<day>', 'the day, e.g. 2026-12-03', readDay)
    .option('--minutes <n>', 'how long the event takes', readMinutes, 120)
    .option('--participants <n>', 'how many take part', readCount, 0)
    .option('--place <name>', 'where; nobody travels between events at one place')
    .action(async (day: Temporal.PlainDate, options: CommonOptions & FreeOptions) =>
      act<FreeOptions>('looks', async (at, { minutes, participants, place }) =>
        (await import('./commands/free.ts')).free(at, {
          day,
          minutes,
          participants,
          ...(place !== undefined && { place }),
        }),
      )(options),
    );
  command('backup', 'copy settings, ledger, templates, workbook and documents, and prove the copy')
    .option('--to <dir>', 'where the copy gets a folder of its own (default: Cadangan)')
    .action(
      act<{ to?: string }>('writes', async (at, options) =>
        (await import('./commands/backup.ts')).backup(at, options),
      ),
    );
  command(
    'restore',
    'put a copy back into this folder, or where --config says; it is proved whole first',
  )
    .argument('<folder>', 'the folder that backup printed')
    .option('--replace', 'put aside what lies in the way, under another name')
    .action(async (folder: string, options: CommonOptions & { replace?: boolean }) =>
      act<{ replace?: boolean }>('writes', async (at, { replace }) =>
        (await import('./commands/restore.ts')).restore(at, {
          folder,
          ...(replace && { replace }),
        }),
      )(options),
    );
  command(
    'move',
    'take the ledger to another place: a file, or a desk in PostgreSQL; renumbers nothing',
    program
      .command('ledger')
      .description('what the service has promised and done, and where it is'),
  )
    .requiredOption(
      '--to <place>',
      'a file that is not there yet, or postgres://user@host/database?desk=7',
    )
    .option('--dry-run', 'say what would be moved, and change nothing')
    .action(
      act<{ to: string; dryRun?: boolean }>('writes', async (at, options) =>
        (await import('./commands/move-ledger.ts')).moveLedger(at, options),
      ),
    );
  command(
    'import',
    'bring an old ledger into the desk: once, whole, with every change beside its original',
  )
    .argument('<ledger>', 'an .xlsx workbook or a .csv file')
    .option('--map <file>', 'a .json file that says what columns mean')
    .option('--dry-run', 'show how it would be read; write nothing')
    .action(
      async (
        ledger: string,
        options: CommonOptions & { map?: string; dryRun?: boolean },
      ): Promise<void> =>
        act<{ map?: string; dryRun?: boolean }>(
          options.dryRun ? 'looks' : 'writes',
          async (at, { map, dryRun }) =>
            (await import('./commands/import.ts')).importLedger(at, {
              ledger,
              ...(map !== undefined && { map }),
              ...(dryRun && { dryRun }),
            }),
        )(options),
    );
  command('forget', 'take contacts of requesters out, once their events are long over')
    .option('--before <day>', 'events that ended before it (default: as Pengaturan says)', readDay)
    .option('--yes', 'take it out; without it only what would be taken out is said')
    .action(
      act<{ before?: Temporal.PlainDate; yes?: boolean }>('writes', async (at, options) =>
        (await import('./commands/forget.ts')).forget(at, options),
      ),
    );
  command('render', 'fill any Word template with JSON data')
    .argument('<template>', 'a .docx with {{…}} in its text')
    .argument('<data>', 'a .json file')
    .requiredOption('--out <file>', 'the .docx to write')
    .action(async (template: string, data: string, options: CommonOptions & { out: string }) =>
      act<{ out: string }>('writes', async (_at, { out }) =>
        (await import('./commands/render.ts')).render({
          template,
          data,
          out,
        }),
      )(options),
    );
  command('check-templates', 'check every Word template of a folder, and say all that is wrong')
    .argument('[dir]', "folder (default: the settings' templates, else those of the package)")
    .action(async (dir: string | undefined, options: CommonOptions) =>
      act('looks', async (at) =>
        (await import('./commands/check-templates.ts')).checkTemplates(at, {
          ...(dir !== undefined && { dir }),
        }),
      )(options),
    );
  command(
    'preview',
    'fill every Word template with invented data; as PDF too where LibreOffice is there',
  )
    .argument('[dir]', "folder (default: the settings' templates, else those of the package)")
    .option('--out <dir>', 'where the documents go', 'preview')
    .action(async (dir: string | undefined, options: CommonOptions & { out: string }) =>
      act<{ out: string }>('writes', async (at, { out }) =>
        (await import('./commands/preview.ts')).preview(at, {
          out,
          ...(dir !== undefined && { dir }),
        }),
      )(options),
    );
  return program;
};

interface DoctorOptions {
  readonly tryMail?: boolean;
  /** The name of a belief; `true`: all. */
  readonly try?: string | true;
}

const examine = async (
  at: Circumstances,
  { tryMail, try: wanted }: DoctorOptions,
): Promise<Answer> =>
  wanted === undefined
    ? (await import('./commands/doctor.ts')).doctor(at, {
        now: Date.now,
        ...(tryMail && { tryMail }),
      })
    : (await import('./commands/doctor/try-google.ts')).tryGoogle(at, {
        signal: stopSignal(() =>
          process.stderr.write('Asked to stop: removing the throw-away files.\n'),
        ),
        ...(wanted !== true && { only: wanted }),
      });

type FleetDeed = 'check' | 'status' | 'demo';

interface FleetOptions extends CommonOptions {
  readonly database?: string;
}

const fleetDeed = async (
  what: FleetDeed | undefined,
  at: Circumstances,
  { dir = '', database, now }: FleetOptions,
): Promise<Answer> => {
  if (what === 'check') return (await import('./commands/fleet-check.ts')).fleetCheck(at);
  if (what === 'status') return (await import('./commands/fleet-status.ts')).fleetStatus(at);
  const { fleet } = await import('./commands/fleet.ts');
  const running = {
    signal: stopSignal(),
    clock: runningClock({ ...(now && { now }) }),
    ...(at.uptime && { uptime: at.uptime }),
  };
  if (what === undefined) return fleet(at, running);
  const { makeInventedFleet } = await import('./commands/fleet-demo.ts');
  return fleet({ config: await makeInventedFleet(at, { dir, database }) }, running);
};

/**
 * Turns a command into commander's action: prints its answer, sets the exit code.
 *
 * One that only looks may be stopped at any moment; one that writes finishes; one that goes on minds its own stop.
 */
const act =
  <O extends object>(
    kind: 'looks' | 'writes' | 'goes on',
    work: (at: Circumstances, options: O & CommonOptions) => Answer | Promise<Answer>,
  ) =>
  async (options: O & CommonOptions): Promise<void> => {
    if (kind === 'writes') finishFirst();
    const at: Circumstances = {
      now: options.now ?? Temporal.Now.instant(),
      ...(options.now === undefined && { uptime: machineUptime }),
      progress: progressPrinter(),
      ...(options.config !== undefined && { config: options.config }),
    };
    const settings = settingsNamedBy(options);
    try {
      const { text, data, exit } = await work(at, options);
      const printed = options.json
        ? JSON.stringify(
            data,
            (_, value) => (typeof value === 'string' ? forDesk(value, settings) : value),
            2,
          )
        : forDesk(text, settings);
      if (printed !== '') process.stdout.write(`${printed}\n`);
      process.exitCode = exit;
    } catch (error) {
      fail(error, settings);
      await sayWhere(error, options.config);
    }
  };

const settingsNamedBy = ({ config, dir }: CommonOptions): string | undefined => {
  const named = dir === undefined ? config : join(dir, settingsFileName);
  return named && resolve(named);
};

/** The wall clock or, for a command that goes on, one that runs on from `--now`. */
const runningClock = ({ now }: CommonOptions): (() => Temporal.Instant) => {
  if (now === undefined) return () => Temporal.Now.instant();
  const started = performance.now();
  return () => now.add({ milliseconds: Math.round(performance.now() - started) });
};

const machineUptime = (): Uptime => ({ machine: hostname(), ms: uptime() * 1000 });

/** Says on the error stream what is being done, once that takes longer than people like to wait in silence. */
const progressPrinter = (): ((step: string) => void) => {
  const started = performance.now();
  let lastSaid = 0;
  return (step) => {
    const elapsed = performance.now() - started;
    if (elapsed < patienceMs || elapsed - lastSaid < patienceMs) return;
    lastSaid = elapsed;
    process.stderr.write(`${step} …\n`);
  };
};

/** For work that writes: it is not broken off in the middle. */
const finishFirst = (): void => {
  stopSignal(() =>
    process.stderr.write(
      'Asked to stop: finishing what was begun. Once more (Ctrl+C) ends at once; the next run does the rest.\n',
    ),
  );
};

const packageVersion = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
};

const exitCodeOf = (error: unknown): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof ServiceError && usageCodes.has(error.code) ? 2 : 1;
};

/** Says what went wrong: to people on the error stream, and with `--json` to programs on the output. */
const fail = (error: unknown, settings?: string): void => {
  const exit = exitCodeOf(error);
  process.exitCode = exit;
  if (exit === 0) return;
  const { code, what, todo } =
    error instanceof CommanderError ? wrongUsage(error) : failureIn(error);
  const said = { code, what, todo: forDesk(todo, settings) };
  // Commander has said itself what is wrong with the usage.
  if (!(error instanceof CommanderError)) process.stderr.write(`${said.what}\n${said.todo}\n`);
  // What is wrong may be the options themselves, so they are not asked.
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: said, exit }, undefined, 2)}\n`);
};

const wrongUsage = ({ message }: CommanderError): ToldFailure => ({
  code: 'wrong-usage',
  what: message.replace(/^error: /, ''),
  todo: 'See "npx layanan-vicon --help".',
});

/** Shows where a fault of our own came about, to whoever set out to find it. */
const sayWhere = async (error: unknown, config: string | undefined): Promise<void> => {
  if (failureIn(error).code !== 'unforeseen') return;
  const { readConfig } = await import('./config.ts');
  try {
    if (readConfig(config).logLevel === 'debug') process.stderr.write(`${whereabouts(error)}\n`);
  } catch {
    // Without settings nobody asked for it.
  }
};

/** Whoever read our output may be gone, as in `plan | head`, or the terminal closed: the work counts all the same. */
const mindOutput = (): void => {
  process.stdout.on('error', (error) => {
    const trouble = fileTrouble(error);
    if (trouble === undefined || trouble.code === 'file-failing') return;
    process.exitCode = 1;
    process.stderr.write(`The result could not be printed. ${trouble.what}\n${trouble.todo}\n`);
  });
  process.stderr.on('error', () => undefined);
};

mindOutput();
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
try {
  await buildProgram().parseAsync();
} catch (error) {
  fail(error);
}
