import { expect, test } from 'vitest';
import { storedColour } from './stored-colour.ts';

test.each([
  [
    { red: 1, green: 0, blue: 0.5 },
    { red: 1, blue: 0.49803922 },
  ],
  [{ red: 0.9 }, { red: 0.8980392 }],
  [
    { red: 0.2, alpha: 0.4 },
    { red: 0.2, alpha: 0.4 },
  ],
  [{ green: 2 }, { green: 1 }],
  [{}, {}],
])('%j is kept in 255 steps a channel, as %j', (given, kept) => {
  expect(storedColour(given)).toEqual(kept);
});

test('any colour that was read comes back the same when it is written', () => {
  for (let step = 0; step <= 255; step += 1) {
    const read = storedColour({ red: step / 255 });

    expect(Math.round((read.red ?? 0) * 255)).toBe(step);
    expect(storedColour(read)).toEqual(read);
  }
});
