/** Staff of all offices in a busy morning: they come for a sitting of a few changes, and go. */
import type { StandingOffice } from './standing-office.ts';

export interface Typed {
  readonly change: string;
  readonly desk: number;
  readonly at: number;
}

/** In the three hours of the morning 60 of 100 changes come, and each desk has 20 a day: so many a minute for one desk. */
const changesAMinute = (20 * 0.6) / 180;
const changesOfASitting = 4;

export const startPeople = (
  { double, desks }: StandingOffice,
  random: () => number,
): { readonly typed: readonly Typed[]; stop(): void } => {
  const typed: Typed[] = [];
  const rows = new Map<number, number>();
  const type = (index: number): void => {
    const desk = desks[index];
    if (desk === undefined) return;
    const row = (rows.get(desk.desk) ?? 0) + 1;
    rows.set(desk.desk, row);
    const change = `c${typed.length + 1}`;
    double.people.typeCells({
      spreadsheetId: desk.spreadsheet,
      range: `'Permohonan'!A${row}`,
      rows: [[change]],
    });
    typed.push({ change, desk: desk.desk, at: performance.now() });
  };
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const sit = (index: number, left: number): void => {
    type(index);
    if (left > 1) later(15_000 + 45_000 * random(), () => sit(index, left - 1));
  };
  const sittingsAMinute = (desks.length * changesAMinute) / changesOfASitting;
  const next = (): void => {
    later((-Math.log(1 - random()) * 60_000) / sittingsAMinute, () => {
      sit(Math.floor(random() * desks.length), changesOfASitting);
      next();
    });
  };
  next();
  return {
    typed,
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
