import { destination } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { backendOf } from '../backends/backends.ts';
import { readConfig } from '../config.ts';
import { countFailures } from '../core/cases/failures.ts';
import { openRemembered } from '../core/cases/remembered.ts';
import { openLog } from '../service/log.ts';
import { oneAfterAnother } from '../service/one-after-another.ts';
import { openDesk } from '../service/open-desk.ts';
import { nightOf } from '../service/pass/memory-check.ts';
import type { Quiet } from '../service/pass/quiet.ts';
import { type LastLook, lastLookAfter } from '../service/pass/rest.ts';
import { checkMemoryAloud } from '../service/pass/tell-memory-check.ts';
import { runPass } from '../service/pass.ts';
import type { Uptime } from '../service/post/clock-watch.ts';
import { deliver } from '../service/post/deliver.ts';
import { nothingPosted } from '../service/post/post-parts.ts';
import { isUnsaved } from '../service/save-documents.ts';
import { serve as keepServing } from '../service/schedule.ts';
import { openPatience } from '../service/sign-in-trouble.ts';
import type { Answer, Circumstances } from './answer.ts';

/** Programs save in several steps; this long without another one means that they are through. */
const quietMs = 1500;

/** Keeps the desk up to date until `signal` aborts. The clock is read once a pass. */
export const serve = async (
  { config: file }: Pick<Circumstances, 'config'>,
  {
    signal,
    clock,
    uptime,
  }: {
    readonly signal: AbortSignal;
    readonly clock: () => Temporal.Instant;
    readonly uptime?: () => Uptime;
  },
): Promise<Answer> => {
  const config = readConfig(file);
  const { workbookPath } = backendOf(config);
  const lines = destination({ dest: 2, sync: true });
  // The terminal may be closed under us; the work goes on.
  lines.on('error', () => undefined);
  const log = openLog({ level: config.logLevel, destination: lines });
  const desk = await openDesk(config, {
    now: clock(),
    toWrite: true,
    isService: true,
    progress: () => undefined,
  });
  // Neither a pass nor a look at the workbook sees it while the other is at work there.
  const alone = oneAfterAnother();
  const patience = openPatience();
  const inVain = new AbortController();
  /** While Google takes no sign-in, each pass looks whether there is a new one; for ever helps nobody. */
  const mindSignIn = async <T>(now: Temporal.Instant, work: () => Promise<T>): Promise<T> => {
    try {
      const done = await work();
      patience.wentWell();
      return done;
    } catch (error) {
      if (patience.isOver(error, now)) inVain.abort();
      throw error;
    }
  };
  let quiet: Quiet | undefined;
  let last: LastLook | undefined;
  let memory = openRemembered();
  let night = nightOf(clock(), config.timeZone);
  const forgetOnceANight = async (now: Temporal.Instant): Promise<void> => {
    const tonight = nightOf(now, config.timeZone);
    if (tonight === night) return;
    night = tonight;
    const remembered = { memory, quiet };
    // First: what fails below is not gone through again tonight.
    quiet = undefined;
    last = undefined;
    memory = openRemembered();
    const openAnew = () => openDesk(config, { now, toWrite: false, rereads: true });
    await alone(() => checkMemoryAloud(desk, { now, ...remembered, openAnew }, { log }));
  };
  try {
    await keepServing({
      schedule: config.schedule,
      timeZone: config.timeZone,
      ...(workbookPath !== undefined && { workbookPath }),
      quietMs,
      log,
      signal: AbortSignal.any([signal, inVain.signal]),
      pass: async (reason) => {
        const now = clock();
        const started = performance.now();
        // In one: what asks Google nothing does not tell that the sign-in holds.
        const report = await mindSignIn(now, async () => {
          await forgetOnceANight(now);
          return alone(() => runPass(desk, { now, memory, ...(quiet && { quiet }) }));
        });
        quiet = report.quiet;
        last = lastLookAfter(report, last);
        if (report.look.kind === 'unchanged') {
          const tookMs = Math.round(performance.now() - started);
          log.debug('nothing changed', { pass: now.toString(), reason, tookMs });
          return;
        }
        const { look, cells, documents, idle, trouble = report.folderTrouble } = report;
        const unsaved = documents.filter(isUnsaved).length;
        const fields = {
          pass: now.toString(),
          reason,
          requests: look.cases.length,
          ...cells,
          documents: documents.length - unsaved,
          unsaved,
          ...(trouble && { code: trouble.code }),
          concerns: look.plan.concerns.length,
          failing: countFailures(look.cases),
          refusals: look.refusals.map(({ kind }) => kind),
          notices: look.notices.length,
          idle,
          tookMs: Math.round(performance.now() - started),
        };
        if (look.refusals.length > 0) log.warn('pass refused', fields);
        else log.info('pass finished', fields);
      },
      deliver: async () => {
        const report = await deliver(desk, {
          clock,
          alone,
          memory,
          ...(last && { last }),
          ...(uptime && { uptime }),
        });
        if (report.stopped !== undefined) log.warn('delivery stopped', { ...report });
        else if (report !== nothingPosted) log.info('messages delivered', { ...report });
      },
    });
    return inVain.signal.aborted
      ? { text: signInInVain, data: { endedFor: 'sign-in' }, exit: 1 }
      : { text: '', data: {}, exit: 0 };
  } finally {
    await desk.close();
  }
};

/** For whoever watches over the service: systemd starts it afresh after this. */
const signInInVain =
  'Google has taken no sign-in for half an hour, so the service ended to be started afresh. Run npx layanan-vicon doctor: it says what is wrong with the sign-in.';
