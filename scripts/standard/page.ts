/** The page that says of every line of the standard where its rule lives and which test shows it. */
import type { Clause } from './clauses.ts';

export const standardPage = (clauses: readonly Clause[]): string =>
  [
    '# The standard, line by line',
    '',
    'What the service standard asks of the software, where the rule lives, and the test that shows it. Printed from',
    '`scripts/standard/clauses.ts` by `npm run templates`; `npm run bench -- standard-mutants` takes each rule out of a copy of',
    'the project and expects its test to fail.',
    '',
    '| line | what it asks | lives in | shown by |',
    '| --- | --- | --- | --- |',
    ...clauses.map(({ clause, asks, lives, shownBy: [file, name] }) => {
      const test = name === '' ? `\`${file}\`` : `\`${file}\`: ${name}`;
      return `| ${clause} | ${asks} | \`${lives}\` | ${test} |`;
    }),
    '',
  ].join('\n');
