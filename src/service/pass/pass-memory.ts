/** What passes of one process remember; a pass without it decides the same. */
import { openRemembered } from '../../core/cases/remembered.ts';
import type { Remembered } from '../../core/cases/situation.ts';
import { openRowMemory, type RememberedRows } from '../../core/reading/remembered-rows.ts';

export interface PassMemory {
  readonly rows: RememberedRows;
  readonly made: Remembered;
}

export const openPassMemory = (): PassMemory => ({
  rows: openRowMemory(),
  made: openRemembered(),
});
