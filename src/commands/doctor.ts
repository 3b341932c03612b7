/**
 * Checks everything that a desk stands on, in order, and says of each what is wrong and what to do next.
 *
 * Nothing is changed, in the sheet or elsewhere, but the hourly renewal of the stored sign-in; nothing is sent but the trial
 * mail that somebody asks for.
 */
import { Temporal } from 'temporal-polyfill';
import { backendOf } from '../backends/backends.ts';
import { type ConfigFile, readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import type { Answer, Circumstances } from './answer.ts';
import { type Check, right, runChecks, wrong } from './doctor/check.ts';
import { deskChecks } from './doctor/desk-checks.ts';
import { toldChecks } from './doctor/told-checks.ts';

export const doctor = async (
  at: Pick<Circumstances, 'config' | 'progress'>,
  {
    nodeVersion = process.versions.node,
    now,
    tryMail = false,
    fetch,
  }: {
    readonly nodeVersion?: string;
    /** Milliseconds since 1970 by this machine's own clock, which is held against Google's. */
    readonly now: () => number;
    /** Also sends one mail, to the sender's own address. */
    readonly tryMail?: boolean;
    /** Instead of the network, for tests. */
    readonly fetch?: typeof globalThis.fetch;
  },
): Promise<Answer> => {
  const { config, settings } = readSettings(at.config);
  const checks: readonly Check[] = [
    { name: 'Node version', needs: [], look: () => judgeNode(nodeVersion) },
    settings,
    ...(config === undefined
      ? [{ name: 'everything else', needs: [settings.name], look: () => right() }]
      : [
          ...(await placeChecks(config, { now, fetch })),
          ...deskChecks(config),
          ...(tryMail ? [await trialCheck(config, now)] : []),
        ]),
  ];
  const results = await runChecks(checks, at.progress);
  const failures = results.filter(({ state }) => state === 'wrong').length;
  return {
    text: toldChecks(results, 'The desk'),
    data: results,
    exit: config === undefined ? 2 : failures === 0 ? 0 : 1,
  };
};

const trialCheck = async (config: ConfigFile, now: () => number): Promise<Check> => {
  const { trialMail } = await import('./doctor/trial-mail.ts');
  return trialMail(config, Temporal.Instant.fromEpochMilliseconds(now()));
};

/** Only the place that the settings name is loaded. */
const placeChecks = async (
  config: ConfigFile,
  {
    now,
    fetch,
  }: { readonly now: () => number; readonly fetch: typeof globalThis.fetch | undefined },
): Promise<readonly Check[]> => {
  const backend = backendOf(config);
  switch (backend.name) {
    case 'local':
      return (await import('./doctor/local-checks.ts')).localChecks(config);
    case 'google': {
      const { googleChecks } = await import('./doctor/google-checks.ts');
      const { timeZone, ledger, messages } = config;
      const mailFrom = messages.by === 'gmail' ? messages.from?.address : undefined;
      return googleChecks({ ...backend.settings, timeZone, ledger, mailFrom, now, fetch });
    }
  }
};

const readSettings = (
  file: string | undefined,
): { readonly config: ConfigFile | undefined; readonly settings: Check } => {
  const name = 'settings file';
  try {
    const config = readConfig(file);
    return { config, settings: { name, needs: [], look: () => right(config.file) } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { what, todo } = error;
    return { config: undefined, settings: { name, needs: [], look: () => wrong(what, todo) } };
  }
};

const oldestNode = [20, 19] as const;

const judgeNode = (version: string): ReturnType<Check['look']> => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld
    ? wrong(
        `This is Node ${version}; ${oldestNode.join('.')} or later is needed.`,
        'Install a newer Node from nodejs.org.',
      )
    : right(version);
};
