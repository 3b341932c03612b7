/** Reads the cell *Petugas*, as we write it (`columns/officers-cell.ts`) and as people do. */
import type { Officer } from '../cases/desk.ts';
import { eachTextOnceFor } from '../reading/each-text-once.ts';
import { splitPeople } from '../reading/read-people.ts';
import { findByName } from './names.ts';

/**
 * Names in the cell, as the roster spells them where it knows them, else as typed.
 *
 * One a line is how we write them. People also part them by commas, "dan", "&" or "/"; a comma before a degree
 * ("S.Kom., M.T.") parts nobody, nor does anything within a name of the roster.
 */
export const readOfficersCell = (text: string, roster: readonly Officer[]): readonly string[] =>
  readOfficers(text, roster).map(({ name }) => name);

/** The same with the marks kept. */
export const readOfficers = eachTextOnceFor(
  (text: string, roster: readonly Officer[]): readonly OfficerInCell[] => {
    const seen = new Set<string>();
    const lines = text.split(/[\n\r;]+/).flatMap((line) => peopleOf(line, roster));
    return lines.flatMap((line) => {
      const typed = withoutMarks(line);
      const name = findByName(typed, roster)?.name ?? typed;
      if (name === '' || seen.has(name)) return [];
      seen.add(name);
      return [{ name, provisional: /\(\s*sementara\s*\)/i.test(line) }];
    });
  },
);

interface OfficerInCell {
  readonly name: string;
  readonly provisional: boolean;
}

const peopleOf = (line: string, roster: readonly Officer[]): readonly string[] =>
  roster.some(({ name }) => name === withoutMarks(line)) ? [line] : splitPeople(line);

/** The name alone: without number, bullet and "(sementara)". */
const withoutMarks = (line: string): string =>
  line
    .replaceAll(/\(\s*sementara\s*\)/gi, ' ')
    .replace(/^\s*(?:\d+[.)]|[-•*])\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
