import type { Temporal } from 'temporal-polyfill';
import type { WayOut } from '../../messages/way-out.ts';
import type { Seen } from '../pass/look.ts';
import type { PassOptions, PassParts } from '../pass/pass-parts.ts';
import type { LastLook } from '../pass/rest.ts';
import type { Uptime } from './clock-watch.ts';

/** By which way mail leaves the desk, and in whose name. */
export interface Post {
  readonly wayOut: WayOut;
  /** Absent for an outbox: whoever sends from there does so in his own name. */
  readonly from?: { readonly name?: string; readonly address: string };
  readonly replyTo?: string;
}

/** What a delivery works with. */
export interface PostParts extends PassParts {
  /** Absent: nothing is handed over to anybody. */
  readonly post?: Post;
}

export interface PostOptions extends Pick<PassOptions, 'rules' | 'documents' | 'memory'> {
  /** Of the pass before it: where nothing changed since, the workbook is not gone through again. */
  readonly last?: LastLook;
  /** Asked again before each mail: handing over takes its time. */
  readonly clock: () => Temporal.Instant;
  /** Of this machine; absent where the moment was given and no clock is to be doubted. */
  readonly uptime?: () => Uptime;
  /** Does work that must not run beside a pass. */
  readonly alone?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What mail rests on: the workbook as it was seen, or the ledger alone where it cannot be worked with. */
export type MailGround = Pick<Seen, 'now' | 'situation' | 'ledgerState' | 'messages' | 'texts'>;

/** Counts are of messages, not of mails. */
export interface PostReport {
  readonly sent: number;
  /** Handed over, and nobody knows whether it arrived. */
  readonly unsure: number;
  readonly failed: number;
  /** Refused for the time being. */
  readonly postponed: number;
  readonly withdrawn: number;
  /** Due, and held back: it is no hour for it, or the person got one lately. */
  readonly held: number;
  /** Why nothing more was handed over, for whoever runs the command. */
  readonly stopped?: string;
}

export const nothingPosted: PostReport = {
  sent: 0,
  unsure: 0,
  failed: 0,
  postponed: 0,
  withdrawn: 0,
  held: 0,
};
