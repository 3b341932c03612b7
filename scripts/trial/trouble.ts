/** What goes wrong on Google's side during a sitting. */
import type { FaultRule } from '../../test/google-double/faults.ts';
import type { Chance } from './chance.ts';

const write = 'sheets.spreadsheets.batchUpdate';

/** Slow writes leave people time to sort in between. */
const slowWrites: FaultRule = { on: { id: write }, share: 0.7, fault: { kind: 'delay', ms: 250 } };

const troubles: readonly FaultRule[] = [
  { on: { api: 'sheets' }, calls: [2], fault: { kind: 'refuse', status: 429 } },
  { on: { id: write }, calls: [1], fault: { kind: 'refuse', status: 503 } },
  { on: { id: write }, calls: [1], fault: { kind: 'refuse', status: 503, when: 'after' } },
  { on: { id: write }, calls: [1], fault: { kind: 'cut', when: 'after' } },
  {
    on: { api: ['drive', 'upload'] },
    calls: [1, 3],
    fault: { kind: 'refuse', status: 503, when: 'after' },
  },
  { on: { api: 'upload' }, calls: [1], fault: { kind: 'cut', when: 'after' } },
  {
    on: { api: 'upload' },
    calls: [1],
    fault: { kind: 'refuse', named: 'rate-limit', status: 403 },
  },
  { on: { api: 'token' }, calls: [1], fault: { kind: 'refuse', status: 503 } },
];

/** Every kind in turn, in one sitting of four; writes are slow in half of them. */
export const troublesOf = (sitting: number, chance: Chance): readonly FaultRule[] =>
  [
    ...(sitting % 4 === 1 ? [troubles[Math.floor(sitting / 4) % troubles.length]] : []),
    ...(chance.hits(0.5) ? [slowWrites] : []),
  ].filter((rule) => rule !== undefined);

/** The service is killed in one sitting of seven, in the middle of what people do. */
export const isKilledIn = (sitting: number): boolean => sitting % 7 === 2;
