import type { Official } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';

/**
 * A leading official: "Drs. H. Abdul Karim, M.Si. (Asisten I)", "Gubernur diwakili oleh Sekda".
 *
 * "diwakili oleh Sekda" alone names nobody who is stood in for; that is `planned`, who was to lead.
 */
export const readOfficial = (cell: Cell | undefined, planned?: Official): Official | undefined => {
  const text = answerOf(cell)?.replaceAll('\n', ' ');
  if (text === undefined) return undefined;
  const forOther = /^(.*?)[\s,;(]*\bmewakili\b\s*(.+?)\)?$/i.exec(text);
  if (forOther?.[1] && forOther[2])
    return { ...person(forOther[2]), representedBy: forOther[1].trim() };
  const represented =
    /^(.*?)[\s,;(/-]*\b(?:diwakili|di wakili|diwakilkan)(?:\s+(?:oleh|kepada))?\b[\s:]*(.+)$/i.exec(
      text,
    );
  if (represented === null) return person(text);
  const representedBy = withoutLoneBracket(represented[2] ?? '');
  const name = represented[1] ?? '';
  if (/\p{L}/u.test(name)) return { ...person(name), representedBy };
  return planned === undefined ? { name: representedBy } : { ...planned, representedBy };
};

const person = (text: string): Official => {
  const behind = /^(.+?)\s*(?:\(([^()]+)\)|\s[-–—]\s(.+)|\bselaku\s(.+))$/i.exec(text.trim());
  const position = (behind?.[2] ?? behind?.[3] ?? behind?.[4])?.trim();
  const name = behind?.[1]?.trim().replace(/,$/, '');
  return name === undefined || position === undefined ? { name: text.trim() } : { name, position };
};

/** The bracket that "(diwakili oleh Sekda)" leaves behind; one that belongs to a position stays. */
const withoutLoneBracket = (text: string): string =>
  text.endsWith(')') && !text.includes('(') ? text.slice(0, -1).trim() : text.trim();
