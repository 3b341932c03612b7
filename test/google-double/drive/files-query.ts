import type { Account } from '../accounts.ts';
import type { World } from '../world.ts';
import { isTrashed, programOf, roleOn, rootIdOf } from './access.ts';
import type { DriveFile } from './model.ts';
import { invalidParameter } from './refusals.ts';

type Test = (file: DriveFile) => boolean;
type Asker = { readonly world: World; readonly account: Account };

const tokenPattern =
  /\s*(?:(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<word>[A-Za-z]+)|(?<sign><=|>=|!=|[=<>(){}]))/uy;

type Token = { readonly kind: 'text' | 'word' | 'sign' | 'end'; readonly value: string };

/**
 * Reads the `q` of `files.list`: name, fullText, mimeType, times, trashed, starred, parents, owners, writers, readers,
 * properties and appProperties, joined by `and`, `or`, `not` and brackets.
 *
 * Source: "Search query terms and operators" of Drive's guide. `contains` on a name matches the beginning of a word.
 */
export function readQuery(text: string, asker: Asker): Test {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: 'end', value: '' };
  const isWord = (word: string): boolean => peek().kind === 'word' && peek().value === word;
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const expect = (value: string): void => {
    if (next().value !== value) throw badQuery();
  };

  function anyOf(): Test {
    const first = allOf();
    if (!isWord('or')) return first;
    next();
    const second = anyOf();
    return (file) => first(file) || second(file);
  }

  function allOf(): Test {
    const first = one();
    if (!isWord('and')) return first;
    next();
    const second = allOf();
    return (file) => first(file) && second(file);
  }

  function one(): Test {
    if (isWord('not')) {
      next();
      const test = one();
      return (file) => !test(file);
    }
    const token = next();
    if (token.value === '(' && token.kind === 'sign') {
      const test = anyOf();
      expect(')');
      return test;
    }
    if (token.kind === 'text') {
      expect('in');
      return membership(token.value, next().value, asker);
    }
    if (token.kind !== 'word') throw badQuery();
    const operator = next().value;
    return operator === 'has'
      ? note(token.value)
      : comparison({ field: token.value, operator, operand: next() }, asker);
  }

  function note(field: string): Test {
    const wanted = new Map<string, string>();
    expect('{');
    for (;;) {
      const part = next().value;
      expect('=');
      wanted.set(part, next().value);
      if (!isWord('and')) break;
      next();
    }
    expect('}');
    const [key, value] = [wanted.get('key'), wanted.get('value')];
    if (key === undefined || value === undefined) throw badQuery();
    switch (field) {
      case 'properties':
        return (file) => file.properties[key] === value;
      case 'appProperties':
        return (file) => file.appProperties[programOf(asker.account)]?.[key] === value;
      default:
        throw badQuery();
    }
  }

  const test = anyOf();
  if (peek().kind !== 'end') throw badQuery();
  return test;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) throw badQuery();
    const { text: quoted, word, sign } = groups;
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', value: quoted.slice(1, -1).replace(/\\(.)/gsu, '$1') });
    } else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}

const badQuery = (): Error => invalidParameter('Invalid Value', 'q');

function membership(value: string, list: string, { world, account }: Asker): Test {
  const email = value === 'me' ? account.email : value;
  switch (list) {
    case 'parents': {
      const folder = value === 'root' ? rootIdOf(account.email) : value;
      return (file) => file.parents.includes(folder);
    }
    case 'owners':
      return (file) =>
        file.permissions.some(
          ({ role, emailAddress }) => role === 'owner' && emailAddress === email,
        );
    case 'writers':
      return (file) =>
        ['owner', 'organizer', 'fileOrganizer', 'writer'].includes(
          roleOn(world, file, { email, kind: 'user' }) ?? '',
        );
    case 'readers':
      return (file) => roleOn(world, file, { email, kind: 'user' }) !== undefined;
    default:
      throw badQuery();
  }
}

type Comparison = {
  readonly field: string;
  readonly operator: string;
  readonly operand: Token;
};

function comparison({ field, operator, operand }: Comparison, { world }: Asker): Test {
  const { value } = operand;
  const compare = orders[operator];
  switch (field) {
    case 'name':
    case 'fullText':
      if (operator === 'contains') return (file) => startsAWord(file.name, value);
      if (!compare || field === 'fullText') throw badQuery();
      return (file) => compare(collator.compare(file.name, value));
    case 'mimeType':
      if (operator === 'contains') return (file) => file.mimeType.startsWith(value);
      if (operator !== '=' && operator !== '!=') throw badQuery();
      return (file) => (file.mimeType === value) === (operator === '=');
    case 'trashed':
    case 'starred': {
      if (operand.kind !== 'word' || (operator !== '=' && operator !== '!=')) throw badQuery();
      const is = (file: DriveFile): boolean =>
        field === 'trashed' ? isTrashed(world, file) : (file.starred ?? false);
      return (file) => (is(file) === (value === 'true')) === (operator === '=');
    }
    case 'createdTime':
    case 'modifiedTime': {
      const moment = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/u.test(value) ? value : `${value}Z`);
      if (!compare || Number.isNaN(moment)) throw badQuery();
      return (file) => compare(Date.parse(file[field]) - moment);
    }
    default:
      throw badQuery();
  }
}

/** Names are compared as Drive does: without regard to case. */
const collator = new Intl.Collator('en', { sensitivity: 'accent' });

const orders: Readonly<Record<string, ((difference: number) => boolean) | undefined>> = {
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

function startsAWord(name: string, wanted: string): boolean {
  const [whole, part] = [name.toLowerCase(), wanted.toLowerCase()];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(whole[at - 1] ?? '')) return true;
  }
  return false;
}
