import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { remarksFor } from '../../../src/core/plan/remarks.ts';
import { aCase, aRequest, aSituation } from '../../support/builders.ts';

const defect: Finding = { kind: 'defect', field: 'Jam Mulai', text: 'Belum diisi. Isi jamnya.' };
const warning: Finding = { kind: 'warning', field: 'NIP Pemohon', text: 'Bukan 18 angka.' };
const clock = {
  kind: 'running',
  flags: [],
  shown: 'berjalan',
  sentence: 'Diterima lengkap Sen 16/11 09.10.',
} as const;
const remarks = (subject: Partial<Case>, now?: string) =>
  remarksFor(aCase({ decided: { clock }, ...subject }), aSituation(now ? { now } : {}));

describe('remarks', () => {
  test('say what to mend, then what to look at, then the clock', () => {
    expect(remarks({ findings: [warning, defect] })).toBe(
      'Jam Mulai: Belum diisi. Isi jamnya.\nNIP Pemohon: Bukan 18 angka.\nDiterima lengkap Sen 16/11 09.10.',
    );
  });

  test('name a column once and say a thing once', () => {
    const named = { ...defect, text: 'Jam Mulai belum diisi.' };

    expect(remarks({ findings: [named, named], decided: {} })).toBe('Jam Mulai belum diisi.');
  });

  test('find no fault with the answers of a request that is called off, nor small fault after the event', () => {
    const request = aRequest({ findings: [defect, warning] });

    expect(remarks({ request, findings: request.findings })).toContain('NIP');
    expect(remarks({ request, findings: request.findings, handMade: { state: 'Ditolak' } })).toBe(
      clock.sentence,
    );
    expect(remarks({ request, findings: request.findings }, '2026-11-24T09:00')).not.toContain(
      'NIP',
    );
    expect(remarks({ request, findings: request.findings }, '2026-11-24T09:00')).toContain(
      'Jam Mulai',
    );
  });

  test('name a cell of staff that nobody can read also after the event and when the request is closed', () => {
    const unread: Finding = {
      kind: 'warning',
      field: 'Mulai Aktual',
      text: 'Mulai Aktual "sembilan lewat" tidak terbaca. Tulis misalnya 09.30.',
    };
    const request = aRequest({ findings: [unread] });
    const state = { is: 'Ditutup', because: '' } as const;

    expect(
      remarks({ request, findings: request.findings, decided: { state } }, '2026-11-24T09:00'),
    ).toBe(unread.text);
    expect(
      remarks({ request, findings: request.findings, handMade: { state: 'Dibatalkan' } }),
    ).toContain('sembilan lewat');
  });

  test('stay short enough to read, count what is left out, and keep the clock', () => {
    const findings = Array.from({ length: 60 }, (_, index) => ({
      ...warning,
      text: `Catatan ke-${index} yang cukup panjang untuk memenuhi sel ini.`,
    }));

    const text = remarks({ findings });

    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text).toMatch(/… dan \d+ catatan lain\.\nDiterima lengkap/);
  });

  test('cut one endless remark', () => {
    const text = remarks({ findings: [{ ...defect, text: 'x'.repeat(9_000) }] });

    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text).toContain(clock.sentence);
  });
});
