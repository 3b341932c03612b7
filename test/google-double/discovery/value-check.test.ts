import { describe, expect, test } from 'vitest';
import type { Schema } from './document.ts';
import { checksOf, type Place } from './value-check.ts';

const schemas: Readonly<Record<string, Schema>> = {
  Officer: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      shift: { type: 'string', enum: ['MORNING', 'NIGHT'] },
      age: { type: 'integer', format: 'int32' },
      isAway: { type: 'boolean' },
      load: { type: 'number', format: 'double' },
      size: { type: 'string', format: 'int64' },
      since: { type: 'string', format: 'google-datetime' },
      photo: { type: 'string', format: 'byte' },
      deputy: { $ref: 'Officer' },
      notes: { type: 'object', additionalProperties: { type: 'string' } },
      rows: { type: 'array', items: { type: 'array', items: { type: 'any' } } },
      team: { type: 'array', items: { $ref: 'Officer' } },
    },
  },
};

const faultsOf = (value: unknown, place: Place = 'answer') =>
  checksOf({ schemas }, place)
    .message('Officer')(value)
    .map(({ path, ...fault }) =>
      fault.kind === 'unknown name'
        ? `${path} has no ${fault.name}`
        : `${path} is no ${fault.type}`,
    );

describe('a value', () => {
  test('has no fault when it is as described', () => {
    const officer = {
      name: 'Sari',
      shift: 'NIGHT',
      age: 31,
      isAway: false,
      load: 0.5,
      size: '12',
      since: '2026-11-24T08:00:00Z',
      photo: 'aGFsbw==',
      notes: { any: 'text' },
      rows: [['a', 1, true, null], []],
    };

    expect(faultsOf({ ...officer, deputy: officer, team: [officer, {}] })).toEqual([]);
  });

  test.for([
    [{ nama: 'Sari' }, ' has no nama'],
    [{ deputy: { deputy: { nama: 'Sari' } } }, 'deputy.deputy has no nama'],
    [{ team: [{}, { nama: 'Sari' }] }, 'team[1] has no nama'],
    [{ team: [{ team: [{ age: 'x' }] }] }, 'team[0].team[0].age is no TYPE_INT32'],
    [{ name: 3 }, 'name is no TYPE_STRING'],
    [{ shift: 'NOON' }, 'shift is no TYPE_ENUM'],
    [{ age: 1.5 }, 'age is no TYPE_INT32'],
    [{ age: 2 ** 31 }, 'age is no TYPE_INT32'],
    [{ isAway: 'true' }, 'isAway is no TYPE_BOOL'],
    [{ load: '0.5' }, 'load is no TYPE_DOUBLE'],
    [{ size: 12 }, 'size is no TYPE_INT64'],
    [{ since: 'yesterday' }, 'since is no TYPE_GOOGLE_DATETIME'],
    [{ photo: '§' }, 'photo is no TYPE_BYTE'],
    [{ deputy: [] }, 'deputy is no TYPE_MESSAGE'],
    [{ notes: { any: 1 } }, 'notes.any is no TYPE_STRING'],
    [{ rows: [3] }, 'rows[0] is no type.googleapis.com/google.protobuf.ListValue'],
    [{ name: null }, 'name is no TYPE_STRING'],
  ] as const)('%j has the fault: %s', ([value, fault]) => {
    expect(faultsOf(value)).toEqual([fault]);
  });

  test('tells every fault, in the order of the fields', () => {
    expect(faultsOf({ nama: 'Sari', age: 'x', team: [{ load: true }] })).toEqual([
      ' has no nama',
      'age is no TYPE_INT32',
      'team[0].load is no TYPE_DOUBLE',
    ]);
  });

  test('may be left out by null where it is asked, and long numbers may be numbers there', () => {
    expect(faultsOf({ name: null, nama: null, size: 12 }, 'request')).toEqual([]);
  });
});
