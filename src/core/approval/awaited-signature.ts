import type { Ticket } from '../cases/ledger-state.ts';
import type { Waits } from './settle-approval.ts';

/** A document whose turn it is. */
export interface AwaitedSignature {
  /** As staff call it: "Rekap Bulanan November 2026". */
  readonly title: string;
  readonly ticket?: Ticket;
  readonly waits: Waits;
  /** What is to be mended. */
  readonly what?: string;
}
