import { describe, expect, test } from 'vitest';
import { readNip } from '../../../src/core/reading/read-nip.ts';

const nip = '198001012005011002';

describe('read nip', () => {
  test.each([
    nip,
    `NIP. ${nip}`,
    `${nip} (PNS)`,
    `NIPPPK ${nip}`,
    '19800101 200501 1 002',
    `${nip} / III.d`,
    `PPPK: ${nip}`,
    `NIP${nip}`,
  ])('finds it in "%s"', (typed) => {
    expect(readNip(typed)).toEqual({ kind: 'read', value: nip, warnings: [] });
  });

  test.each([
    '0',
    '-',
    'Non ASN',
    'P3K',
    'honorer',
    'tidak ada',
    'belum punya NIP',
    'Swasta',
    'THL',
  ])('finds none in "%s"', (typed) => {
    expect(readNip(typed).kind).toBe('empty');
  });

  test.each([`${nip} / 198001012005011003`, '19800101 200501 1 OO2', '1,98001E+17', 'Budi'])(
    'does not guess at "%s"',
    (typed) => {
      expect(['unsure', 'unreadable']).toContain(readNip(typed).kind);
    },
  );
});
