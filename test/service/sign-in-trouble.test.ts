import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { openPatience, signInTroubleIn } from '../../src/service/sign-in-trouble.ts';

class Refused extends ServiceError {
  readonly code: string;

  constructor(code: string) {
    super({ what: 'refused', todo: 'sign in' });
    this.code = code;
  }
}

const at = (minutes: number) =>
  Temporal.Instant.from('2026-11-24T00:00:00Z').add({ minutes, seconds: 1 });

describe('a service whose sign-in is refused', () => {
  test('waits for half an hour, and then ends to be started afresh', () => {
    const patience = openPatience();
    const over = [0, 15, 29, 30, 45].map((minutes) =>
      patience.isOver(new Refused('sign-in-ended'), at(minutes)),
    );

    expect(over).toEqual([false, false, false, true, true]);
  });

  test('begins to wait anew after a pass that went well', () => {
    const patience = openPatience();
    patience.isOver(new Refused('sign-in-ended'), at(0));
    patience.wentWell();

    expect(patience.isOver(new Refused('client-unknown'), at(31))).toBe(false);
    expect(patience.isOver(new Refused('client-unknown'), at(61))).toBe(true);
  });

  test('never ends for what passes by itself, or what a start would not mend', () => {
    const patience = openPatience();

    for (const error of [new Refused('network'), new Refused('rate-limit'), new Error('x')]) {
      patience.isOver(error, at(0));
      expect(patience.isOver(error, at(600))).toBe(false);
    }
  });

  test('tells the keeper of a service account nothing of a login', () => {
    expect(signInTroubleIn(new Refused('sign-in-ended'))).toContain('login');
    expect(signInTroubleIn(new Refused('key-refused'))).not.toContain('login');
    expect(signInTroubleIn(new Refused('sheet-not-shared'))).toBeUndefined();
  });
});
