import type { Cell } from '../sheet/snapshot.ts';
import { forReading, textOf } from './cell-text.ts';

/**
 * The people in a cell: one a line, separated by ";" or numbered; by " dan " or a comma only where what follows
 * is plainly another person and no degree ("S.Kom., M.T.") or part of a position.
 */
export const readPeople = (cell: Cell | undefined): readonly string[] =>
  textOf(forReading(cell))
    .split(/(?:^|[\s;,])\d{1,2}[.)]\s+|[\n;]/)
    .flatMap(splitPeople)
    .map((name) => name.replace(/^[\s\-•*]+|[\s,]+$/g, ''))
    .filter((name) => /\p{L}/u.test(name));

/** The people of one line, each as typed. */
export const splitPeople = (line: string): readonly string[] =>
  splitAtWords(line).flatMap(splitAtCommas);

const positionWords =
  /\b(?:kepala|bidang|seksi|dinas|biro|badan|bagian|subbagian|tim|asisten|staf|sekretaris|pranata|analis)\b/i;

const splitAtWords = (text: string): readonly string[] =>
  positionWords.test(text)
    ? [text]
    : text.split(/\s+(?:dan|serta|dengan|bersama|&|\+)\s+|\s*[/&+]\s*/i);

const splitAtCommas = (text: string): readonly string[] => {
  if (positionWords.test(text)) return [text];
  const people: string[] = [];
  for (const segment of text.split(',')) {
    const last = people.at(-1);
    if (last !== undefined && isDegree(segment)) people[people.length - 1] = `${last},${segment}`;
    else people.push(segment);
  }
  return people;
};

const degrees: ReadonlySet<string> = new Set(
  'sh mh se mm me st mt ssi msi sip map mpa ssos msos spd mpd skom mkom sag mag ssn stp sp mp spt sst sstp msc mba ma ba phd lc skm mkes mkn skep ners sfarm apt amd amdkom strkom stt mti mcs mkp bsc ipm ipu akt ca cpa sap sei shi sgz ssit'.split(
    ' ',
  ),
);

/** With its dots ("S.E."), or long enough to be no name ("SKom"). */
export const isKnownDegree = (word: string): boolean => {
  const letters = word.replaceAll('.', '').toLowerCase();
  return degrees.has(letters) && (word.includes('.') || letters.length > 2);
};

const isDegree = (segment: string): boolean => {
  const word = segment.trim();
  if (word === '') return true;
  const known = degrees.has(word.replaceAll(/[.\s]/g, '').toLowerCase());
  return known || (word.includes('.') && !/\s/.test(word));
};
