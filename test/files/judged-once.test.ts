import { describe, expect, test } from 'vitest';
import { judgedOnce } from '../../src/files/judged-once.ts';

const subject = {};

/** What was judged, in order. */
const judging = () => {
  const judged: string[] = [];
  const judge = judgedOnce<string>();
  const ask = (content: string, options = {}, of: object = subject) =>
    judge(of, { content, options }, () => {
      judged.push(content);
      return `${content} is right`;
    });
  return { ask, judged };
};

describe('a file that is judged', () => {
  test('is judged once, whoever asks', () => {
    const { ask, judged } = judging();

    expect([ask('a'), ask('b'), ask('a')]).toEqual(['a is right', 'b is right', 'a is right']);
    expect(judged).toEqual(['a', 'b']);
  });

  test('is judged again by other rules', () => {
    const { ask, judged } = judging();

    ask('a');
    ask('a', { zone: 'WIB' });
    ask('a', {}, {});

    expect(judged).toEqual(['a', 'a', 'a']);
  });

  test('is forgotten when eight others were asked about since', () => {
    const { ask, judged } = judging();

    ask('a');
    for (const name of ['1', '2', '3', '4', '5', '6', '7', '8']) ask(name);
    ask('8');
    ask('a');

    expect(judged.filter((name) => name === 'a')).toHaveLength(2);
    expect(judged.filter((name) => name === '8')).toHaveLength(1);
  });
});
