import type { Official } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, textOf } from './cell-text.ts';
import { eachTextOnce, eachTextOnceFor } from './each-text-once.ts';
import {
  isDegrees,
  isNameLike,
  isPassingRemark,
  isPosition,
  isUndecided,
  titleStart,
  withoutAddress,
} from './official-words.ts';
import { readTick } from './read-yes-no.ts';
import { empty, type Reading, read, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * A leading official: "Drs. H. Abdul Karim, M.Si. (Asisten I)", "Sekretaris Daerah", "Gubernur diwakili oleh Sekda".
 *
 * "diwakili oleh Sekda" alone names nobody who is stood in for; that is `planned`, who was to lead. A position
 * without a name stands as the name. "belum ditentukan" is no answer.
 */
export const readOfficial = (cell: Cell | undefined, planned?: Official): Reading<Official> =>
  planned === undefined ? readAlone(cell) : readBeside(cell, planned);

const readAlone = eachTextOnce((cell: Cell | undefined) => officialIn(cell, undefined));
const readBeside = eachTextOnceFor((cell: Cell | undefined, planned: Official) =>
  officialIn(cell, planned),
);

const officialIn = (cell: Cell | undefined, planned: Official | undefined): Reading<Official> => {
  const typed = answerOf(forReading(cell));
  if (typed === undefined) return textOf(cell) === '✓' ? nameless : empty;
  const text = tidied(typed);
  if (text === '' || isUndecided(text)) return empty;
  if (asPlanned.test(fold(text))) return planned === undefined ? nameless : read(planned);
  if (typeof cell !== 'string' || readTick(cell).kind === 'read' || !/\p{L}{2}/u.test(text))
    return nameless;
  if (/\d{4,}/.test(text))
    return unsure(
      'memuat angka. Tulis nama dan jabatannya saja, misalnya Budi Santoso (Asisten I).',
    );
  const present = text.replace(absent, ' ');
  if (doubtful.test(present)) return unsaid;
  return represented(present, planned) ?? read(person(text));
};

const nameless = unsure(
  'belum menyebut siapa. Tulis nama dan jabatannya, misalnya Budi Santoso (Asisten I).',
);

/** Why somebody stood in: said by "diganti", no part of a name. */
const absent =
  /[\s,;(]{0,3}\b(?:(?:tidak|tdk|batal) (?:bisa |dapat |jadi )?hadir|berhalangan(?: hadir)?)[\s,;]{0,3}(?=di ?(?:ganti|wakil))/i;
const doubtful = /(?<![\p{L}])(?:bukan|tidak|tdk|atau|batal)(?![\p{L}])|\?/iu;
const unsaid = unsure(
  'tidak menyebut satu pejabat. Tulis satu nama dan jabatan, misalnya Budi Santoso (Asisten I); bila diganti, Gubernur diwakili oleh Sekretaris Daerah.',
);

const whoStoodIn = unsure(
  'belum menyebut siapa mewakili siapa. Tulis misalnya: Gubernur, diwakili oleh Sekretaris Daerah.',
);

/** "sesuai rencana", "sama", "yang bersangkutan": whoever was to lead did. */
const asPlanned =
  /^(?:(?:sama|tetap|sesuai|seperti)(?: (?:dengan|dgn|yang))?(?: (?:rencana|di ?rencanakan|surat|undangan|permohonan|jadwal|semula|di ?atas))?|yang bersangkutan|ybs|hadir (?:sendiri|langsung))$/;

/** One line without labels, addresses and remarks on how sure it is: "Dipimpin oleh Bapak Sekda (tentatif)" → "Sekda". */
const tidied = (text: string): string => {
  let rest = text
    .replaceAll(/\s*\n\s*(?=[(,;:-])/g, ' ')
    .replaceAll(/,?\s*\n\s*/g, ', ')
    .replace(
      /^(?:akan |rencananya |direncanakan )?(?:di ?(?:pimpin|buka|hadiri)(?: langsung)?(?: oleh)?|oleh|(?:pejabat|pimpinan|pemimpin)(?: (?:yang memimpin|rapat|kegiatan|acara))?)\s*[:=]?\s+(?=\p{L})/iu,
      (label) => (/[:=]|oleh|\bdi ?(?:pimpin|buka|hadiri)/i.test(label) ? '' : label),
    );
  for (;;) {
    const bracket = lastBracket(rest);
    const shorter =
      bracket !== undefined && isPassingRemark(bracket.inside)
        ? bracket.before
        : rest.replace(/[\s,;:/–—-]+(?:tentatif|tentative|rencananya|rencana)$/i, '');
    if (shorter === rest || shorter === '') break;
    rest = shorter;
  }
  return withoutAddress(rest.replaceAll(/^[\s,;:/–—-]+|[\s,;:/–—-]+$/g, ''));
};

/** The bracket that ends a text, matched with its own opening one. */
const lastBracket = (
  text: string,
): { readonly before: string; readonly inside: string } | undefined => {
  const closed = /^(.*)[)\]]\s*\.?$/.exec(text)?.[1];
  if (closed === undefined) return undefined;
  let depth = 1;
  for (let at = closed.length - 1; at >= 0; at -= 1) {
    if (/[)\]]/.test(closed.charAt(at))) depth += 1;
    if (/[([]/.test(closed.charAt(at))) depth -= 1;
    if (depth === 0)
      return { before: closed.slice(0, at).trim(), inside: closed.slice(at + 1).trim() };
  }
  return undefined;
};

/** Who stood in for whom, in either order of telling. */
const represented = (
  text: string,
  planned: Official | undefined,
): Reading<Official> | undefined => {
  const passive = split(text, passiveWords);
  if (passive !== undefined) {
    const { before, behind } = passive;
    const representedBy = plain(behind);
    if (!hasLetters(representedBy)) return whoStoodIn;
    if (hasLetters(before)) return read({ ...person(before), representedBy });
    return read(planned === undefined ? { name: representedBy } : { ...planned, representedBy });
  }
  const active = split(text, activeWords);
  if (active === undefined) return undefined;
  const { before, behind } = active;
  if (hasLetters(before))
    return hasLetters(behind) ? read({ ...person(behind), representedBy: before }) : whoStoodIn;
  const parts = /^(.+?)\s*(?:[,:;]|\s[-–—]\s)\s*(.+)$/.exec(behind);
  if (
    parts?.[1] &&
    hasLetters(parts[1]) &&
    parts[2] &&
    hasLetters(parts[2]) &&
    !isDegrees(parts[2])
  )
    return read({ ...person(parts[1]), representedBy: plain(parts[2]) });
  return whoStoodIn;
};

const passiveWords =
  /[\s,;(/–—-]*(?:(?<![\p{L}])(?:yang\s+|dalam hal ini\s+|dhi\.?\s+)?(?:di\s?wakilkan|di\s?wakili|di\s?delegasikan|di\s?ganti(?:kan)?|mendelegasikan|menugaskan|mewakilkan)(?:\s+(?:oleh|kepada|ke|pada))?|(?<![\p{L}])yang mewakili)(?![\p{L}])[\s:]*/iu;
const activeWords =
  /[\s,;(/–—-]*(?<![\p{L}.])(?:selaku wakil(?: dari)?|sebagai wakil(?: dari)?|mewakili|menggantikan|atas nama|a\s?\.\s?n\s?\.?|an\.|a\/n)(?![\p{L}])[\s:]*/iu;

const split = (
  text: string,
  words: RegExp,
): { readonly before: string; readonly behind: string } | undefined => {
  const found = words.exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index);
  return { before: plain(before), behind: plain(text.slice(found.index + found[0].length)) };
};

/** Without the lone bracket that "(diwakili oleh Sekda)" leaves on either side, and without an address in front. */
const plain = (text: string): string => {
  const open = text.split('(').length - text.split(')').length;
  const balanced =
    open > 0 ? text.replace(/\s*\(\s*$/, '') : open < 0 ? text.replace(/\)\s*$/, '') : text;
  return withoutAddress(balanced.replaceAll(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''));
};

const person = (typed: string): Official => {
  const text = withoutAddress(typed.trim());
  const found = inBrackets(text) ?? besideSeparator(text) ?? besideComma(text) ?? run(text);
  return found !== undefined && [found.name, found.position ?? ''].every(hasLetters)
    ? found
    : { name: text };
};

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

const official = (name: string, position: string): Official => ({
  name: plain(name),
  position: plain(position),
});

/** "Budi (Asisten I)", "Kepala Dinas (Budi, S.Kom.)". A bracket behind a position that holds no name belongs to it. */
const inBrackets = (text: string): Official | undefined => {
  const bracket = lastBracket(text);
  if (bracket === undefined || bracket.before === '' || bracket.inside === '') return undefined;
  const { before, inside } = bracket;
  if (!isPosition(before)) return official(before, inside);
  return isNameLike(inside) ? official(inside, before) : { name: text };
};

const besideSeparator = (text: string): Official | undefined => {
  const parts =
    /^(.+?)(?:\s+[-–—=/|]\s+|\s*[:;]\s*|\s[-–—]|[-–—]\s|,?\s*\b(?:selaku|sebagai|jabatan)\b:?\s*)(.+)$/iu.exec(
      text,
    );
  const [left, right] = [parts?.[1], parts?.[2]];
  if (!left || !right) return undefined;
  if (isPosition(right) && !isPosition(left)) return official(left, right);
  if (isPosition(left)) return isNameLike(right) ? official(right, left) : undefined;
  return /\s[-–—]\s|selaku|sebagai|jabatan/i.test(text) ? official(left, right) : undefined;
};

/** "Asisten I, Drs. Budi", "Budi, S.Kom., M.T., Kepala Dinas": degrees stay with their name. */
const besideComma = (text: string): Official | undefined => {
  const segments = text.split(/,\s*/);
  if (segments.length < 2) return undefined;
  const first = segments.findIndex(isPosition);
  if (first > 0)
    return official(segments.slice(0, first).join(', '), segments.slice(first).join(', '));
  if (first < 0) return undefined;
  const [position = '', ...rest] = segments;
  const titled = run(position);
  if (titled !== undefined) return { ...titled, name: [titled.name, ...rest].join(', ') };
  const name = rest.findIndex(isNameLike);
  return name < 0
    ? undefined
    : official(rest.slice(name).join(', '), [position, ...rest.slice(0, name)].join(', '));
};

/** Nothing between them: "Kepala Dinas Kesehatan dr. Budi", "Budi Santoso Kepala Dinas Kesehatan". */
const run = (text: string): Official | undefined => {
  if (isPosition(text)) {
    const at = titleStart.exec(text)?.index;
    return at === undefined ? undefined : official(text.slice(at), text.slice(0, at));
  }
  const words = text.split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && plainRole.test(word));
  return at < 0 ? undefined : official(words.slice(0, at).join(' '), words.slice(at).join(' '));
};

/** Roles that are nobody's name, so that one inside a text begins a position. */
const plainRole =
  /^(?:kepala|sekretaris|asisten|gubernur|bupati|direktur|kadis|kabid|kabag|kaban|karo|sekda|sekdis|plt|plh|ketua|staf)\.?$/i;
