/** The command that signs in to Google. */
import { dirname } from 'node:path';
import { backendOf } from '../backends/backends.ts';
import type { ShownPage } from '../backends/google/sign-in/login.ts';
import { hasScreen, readConfig } from '../config.ts';
import { minuteMs } from '../core/sheet/time-units.ts';
import { ServiceError } from '../errors.ts';
import { ownPace } from '../service/own-pace.ts';
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
    const { account, former, notices } = await signIn({
      ...google,
      port,
      mail: config.messages.by === 'gmail',
      hasBrowser: hasScreen(),
      signal: limit.signal,
      pace: { ...ownPace, now },
      showPage: (address, page) => {
        for (const line of pageInWords(address, page)) say(line);
        if (!page.isOpened) openBrowser(address);
      },
    });
    return {
      text: [
        `Signed in${account === undefined ? '' : ` as ${account}`}; stored for this user only in ${google.token}.`,
        ...(former === undefined ? [] : [otherAccount(former)]),
        ...notices,
        `Next: npx layanan-vicon setup --dir ${shellWord(dirname(config.file))} makes form and sheet, or goes on; then npx layanan-vicon doctor checks everything.`,
      ].join('\n'),
      data: { token: google.token, ...(account !== undefined && { account }), notices },
      exit: 0,
    };
  } finally {
    limit.clear();
  }
};

const pageInWords = (address: string, { isAgain }: ShownPage): readonly string[] => [
  ...(isAgain
    ? ['Nothing lasting came of that, so Google is asked once more, in another way.']
    : ['Sign in with the account that may edit the sheet.']),
  'If no browser opens, open:',
  address,
  'It must be a browser on this machine. Waiting for 5 minutes at most; Ctrl+C stops.',
];

/** With the right to its own files only, Google shows each account what was made under it. */
const otherAccount = (former: string): string =>
  `Before, it was ${former}: documents, forms and folders that the service made as that account do not show to this one. If this is not meant, run npx layanan-vicon login again.`;

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
