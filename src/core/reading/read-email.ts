import type { Cell } from '../sheet/snapshot.ts';
import { forReading, isRambling, textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { type Reading, read, unreadable, unsure } from './reading.ts';
import { editDistance } from './spelling.ts';

/**
 * The one mailbox that a cell names: plain, in angle brackets behind a name, behind "mailto:" or "Email:", before a remark.
 *
 * What is written to later must be right, so nothing is repaired in silence: what a person would have to guess is asked,
 * with the likely address in the question. Of several whole addresses the first is taken, and that is said.
 * "-" is no address either; what it amounts to is the caller's to say.
 */
export const readEmail = eachTextOnce((cell: Cell | undefined): Reading<string> => {
  if (cell === undefined || cell === '') return { kind: 'empty' };
  const text = textOf(forReading(cell));
  if (text === '') return { kind: 'empty' };
  if (isRambling(text) || turnsText.test(String(cell))) return unreadable;
  const one = mailbox(text);
  if (one !== undefined) return confirmed(one);
  const several = text.split(/[\s,;/|]+(?:(?:dan|atau|&)\s+)?/i).filter((part) => part !== '');
  const [first, ...others] = several.map(plainMailbox);
  if (first !== undefined && others.length > 0 && others.every((other) => other !== undefined))
    return also(confirmed(first), `memuat lebih dari satu alamat; dipakai ${first}.`);
  return proposed(text);
});

/** Characters that show a text in another order than it is written in. */
const turnsText = /[\u202a-\u202e\u2066-\u2069]/;

const mailbox = (text: string): string | undefined => {
  const bracketed = /^([^<>@]*)<([^<>]*)>[.,;]?$/.exec(text);
  if (bracketed?.[2] !== undefined) return plainMailbox(bracketed[2].trim());
  const remarked = /^([^\s()]+)\s*\([^()@]*\)[.,;]?$/.exec(text);
  const bare = (remarked?.[1] ?? text).replace(
    /^(?:e-?mail|surel|surat elektronik|alamat(?: e-?mail| surel)?|gmail|mailto)\s*:\s*/i,
    '',
  );
  return plainMailbox(bare);
};

/** Exactly one address and nothing else; its domain in lower case. */
const plainMailbox = (text: string): string | undefined => {
  const bare = text
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .replace(/^(['"`])(.*?)\1?$/, '$2');
  const at = bare.indexOf('@');
  if (at < 1 || at !== bare.lastIndexOf('@')) return undefined;
  const local = bare.slice(0, at);
  const domain = bare.slice(at + 1).toLowerCase();
  return isLocalPart(local) && isDomain(domain) ? `${local}@${domain}` : undefined;
};

const isLocalPart = (local: string): boolean =>
  local.length <= 64 &&
  /^[A-Za-z0-9_+'&=~^#$*?{}]/.test(local) &&
  /^[\w+'&=~^#$*?{}-]+(?:\.[\w+'&=~^#$*?{}-]+)*$/.test(local);

const isDomain = (domain: string): boolean =>
  domain.length <= 190 &&
  domain.includes('.') &&
  domain.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
  /\.[a-z]{2,24}$/.test(domain);

/** Where most people have their mailbox: one slip away from these is a slip. */
const common = [
  'gmail.com',
  'yahoo.com',
  'yahoo.co.id',
  'hotmail.com',
  'outlook.com',
  'gorontaloprov.go.id',
];
const alsoCommon: ReadonlySet<string> = new Set([
  ...common,
  'ymail.com',
  'mail.com',
  'email.com',
  'gmx.com',
  'outlook.co.id',
]);

const nearCommon = (domain: string): string | undefined =>
  alsoCommon.has(domain) ? undefined : common.find((one) => editDistance(domain, one, 1) <= 1);

const confirmed = (address: string): Reading<string> => {
  const at = address.indexOf('@');
  const meant = nearCommon(address.slice(at + 1));
  return meant === undefined ? read(address) : maybe(`${address.slice(0, at)}@${meant}`);
};

const also = (reading: Reading<string>, warning: string): Reading<string> =>
  reading.kind === 'read' ? read(reading.value, ...reading.warnings, warning) : reading;

const maybe = (address: string): Reading<string> =>
  unsure(
    `tidak terbaca sebagai alamat email. Mungkin maksudnya ${address}; tulis ulang alamatnya.`,
  );

/** What was probably meant, where blanks, commas or words stand in the place of dots and the "@". */
const proposed = (text: string): Reading<string> => {
  const repaired = text
    .normalize('NFKC')
    .replaceAll(/\s*(?:\[at\]|\(at\)|\bat\b)\s*/gi, '@')
    .replaceAll(/\s*(?:\[dot\]|\(dot\)|\b(?:dot|titik)\b)\s*/gi, '.')
    .replaceAll(/\s*@\s*/g, '@')
    .replaceAll(/\.{2,}/g, '.');
  const at = repaired.indexOf('@');
  if (at < 0 || /[<>":%]/.test(repaired)) return unreadable;
  const address = plainMailbox(
    `${repaired.slice(0, at)}@${repaired.slice(at + 1).replaceAll(/\s*[,\s]\s*/g, '.')}`,
  );
  if (address === undefined) return unreadable;
  const domain = address.slice(address.indexOf('@') + 1);
  return maybe(`${address.slice(0, address.indexOf('@'))}@${nearCommon(domain) ?? domain}`);
};
