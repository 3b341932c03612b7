import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clauses } from '../../scripts/standard/clauses.ts';
import { standardPage } from '../../scripts/standard/page.ts';

const project = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(resolve(project, file), 'utf8');

describe('the page of the standard', () => {
  test('is the one that is shipped, with a row for each of the 38 lines', () => {
    expect(clauses).toHaveLength(38);
    expect(new Set(clauses.map(({ clause }) => clause)).size).toBe(38);
    expect(text('src/STANDARD.md')).toBe(standardPage(clauses));
  });

  test.each(clauses)(
    '$clause names a rule that stands there once, and a test that is there',
    ({ lives, shownBy: [file, name], takenOut: [from, to] }) => {
      expect(from).not.toBe(to);
      expect(text(lives).split(from)).toHaveLength(2);
      expect(text(file)).toContain(name);
    },
  );
});
