/** What passes of one process remember; a pass without it decides the same. */
import { openRemembered } from '../../core/cases/remembered.ts';
import type { Remembered } from '../../core/cases/situation.ts';

export interface PassMemory {
  readonly made: Remembered;
}

export const openPassMemory = (): PassMemory => ({ made: openRemembered() });
