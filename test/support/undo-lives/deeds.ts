/** What happens at a desk between two passes: people, their hands on files, the clock, and the machine. */
import fc from 'fast-check';
import type { RequestField } from '../../../src/core/columns/request-tab.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

/** Rows and documents are meant modulo how many there are. */
export type Deed =
  | {
      readonly kind: 'type';
      readonly field: RequestField;
      readonly cell: Cell;
      readonly which: number;
    }
  | { readonly kind: 'confirm'; readonly which: number }
  | { readonly kind: 'file request' | 'sort rows' | 'sleep' }
  | {
      readonly kind: 'copy row' | 'delete row' | 'edit document' | 'throw document away';
      readonly which: number;
    };

/** One step of a life: the clock moves on, somebody does something, and a pass runs, perhaps to its death. */
export interface Step {
  readonly hours: number;
  readonly deeds: readonly Deed[];
  /** After so many effects; beyond the last the pass comes to its end. */
  readonly death?: number;
  /** So many passes are taken back, the last first, before the same are made again. */
  readonly back: 1 | 2;
}

const typed: readonly (readonly [RequestField, readonly Cell[]])[] = [
  ['startTime', ['08.30', '10.30', '13.30']],
  ['startDay', [46_350, 46_351, 46_360]],
  ['place', ['Aula Bappeda', 'Ruang Rapat Sekda']],
  ['participants', [20, 250]],
  ['serviceKind', ['Operator saja', 'Link Host + Operator']],
  ['state', ['Dibatalkan', '']],
  ['officers', ['Siti Aminah Lasena', '']],
  ['remarks', ['jangan lupa', '']],
  ['ticket', ['', 'lihat surat']],
  ['coordination', ['sudah ditelepon']],
  ['checkedBy', ['Sah', '']],
  ['approvedBy', ['Sah', '']],
];

const which = fc.nat({ max: 20 });

const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...typed).chain(([field, cells]) =>
      fc.record({
        kind: fc.constant('type' as const),
        field: fc.constant(field),
        cell: fc.constantFrom(...cells),
        which,
      }),
    ),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('confirm' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('file request' as const, 'sort rows' as const, 'sleep' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'copy row' as const,
        'delete row' as const,
        'edit document' as const,
        'throw document away' as const,
      ),
      which,
    }),
  },
);

const aStep: fc.Arbitrary<Step> = fc.record(
  {
    hours: fc.constantFrom(1, 1, 5, 30, 170),
    deeds: fc.array(aDeed, { minLength: 1, maxLength: 3 }),
    death: fc.nat({ max: 30 }),
    back: fc.constantFrom(1 as const, 1 as const, 2 as const),
  },
  { requiredKeys: ['hours', 'deeds', 'back'] },
);

export const aLife = (steps: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(aStep, { minLength: 1, maxLength: steps });
