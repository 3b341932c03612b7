/** The cell *Petugas*: one name a line, the lead first, "(sementara)" behind those who may still change. */
import type { Officer } from '../desk.ts';
import type { OfficerAssignment } from '../situation.ts';
import { findByName } from './names.ts';

const provisionalMark = '(sementara)';

/** What the cell shows; empty when nobody goes. */
export const officersCell = ({ people }: Pick<OfficerAssignment, 'people'>): string =>
  people
    .map(({ name, provisional }) => (provisional ? `${name} ${provisionalMark}` : name))
    .join('\n');

/**
 * Names in the cell, as the roster spells them where it knows them, else as typed.
 *
 * Only line breaks and semicolons part people: names carry commas ("S.Kom., M.T.").
 */
export const readOfficersCell = (text: string, roster: readonly Officer[]): readonly string[] =>
  readOfficers(text, roster).map(({ name }) => name);

/** The same with the marks kept. */
export const readOfficers = (
  text: string,
  roster: readonly Officer[],
): readonly { readonly name: string; readonly provisional: boolean }[] => {
  const seen = new Set<string>();
  return text.split(/[\n\r;]+/).flatMap((line) => {
    const typed = line
      .replaceAll(/\(\s*sementara\s*\)/gi, ' ')
      .replace(/^\s*(?:\d+[.)]|[-•*])\s*/, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const name = findByName(typed, roster)?.name ?? typed;
    if (name === '' || seen.has(name)) return [];
    seen.add(name);
    return [{ name, provisional: /\(\s*sementara\s*\)/i.test(line) }];
  });
};
