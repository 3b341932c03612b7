import type { UnreadableReason } from './errors.ts';

/** The file is no workbook that we can read; whoever knows its path says so in words. */
export class WorkbookFault extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = 'WorkbookFault';
    this.reason = reason;
  }
}
