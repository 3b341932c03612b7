/** The command that signs in to Google. */
import { dirname } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import { readConfig } from '../config.ts';
import { minuteMs } from '../core/sheet/time-units.ts';
import { ServiceError } from '../errors.ts';
import type { Answer } from './answer.ts';
import { openBrowser } from './open-browser.ts';
import { shellWord } from './printed-commands.ts';

export interface LoginCommandOptions {
  readonly port?: number;
  /** Tells the person at once, while the command still waits. */
  readonly say: (line: string) => void;
  /** Stops the wait at the keyboard. */
  readonly stop: AbortSignal;
  readonly now: () => number;
}

/** A person finds the browser, the password and the second factor in this time. */
const patienceMs = 5 * minuteMs;

/** Signs a person in to Google and stores the sign-in; always ends, with or without one. */
export const login = async (
  at: { readonly config?: string },
  { port, say, stop, now }: LoginCommandOptions,
): Promise<Answer> => {
  const config = readConfig(at.config);
  const backend = backendOf(config);
  if (backend.name !== 'google') throw new NoGoogleError();
  const { settings: google } = backend;
  const { login: signIn } = await import('../backends/google/sign-in/login.ts');
  const limit = timeLimit(stop);
  try {
    await signIn({
      credentials: google.credentials,
      token: google.token,
      photos: google.photos,
      mail: config.messages.by === 'gmail',
      endpoint: google.endpoint,
      port,
      signal: limit.signal,
      now,
      showPage: (address) => {
        say('Sign in with the account that may edit the sheet. If no browser opens, open:');
        say(address);
        say('It must be a browser on this machine. Waiting for 5 minutes at most; Ctrl+C stops.');
        openBrowser(address);
      },
    });
  } finally {
    limit.clear();
  }
  return {
    text: [
      `Signed in; stored for this user only in ${google.token}.`,
      `Next: npx layanan-vicon setup --dir ${shellWord(dirname(config.file))} makes form and sheet, or goes on; then npx layanan-vicon doctor checks everything.`,
    ].join('\n'),
    data: { token: google.token },
    exit: 0,
  };
};

/** Ends when time is up or somebody stops it; `AbortSignal.any` over `timeout` can lose the latter to the garbage collector. */
const timeLimit = (stop: AbortSignal): { readonly signal: AbortSignal; clear(): void } => {
  const limit = new AbortController();
  const timer = setTimeout(
    () => limit.abort(new DOMException('time is up', 'TimeoutError')),
    patienceMs,
  );
  stop.addEventListener('abort', () => limit.abort());
  return { signal: limit.signal, clear: () => clearTimeout(timer) };
};

/** There is nothing to sign in to. */
class NoGoogleError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor() {
    super({
      what: 'The settings name no Google sheet, so there is nothing to sign in to.',
      todo: 'Add "google": { "spreadsheet": "…" } to the settings, or work with the local workbook.',
    });
  }
}
