/** States that belong together, named once: a rule, a figure or a colour that asks for them means the same ones. */

import type { Case } from './situation.ts';
import type { State } from './state.ts';

const group = (...states: readonly State[]): ReadonlySet<State> => new Set(states);

/** Not answered yet, and nothing is asked of the requester: the service clock runs. */
export const unansweredStates = group('Diajukan', 'Diterima', 'Dikoordinasikan');

/** Scheduled and not begun. */
export const awaitedStates = group('Terjadwal', 'Disiapkan', 'Siap');

/** The event took or takes place. These come with time: a hand-made state that stays behind them was forgotten. */
export const begunStates = group('Berlangsung', 'Selesai', 'Ditutup');

/** The event took place. */
export const endedStates = group('Selesai', 'Ditutup');

/** The event will not be, or was not, held by us as it was asked for: each needs a reason. */
export const calledOffStates = group(
  'Ditolak',
  'Dibatalkan',
  'Dijadwalkan Ulang',
  'Tidak Terlaksana',
);

/** The requester took it back. */
export const withdrawnStates = group('Dibatalkan', 'Dijadwalkan Ulang');

/** Nothing more is to be done for it; after *Dijadwalkan Ulang* a new day is awaited. */
export const finishedStates = group('Ditolak', 'Dibatalkan', 'Tidak Terlaksana', 'Ditutup');

/** Whether the state that the rules settled is one of these. */
export const isIn = (states: ReadonlySet<State>, { decided }: Pick<Case, 'decided'>): boolean =>
  decided.state !== undefined && states.has(decided.state.is);
