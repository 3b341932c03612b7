/**
 * The root of every error that a person has to act on.
 *
 * It says what happened and what to do, in two sentences that can be shown as they are. A requester's
 * answer, a token or a password never stands in either.
 */
export abstract class ServiceError extends Error {
  /** A word for programs: stable, kebab-case. */
  abstract readonly code: string;
  readonly what: string;
  readonly todo: string;

  constructor({ what, todo, cause }: { what: string; todo: string; cause?: unknown }) {
    super(`${what} ${todo}`, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.what = what;
    this.todo = todo;
  }
}
