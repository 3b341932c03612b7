import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantFrom, storedInstant } from '../../src/ledger/stored-values.ts';

test('any moment comes out of the ledger as it went in, to the nanosecond', () => {
  const aMoment = fc.oneof(
    fc.bigInt({ min: -2_000_000_000_000_000_000n, max: 5_000_000_000_000_000_000n }),
    fc.bigInt({ min: -2_000_000_000_000n, max: 5_000_000_000_000n }).map((ms) => ms * 1_000_000n),
  );
  fc.assert(
    fc.property(aMoment, (nanoseconds) => {
      const moment = Temporal.Instant.fromEpochNanoseconds(nanoseconds);

      expect(instantFrom(storedInstant(moment)).epochNanoseconds).toBe(nanoseconds);
    }),
  );
});

test('what is no moment is refused', () => {
  for (const text of ['', '2026-13-01T00:00:00.000000000Z', '2026-02-30T00:00:00.000000000Z'])
    expect(() => instantFrom(text)).toThrow(RangeError);
});
