import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openRemembered, recalled, remembering } from '../../../src/core/cases/remembered.ts';
import type { Situation } from '../../../src/core/cases/situation.ts';
import { watchNow } from '../../../src/core/cases/watched-now.ts';
import { isBefore } from '../../../src/core/clock/spans.ts';
import { aSituation } from '../../support/builders.ts';

const desk = aSituation().desk;

/** A pass at nine o'clock and so many minutes. */
const passAt = (
  minutes: number,
  remembered = openRemembered(),
  beside: Partial<Situation> = {},
) => {
  const now = Temporal.Instant.from('2026-11-23T09:00:00+08:00').add({ minutes });
  const watch = watchNow(now);
  const today = Temporal.PlainDate.from('2026-11-23');
  const timeZone = 'Asia/Makassar';
  return { watch, situation: { now: watch.now, today, timeZone, desk, remembered, ...beside } };
};

describe('what was made of something', () => {
  const due = Temporal.Instant.from('2026-11-23T10:00:00+08:00');
  const event = { due };
  const counting = () => {
    let made = 0;
    const words = remembering((subject: { readonly due: Temporal.Instant }, { now }: Situation) => {
      made += 1;
      return { word: isBefore(now, subject.due) ? 'belum' : 'lewat' };
    });
    return { words, made: () => made };
  };

  test('is the very same as long as the clock answers the same, and made again from then on', () => {
    const memory = openRemembered();
    const { words, made } = counting();
    const first = words(event, passAt(0, memory).situation);

    expect(words(event, passAt(59, memory).situation)).toBe(first);
    expect(made()).toBe(1);
    expect(words(event, passAt(60, memory).situation)).toEqual({ word: 'lewat' });
    expect(words(event, passAt(59, memory).situation)).toEqual({ word: 'belum' });
  });

  test('tells whoever watches the pass until when it holds, also where it was remembered', () => {
    const memory = openRemembered();
    const { words } = counting();
    const [one, other] = [passAt(0, memory), passAt(10, memory)];
    words(event, one.situation);
    words(event, other.situation);

    expect([one, other].map(({ watch }) => watch.nextInstant()?.toString())).toEqual([
      due.toString(),
      due.toString(),
    ]);
  });

  test('is made again beside other registers and of another thing, and the first still stands', () => {
    const memory = openRemembered();
    const { words, made } = counting();
    words(event, passAt(0, memory).situation);
    words(event, passAt(0, memory, { desk: { ...desk } }).situation);
    words({ due }, passAt(0, memory).situation);

    expect(made()).toBe(3);
    words(event, passAt(0, memory).situation);
    expect(made()).toBe(3);
  });

  test('is made again on another day, and what was made the day before is let go', () => {
    const memory = openRemembered();
    const { words, made } = counting();
    const tomorrow = { today: Temporal.PlainDate.from('2026-11-24') };
    words(event, passAt(0, memory).situation);
    words(event, passAt(0, memory, { desk: { ...desk } }).situation);
    words(event, passAt(0, memory, tomorrow).situation);

    expect(made()).toBe(3);
    words(event, passAt(0, memory, tomorrow).situation);
    expect(made()).toBe(3);
    words(event, passAt(0, memory).situation);
    expect(made()).toBe(4);
  });

  test('is made again where what it is made from says something else, and not where it is only another object', () => {
    const memory = openRemembered();
    const by = {};
    const lengthOf = (names: readonly string[]) =>
      recalled({ by, of: 'tim', from: [names] }, passAt(0, memory).situation, () => ({
        length: names.length,
      }));
    const first = lengthOf(['Sri', 'Rahmat']);

    expect(lengthOf(['Sri', 'Rahmat'])).toBe(first);
    expect(lengthOf(['Sri'])).toEqual({ length: 1 });
  });

  test('is not remembered where it failed, or where nothing is remembered at all', () => {
    const memory = openRemembered();
    const subject = {};
    const failing = remembering((): string => {
      throw new Error('gagal');
    });

    expect(() => failing(subject, passAt(0, memory).situation)).toThrow('gagal');
    expect(() => failing(subject, passAt(0, memory).situation)).toThrow('gagal');
    const { words, made } = counting();
    const { remembered: _, ...forgetful } = passAt(0).situation;
    words(event, forgetful);
    words(event, forgetful);
    expect(made()).toBe(2);
  });
});
