/**
 * The text of a kind of message: a plain file that the office may change. Its first line is the subject; a part that begins
 * with a line "WhatsApp:" is the draft that opens in WhatsApp, where it reads otherwise than the mail.
 *
 * Handlebars in plain text: names, `if`, `unless` and `each`, and nothing that could reach further.
 */
import Handlebars from 'handlebars';
import { plainLine, plainLines } from './plain-line.ts';

/** A mistake in a text, for whoever keeps it. */
export interface TextFault {
  /** From 1; absent where it is about the whole text. */
  readonly line?: number;
  /** One or two sentences of Bahasa Indonesia. */
  readonly message: string;
}

export interface MessageText {
  readonly subject: string;
  readonly text: string;
  /** What opens in WhatsApp. */
  readonly draft: string;
}

export type TextView = Readonly<Record<string, unknown>>;

export type TextJudgement =
  | { readonly kind: 'right'; readonly render: (view: TextView) => MessageText }
  | { readonly kind: 'faulty'; readonly faults: readonly TextFault[] };

/**
 * @param sample Every name that the text may print, with an ordinary value.
 * @param mustPrint Names without which the text would not say what it is for.
 */
export const judgeText = (
  source: string,
  { sample, mustPrint }: { readonly sample: TextView; readonly mustPrint: readonly string[] },
): TextJudgement => {
  const { subject, text, draft, bodyLine, draftLine } = partsOf(source);
  const parts = [
    { source: subject, line: 1 },
    { source: text, line: bodyLine },
    { source: draft, line: draftLine },
  ].map((part) => ({ ...part, read: readPart(part.source, part.line, sample) }));
  const printed = new Set(parts.slice(0, 2).flatMap(({ read }) => read.printed));
  const faults = [
    ...(subject.trim() === ''
      ? [{ line: 1, message: 'Baris pertama harus berbunyi "Perihal: …".' }]
      : []),
    ...(text.trim() === '' ? [{ message: 'Isi pesan kosong.' }] : []),
    ...parts.flatMap(({ read }) => read.faults),
    ...mustPrint
      .filter((name) => !printed.has(name))
      .map((name) => ({ message: `"{{${name}}}" harus ada di dalam pesan ini.` })),
  ];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const [ofSubject, ofText, ofDraft] = parts.map((part) => compiled(part.source));
  return {
    kind: 'right',
    render: (typed) => {
      const view = inLines(typed);
      return {
        subject: plainLine(ofSubject?.(view) ?? ''),
        text: tidy(ofText?.(view) ?? ''),
        draft: tidy((draft.trim() === '' ? ofText : ofDraft)?.(view) ?? ''),
      };
    },
  };
};

/** A value of several lines that are ours. */
export const ourLines = (lines: readonly string[]): Handlebars.SafeString =>
  new Handlebars.SafeString(lines.map(plainLine).join('\n'));

/** What people typed never ends a line of the text: it would pass for a line of ours. */
const inLines = (view: TextView): TextView =>
  Object.fromEntries(Object.entries(view).map(([name, value]) => [name, inLine(value)]));

const inLine = (value: unknown): unknown => {
  if (typeof value === 'string') return plainLine(value);
  if (value instanceof Handlebars.SafeString) return value;
  if (Array.isArray(value)) return value.map(inLine);
  return typeof value === 'object' && value !== null
    ? inLines(value as Readonly<Record<string, unknown>>)
    : value;
};

interface Parts {
  readonly subject: string;
  readonly text: string;
  readonly draft: string;
  readonly bodyLine: number;
  readonly draftLine: number;
}

const partsOf = (source: string): Parts => {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const subject = /^\s*Perihal\s*:(.*)$/i.exec(lines[0] ?? '')?.[1] ?? '';
  const marker = lines.findIndex((line) => /^\s*WhatsApp\s*:\s*$/i.test(line));
  const end = marker === -1 ? lines.length : marker;
  return {
    subject,
    text: lines.slice(1, end).join('\n'),
    draft: lines.slice(end + 1).join('\n'),
    bodyLine: 2,
    draftLine: end + 2,
  };
};

interface ReadPart {
  readonly faults: readonly TextFault[];
  /** Names of the view that are printed, or decide what is. */
  readonly printed: readonly string[];
}

const readPart = (source: string, firstLine: number, sample: TextView): ReadPart => {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? 1) + firstLine - 1;
    const message = 'Tanda {{ … }} di dekat baris ini tidak lengkap atau tidak dapat dibaca.';
    return { faults: [{ line, message }], printed: [] };
  }
  const faults: TextFault[] = [];
  const printed: string[] = [];
  const fault = ({ loc }: hbs.AST.Node, message: string): void => {
    faults.push({ line: (loc?.start.line ?? 1) + firstLine - 1, message });
  };
  const readPath = (expression: hbs.AST.Expression, scopes: readonly unknown[]): unknown => {
    if (expression.type !== 'PathExpression') {
      fault(expression, 'Di dalam {{ … }} hanya boleh ada nama isian.');
      return undefined;
    }
    const path = expression as hbs.AST.PathExpression;
    if (path.data) {
      if (!loopFacts.has(path.original)) fault(path, notKnown(path.original, scopes));
      return '';
    }
    const scope = scopes[scopes.length - 1 - path.depth];
    const value = path.parts.reduce<unknown>(memberOf, scope);
    if (value === undefined) fault(path, notKnown(path.original, scopes));
    if (path.depth === scopes.length - 1 || scopes.length === 1) printed.push(path.parts[0] ?? '');
    return value;
  };
  const readAll = (part: hbs.AST.Program | undefined, scopes: readonly unknown[]): void => {
    for (const statement of part?.body ?? []) readStatement(statement, scopes);
  };
  const readStatement = (statement: hbs.AST.Statement, scopes: readonly unknown[]): void => {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement': {
        const { path, params, hash } = statement as hbs.AST.MustacheStatement;
        if (params.length > 0 || hash !== undefined)
          fault(statement, 'Di dalam {{ … }} hanya boleh ada satu nama isian.');
        else if (isList(readPath(path as hbs.AST.Expression, scopes)))
          fault(statement, 'Isian ini sebuah daftar; tulis {{#each …}} … {{/each}}.');
        return;
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        const word = block.path.type === 'PathExpression' ? block.path.original : '';
        const [subject] = block.params;
        if (!blockWords.has(String(word)) || subject === undefined || block.params.length > 1) {
          fault(statement, 'Yang ada hanya {{#if …}}, {{#unless …}}, dan {{#each …}}.');
          return;
        }
        const value = readPath(subject, scopes);
        const inner = word === 'each' ? [...scopes, firstOf(value)] : scopes;
        if (word === 'each' && value !== undefined && !isList(value))
          fault(
            statement,
            `"${String((subject as hbs.AST.PathExpression).original)}" bukan daftar.`,
          );
        else readAll(block.program, inner);
        readAll(block.inverse, scopes);
        return;
      }
      default:
        fault(statement, 'Tanda ini tidak dapat dipakai di sini.');
    }
  };
  readAll(program, [sample]);
  return { faults, printed };
};

const blockWords: ReadonlySet<string> = new Set(['if', 'unless', 'each']);
const loopFacts: ReadonlySet<string> = new Set(['@index', '@first', '@last']);

const isList = (value: unknown): boolean => Array.isArray(value);

/** What a loop sees in its turns; an empty list in a sample would leave the loop unread. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const notKnown = (name: string, scopes: readonly unknown[]): string => {
  const known = scopes
    .flatMap((scope) => (typeof scope === 'object' && scope !== null ? Object.keys(scope) : []))
    .join(', ');
  return `"{{${name}}}" tidak dikenal di sini. Yang ada: ${known}.`;
};

const compiled = (source: string): ((view: TextView) => string) =>
  Handlebars.compile(source, {
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, unless: true, each: true },
  });

/** Without the gaps that left-out parts leave behind, and without what would turn the letters round. */
const tidy = (text: string): string =>
  plainLines(text)
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
