import { describe, expect, test } from 'vitest';
import { type Attended, countPeople } from '../../../src/core/zoom/count-people.ts';

const row = (name: string, from: number, until: number, email = ''): Attended => ({
  name,
  email,
  from,
  until,
});

describe('people of a meeting', () => {
  test.each<[string, readonly Attended[], number, number]>([
    ['nobody', [], 0, 0],
    ['one who rejoined', [row('Siti', 0, 10), row('siti ', 12, 60)], 1, 1],
    ['one whose connection overlapped a moment', [row('Siti', 0, 10), row('Siti', 9, 60)], 1, 1],
    ['one name twice at once', [row('Siti', 0, 60), row('Siti', 5, 50)], 1, 2],
    ['two addresses of one name', [row('Siti', 0, 9, 'a@x'), row('Siti', 10, 20, 'b@x')], 2, 2],
    ['one address at two machines', [row('Siti', 0, 60, 'a@x'), row('Aula', 0, 60, 'A@x')], 1, 1],
    ['one who came back without signing in', [row('Siti', 0, 9, 'a@x'), row('Siti', 10, 20)], 1, 1],
    ['one name with an address and without', [row('Siti', 0, 60, 'a@x'), row('Siti', 5, 50)], 1, 2],
    ['one who was renamed', [row('HP Budi', 0, 9), row('Budi Dinas (HP Budi)', 10, 60)], 1, 1],
    [
      'the same device’s name one after the other',
      [row('iPhone', 0, 9), row('iPhone', 20, 60)],
      1,
      2,
    ],
    ['others', [row('Siti', 0, 60), row('Budi', 0, 60)], 2, 2],
  ])('%s', (_, rows, least, most) => {
    expect(countPeople(rows)).toEqual({ least, most });
  });
});
