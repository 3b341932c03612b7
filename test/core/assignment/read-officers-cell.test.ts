import { describe, expect, test } from 'vitest';
import { readOfficersCell } from '../../../src/core/assignment/read-officers-cell.ts';
import { officersCell } from '../../../src/core/columns/officers-cell.ts';
import { anOfficer } from '../../support/builders.ts';

const roster = [
  anOfficer({ name: 'Drs. H. Andi Rahman, S.Kom., M.T.' }),
  anOfficer({ name: 'Budi Santoso' }),
  anOfficer({ name: 'Budi Hartono' }),
];

describe('the cell Petugas', () => {
  test('shows one name a line and marks who may still change', () => {
    const people = [
      { name: 'Andi, S.Kom., M.T.', role: 'lead', provisional: false },
      { name: 'Dedi', role: 'network', provisional: true },
    ] as const;

    expect(officersCell({ people })).toBe('Andi, S.Kom., M.T.\nDedi (sementara)');
    expect(officersCell({ people: [] })).toBe('');
  });

  test.each([
    ['andi rahman', ['Drs. H. Andi Rahman, S.Kom., M.T.']],
    ['Andi', ['Drs. H. Andi Rahman, S.Kom., M.T.']],
    [
      '1. Pak Andi Rahman\n2) Budi Hartono (Sementara)',
      ['Drs. H. Andi Rahman, S.Kom., M.T.', 'Budi Hartono'],
    ],
    [
      'Drs. H. Andi Rahman, S.Kom., M.T.; Budi Santoso',
      ['Drs. H. Andi Rahman, S.Kom., M.T.', 'Budi Santoso'],
    ],
    ['Budi', ['Budi']],
    ['Andi Rahman\r\nAndi Rahman, S.Kom.', ['Drs. H. Andi Rahman, S.Kom., M.T.']],
    ['Zainal, S.T., M.M.', ['Zainal, S.T., M.M.']],
    ['Andi, Budi Santoso', ['Drs. H. Andi Rahman, S.Kom., M.T.', 'Budi Santoso']],
    [
      'Budi Hartono dan Andi (sementara), Ari dari Kominfo',
      ['Budi Hartono', 'Drs. H. Andi Rahman, S.Kom., M.T.', 'Ari dari Kominfo'],
    ],
    ['Budi Hartono / Budi Santoso', ['Budi Hartono', 'Budi Santoso']],
    ['Zainal, S.T., M.M. & Budi Santoso', ['Zainal, S.T., M.M.', 'Budi Santoso']],
    [' \n ', []],
  ])('reads %j', (text, names) => {
    expect(readOfficersCell(text, roster)).toEqual(names);
  });
});
