import { invalid } from './api-error.ts';

/** A field mask as a tree; a leaf (no children) takes everything below it. */
export type FieldMask = { readonly children: Map<string, FieldMask> };

/**
 * Reads a field mask as Google writes it: `a,b.c,d(e,f/g)`, where `.` and `/` mean the same and `*` means all.
 */
export function parseFieldMask(text: string): FieldMask {
  const root: FieldMask = { children: new Map() };
  let at = 0;

  function list(parent: FieldMask): void {
    for (;;) {
      path(parent);
      if (text[at] !== ',') return;
      at += 1;
    }
  }

  function path(parent: FieldMask): void {
    let node = parent;
    for (;;) {
      const name = /^[A-Za-z0-9_*@-]+/u.exec(text.slice(at))?.[0];
      if (name === undefined) throw invalid(`Invalid field selection ${text}`);
      at += name.length;
      const child = node.children.get(name) ?? { children: new Map() };
      node.children.set(name, child);
      node = child;
      if (text[at] === '.' || text[at] === '/') {
        at += 1;
        continue;
      }
      break;
    }
    if (text[at] === '(') {
      at += 1;
      list(node);
      if (text[at] !== ')') throw invalid(`Invalid field selection ${text}`);
      at += 1;
    }
  }

  list(root);
  if (at !== text.length) throw invalid(`Invalid field selection ${text}`);
  return root;
}

const takesAll = (mask: FieldMask): boolean => mask.children.size === 0 || mask.children.has('*');

/** Whether the mask takes anything at or below this path. */
export function reaches(mask: FieldMask, path: readonly string[]): boolean {
  if (takesAll(mask)) return true;
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const child = mask.children.get(first);
  return child !== undefined && reaches(child, rest);
}

/** Keeps of an answer what the mask names; lists are looked through, empty objects stay. */
export function select(value: unknown, mask: FieldMask): unknown {
  if (takesAll(mask)) return value;
  if (Array.isArray(value)) return value.map((each) => select(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, each]) => {
    const child = mask.children.get(key);
    return child === undefined || each === undefined ? [] : [[key, select(each, child)]];
  });
  return Object.fromEntries(kept);
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

/** A copy of the target in which every named field is as in the source; a field the source lacks is taken out. */
export function assign(target: unknown, source: unknown, mask: FieldMask): Record<string, unknown> {
  const from = asObject(source);
  if (takesAll(mask)) return withoutNothing(from);
  const result = { ...asObject(target) };
  for (const [name, child] of mask.children) {
    const given = from[name];
    result[name] =
      takesAll(child) || Array.isArray(given) ? given : assign(result[name], given, child);
  }
  return withoutNothing(result);
}

function withoutNothing(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== null),
  );
}
