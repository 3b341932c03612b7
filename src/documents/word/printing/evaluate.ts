/** Turns an expression into a function of the frame, and notes the names that it uses. */

import { nearest } from '../faults/nearest.ts';
import { type Helper, helpers } from '../helpers/helpers.ts';
import {
  type CallExpression,
  type Expression,
  type PathExpression,
  TagFault,
} from '../language/expression.ts';
import {
  type DataPath,
  type Frame,
  itemStep,
  ownValue,
  type Purpose,
  type Scope,
} from '../values/scope.ts';

export type Evaluate = (frame: Frame) => unknown;

/** Told of every name: where the data is known, what for, and whether a helper may stand in for it. */
export type NoteName = (use: {
  readonly path: DataPath;
  readonly purpose: Purpose;
  readonly written: string;
  readonly orHelper: boolean;
}) => void;

/** @throws TagFault when the expression cannot work where it stands. */
export const compileExpression = (
  expression: Expression,
  { scope, purpose, note }: { scope: Scope; purpose: Purpose; note: NoteName },
): Evaluate => {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'path':
      return compilePath(expression, scope, purpose, note);
    case 'call':
      return compileCall(expression, scope, purpose, note);
  }
};

/** Where an expression points in the view, if it is a plain path. */
export const dataPathOf = (expression: Expression, scope: Scope): DataPath | undefined => {
  if (expression.kind !== 'path' || expression.data !== undefined) return undefined;
  if (expression.fromRoot) return expression.parts;
  const named = namedBy(expression, scope);
  if (named !== undefined) {
    return named.isValue ? joined(named.scope.path, expression.parts.slice(1)) : undefined;
  }
  return joined(climb(scope, expression.up)?.path, expression.parts);
};

const compilePath = (
  expression: PathExpression,
  scope: Scope,
  purpose: Purpose,
  note: NoteName,
): Evaluate => {
  if (expression.data !== undefined) return compileLoopFact(expression, scope);
  if (climb(scope, expression.up) === undefined) {
    throw new TagFault(
      `"${expression.written}" memuat "../" lebih banyak daripada blok yang mengelilinginya.`,
    );
  }
  const helper = bareHelper(expression, scope);
  const path = dataPathOf(expression, scope);
  if (path !== undefined) {
    note({ path, purpose, written: expression.written, orHelper: helper !== undefined });
  }
  if (expression.fromRoot) return reader((frame) => frame.root, expression.parts);
  const named = namedBy(expression, scope);
  if (named !== undefined) {
    const at = climber(depthBetween(scope, named.scope));
    if (!named.isValue) return (frame) => at(frame).key ?? at(frame).index;
    return reader((frame) => at(frame).value, expression.parts.slice(1));
  }
  if (helper !== undefined) return helperOrField(helper, expression.written);
  const at = climber(expression.up);
  return expression.up === 0
    ? reader((frame) => frame.value, expression.parts)
    : reader((frame) => at(frame).value, expression.parts);
};

/** `{{nomor}}` typed alone: the view's own field of that name comes first. */
const helperOrField =
  (helper: Helper, name: string): Evaluate =>
  (frame) => {
    const own = ownValue(frame.value, name);
    return own === undefined ? helper.call([], { frame, options: noOptions }) : own;
  };

const noOptions: ReadonlyMap<string, unknown> = new Map();

const bareHelper = (expression: PathExpression, scope: Scope): Helper | undefined => {
  if (expression.explicit || expression.parts.length !== 1) return undefined;
  if (namedBy(expression, scope) !== undefined) return undefined;
  const helper = helpers.get(expression.parts[0] ?? '');
  if (helper === undefined || helper.least > 0) return undefined;
  return helper.needsLoop && loopScope(scope, 0) === undefined ? undefined : helper;
};

const compileCall = (
  { helper: name, inputs, options }: CallExpression,
  scope: Scope,
  purpose: Purpose,
  note: NoteName,
): Evaluate => {
  const helper = helpers.get(name);
  if (helper === undefined) throw new TagFault(unknownHelper(name, inputs));
  if (inputs.length < helper.least || inputs.length > helper.most) {
    throw new TagFault(`Penolong "${name}" ditulis ${helper.example}.`);
  }
  if (helper.needsLoop && loopScope(scope, 0) === undefined) {
    throw new TagFault(`Penolong "${name}" hanya dapat dipakai di dalam {{#each …}}.`);
  }
  for (const option of options.keys()) {
    if (!helper.options.includes(option)) {
      throw new TagFault(
        `Penolong "${name}" tidak mengenal "${option}=". Tulis ${helper.example}.`,
      );
    }
  }
  const inner = { scope, purpose: purpose === 'print' ? ('input' as const) : purpose, note };
  noteItemField(name, inputs, scope, note);
  const compiled = inputs.map((input) => compileExpression(input, inner));
  const named = [...options].map(
    ([option, value]) => [option, compileExpression(value, inner)] as const,
  );
  const [first, ...others] = compiled;
  if (first !== undefined && others.length === 0 && named.length === 0) {
    return (frame) => helper.call([first(frame)], { frame, options: noOptions });
  }
  return (frame) =>
    helper.call(
      compiled.map((input) => input(frame)),
      { frame, options: new Map(named.map(([option, value]) => [option, value(frame)])) },
    );
};

/** `{{daftar petugas "nama"}}` prints the names: a use of `petugas.nama`. */
const noteItemField = (
  helper: string,
  inputs: readonly Expression[],
  scope: Scope,
  note: NoteName,
): void => {
  const [list, field] = inputs;
  if (helper !== 'daftar' || list === undefined || field?.kind !== 'literal') return;
  const path = dataPathOf(list, scope);
  if (path === undefined || typeof field.value !== 'string') return;
  const written = `${path.join('.')} "${field.value}"`;
  note({ path: [...path, itemStep, field.value], purpose: 'print', written, orHelper: false });
};

const unknownHelper = (name: string, inputs: readonly Expression[]): string => {
  if (name === 'gambar' || name === 'grafik') {
    const [subject] = inputs;
    const key = `{{${name} ${subject?.kind === 'path' ? subject.written : 'namaData'}}}`;
    const what = name === 'gambar' ? 'gambarnya (Insert, Pictures)' : 'grafiknya (Insert, Chart)';
    return `"${key}" tidak ditulis sebagai teks, melainkan sebagai teks alternatif. Sisipkan ${what}, klik kanan, Edit Alt Text, lalu isi dengan ${key}.`;
  }
  const near = nearest(name, [...helpers.keys()]);
  if (near !== undefined) return `Penolong "${name}" tidak dikenal. Mungkin maksudnya "${near}".`;
  const words = [name, ...inputs.map((input) => (input.kind === 'path' ? input.written : '…'))];
  return `"${words.join(' ')}" tidak dikenal: nama data ditulis tanpa spasi, dan penolong "${name}" tidak ada.`;
};

const compileLoopFact = (expression: PathExpression, scope: Scope): Evaluate => {
  const loop = loopScope(scope, expression.up);
  if (loop === undefined) {
    throw new TagFault(`"${expression.written}" hanya dapat dipakai di dalam {{#each …}}.`);
  }
  const at = climber(depthBetween(scope, loop));
  switch (expression.data) {
    case 'index':
      return (frame) => at(frame).index;
    case 'nomor':
      return (frame) => at(frame).index + 1;
    case 'first':
      return (frame) => at(frame).index === 0;
    case 'last':
      return (frame) => at(frame).index === at(frame).count - 1;
    default:
      return (frame) => at(frame).key ?? at(frame).index;
  }
};

const loopScope = (scope: Scope | undefined, up: number): Scope | undefined => {
  let loops = up;
  for (let at = scope; at !== undefined; at = at.parent) {
    if (at.kind !== 'each') continue;
    if (loops === 0) return at;
    loops -= 1;
  }
  return undefined;
};

/** A name that `as |…|` gave, and whether it is the item or its position. */
const namedBy = (
  expression: PathExpression,
  scope: Scope,
): { readonly scope: Scope; readonly isValue: boolean } | undefined => {
  const name = expression.parts[0];
  if (expression.explicit || expression.fromRoot || name === undefined) return undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const position = at.names.indexOf(name);
    if (position >= 0) return { scope: at, isValue: position === 0 };
  }
  return undefined;
};

const climb = (scope: Scope, steps: number): Scope | undefined => {
  let at: Scope | undefined = scope;
  for (let step = 0; step < steps; step += 1) at = at?.parent;
  return at;
};

const depthBetween = (scope: Scope, outer: Scope): number => {
  let depth = 0;
  for (let at: Scope | undefined = scope; at !== undefined && at !== outer; at = at.parent)
    depth += 1;
  return depth;
};

const climber = (steps: number): ((frame: Frame) => Frame) => {
  if (steps === 0) return (frame) => frame;
  return (frame) => {
    let at = frame;
    for (let step = 0; step < steps; step += 1) at = at.parent ?? at;
    return at;
  };
};

const reader = (base: Evaluate, parts: readonly string[]): Evaluate => {
  const [first, ...others] = parts;
  if (first === undefined) return base;
  if (others.length === 0) return (frame) => ownValue(base(frame), first);
  return (frame) => {
    let value = ownValue(base(frame), first);
    for (const part of others) value = ownValue(value, part);
    return value;
  };
};

const joined = (path: DataPath | undefined, parts: readonly string[]): DataPath | undefined =>
  path === undefined ? undefined : [...path, ...parts];
