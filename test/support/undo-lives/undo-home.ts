import type { UndoOptions } from '../../../src/service/undo/undo-pass.ts';
import type { UndoReport } from '../../../src/service/undo/undo-report.ts';
import type { Deed } from './deeds.ts';
import type { Held } from './held.ts';

/** How a pass ended. */
export type Ended = 'idle' | 'done' | 'refused' | 'killed';

/** A desk of a kind on which lives are lived. */
export interface UndoHome {
  readonly what: string;
  /** A pass that is made again runs at the very moment of the first. */
  readonly isToTheMinute: boolean;
  do(deed: Deed, at: string): Promise<void>;
  /** @param death After so many effects. */
  pass(at: string, death?: number): Promise<Ended>;
  /** @param pass The last unless named. */
  undo(at: string, options?: Omit<UndoOptions, 'now'>): Promise<UndoReport>;
  held(): Promise<Held>;
  /** What it holds with names for ids, where a file that is made again has another one. */
  readonly asNamed?: (json: string) => string;
  remove(): Promise<void>;
}
