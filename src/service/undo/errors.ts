import { ServiceError } from '../../errors.ts';

/** There is no pass to take back, or it is none of those that can be. */
export class NothingToUndoError extends ServiceError {
  readonly code = 'nothing-to-undo';
}
