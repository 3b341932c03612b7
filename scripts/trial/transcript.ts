/** The trial as a person reads it: what people did, what the service did, and whether all is right in the end. */
import type { LogLine } from '../../test/support/command-line.ts';
import type { Check } from './checks/check.ts';
import type { SittingTold } from './live.ts';

/** What several sittings came to together. */
interface Sum {
  readonly people: Map<string, number>;
  readonly service: Map<string, number>;
  /** Codes of passes that failed or were refused. */
  readonly troubles: Map<string, number>;
}

/** One sitting, in three lines at most. */
export const tellSitting = (told: SittingTold): readonly string[] => {
  const { at } = told.sitting;
  const when = `${weekdays[at.dayOfWeek - 1]} ${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return linesOf(when, summed([told]));
};

/** A line or two for each week. */
export const tellWeeks = (sittings: readonly SittingTold[]): readonly string[] => {
  const weeks = new Map<string, SittingTold[]>();
  for (const told of sittings) {
    const day = told.sitting.at.toPlainDate();
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).toString();
    weeks.set(monday, [...(weeks.get(monday) ?? []), told]);
  }
  return [...weeks].flatMap(([monday, told]) => linesOf(`week of ${monday}`, summed(told)));
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const linesOf = (when: string, { people, service, troubles }: Sum): readonly string[] => {
  const line = (who: string, what: ReadonlyMap<string, number>): readonly string[] =>
    what.size === 0 ? [] : wrapped(`  ${who.padEnd(8)} `, listed(what));
  return [
    when,
    ...line('people', people),
    ...line('service', service),
    ...line('trouble', troubles),
  ];
};

/** The words go on below themselves. */
const wrapped = (first: string, text: string): readonly string[] => {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/(?<=,) /)) {
    if (line.length + word.length > widestLine) {
      lines.push(line.trimEnd());
      line = ' '.repeat(first.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
};

const widestLine = 120;

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([words, count]) => (count > 1 ? `${words} ×${count}` : words)).join(', ');

const summed = (sittings: readonly SittingTold[]): Sum => {
  const sum: Sum = { people: new Map(), service: new Map(), troubles: new Map() };
  const add = (to: Map<string, number>, words: string, count: number): void => {
    if (count > 0) to.set(words, (to.get(words) ?? 0) + count);
  };
  for (const { people, newTickets, log, faults, wasKilled } of sittings) {
    for (const [words, count] of people) add(sum.people, words, count);
    const passes = log.filter(({ msg }) => msg === 'pass finished');
    const total = (field: 'written' | 'overtaken' | 'documents'): number =>
      passes.reduce((all, pass) => all + (pass[field] ?? 0), 0);
    const idle = passes.filter((pass) => pass.idle).length;
    add(sum.service, 'busy pass', passes.length - idle);
    add(sum.service, 'idle pass', idle);
    add(sum.service, 'ticket', newTickets);
    add(sum.service, 'cell', total('written'));
    add(sum.service, 'cell left to people', total('overtaken'));
    add(sum.service, 'document', total('documents'));
    add(sum.troubles, 'fault of Google', faults);
    add(sum.troubles, 'killed', wasKilled ? 1 : 0);
    for (const trouble of log.flatMap(troubleIn)) add(sum.troubles, trouble, 1);
  }
  return sum;
};

const troubleIn = ({ msg, code, refusals = [] }: LogLine): readonly string[] => {
  if (msg === 'pass failed') return [`pass put off (${code})`];
  return msg === 'pass refused' ? [`pass refused (${refusals.join(', ')})`] : [];
};

/** The closing table; faults stand below, a dozen of each kind at most. */
export const tellChecks = (checks: readonly Check[]): readonly string[] => [
  '',
  'At the end:',
  ...checks.map(({ what, counted, faults }) => {
    const verdict = faults.length === 0 ? '✓' : `✗ ${faults.length} wrong`;
    return `  ${String(counted).padStart(6)}  ${what.padEnd(72)} ${verdict}`;
  }),
  ...checks
    .filter(({ faults }) => faults.length > 0)
    .flatMap(({ what, faults }) => [
      '',
      `${what}:`,
      ...faults.slice(0, mostFaults).map((fault) => `  - ${fault}`),
      ...(faults.length > mostFaults ? [`  … and ${faults.length - mostFaults} more`] : []),
    ]),
];

const mostFaults = 12;
