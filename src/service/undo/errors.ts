import { ServiceError } from '../../errors.ts';

/** There is no pass to take back, or it is none of those that can be. */
export class NothingToUndoError extends ServiceError {
  readonly code = 'nothing-to-undo';
}

/** No pass of this name is in the history. */
export class UnknownPassError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(named: string) {
    super({
      what: `There was no pass "${named}".`,
      todo: 'Look for the pass in "history", and copy its name as it stands there.',
    });
  }
}
