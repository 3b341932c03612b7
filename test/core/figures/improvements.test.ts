import { describe, expect, test } from 'vitest';
import { evaluationReminders } from '../../../src/core/figures/improvements.ts';
import { aCase, aDesk, aSignature, aSituation } from '../../support/builders.ts';

describe('the reminder of the yearly evaluation', () => {
  const reminded = (now: string, desk = aDesk()) =>
    evaluationReminders([aCase()], aSituation({ now, desk }));

  test('comes in December, and from January until it is approved', () => {
    expect(reminded('2026-11-30T09:00')).toEqual([]);
    expect(reminded('2026-12-01T09:00')).toEqual([expect.stringContaining('1 Januari 2027')]);
    expect(reminded('2027-02-01T09:00')).toEqual([
      expect.stringMatching(/^Evaluasi Tahunan 2026 belum disetujui.*Belum ada tindakan/),
    ]);
    const marks = { approved: aSignature('Contoh Kepala') };
    const periodic = new Map([['evaluasi tahunan 2026', { row: 2, marks }]]);
    expect(reminded('2027-02-01T09:00', aDesk({ periodic }))).toEqual([]);
  });
});
