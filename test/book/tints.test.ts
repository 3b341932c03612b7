import { describe, expect, test } from 'vitest';
import { type FieldTint, tabDesigns } from '../../src/book/tab-designs.ts';
import type { Moment, MomentKind } from '../../src/core/cases/ledger-state.ts';
import type { Case } from '../../src/core/cases/situation.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import { stateBeginnings } from '../../src/core/messages/shown/message-words.ts';
import { keepServiceClock } from '../../src/core/rules/keep-service-clock.ts';
import { type Column, type Tab, tickMark } from '../../src/core/sheet/column.ts';
import type { Cell } from '../../src/core/sheet/snapshot.ts';
import { aCase, aSituation, instant } from '../support/builders.ts';
import { holds } from './formula.ts';

const today = 46_000;

const moment = (kind: MomentKind, text: string): Moment => ({ kind, at: instant(text) });
const whole = [moment('received', '2026-11-16T09:10'), moment('completed', '2026-11-16T09:10')];

/** What the rule writes into *Waktu Layanan*. */
const shownFor = (subject: Case, now: string): string => {
  const judged = keepServiceClock([subject], aSituation({ now })).get(subject.ticket);
  return judged?.decided?.clock?.shown ?? '';
};
const confirmedAt = (text: string): Case =>
  aCase({
    staff: { confirmed: { kind: 'ticked' } },
    moments: [...whole, moment('confirmed', text)],
  });
const late = [
  shownFor(confirmedAt('2026-11-17T15:40'), '2026-11-18T10:00'),
  shownFor(aCase({ moments: whole }), '2026-11-18T10:00'),
  shownFor(
    aCase({
      handMade: { state: 'Dibatalkan' },
      moments: [...whole, moment('cancelled', '2026-11-18T09:00')],
    }),
    '2026-11-18T10:00',
  ),
];
const inTime = [
  shownFor(confirmedAt('2026-11-16T15:40'), '2026-11-18T10:00'),
  shownFor(aCase({ moments: whole }), '2026-11-16T10:00'),
  shownFor(
    aCase({
      handMade: { state: 'Dibatalkan' },
      moments: [...whole, moment('cancelled', '2026-11-16T10:00')],
    }),
    '2026-11-16T11:00',
  ),
];

/** What may stand in a cell of the column: nothing of what it does not offer, and what the rules write. */
const mayHold = ({ field, kind, choices }: Column): readonly Cell[] => {
  if (field === 'state' && !choices) return ['', ...Object.values(stateBeginnings)];
  if (field === 'serviceTime') return ['', ...late, ...inTime];
  if (choices) return ['', ...choices];
  switch (kind) {
    case 'tick':
      return ['', tickMark];
    case 'day':
    case 'moment':
      return ['', today - 1, today, today + 1];
    case 'number':
      return ['', 1, 4];
    default:
      return ['', 'Teks'];
  }
};

/** Every row of these fields that may be. */
const rowsOf = (
  columns: readonly Column[],
  [field, ...others]: readonly string[],
): readonly Readonly<Record<string, Cell>>[] => {
  if (field === undefined) return [{}];
  const column = columns.find((each) => each.field === field);
  if (column === undefined) throw new Error(`no column ${field}`);
  return rowsOf(columns, others).flatMap((row) =>
    mayHold(column).map((cell) => ({ ...row, [field]: cell })),
  );
};

const fieldsOf = ({ when }: FieldTint<string>): readonly string[] => [
  ...new Set([...when.matchAll(/\[(\w+)\]/g)].map(([, field = '']) => field)),
];

const tintsOf = (name: string): readonly FieldTint<string>[] =>
  Object.entries(tabDesigns).find(([tab]) => tab === name)?.[1].tints ?? [];

describe.each(tabs.map((tab): readonly [string, Tab] => [tab.name, tab]))(
  'the tints of %s',
  (name, { columns }) => {
    test('show for some row, and not for an empty one', () => {
      for (const tint of tintsOf(name)) {
        const rows = rowsOf(columns, fieldsOf(tint));
        const shows = rows.some((row) => holds(tint.when, row, today));
        expect([tint.when, shows, holds(tint.when, {}, today)]).toEqual([tint.when, true, false]);
      }
    });

    test('quote only what their columns offer', () => {
      for (const { when } of tintsOf(name)) {
        for (const [, field, word] of when.matchAll(/\[(\w+)\](?:=|<>)"([^"]+)"/g)) {
          expect(columns.find((each) => each.field === field)?.choices, when).toContain(word);
        }
      }
    });
  },
);

describe('the red of Waktu Layanan', () => {
  const red = tintsOf('Permohonan').find(({ on }) => on === 'serviceTime')?.when ?? '';

  test.each(late)('shows for %s', (serviceTime) => {
    expect(holds(red, { serviceTime }, today)).toBe(true);
  });

  test.each(inTime)('does not show for %s', (serviceTime) => {
    expect(serviceTime).not.toBe('');
    expect(holds(red, { serviceTime }, today)).toBe(false);
  });
});
