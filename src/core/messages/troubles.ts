/** What keeps the service from its work until a person does something; kept by the ledger, because such a pass promises nothing. */
import type { Temporal } from 'temporal-polyfill';

export interface Trouble {
  /** `refused` a plan that nobody carries out unasked · `signed-out` Google wants a new sign-in. */
  readonly kind: 'refused' | 'signed-out';
  readonly since: Temporal.Instant;
  /** The last day on which it was met: whoever keeps the service is told once a day. */
  readonly lastDay: string;
  /** What happened and what to do, in Bahasa Indonesia, a sentence or two each. */
  readonly what: readonly string[];
}
