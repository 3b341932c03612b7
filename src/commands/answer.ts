import type { Temporal } from 'temporal-polyfill';
import type { Uptime } from '../service/post/clock-watch.ts';

/** 0 done · 1 something needs a person · 2 wrong usage or settings. */
export type ExitCode = 0 | 1 | 2;

/** What a command has to say; `cli.ts` prints it and exits. */
export interface Answer {
  /** For people. */
  readonly text: string;
  /** For programs, with `--json`. */
  readonly data: object;
  readonly exit: ExitCode;
}

/** What every command is given. */
export interface Circumstances {
  /** The settings file named on the command line. */
  readonly config?: string;
  readonly now: Temporal.Instant;
  /** Of this machine; absent where `now` was named on the command line. */
  readonly uptime?: () => Uptime;
  /** Told what is being done while it takes its time. */
  readonly progress: (step: string) => void;
}
