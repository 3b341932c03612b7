/** A desk of few requests, for what a desk of forty would show no better. */
import { Temporal } from 'temporal-polyfill';
import type { DemoTab } from '../../src/demo/demo-tab.ts';
import { sampleDesk } from '../../src/demo/sample-desk.ts';

const registers: ReadonlySet<string> = new Set(['Petugas', 'Peralatan', 'Akun Zoom', 'Pengaturan']);

const fewOfThem: ReadonlySet<number> = new Set([0, 27, 37, 38, 39]);

/**
 * The registers of the demo's desk of 24 November 2026 and five of its requests: one long past, one that is scheduled,
 * and the three latest, of which two wait for a person.
 */
export const smallDesk: readonly DemoTab[] = sampleDesk({
  today: Temporal.PlainDate.from('2026-11-24'),
}).flatMap((each): readonly DemoTab[] => {
  if (each.tab === 'Permohonan')
    return [{ ...each, rows: each.rows.filter((_, index) => fewOfThem.has(index)) }];
  return registers.has(each.tab) ? [each] : [];
});
