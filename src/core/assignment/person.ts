import type { Role } from './roster.ts';

/** Somebody at an event; `officer` is absent when the roster does not know the name. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly officer: number | undefined;
}

/** Somebody who stood in our column after the last pass. */
export interface ToldPerson extends Person {
  readonly provisional: boolean;
}
