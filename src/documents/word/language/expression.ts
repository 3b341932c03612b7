/**
 * What may stand between `{{` and `}}`: read by Handlebars' own parser, kept as a small tree of ours.
 *
 * Raw output, partials, decorators, `lookup` and the names that lead to a prototype never get past here.
 */
import Handlebars from 'handlebars';
import { conditionOf } from './conditions.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | undefined }
  | PathExpression
  | CallExpression;

export interface PathExpression {
  readonly kind: 'path';
  /** How often `../` stands before it. */
  readonly up: number;
  /** `@index`, `@first` … : what a loop knows about its turn; `@root` becomes `fromRoot`. */
  readonly data: LoopFact | undefined;
  readonly fromRoot: boolean;
  /** `this.nama` and `./nama` look at the value itself, never at a name given with `as |…|` or a helper. */
  readonly explicit: boolean;
  readonly parts: readonly string[];
  readonly written: string;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly helper: string;
  readonly inputs: readonly Expression[];
  readonly options: ReadonlyMap<string, Expression>;
}

const loopFacts = ['index', 'nomor', 'first', 'last', 'key'] as const;
export type LoopFact = (typeof loopFacts)[number];

export const blockWords = ['each', 'if', 'unless', 'with'] as const;
export type BlockWord = (typeof blockWords)[number];

/** `{{#each petugas as |p|}}`: the word, what it is about, the names it gives. */
export interface BlockHead {
  readonly word: BlockWord;
  readonly subject: Expression;
  readonly names: readonly string[];
  readonly includeZero: boolean;
}

/** The tag cannot be used; the message is a sentence for the person who typed it. */
export class TagFault extends Error {}

const forbiddenNames = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

/** Reads `acara`, `tanggal mulai`, `isiAtau (tanggal mulai) "–"`. */
export const parseExpression = (body: string): Expression => {
  const statement = parseOne(`{{${body}}}`, body);
  if (statement.type !== 'MustacheStatement') throw new TagFault(unreadable(body));
  return expressionOf(statement as hbs.AST.MustacheStatement, body);
};

/**
 * Reads `each petugas as |p|`, `if (eq status "Selesai")`.
 *
 * @param opening What stands before it in the tag, for the sentence that says how it is written.
 */
export const parseBlockHead = (body: string, opening: '#' | '^' | 'else ' = '#'): BlockHead => {
  const typed = /^[^\s(]+/.exec(body)?.[0] ?? '';
  const word = blockWords.find((known) => known === typed.toLowerCase());
  if (word === undefined) {
    if (typed === '') throw new TagFault('Setelah "{{#" harus ada each, if, unless, atau with.');
    throw new TagFault(
      `"{{#${typed} …}}" tidak dikenal. Yang ada: {{#each …}}, {{#if …}}, {{#unless …}}, {{#with …}}.`,
    );
  }
  const rest = body.slice(typed.length);
  const condition = word === 'if' || word === 'unless' ? conditionOf(rest) : undefined;
  if (condition !== undefined) {
    throw new TagFault(
      `Syarat "{{${opening}${body}}}" ditulis dengan kata, bukan dengan tanda: {{${opening}${word} ${condition}}}.`,
    );
  }
  const statement = parseOne(`{{#${word}${rest}}}{{/${word}}}`, body) as hbs.AST.BlockStatement;
  if (statement.params.length !== 1 || statement.params[0] === undefined) {
    throw new TagFault(
      statement.params.length === 0
        ? `"{{#${word}}}" belum menyebut nama datanya, misalnya {{#${word} petugas}}.`
        : `"{{#${body}}}" menyebut lebih dari satu hal. Nama data ditulis tanpa spasi; syarat gabungan ditulis dalam kurung, misalnya {{#${word} (and a b)}}.`,
    );
  }
  const options = statement.hash?.pairs ?? [];
  const includeZero = options.some(
    ({ key, value }) => key === 'includeZero' && (value as hbs.AST.BooleanLiteral).value === true,
  );
  if (options.some(({ key }) => key !== 'includeZero' || word !== 'if')) {
    throw new TagFault(
      `"{{#${body}}}" memuat tanda "=" yang tidak dikenal di sini. Untuk membandingkan tulis {{#if (eq nama "isi")}}.`,
    );
  }
  return {
    word,
    subject: convert(statement.params[0], body),
    names: (statement.program as hbs.AST.Program & { blockParams?: string[] }).blockParams ?? [],
    includeZero,
  };
};

const parseOne = (source: string, body: string): hbs.AST.Statement => {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(source);
  } catch {
    throw new TagFault(unreadable(body));
  }
  const statement = program.body[0];
  if (statement === undefined || program.body.length !== 1) throw new TagFault(unreadable(body));
  return statement;
};

const unreadable = (body: string): string => {
  if ((body.match(/"/g)?.length ?? 0) % 2 === 1) {
    return `Tanda kutip di dalam "{{${body}}}" tidak berpasangan.`;
  }
  const opened = body.split('(').length;
  const closed = body.split(')').length;
  if (opened !== closed) return `Tanda kurung di dalam "{{${body}}}" tidak berpasangan.`;
  return `"{{${body}}}" tidak dapat dibaca. Tulis nama datanya saja, misalnya {{acara}} atau {{tanggal mulai}}.`;
};

const expressionOf = (
  call: Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>,
  body: string,
): Expression => {
  if (call.params.length === 0 && call.hash === undefined) return convert(call.path, body);
  if (call.path.type !== 'PathExpression') throw new TagFault(unreadable(body));
  const path = call.path as hbs.AST.PathExpression;
  if (path.data || path.depth > 0 || path.parts.length !== 1) {
    throw new TagFault(
      `"{{${body}}}" berisi beberapa kata, tetapi "${path.original}" bukan penolong. Nama data ditulis tanpa spasi.`,
    );
  }
  const helper = String(path.parts[0]);
  if (helper === 'lookup') {
    throw new TagFault('Penolong "lookup" tidak boleh dipakai. Sebut nama datanya langsung.');
  }
  return {
    kind: 'call',
    helper,
    inputs: call.params.map((input) => convert(input, body)),
    options: new Map((call.hash?.pairs ?? []).map(({ key, value }) => [key, convert(value, body)])),
  };
};

const convert = (node: hbs.AST.Node, body: string): Expression => {
  switch (node.type) {
    case 'PathExpression':
      return pathOf(node as hbs.AST.PathExpression, body);
    case 'SubExpression': {
      const call = node as hbs.AST.SubExpression;
      const inner = expressionOf(call, body);
      // `(terlambat)` is a call without inputs, not a path.
      if (inner.kind === 'path' && inner.parts.length === 1 && !inner.explicit) {
        return { kind: 'call', helper: inner.written, inputs: [], options: new Map() };
      }
      return inner;
    }
    case 'StringLiteral':
      return { kind: 'literal', value: (node as hbs.AST.StringLiteral).value };
    case 'NumberLiteral':
      return { kind: 'literal', value: (node as hbs.AST.NumberLiteral).value };
    case 'BooleanLiteral':
      return { kind: 'literal', value: (node as hbs.AST.BooleanLiteral).value };
    case 'UndefinedLiteral':
    case 'NullLiteral':
      return { kind: 'literal', value: undefined };
    default:
      throw new TagFault(unreadable(body));
  }
};

const pathOf = (path: hbs.AST.PathExpression, body: string): PathExpression => {
  const parts = path.parts.map(String);
  const forbidden = parts.find((part) => forbiddenNames.has(part));
  if (forbidden !== undefined) throw new TagFault(`Nama "${forbidden}" tidak boleh dipakai.`);
  const written = path.original;
  const common = { kind: 'path', up: path.depth, written } as const;
  if (!path.data) {
    const explicit = path.depth > 0 || /^(this|\.)/.test(written);
    return { ...common, data: undefined, fromRoot: false, explicit, parts };
  }
  const [name, ...rest] = parts;
  if (name === 'root') {
    return { ...common, up: 0, data: undefined, fromRoot: true, explicit: true, parts: rest };
  }
  const fact = loopFacts.find((known) => known === name);
  if (fact === undefined || rest.length > 0) {
    throw new TagFault(
      `"{{${body}}}" memakai "@${parts.join('.')}" yang tidak dikenal. Yang ada: @nomor, @index, @first, @last, @key, @root.`,
    );
  }
  return { ...common, data: fact, fromRoot: false, explicit: true, parts: [] };
};
