import { describe, expect, test } from 'vitest';
import { findByName, personKey, plainName } from '../../../src/core/assignment/names.ts';

const register = [{ name: 'Sri Wulandari, S.Kom., M.T.' }, { name: 'Sri Hasan' }];

describe('names of people', () => {
  test.each([
    ['Sri Wulandari, S.Kom.'],
    ['sri wulandari S.Kom'],
    ['Sri Wulandari SKom M.T.'],
    ['Hj. Sri Wulandari S. Kom.'],
  ])('without title and degrees %s is the same name', (typed) => {
    expect(plainName(typed)).toBe('sri wulandari');
    expect(findByName(typed, register)?.name).toBe('Sri Wulandari, S.Kom., M.T.');
  });

  test.each([['Budi Ma'], ['M.T.'], ['Se']])('%s keeps what may be a name', (typed) => {
    expect(plainName(typed).split(' ')).toHaveLength(typed.split(/[ .]/).filter(Boolean).length);
  });

  test('one person has one key, whether the register knows them or not', () => {
    expect(personKey('sri wulandari', register)).toBe(
      personKey('Sri Wulandari, S.Kom., M.T.', register),
    );
    expect(personKey('Tamu, S.T.', register)).toBe(personKey('TAMU', register));
    expect(personKey('Sri', register)).not.toBe(personKey('Sri Hasan', register));
  });
});
