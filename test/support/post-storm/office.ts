/** Whose mail a storm is about: what staff type, and what people should have heard. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageMemory } from '../../../src/core/cases/messages.ts';
import type { PostDeskOptions } from '../post-desk.ts';
import type { Arrival } from './arrivals.ts';
import type { StormReport } from './report.ts';

export type Flaws = Partial<{ -readonly [Name in keyof StormReport]: number }>;

export interface StormOffice extends Required<Pick<PostDeskOptions, 'rows' | 'kinds'>> {
  readonly more: Partial<PostDeskOptions>;
  /** Rows come in and are changed. @returns how many changes. */
  work(step: number): number;
  /** Everybody is back at his desk: what is left open is closed, a bit each time. */
  settle(round: number): void;
  /** A mail that arrives for the first time. */
  judge(arrival: Arrival, now: Temporal.Instant): Promise<Flaws>;
  judgeEnd(told: MessageMemory, now: Temporal.Instant): Flaws;
}

/** Messages of which a person is told that nobody knows, or that they failed. */
export const isAsked =
  (told: MessageMemory) =>
  (ticket: string, kinds?: readonly string[]): boolean =>
    [...told.values()]
      .flat()
      .some(
        (each) =>
          each.ticket === ticket &&
          (kinds?.includes(each.kind) ?? true) &&
          (each.state.kind === 'unsure' || each.state.kind === 'failed'),
      );

/** Rows get their numbers in the order of the sheet. */
export const ticketOf = (index: number): string => `VC-2026-${String(index + 1).padStart(4, '0')}`;

/** The other way round. */
export const indexOf = (ticket: string): number => Number(ticket.slice(8)) - 1;
