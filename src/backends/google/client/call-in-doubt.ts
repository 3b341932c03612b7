import { ServiceError } from '../../../errors.ts';

/** A write that may have taken effect or not. Whoever sent it looks again before sending anything more. */
export class CallInDoubtError extends ServiceError {
  readonly code = 'google-in-doubt';

  constructor({ what, todo }: ServiceError) {
    super({ what, todo });
  }
}
